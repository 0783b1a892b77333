"""Level → World at its first tick. Everyone the level can ever bring is a row from now on."""

import numpy as np

from game.level.exercise import Arrival
from game.level.schema import Level
from game.level.stand import crowd_places, in_formation
from game.rules.kinds import BEHAVIOURS
from game.world.catalogue import Normal, Range, Role
from game.world.causes import Causes
from game.world.people import Floats, Ints, People
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, Group, Radio, ScriptMemory, Seat, World

STANDING = Arrival(at=0.0)


def build(level: Level, seed: int) -> World:
    """The World in which `level` begins; all chance comes from one generator, begun with `seed`."""
    rng = np.random.default_rng(seed)
    ground = level.place.ground
    officers = {
        name: in_formation(unit, level.catalogue.units[unit.type], ground.zones[unit.at])
        for name, unit in level.units.items()
    }
    crowd = crowd_places(level, ground, np.concatenate(list(officers.values())), rng)
    people = People.strangers(np.concatenate([*crowd.values(), *officers.values()]), rng)
    rows = _rows({**{f"crowd {name}": places for name, places in crowd.items()}, **officers})
    groups = tuple(
        Group(name, group.role, rows[f"crowd {name}"], tuple(group.plan)) for name, group in level.crowd.items()
    )
    for index, group in enumerate(groups):
        _gather(people, level, index, group)
    _arrive(people, level, groups, rng)
    return World(
        ground=ground,
        catalogue=level.catalogue,
        ladder=level.ladder,
        seats={name: _seat(level, name) for name in level.seats},
        groups=groups,
        radio=Radio(level.radio.delay.low, level.radio.delay.high, level.radio.fails),
        starts=level.starts,
        people=people,
        units={name: _enlist(people, level, name, rows[name]) for name in level.units},
        script=ScriptMemory(level.start),
        rng=rng,
        causes=Causes.none_yet(len(people)),
        flag=level.flag,
    )


def _rows(places: dict[str, Floats]) -> dict[str, Ints]:
    """Who → rows of People, one after the other."""
    ends = np.cumsum([len(each) for each in places.values()])
    return {who: np.arange(end - len(each), end) for (who, each), end in zip(places.items(), ends, strict=True)}


def _gather(people: People, level: Level, index: int, group: Group) -> None:
    """Give the rows of `group` body, disposition and plan."""
    names = [role.name for role in level.catalogue.roles]
    role, rows = level.catalogue.roles[names.index(group.role)], group.rows
    people.role[rows], people.group[rows] = names.index(group.role), index
    people.behaviour[rows] = BEHAVIOURS.index(group.plan[0].word)
    for trait in ("radius", "predisposition", "risk_aversion", "expressiveness", "openness"):
        drawn, span = getattr(people, trait), getattr(role, trait)
        drawn[rows] = _within(span, drawn[rows])
    for trait in ("mass", "free_speed", "threshold"):
        drawn, spread = getattr(people, trait), getattr(role, trait)
        drawn[rows] = _around(spread, drawn[rows])
    for feeling in ("anger", "trust", "unity"):
        start = _feeling(level, group, role, feeling)
        getattr(people, feeling)[rows] = getattr(people, f"{feeling}_base")[rows] = start


def _within(span: Range, drawn: Floats) -> Floats:
    return span.low + (span.high - span.low) * drawn


def _around(spread: Normal, drawn: Floats) -> Floats:
    return np.clip(spread.mean + spread.sd * drawn, spread.low, spread.high)


def _feeling(level: Level, group: Group, role: Role, feeling: str) -> float:
    """As the level says, else as the role does."""
    said: float | None = getattr(level.crowd[group.name].mood, feeling)
    usual: float = getattr(role, feeling)
    return usual if said is None else said


def _arrive(people: People, level: Level, groups: tuple[Group, ...], rng: np.random.Generator) -> None:
    """Say when each civilian comes; who comes later is not there yet."""
    at, spread = np.zeros(len(people)), np.zeros(len(people))
    for group in groups:
        arrival = level.crowd[group.name].arrives or STANDING
        at[group.rows], spread[group.rows] = arrival.at, arrival.spread
    _present_from(people, np.arange(len(people)), at + spread * rng.uniform(size=len(people)))


def _present_from(people: People, rows: Ints, seconds: Floats) -> None:
    people.arrives[rows] = np.ceil(seconds * TICKS_PER_SECOND).astype(np.int64)
    people.present[rows] = people.arrives[rows] == 0


def _seat(level: Level, name: str) -> Seat:
    seat = level.seats[name]
    units = tuple(level.units if seat.commands is None else map(str, seat.commands))
    return Seat(name, seat.rank, units, seat.played_by)


def _enlist(people: People, level: Level, name: str, rows: Ints) -> Unit:
    """Make `rows` the unit `name`, standing in its formation."""
    written = level.units[name]
    kind = level.catalogue.units[written.type]
    posture, facing = written.posture or kind.postures[0], float(np.radians(written.facing))
    index = list(level.units).index(name)
    people.unit[rows] = index
    people.radius[rows], people.mass[rows], people.free_speed[rows] = kind.radius, kind.mass, kind.run
    people.brace[rows] = kind.brace[posture]
    people.heading[rows] = people.slot_heading[rows] = facing
    _present_from(people, rows, np.full(len(rows), written.arrives or 0.0))
    return Unit(
        name=name,
        index=index,
        type=kind,
        agency=written.agency,
        label=f"{kind.call}{_number(level, name)}",
        rows=rows,
        centre=level.place.ground.zones[written.at].centre.copy(),
        facing=facing,
        formation=written.formation,
        posture=posture,
        water=kind.tank,
    )


def _number(level: Level, name: str) -> int:
    """1 for the first unit of its call letters, 2 for the next."""
    calls = {unit: level.catalogue.units[written.type].call for unit, written in level.units.items()}
    return [unit for unit in calls if calls[unit] == calls[name]].index(name) + 1
