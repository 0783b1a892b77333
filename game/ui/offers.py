"""Which orders can be offered for what is selected, each with its key."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pygame

from game.session.view import UnitView, View
from game.ui.aim import Aim
from game.ui.targets import Area, Exit, Facing, Fallen, Gate, Held, Line, Metres, Person, Place, Target
from game.world.ground import Ground
from game.world.world import Command

FORMATION_KEYS: Final = {
    "bersaf": pygame.K_q,
    "banjar_tiga": pygame.K_e,
    "paruh_lembing": pygame.K_v,
    "lingkar": pygame.K_c,
    "setengah_lingkar": pygame.K_u,
    "formasi_berlindung": pygame.K_LEFTBRACKET,
    "melintang": pygame.K_SLASH,
}
POSTURE_KEYS: Final = {
    "siap": pygame.K_r,
    "siaga": pygame.K_t,
    "tangan_berkait": pygame.K_g,
    "berlindung": pygame.K_b,
    "pegang_tali": pygame.K_b,  # of units that have no shields
    "dorong_maju": pygame.K_PERIOD,
    "desak_maju": pygame.K_COMMA,
    "mundur_teratur": pygame.K_SEMICOLON,
}
WARN_KEYS: Final = (pygame.K_j, pygame.K_k, pygame.K_l)
HOLD_KEY: Final = pygame.K_h
TALK_KEY: Final = pygame.K_n
REQUEST_KEY: Final = pygame.K_m
CANCEL_KEY: Final = pygame.K_z
PAGE_KEY: Final = pygame.K_TAB

GROUPS: Final = ("formations", "postures", "moves", "tasks")
BUTTONS: Final = 12  # on one page of the ribbon: two rows of six are still read from 3 m; measured on the pictures

ICONS: Final = {
    "hold": "hand",
    "warn": "megaphone",
    "cancel": "undo-2",
    "negotiate": "messages-square",
    "request": "phone-call",
    "siap": "user",
    "siaga": "shield-half",
    "tangan_berkait": "link",
    "berlindung": "shield",
    "pegang_tali": "git-commit-horizontal",
    "dorong_maju": "chevrons-up",
    "desak_maju": "chevron-up",
    "mundur_teratur": "chevrons-down",
}


@dataclass(frozen=True)
class Offer:
    """One order that some selected unit could get; `code` names its text, `commands` are those that it may come to."""

    code: str
    icon: str  # of assets/icons, or the word of a formation, which is drawn as itself
    key: int  # 0 where another order of the selected units has that key
    group: str  # of GROUPS
    commands: tuple[Command, ...]
    current: bool = False  # whether all the units already stand so
    level: int = 0  # of a himbauan
    aim: Aim | None = None  # what the map is asked for first
    panel: str = ""  # in which the rest is said: what Desk.asking becomes

    @property
    def name(self) -> str:
        """The word alone."""
        return self.code.rpartition(".")[2]


@dataclass(frozen=True)
class Aimed:
    """An order of which the map tells the rest."""

    code: str
    icon: str
    key: int
    group: str
    word: str
    target: Target
    fields: tuple[tuple[str, Any], ...] = ()


AIMED: Final = (  # C and V are the first and second task of units that form no wedge and no ring
    Aimed("command.face", "rotate-cw", pygame.K_f, "moves", "face", Facing("facing")),
    Aimed("command.relieve", "repeat-2", pygame.K_y, "moves", "relieve", Line("whom")),
    Aimed("command.push", "arrow-up-from-line", pygame.K_p, "moves", "push", Metres("metres")),
    Aimed("ui.press", "footprints", pygame.K_o, "moves", "push", Metres("metres"), (("stepwise", True),)),
    Aimed("command.withdraw", "arrow-down-to-line", pygame.K_m, "moves", "withdraw", Metres("metres", ahead=False)),
    Aimed("command.guard", "castle", pygame.K_i, "moves", "guard", Area("zone")),
    Aimed("command.open_exit", "door-open", pygame.K_x, "moves", "open_exit", Exit("exit")),
    Aimed("command.open_gate", "unlock", pygame.K_F3, "moves", "open_gate", Gate("gate", shut=True)),
    Aimed("command.close_gate", "lock", pygame.K_RIGHTBRACKET, "moves", "close_gate", Gate("gate", shut=False)),
    Aimed("command.escort", "route", pygame.K_v, "tasks", "escort", Area("to")),
    Aimed("command.arrest", "user-lock", pygame.K_c, "tasks", "arrest", Person("person")),
    Aimed("command.release", "user-check", pygame.K_v, "tasks", "release", Held("person")),
    Aimed("command.treat", "heart-pulse", pygame.K_c, "tasks", "treat", Fallen("person")),
    Aimed("ui.diffuse", "cloud-drizzle", pygame.K_c, "tasks", "spray", Place("at"), (("mode", "diffuse"),)),
    Aimed("ui.jet", "droplet", pygame.K_v, "tasks", "spray", Place("at"), (("mode", "jet"),)),
)


def key_name(key: int) -> str:
    """What stands on the key; nothing for none."""
    return pygame.key.name(key).upper() if key else ""


def offers_for(units: list[UnitView], view: View, ground: Ground, queue: bool = False) -> list[Offer]:
    """All offers for the selected `units`, by group; those units that cannot are left out of each.

    Units that share no order share keys: where both are selected, the first in the ribbon has the key.
    """
    there = [unit for unit in units if not waits_elsewhere(unit)]
    found = [offer for offer in _all(there, view, ground, queue) if offer.commands]
    waiting = [unit for unit in units if waits_elsewhere(unit)]
    if waiting:
        found.append(Offer("command.request", ICONS["request"], REQUEST_KEY, "tasks", _each(waiting, "request")))
    ordered = sorted(found, key=lambda offer: GROUPS.index(offer.group))
    keys = [offer.key for offer in ordered]
    return [
        offer if keys.index(offer.key) == at else dataclasses.replace(offer, key=0) for at, offer in enumerate(ordered)
    ]


def pages_of(offers: list[Offer]) -> list[list[Offer]]:
    """`offers` on as few pages as hold whole groups, BUTTONS at most on each."""
    pages: list[list[Offer]] = []
    for group in GROUPS:
        mine = [offer for offer in offers if offer.group == group]
        if pages and len(pages[-1]) + len(mine) <= BUTTONS:
            pages[-1] += mine
        elif mine:
            pages.append(mine)
    return pages


def groups_of(page: list[Offer]) -> list[str]:
    """The groups on `page`."""
    return list(dict.fromkeys(offer.group for offer in page))


def waits_elsewhere(unit: UnitView) -> bool:
    """Whether `unit` comes only when it is asked for, and is not there yet."""
    return unit.on_request and not len(unit.rows)


def _all(units: list[UnitView], view: View, ground: Ground, queue: bool) -> Iterator[Offer]:
    """How to stand; how to hold oneself; where to go; what to say and do."""
    able = [unit for unit in units if "form" in unit.orders]
    for word, key in FORMATION_KEYS.items():
        those = [unit for unit in able if word in unit.formations]
        orders, current = (
            _each(those, "form", queue, formation={word: {}}),
            all(word in unit.formation for unit in those),
        )
        yield Offer(f"formation.{word}", word, key, "formations", orders, current)
    for word, key in POSTURE_KEYS.items():
        those = [unit for unit in units if "posture" in unit.orders and word in unit.postures]
        orders, current = _each(those, "posture", posture=word), all(unit.posture == word for unit in those)
        yield Offer(f"posture.{word}", ICONS[word], key, "postures", orders, current)
    yield Offer("command.hold", ICONS["hold"], HOLD_KEY, "moves", _each(units, "hold"))
    yield Offer("command.cancel", ICONS["cancel"], CANCEL_KEY, "moves", _each(units, "cancel"))
    yield from _spoken(units, queue)
    for each in AIMED:
        aim = Aim(each.code, each.word, each.target, each.fields)
        those = [unit for unit in units if each.word in unit.orders]
        yield Offer(each.code, each.icon, each.key, each.group, aim.likely(those, view, ground, queue), aim=aim)


def _spoken(units: list[UnitView], queue: bool) -> Iterator[Offer]:
    """What to say to the crowd and to its coordinator."""
    speakers = [unit for unit in units if "warn" in unit.orders]
    for level, key in enumerate(WARN_KEYS, start=1):
        orders = _each(speakers, "warn", queue, level=level)
        yield Offer("ui.warn", ICONS["warn"], key, "tasks", orders, level=level, panel=f"warn.{level}")
    talkers = [unit for unit in units if "negotiate" in unit.orders]
    turns = _each(talkers, "negotiate", queue, say="listen")
    yield Offer("command.negotiate", ICONS["negotiate"], TALK_KEY, "tasks", turns, panel="negotiate")


def _each(units: list[UnitView], word: str, queue: bool | None = None, **fields: Any) -> tuple[Command, ...]:
    """The order `word` for each of `units`."""
    late = {} if queue is None else {"queue": queue}
    return tuple(Command.read({word: {"unit": unit.name, **fields, **late}}) for unit in units)
