import numpy as np
import pytest

from game.world.world import Seat
from tests.talking import FRONT, later, live, of, refusal, talk, talking, tell, told, turn

FAR = """
    ......................................................
    .N.....A.................................cccccc.......
    .N.....A.................................cccccc.......
    .......A.................................cccccc.......
    .......A.................................cccccc.......
    ......................................................
"""


def apart(world):
    """M between the coordinator and the nearest negotiator."""
    here = world.people.position[of(world).korlap]
    return np.hypot(*(world.people.position[world.units["n"].rows] - here).T).min()


def test_negotiators_walk_up_and_he_comes_to_meet_them():
    world = talking(korlap=14, text=FAR)
    start = world.people.position[14].copy()
    tell(world, "listen")
    for _ in range(60):
        live(world, 1.0)
        if of(world).standing == "open":
            break
    assert (of(world).unit, of(world).standing) == ("n", "open")
    assert world.people.position[14, 0] < start[0] - 5.0
    live(world, 3.0)
    assert 1.5 < apart(world) < 4.0


def test_who_is_within_reach_need_not_walk():
    world = talking()
    tell(world, "listen")
    talk(world, 0.5)
    assert of(world).standing == "open"
    assert told(world, "talks_opened")[0].actor == "n"


@pytest.mark.parametrize(("say", "takes"), [("listen", 20.0), ("explain", 15.0)])
def test_a_turn_takes_its_time(say, takes):
    world = talking()
    tell(world, say)
    talk(world, takes - 1.0)
    assert world.units["n"].task is not None
    talk(world, 2.0)
    assert world.units["n"].task is None
    assert of(world).said.keys() == {say}
    assert told(world, "task_done")[0].doing == f"negotiate.{say}"


def test_turns_are_queued_and_judged_when_they_come():
    world = talking()
    hearing = {"offer": {"what": "hearing", "to": "hear_us"}}
    assert refusal(world, hearing) == "demand_unheard"
    tell(world, "listen")
    tell(world, hearing, queue=True)
    tell(world, {"offer": {"what": "hearing", "to": "recount"}}, queue=True)
    talk(world, 22.0)
    assert of(world).heard == ["hear_us"]
    talk(world, 60.0)
    assert told(world, "refused")[-1].why.code == "demand_unheard"
    assert of(world).promises[0].what == "hearing"


def test_who_cannot_be_reached_is_given_up():
    walls = """
        ...........###..
        .N........#...#.
        .N........#.c.#.
        ..........#...#.
        ...........###..
    """
    world = talking(korlap=0, text=walls)
    tell(world, "listen")
    talk(world, 0.5)
    assert told(world, "refused")[-1].why.code == "korlap_out_of_reach"
    assert world.units["n"].task is None


def test_who_never_gets_through_gives_up_in_the_end():
    world = talking(korlap=14, text=FAR)
    tell(world, "listen")
    talk(world, 5.0)  # nobody walks
    later(world, 400.0)
    assert told(world, "refused")[-1].why.code == "korlap_out_of_reach"


def another_unit_talks(world):
    world.units["a"].type = world.units["n"].type
    tell(world, "listen", unit="a")
    talk(world, 0.5)


def give_time(world):
    turn(world, {"promise": {"what": "time", "to": "2m"}})
    later(world, 130.0)


REFUSALS = {
    "nobody_to_talk_to": (lambda world: setattr(world, "talks", None), "listen"),
    "korlap_gone": (lambda world: world.people.present.__setitem__(FRONT, False), "listen"),
    "korlap_held": (lambda world: world.people.custody.__setitem__(FRONT, 0), "listen"),
    "korlap_fallen": (lambda world: world.people.fallen.__setitem__(FRONT, True), "listen"),
    "another_talks": (another_unit_talks, "listen"),
    "delegation_size": (None, {"offer": {"what": "delegation", "to": 1}}),
    "time_unfit": (None, {"offer": {"what": "time", "to": "soon"}}),
    "unknown_exit": (None, {"offer": {"what": "route", "to": "utara"}}),
    "exit_is_open": (None, {"promise": {"what": "route", "to": "keluar"}}),
    "demand_unheard": (None, {"promise": {"what": "hearing", "to": "hear_us"}}),
    "nobody_can_grant": (lambda world: of(world).granters.clear(), {"offer": {"what": "delegation", "to": 3}}),
    "promised_already": (
        lambda world: turn(world, {"promise": {"what": "time", "to": "2m"}}),
        {"offer": {"what": "time", "to": "2m"}},
    ),
    "delegation_under_way": (
        lambda world: turn(world, {"promise": {"what": "delegation", "to": 2}}),
        {"offer": {"what": "delegation", "to": 3}},
    ),
    "unknown_unit": (lambda world: world.units.pop("n"), "listen"),
    "unit_down": (lambda world: world.people.fallen.__setitem__(world.units["n"].rows, True), "listen"),
}


@pytest.mark.parametrize("code", REFUSALS)
def test_what_cannot_be_said_is_refused_in_words_and_changes_nothing(code):
    world = talking()
    prepare, say = REFUSALS[code]
    if prepare is not None:
        prepare(world)
    said = len(world.said)
    assert refusal(world, say) == code
    assert len(world.said) == said


def test_a_line_does_not_negotiate():
    assert refusal(talking(), "listen", unit="a") == "not_for_this_type"


def test_a_way_out_that_was_given_is_not_given_again():
    world = talking()
    world.exits_shut = ["keluar"]
    turn(world, {"promise": {"what": "route", "to": "keluar"}})
    world.exits_shut = []
    later(world, 1.0)
    world.exits_shut = ["keluar"]
    assert refusal(world, {"offer": {"what": "route", "to": "keluar"}}) == "given_already"


def test_time_can_be_given_once_more_when_it_is_over():
    world = talking()
    give_time(world)
    assert told(world, "promise_kept")
    assert refusal(world, {"promise": {"what": "time", "to": "2m"}}) is None


def test_what_needs_a_rank_is_refused_to_a_lower_one():
    world = talking()
    time = {"offer": {"what": "time", "to": "5m"}}
    assert refusal(world, time, seat="danton") is None  # the doctrine of tests says nothing of it
    world.seats["regu"] = Seat("regu", "danton", (), "nobody")
    assert refusal(world, time, seat="regu") == "not_yours"


def test_a_coordinator_who_is_taken_while_he_speaks_is_not_heard():
    world = talking()
    tell(world, "listen")
    talk(world, 10.0)
    world.people.custody[FRONT] = 1
    talk(world, 1.0)
    assert told(world, "refused")[-1].why.code == "korlap_held"
    assert of(world).heard == []


def test_a_unit_with_other_orders_leaves_the_talk_to_others():
    world = talking()
    world.units["a"].type = world.units["n"].type
    tell(world, "listen")
    talk(world, 5.0)
    assert refusal(world, "listen", unit="a") == "another_talks"
    world.units["n"].task = None
    assert refusal(world, "listen", unit="a") is None
