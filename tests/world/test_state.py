import dataclasses

import numpy as np
import pytest

from game.rules.commands.hold import Hold as HoldOrder
from game.rules.formations.bersaf import Bersaf
from game.rules.tasks.hold import Hold
from game.rules.tasks.move import Move
from game.rules.tasks.warn import Warn
from game.world.air import Jet, Missiles
from game.world.causes import Causes
from game.world.crush import Crush
from game.world.custody import Arrest, Sighting
from game.world.gates import Gate
from game.world.people import People
from game.world.quantities import Text
from game.world.rumours import Hearsay
from game.world.state import GIVEN, TRANSIENT, changing, load, save, state_hash
from game.world.things import Fire
from game.world.units import Unit
from game.world.wheels import Driver
from game.world.world import OrderInAir, ScriptMemory, World
from tests.pictures import picture

SQUARE = """
    cccc....LLL
    cbc.....LLL
    ccc..A..N..
"""


STRIP = np.array([(5.0, 0.9), (6.0, 0.9), (6.0, 1.1), (5.0, 1.1)])
GATE = Gate("gerbang", Text("Gerbang", "Gate"), np.array([(5.0, 1.0), (6.0, 1.0)]), (STRIP,))


def square(seed: int = 0) -> World:
    """The square, with a gate in it."""
    world = picture(SQUARE, seed=seed)
    world.ground.gates["gerbang"] = GATE
    return world


PARTS = ("people", "units", "script", "causes", "talks")  # asked one by one, or not there


def half_way():
    """A task that has got on."""
    task = Move(to=[3.0, 4.5], facing=90.0)
    task.since, task.heading = 1700, 0.1
    return task


@pytest.fixture
def busy() -> World:
    """A World in which everything that can change has changed."""
    world = square()
    world.tick, world.flag, world.threat, world.orders_sent = 1800, "kuning", 3, 7
    world.rng.uniform(size=11)
    world.air.append(OrderInAir(7, "danton", HoldOrder("a"), 1834, 12))
    world.facilitating["n"] = 2400
    world.script.fired["berita"], world.script.holding["ramai"] = 2, 1500
    world.script.happened["hurt"], world.script.shields_seen["supporter"] = 900, 600
    unit = world.units["l"]
    unit.task, unit.queue, unit.goal = half_way(), [Hold(), Warn(2)], np.array([3.0, 4.5])
    unit.queued_by, unit.heard_from = ["danton", "kapolres"], "kapolres"
    unit.warned_at[2], unit.requested, unit.ordered_by, unit.strain, unit.water = 900, 60, "danton", 0.4, 800.0
    world.warned_of["spray"], world.exits_shut = 850, ["keluar"]
    world.gates_shut, world.gates_closing, world.gates_broken = ["gerbang"], ["belakang"], ["samping"]
    world.gate_load["gerbang"] = np.array([200.0, 300.0])
    world.crushes.append(Crush(np.array([1.0, 2.0]), 880, 890, "early", 12, 6.5, ["density"], True))
    world.crowding = np.ones((3, 4))
    world.jets["l"] = Jet(np.array([1.0, 2.0]), "jet", np.array([3.0, 4.0]), 5)
    world.missiles = Missiles(
        np.ones((1, 3)), np.ones((1, 3)), np.array([2]), np.array([6]), {"supporter": [800, 6]}, {"l": 2}
    )
    world.fires.append(Fire(np.array([1.0, 1.0]), 700, 90.0, 2))
    world.drivers[3], world.staggering[2] = Driver(-1, 1.4, 0.1, True, 0.0, 0.0, 0.5, 900), 880
    world.sightings.append(Sighting(2, "throw", 800, "l", 6))
    world.arrests.append(Arrest(2, "l", "Bripka Arun", "kapolres", 900, "throw", 800, "l"))
    half = np.arange(len(world.people)) % 2 == 0
    world.rumours.append(Hearsay(-0.1, 3, half, half.copy()))
    world.causes.book(world.people, "anger", "news", np.full(len(world.people), 0.1), event=3)
    return world


def test_a_world_that_is_loaded_is_the_world_that_was_saved(busy):
    again = square(seed=5)
    load(again, save(busy))
    assert state_hash(again) == state_hash(busy)
    assert again.air == busy.air
    assert again.units["l"].task == half_way()
    assert again.units["l"].warned_at == {2: 900}
    assert again.rng.uniform() == busy.rng.uniform()


def test_a_loaded_world_shares_nothing_with_the_saved_one(busy):
    again = square()
    load(again, save(busy))
    before = state_hash(again)
    busy.people.anger += 0.2
    busy.units["l"].task.to[0] = 1.0
    busy.air.clear()
    assert state_hash(again) == before


def test_senses_bodies_and_quickest_ways_are_made_anew_after_loading(busy):
    again = square()
    again.senses = again.bodies = again.quickest["zona",] = object()
    load(again, save(busy))
    assert again.senses is None
    assert again.bodies is None
    assert not again.quickest


def changes_of(busy: World):
    """(what, how to change it) for each field that is saved."""
    yield from ((World, name, busy) for name in changing(World) if name not in PARTS)
    yield from ((People, name, busy.people) for name in changing(People))
    yield from ((Unit, name, busy.units["l"]) for name in changing(Unit))
    yield from ((ScriptMemory, name, busy.script) for name in changing(ScriptMemory))
    yield from ((Causes, name, busy.causes) for name in changing(Causes))


def different(value):
    match value:
        case np.ndarray() if value.dtype == np.bool_:
            return ~value
        case np.ndarray():
            return value + 1
        case np.random.Generator():
            return np.random.default_rng(999)
        case str():
            return value + "x"
        case bool() | int() | float():
            return value + 1
        case dict() | list():
            return type(value)()
    return None


def test_every_field_that_changes_changes_the_hash(busy):
    before = state_hash(busy)
    for record, name, holder in list(changes_of(busy)):
        kept = getattr(holder, name)
        setattr(holder, name, different(kept) if name != "formation" else Bersaf())
        assert state_hash(busy) != before, f"{record.__name__}.{name}"
        setattr(holder, name, kept)
    assert state_hash(busy) == before


def test_what_is_left_out_is_still_there_by_that_name():
    for left_out in (GIVEN, TRANSIENT):
        for record, names in left_out.items():
            assert set(names) <= {field.name for field in dataclasses.fields(record)}
