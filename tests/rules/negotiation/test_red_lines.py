import numpy as np
import pytest

from game.level.crowd import RedLine
from game.rules import force
from game.rules.negotiation import red_lines
from tests.talking import later, mean, of, refusal, talk, talking, tell, told, turn


def use_force(world, level=4, place=(20.0, 5.0)):
    """The line uses force at `place` m."""
    row = world.groups[0].rows[:1]
    force.use(world, world.units["a"], "push", level=level, place=np.array(place), radius=1.0, severity=0.2, hit=row)


def opened(**lines):
    """Talks that have begun."""
    return turn(talking(**lines), "listen")


def test_force_in_his_sight_breaks_the_talks_off():
    world = opened()
    trust = mean(world, "trust")
    use_force(world)
    talk(world, 1.0)
    assert of(world).standing == "broken"
    (broken,) = told(world, "talks_broken")
    assert broken.broken_by == "force"
    assert broken.because == (told(world, "force_used")[0].id,)
    assert mean(world, "trust") < trust


@pytest.mark.parametrize(("level", "place"), [(2, (20.0, 5.0)), (4, (20.0, 90.0))])
def test_words_and_force_far_away_do_not(level, place):
    world = opened()
    use_force(world, level, place)
    talk(world, 1.0)
    assert of(world).standing == "open"


def test_force_behind_a_house_does_not():
    text = """
        ..............#....
        .....N..cccc..#....
        .....N..cccc..#..A.
        ........cccc..#..A.
        ..............#....
    """
    world = turn(talking(korlap=0, text=text), "listen")
    use_force(world, place=(17.0, 2.0))
    talk(world, 1.0)
    assert of(world).standing == "open"
    use_force(world, place=(12.5, 2.0))
    talk(world, 1.0)
    assert of(world).standing == "broken"


def test_after_a_time_to_cool_talks_begin_again_at_lower_trust():
    world = opened()
    trust = mean(world, "trust")
    use_force(world)
    talk(world, 1.0)
    assert refusal(world, "listen") == "talks_cool"
    later(world, 60.0)
    assert refusal(world, "listen") is None
    turn(world, "listen")
    assert of(world).standing == "open"
    assert len(told(world, "talks_opened")) == 2
    assert mean(world, "trust") < trust


def test_a_turn_that_force_cuts_short_is_not_taken():
    world = talking()
    tell(world, "listen")
    talk(world, 10.0)
    use_force(world)
    talk(world, 2.0)
    assert world.units["n"].task is None
    assert of(world).heard == []
    assert told(world, "refused")[-1].why.code == "talks_cool"


def show_shields(world):
    """The platoon stands there in full kit."""
    world.units["a"].posture = "siaga"


def test_shields_before_a_word_are_a_red_line_crossed():
    world = talking(red_lines=("shields_first",))
    show_shields(world)
    talk(world, 2.0)
    assert of(world).crossed == ["shields_first"]
    assert told(world, "shields_seen")[0].actor == "supporter"
    assert of(world).standing == "none"


def test_shields_after_the_first_word_are_none():
    world = opened(red_lines=("shields_first",))
    show_shields(world)
    talk(world, 5.0)
    assert of(world).crossed == []
    assert world.script.shields_seen


def test_the_first_force_is_a_red_line_only_while_the_crowd_is_orderly():
    for threat, crossed in ((1, ["force_first"]), (3, [])):
        world = opened(red_lines=("force_first",))
        world.threat = threat
        use_force(world)
        talk(world, 1.0)
        assert of(world).crossed == crossed
        assert len(told(world, "talks_broken")) == 1


def test_taking_the_coordinator_ends_all_talk():
    world = opened(red_lines=("arrest_of_korlap",))
    world.people.custody[of(world).korlap] = 0
    talk(world, 2.0)
    assert told(world, "talks_broken")[0].broken_by == "arrest_of_korlap"
    world.people.custody[:] = -1
    later(world, 200.0)
    assert len(told(world, "red_line_crossed")) == 1


def test_no_answer_for_five_minutes_ends_it():
    world = opened(red_lines=("no_answer",))
    later(world, 290.0)
    assert of(world).standing == "open"
    later(world, 15.0)
    assert told(world, "talks_broken")[0].broken_by == "no_answer"


def test_a_kept_promise_is_an_answer():
    world = turn(opened(red_lines=("no_answer",)), {"promise": {"what": "time", "to": "4m"}})
    later(world, 245.0)
    assert told(world, "promise_kept")
    later(world, 120.0)
    assert of(world).standing == "open"


def test_every_red_line_a_level_may_name_has_a_rule():
    assert set(red_lines.CROSSED) | {"force_first"} == set(RedLine.__args__)
