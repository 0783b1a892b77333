"""One unit as its commander knows it."""

from dataclasses import dataclass

from game.rules import ranks
from game.world.people import Floats, Ints
from game.world.units import Unit
from game.world.world import TICK, World


@dataclass(frozen=True)
class UnitView:
    """What the post knows of a unit at one tick."""

    name: str
    label: str  # DA1
    type: str
    type_label: dict[str, str]  # language → words
    agency: str
    strength: int  # rows on their feet; vehicles for a unit on wheels
    roster: int  # rows it can ever have
    crew: int  # people in each row
    wheels: bool  # each row is a vehicle
    posture: str
    postures: tuple[str, ...]
    orders: tuple[str, ...]
    formations: tuple[str, ...]
    formation: dict[str, object]  # {word: fields}
    task: str  # word, or "hold"
    queue: tuple[str, ...]  # words of what comes after
    in_air: int  # orders on the radio
    centre: tuple[float, float]  # m
    facing: float  # rad
    goal: tuple[float, float] | None
    rows: Ints
    slots: Floats  # (k, 2) m
    mine: bool  # whether the seat commands it
    on_request: bool  # comes only once it has been asked for
    coming: float | None  # s until it is there; None while nobody has asked, and once it has come
    guards: str | None  # zone it was sent to guard
    strain: float  # 0 fresh … 1 at the end of their tether
    water: float  # litres left
    tank: float  # litres when full
    gap: float | None  # m, the widest gap of a closed line; None where there is no line


def unit_view(world: World, unit: Unit, seat: str) -> UnitView:
    """`unit` as `seat` knows it now."""
    rows = unit.present_rows(world.people.present)
    given = world.seats.get(seat)
    return UnitView(
        name=unit.name,
        label=unit.label,
        type=unit.type.name,
        type_label={"id": unit.type.label.id, "en": unit.type.label.en},
        agency=unit.agency,
        strength=int(world.people.up[unit.rows].sum()),
        roster=len(unit.rows),
        crew=unit.type.crew,
        wheels=unit.type.vehicle is not None,
        posture=unit.posture,
        postures=unit.type.postures,
        orders=unit.type.orders,
        formations=unit.type.formations,
        formation=unit.formation.plain(),
        task=unit.task.word if unit.task else "hold",
        queue=tuple(task.word for task in unit.queue),
        in_air=sum(getattr(sent.order, "unit", None) == unit.name for sent in world.air),
        centre=unit.spot,
        facing=unit.facing,
        goal=None if unit.goal is None else (float(unit.goal[0]), float(unit.goal[1])),
        rows=rows,
        slots=world.people.slot[rows].copy(),
        mine=given is not None and unit.name in given.units,
        on_request=unit.on_request is not None,
        coming=_coming(world, unit),
        guards=unit.guards,
        strain=unit.strain,
        water=unit.water,
        tank=unit.type.tank,
        gap=ranks.line_gap(world, unit),
    )


def _coming(world: World, unit: Unit) -> float | None:
    """Seconds until a unit that was asked for is there, None for any other."""
    if unit.requested is None or unit.on_request is None or world.people.present[unit.rows].any():
        return None
    there = unit.requested * TICK + unit.on_request
    return max(0.0, there - world.seconds)
