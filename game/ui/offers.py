"""Which orders can be offered for what is selected, each with its key."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pygame

from game.session.view import UnitView
from game.world.world import Command

FORMATION_KEYS: Final = {"bersaf": pygame.K_q, "banjar_tiga": pygame.K_e}
POSTURE_KEYS: Final = {
    "siap": pygame.K_r,
    "siaga": pygame.K_t,
    "tangan_berkait": pygame.K_g,
    "berlindung": pygame.K_b,
}
WARN_KEYS: Final = (pygame.K_j, pygame.K_k, pygame.K_l)
HOLD_KEY: Final = pygame.K_h
FACE_KEY: Final = pygame.K_f
CANCEL_KEY: Final = pygame.K_z

ICONS: Final = {
    "hold": "hand",
    "face": "rotate-cw",
    "warn": "megaphone",
    "cancel": "undo-2",
    "siap": "user",
    "siaga": "shield-half",
    "tangan_berkait": "link",
    "berlindung": "shield",
    "dorong_maju": "chevrons-up",
    "desak_maju": "chevron-up",
    "mundur_teratur": "chevrons-down",
}


@dataclass(frozen=True)
class Offer:
    """One order that some selected unit could get; `code` names its text, `commands` are one per unit."""

    code: str
    icon: str  # of assets/icons, or the word of a formation, which is drawn as itself
    key: int
    commands: tuple[Command, ...]
    current: bool = False  # whether all the units already stand so
    level: int = 0  # of a himbauan

    @property
    def name(self) -> str:
        """The word alone."""
        return self.code.rpartition(".")[2]


def key_name(key: int) -> str:
    """What stands on the key."""
    return pygame.key.name(key).upper()


def offers_for(units: list[UnitView], queue: bool = False) -> list[Offer]:
    """All offers for the selected `units`, in the order of the ribbon; those units that cannot are left out of each."""
    return [offer for offer in _all(units, queue) if offer.commands]


def _all(units: list[UnitView], queue: bool) -> Iterator[Offer]:
    """The upper row first: how to stand and face; then how to hold oneself; then what to say."""
    for word, key in FORMATION_KEYS.items():
        able = [unit for unit in units if word in unit.formations]
        current = bool(able) and all(word in unit.formation for unit in able)
        yield Offer(f"formation.{word}", word, key, _each(able, "form", queue, formation={word: {}}), current)
    yield Offer("command.hold", ICONS["hold"], HOLD_KEY, _each(units, "hold"))
    for word, key in POSTURE_KEYS.items():
        able = [unit for unit in units if word in unit.postures]
        current = bool(able) and all(unit.posture == word for unit in able)
        yield Offer(f"posture.{word}", ICONS[word], key, _each(able, "posture", posture=word), current)
    yield Offer("command.face", ICONS["face"], FACE_KEY, _facing_now(units, queue))
    for level, key in enumerate(WARN_KEYS, start=1):
        speakers = [unit for unit in units if "warn" in unit.orders]
        yield Offer("ui.warn", ICONS["warn"], key, _each(speakers, "warn", queue, level=level), level=level)
    yield Offer("command.cancel", ICONS["cancel"], CANCEL_KEY, _each(units, "cancel"))


def _each(units: list[UnitView], word: str, queue: bool | None = None, **fields: Any) -> tuple[Command, ...]:
    """The order `word` for each of `units`."""
    late = {} if queue is None else {"queue": queue}
    return tuple(Command.read({word: {"unit": unit.name, **fields, **late}}) for unit in units)


def _facing_now(units: list[UnitView], queue: bool) -> tuple[Command, ...]:
    """Facing as they do already: only asks whether they may; where to, the next click says."""
    return tuple(face_order(unit, unit.facing, queue) for unit in units)


def face_order(unit: UnitView, angle: float, queue: bool) -> Command:
    """Tell `unit` to face `angle`, rad."""
    return Command.read({"face": {"unit": unit.name, "facing": degrees(angle), "queue": queue}})


def degrees(angle: float) -> float:
    """Rad → degrees from 0 to 360, as orders are written."""
    return round(angle * 57.29577951308232 % 360.0, 1)
