import dataclasses

import numpy as np
import pytest

from game.rules import lob, missiles, throwing
from game.rules.acts.act import LOOKS_ROUND
from game.rules.behaviours.protest import Protest
from game.world.air import Missiles
from game.world.world import TICK
from tests.crowds import live_for
from tests.pictures import picture

SQUARE = "\n".join(["L" + "." * 24 + "c"] * 6)


def stones(world, at, velocity, count=1, thrower=0):
    """`count` stones at one place."""
    many = np.ones((count, 1))
    world.missiles = Missiles(
        many * np.array(at, dtype=float),
        many * np.array(velocity, dtype=float),
        np.full(count, thrower),
        np.full(count, 7),
    )
    return world


def flight(world, seconds=5.0):
    """Where one stone is at each tick until it is down."""
    path = [world.missiles.position[0].copy()]
    while len(world.missiles.thrower) and len(path) < seconds / TICK:
        missiles.fly(world)
        path += [world.missiles.position[0].copy()] if len(world.missiles.thrower) else []
    return np.array(path)


def with_shields(world, share):
    """The line's shields stop `share` of what is thrown."""
    unit = world.units["l"]
    unit.type = dataclasses.replace(unit.type, shield={unit.posture: share})
    return unit


def test_a_stone_flies_a_parabola_and_falls_to_the_ground():
    world = stones(picture("." * 60 + "L"), (1.0, 0.5, 1.8), (15.0, 0.0, 15.0))
    path = flight(world)
    assert path[:, 2].max() == pytest.approx(1.8 + 15.0**2 / (2 * 9.81), abs=0.3)
    assert path[-1, 0] - 1.0 == pytest.approx(15.0 * 3.17, abs=1.0)
    assert len(world.missiles.thrower) == 0


def test_a_house_stops_it_and_so_does_the_rim():
    world = stones(picture("........####....\n........####....\n........####...L"), (1.0, 1.5, 1.8), (15.0, 0.0, 6.0))
    assert flight(world)[-1, 0] < 9.0
    world = stones(picture("L....."), (1.0, 0.5, 1.8), (20.0, 0.0, 10.0))
    assert flight(world)[-1, 0] <= 6.0


def test_throws_reach_their_officer_give_or_take_and_scatter_more_from_afar():
    spread = []
    for metres in (8, 30):
        world = picture("L" + "." * (metres - 1) + "c")
        rows, target = np.array([1 - world.units["l"].rows[0]]), world.people.position[world.units["l"].rows]
        landed = []
        for _ in range(80):
            velocity = lob.velocity(world, rows, target)[0]
            assert np.hypot(*velocity[:2]) <= 25.0
            fall = (velocity[2] + np.sqrt(velocity[2] ** 2 + 2 * 9.81 * 0.3)) / 9.81
            landed.append(metres - fall * np.hypot(*velocity[:2]))
        spread.append(np.std(landed))
        assert abs(np.mean(landed)) < 0.08 * metres
    assert spread[1] > 2.5 * spread[0]


def hits(drawing="L...............", shield=0.0, heading=0.0, at=1.5):
    """Two hundred stones, one after the other, on whoever stands a metre and a half from the left."""
    world = picture(drawing)
    if "l" in world.units:
        with_shields(world, shield)
    world.people.heading[:] = heading
    for _ in range(200):
        stones(world, (at, 0.5, 1.75), (-10.0, 0.0, -3.0))
        while len(world.missiles.thrower):
            missiles.fly(world)
        world.people.fallen[:] = False
    return world


def held(world):
    """Of each stone that struck an officer, whether a shield stopped it."""
    return [event.shielded for event in world.said if event.word == "struck"]


def test_a_shield_stops_its_share_from_before_and_nothing_from_behind():
    before, behind = held(hits(shield=0.9)), held(hits(shield=0.9, heading=np.pi))
    assert len(before) == len(behind) == 200
    assert 0.83 < np.mean(before) < 0.97
    assert not any(behind)


def test_who_is_hit_unshielded_may_be_hurt_and_the_news_says_by_what():
    world = hits()
    hurts = [event for event in world.said if event.word == "hurt"]
    assert world.people.hurt.all()
    assert {(event.by, event.because) for event in hurts} == {("missile", (7,))}


def test_a_shield_wall_that_stops_everything_has_nobody_hurt():
    assert not hits(shield=1.0).people.hurt.any()


def test_stones_that_fall_short_hit_whoever_stands_there():
    world = hits("c...............")
    assert world.people.hurt.all()
    assert held(world) == []


def test_an_angry_crowd_throws_at_the_line_and_it_is_told_now_and_then():
    world = picture(SQUARE, plans={"c": (Protest(),)})
    people = world.people
    for feeling, value in (("anger", 0.9), ("trust", 0.05), ("unity", 0.6), ("expressiveness", 0.9)):
        getattr(people, feeling)[people.civilian] = value
    people.anger_base[:], people.trust_base[:], people.arrives[:] = 0.9, 0.05, -LOOKS_ROUND
    people.free_speed[people.civilian] = 0.01
    live_for(world, 20)
    told = [event for event in world.said if event.word == "thrown_at"]
    assert (people.stones[people.civilian] < 6).all()
    assert np.diff([event.tick for event in told]).min() >= throwing.TOLD_EVERY
    assert {event.actor for event in told} == {"supporter"}
    struck = [event for event in world.said if event.word == "struck"]
    assert {event.because[0] for event in struck} <= {event.id for event in told}


def test_the_same_seed_throws_the_same_stones():
    worlds = [picture(SQUARE, plans={"c": (Protest(),)}, seed=4) for _ in range(2)]
    for world in worlds:
        world.people.anger[:] = world.people.anger_base[:] = 1.0
        world.people.trust[:] = world.people.trust_base[:] = 0.0
        world.people.expressiveness[:], world.people.arrives[:] = 0.9, -LOOKS_ROUND
        live_for(world, 9)
    assert len(worlds[0].missiles.thrower) or (worlds[0].people.stones < 6).any()
    assert np.array_equal(worlds[0].missiles.position, worlds[1].missiles.position)
    assert np.array_equal(worlds[0].people.hurt, worlds[1].people.hurt)
