import numpy as np

from game.rules import mood
from game.rules.why import Share, why
from tests.pictures import picture


def test_the_strongest_cause_comes_first_with_the_event_behind_it():
    world = picture("c..c")
    mood.hear(world, np.array([0]), cause="news", anger=0.1, event=3)
    mood.hear(world, np.array([0]), cause="himbauan", trust=0.2, event=4)
    mood.hear(world, np.array([0]), cause="news", anger=0.05, event=5)
    first, second = why(world, 0)
    assert (first.feeling, first.cause, first.event) == ("trust", "himbauan", 4)
    assert (second.feeling, second.cause, second.event) == ("anger", "news", 5)
    assert round(second.sum, 9) == 0.15


def test_who_was_not_moved_has_no_causes():
    world = picture("c..c")
    mood.hear(world, np.array([0]), cause="news", anger=0.1)
    assert why(world, 1) == []
    assert all(isinstance(share, Share) for share in why(world, 0))
