"""Units as they begin, and the seats that command them."""

import numpy as np

from game.level.forces import Unit as Written
from game.level.forces import formation_of
from game.level.gather import present_from
from game.level.schema import Level
from game.rules.tasks.guard import Guard
from game.world.names import ZoneName
from game.world.people import NEVER, Ints, People
from game.world.units import Unit
from game.world.world import TICKS_PER_SECOND, Seat


def enlist(people: People, level: Level, name: str, rows: Ints) -> Unit:
    """Make `rows` the unit `name`, standing in its formation."""
    written = level.units[name]
    kind = level.catalogue.units[written.type]
    posture, facing = written.posture or kind.postures[0], float(np.radians(written.facing))
    index = list(level.units).index(name)
    people.unit[rows] = index
    people.radius[rows], people.mass[rows], people.free_speed[rows] = kind.radius, kind.mass, kind.run
    people.brace[rows] = kind.brace[posture]
    people.heading[rows] = people.slot_heading[rows] = facing
    present_from(people, rows, np.full(len(rows), _comes(written)))
    return Unit(
        name=name,
        index=index,
        type=kind,
        agency=written.agency,
        label=f"{kind.call}{_number(level, name)}",
        rows=rows,
        centre=level.place.ground.zones[written.at].centre.copy(),
        facing=facing,
        formation=formation_of(written, kind),
        posture=posture,
        on_request=written.on_request.arrives_after if written.on_request else None,
        guards=written.guards,
        queue=[Guard(zone=ZoneName(written.guards))] if written.guards else [],
        queued_by=["script"] if written.guards else [],
        water=kind.tank,
    )


def seat_of(level: Level, name: str) -> Seat:
    """Who may give orders, and to which units."""
    seat = level.seats[name]
    units = tuple(level.units if seat.commands is None else map(str, seat.commands))
    return Seat(name, seat.rank, units, seat.played_by)


def _comes(written: Written) -> int:
    """Tick at which a unit is there."""
    if written.on_request or not written.deployed:
        return NEVER
    return int(np.ceil((written.arrives or 0.0) * TICKS_PER_SECOND))


def _number(level: Level, name: str) -> int:
    """1 for the first unit of its call letters, 2 for the next."""
    calls = {unit: level.catalogue.units[written.type].call for unit, written in level.units.items()}
    return [unit for unit in calls if calls[unit] == calls[name]].index(name) + 1
