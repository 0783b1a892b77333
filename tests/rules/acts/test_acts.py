import numpy as np

from game.rules.behaviours.behaviour import Behaviour
from game.rules.kinds import ACTS
from game.world.people import NOBODY
from tests.crowds import live_for
from tests.pictures import picture


def after_two_seconds(drawing, goal="protest", **feelings):
    world = picture(drawing, plans={"c": (Behaviour.read(goal),)})
    world.people.expressiveness[:] = 0.5  # who throws is more expressive
    for feeling, value in feelings.items():
        getattr(world.people, feeling)[:] = value
        if feeling != "fear":
            getattr(world.people, f"{feeling}_base")[:] = value
    live_for(world, 3)
    return world


def acts(world):
    return {ACTS[act] if act != NOBODY else "" for act in world.people.act[world.people.civilian]}


def test_the_stirred_chant_and_the_calm_are_quiet():
    assert acts(after_two_seconds("ccc", anger=0.5, unity=0.5)) == {"chant"}
    assert acts(after_two_seconds("ccc", anger=0.05, unity=0.05)) == {""}


def test_only_those_who_protest_chant():
    assert acts(after_two_seconds("ccc", goal="stroll", anger=0.5, unity=0.5)) == {""}


def test_the_hostile_jeer_at_officers_in_sight():
    assert acts(after_two_seconds("ccc.....L", anger=0.9, trust=0.1)) == {"jeer"}
    assert acts(after_two_seconds("ccc..#..L", anger=0.9, trust=0.1)) == {"chant"}


def test_officers_do_neither():
    world = after_two_seconds("ccc.....L", anger=0.9, trust=0.1)
    assert (world.people.act[~world.people.civilian] == NOBODY).all()


def test_an_act_is_kept_for_two_seconds_unless_its_opportunity_goes():
    world = after_two_seconds("cccccc", anger=0.5, unity=0.5)
    world.people.anger[:] = world.people.unity[:] = 0.0
    world.people.anger_base[:] = world.people.unity_base[:] = 0.0
    live_for(world, 1)
    assert (world.people.act == ACTS.index("chant")).any()
    live_for(world, 1.1)
    assert (world.people.act == NOBODY).all()


def test_who_runs_stops_chanting_at_once():
    world = after_two_seconds("cccccc...........X", anger=0.5, unity=0.5)
    world.people.fear[:] = 1.0
    live_for(world, 0.2)
    assert (world.people.act == NOBODY).all()
    assert np.hypot(*world.people.way.T).max() > 2.0
