"""Crowd-model.md 3.6, P13: a rumour crosses a dense crowd within minutes, and an explanation halves what it did."""

import numpy as np
import pytest

from game.rules import rumours, senses
from game.rules.commands.rumour import Rumour
from game.world.causes import CAUSES, FEELINGS
from game.world.state import load, save, state_hash
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import picture

DENSE = "\n".join(["c" * 16] * 12)  # 1.5 people/m² at 0.82 m


def crowd(text: str = DENSE, seed: int = 1) -> World:
    world = picture(text, cell=0.82, seed=seed)
    senses.sense(world)
    return world


def minutes(world: World, count: float) -> None:
    """Let people talk for so long, standing where they are."""
    for _ in range(round(60 * count)):
        rumours.spread(world)
        world.tick += TICKS_PER_SECOND


@pytest.mark.parametrize("seed", range(3))
def test_a_rumour_crosses_a_dense_crowd_within_five_minutes(seed):
    world = crowd(seed=seed)
    Rumour("supporter", -0.1).apply(world, "script")
    assert world.rumours[0].heard.sum() == rumours.STARTERS
    minutes(world, 5)
    assert world.rumours[0].heard.mean() >= 0.6


def test_who_believes_it_trusts_less_and_remembers_why():
    world = crowd()
    before = world.people.trust.copy()
    Rumour("supporter", -0.1).apply(world, "script")
    minutes(world, 0.2)
    heard = world.rumours[0].heard
    assert 0 < heard.sum() < len(heard)
    assert np.allclose(world.people.trust - before, np.where(heard, -0.1, 0.0))
    booked = world.causes.sums[:, FEELINGS.index("trust"), CAUSES.index("news")]
    assert np.allclose(booked, world.people.trust - before)
    assert set(world.causes.latest[heard, CAUSES.index("news")]) == {world.rumours[0].event}


def test_it_does_not_jump_over_an_empty_street():
    world = crowd("cccc........cccc\ncccc........cccc")
    rumours.begin(world, np.flatnonzero(world.people.position[:, 0] < 5.0), -0.1, 0)
    minutes(world, 5)
    assert np.array_equal(world.rumours[0].heard, world.people.position[:, 0] < 5.0)


def test_an_explanation_halves_what_it_did_to_trust():
    told, silent = crowd(), crowd()
    for world in (told, silent):
        Rumour("supporter", -0.1).apply(world, "script")
        world.senses.facilitation[:] = 1.0 if world is told else 0.0
        minutes(world, 5)
    lost = [0.7 - world.people.trust.mean() for world in (told, silent)]
    assert lost[0] <= 0.6 * lost[1]
    assert not told.rumours[0].tells.all()


def test_who_was_told_better_passes_it_on_no_more():
    world = crowd()
    Rumour("supporter", -0.1).apply(world, "script")
    rumours.correct(world, np.arange(len(world.people)))
    minutes(world, 5)
    assert world.rumours[0].heard.sum() == rumours.STARTERS
    assert world.people.trust.min() == pytest.approx(0.7 - 0.1 * (1.0 - rumours.TAKEN_BACK))


def test_good_news_goes_round_the_same_way():
    world = crowd()
    Rumour("supporter", 0.1).apply(world, "script")
    minutes(world, 5)
    assert world.people.trust.mean() > 0.75


def test_a_rumour_among_people_who_are_not_there_begins_with_nobody():
    world = crowd()
    world.people.present[:] = False
    Rumour("supporter", -0.1).apply(world, "script")
    minutes(world, 1)
    assert not world.rumours[0].heard.any()


def test_only_the_script_and_the_instructor_start_rumours_and_only_in_a_group_there_is():
    world = crowd()
    assert Rumour("supporter", -0.1).check(world, "script") is None
    assert Rumour("supporter", -0.1).check(world, "kapolres").code == "only_instructor"
    assert Rumour("nobody", -0.1).check(world, "script").code == "unknown_group"


def test_a_saved_world_goes_on_with_its_rumours():
    world, again = crowd(), crowd()
    Rumour("supporter", -0.1).apply(world, "script")
    minutes(world, 1)
    load(again, save(world))
    assert state_hash(again) == state_hash(world)
    senses.sense(again)
    for each in (world, again):
        minutes(each, 1)
    assert state_hash(again) == state_hash(world)
