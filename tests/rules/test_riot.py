"""A crowd that does its worst: every act at once, saved and gone on with, and what holds all the while."""

import numpy as np
import pytest

from game.rules.acts.act import LOOKS_ROUND, acting
from game.rules.behaviours.protest import Protest
from game.world.state import load, save, state_hash
from game.world.world import REBUILD_EVERY, TICKS_PER_SECOND
from tests.crowds import live_for
from tests.pictures import picture

ROWS = ["LL......" + "cxcc" * 4 + "b..X"] * 8


def riot(seed=3):
    world = picture("\n".join(ROWS), plans={"c": (Protest(),), "x": (Protest(),)}, seed=seed)
    people = world.people
    people.arrives[:] = -LOOKS_ROUND
    enraged = np.flatnonzero(people.civilian & (np.arange(len(people)) % 3 > 0))
    for feeling, value in (("anger", 0.9), ("trust", 0.1), ("unity", 0.5)):
        getattr(people, feeling)[enraged] = getattr(people, f"{feeling}_base")[enraged] = value
    people.expressiveness[enraged] = 0.9
    return world


@pytest.fixture(scope="module")
def half_way():
    """Six seconds before a whole minute, so that a checkpoint falls into the barrage."""
    world = riot()
    world.tick = REBUILD_EVERY - 6 * TICKS_PER_SECOND
    live_for(world, 6)
    return world


def test_stones_fly_while_it_is_saved(half_way):
    assert len(half_way.missiles.thrower) > 0
    assert len(half_way.sightings) > 0
    assert all(told[0] <= half_way.tick for told in half_way.missiles.told.values())


def test_what_was_saved_in_a_riot_goes_on_bit_for_bit(half_way):
    kept, again = save(half_way), riot(seed=8)
    load(again, kept)
    assert state_hash(again) == state_hash(half_way)
    live_for(again, 3)
    live_for(half_way, 3)
    assert state_hash(again) == state_hash(half_way)


def test_the_same_seed_riots_alike_and_another_does_not():
    hashes = []
    for seed in (3, 3, 4):
        world = riot(seed)
        live_for(world, 4)
        hashes.append(state_hash(world))
    assert hashes[0] == hashes[1] != hashes[2]


def test_every_change_of_feeling_in_a_riot_is_booked():
    world = riot()
    before = {name: getattr(world.people, name).copy() for name in ("anger", "fear", "trust", "unity")}
    live_for(world, 8)
    for number, (name, was) in enumerate(before.items()):
        booked = world.causes.sums[:, number].sum(axis=1)
        assert np.abs(getattr(world.people, name) - was - booked).max() < 1e-9
    assert acting(world, "jeer").any()
