import dataclasses

import numpy as np
import pytest

from game.world.causes import Causes
from game.world.people import People
from game.world.state import GIVEN, TRANSIENT, changing, load, save, state_hash
from game.world.units import Task, Unit
from game.world.world import Command, OrderInAir, ScriptMemory, World
from tests.pictures import picture

SQUARE = """
    cccc....LLL
    cbc.....LLL
    ccc..A..N..
"""


@dataclasses.dataclass
class Wait(Task):
    """A task with some state."""

    steps: int = 0

    def begin(self, world, unit):
        return None

    def step(self, world, unit):
        self.steps += 1

    def done(self, world, unit):
        return self.steps > 9


@dataclasses.dataclass(frozen=True)
class Whistle(Command):
    """An order on its way."""

    unit: str

    def check(self, world, seat):
        return None

    def apply(self, world, seat):
        world.units[self.unit].take(Wait())


@pytest.fixture(autouse=True, scope="module")
def words_of_this_file_only_here():
    yield
    Task.words.pop("wait", None)
    Command.words.pop("whistle", None)


@pytest.fixture
def busy() -> World:
    """A World in which everything that can change has changed."""
    world = picture(SQUARE)
    world.tick, world.flag, world.threat, world.orders_sent = 1800, "kuning", 3, 7
    world.rng.uniform(size=11)
    world.air.append(OrderInAir(7, "danton", Whistle("a"), 1834, 12))
    world.facilitating["n"] = 2400
    world.script.fired["berita"], world.script.holding["ramai"] = 2, 1500
    unit = world.units["l"]
    unit.task, unit.queue, unit.goal = Wait(4), [Wait(), Wait(1)], np.array([3.0, 4.5])
    unit.warned_at[2] = 900
    world.causes.book(world.people, "anger", "news", np.full(len(world.people), 0.1), event=3)
    return world


def test_a_world_that_is_loaded_is_the_world_that_was_saved(busy):
    again = picture(SQUARE, seed=5)
    load(again, save(busy))
    assert state_hash(again) == state_hash(busy)
    assert again.air == busy.air
    assert again.units["l"].task == Wait(4)
    assert again.units["l"].warned_at == {2: 900}
    assert again.rng.uniform() == busy.rng.uniform()


def test_a_loaded_world_shares_nothing_with_the_saved_one(busy):
    again = picture(SQUARE)
    load(again, save(busy))
    before = state_hash(again)
    busy.people.anger += 0.2
    busy.units["l"].task.step(busy, busy.units["l"])
    busy.air.clear()
    assert state_hash(again) == before


def test_senses_and_bodies_are_made_anew_after_loading(busy):
    again = picture(SQUARE)
    again.senses = again.bodies = object()
    load(again, save(busy))
    assert again.senses is None
    assert again.bodies is None


def changes_of(busy: World):
    """(what, how to change it) for each field that is saved."""
    yield from ((World, name, busy) for name in changing(World) if name not in ("people", "units", "script", "causes"))
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
        setattr(holder, name, different(kept) if name != "formation" else Wait())
        assert state_hash(busy) != before, f"{record.__name__}.{name}"
        setattr(holder, name, kept)
    assert state_hash(busy) == before


def test_what_is_left_out_is_still_there_by_that_name():
    for left_out in (GIVEN, TRANSIENT):
        for record, names in left_out.items():
            assert set(names) <= {field.name for field in dataclasses.fields(record)}
