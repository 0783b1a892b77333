from dataclasses import replace

import numpy as np
import pytest

from game.session.dealings import PromiseView
from game.session.staff.conversation import IN_REACH, Conversation
from game.session.staff.patience import Patience
from tests.session.views import TALKS, unit_of

KNOWN = {"demands": ("recount",), "standing": "open"}


def said(look, **view):
    """What is said first to this view by somebody fresh."""
    shown = look(**view)
    return Conversation(Patience()).orders(shown, unit_of(shown, "negosiator"))


def through(look, seconds, talks):
    """Words of all turns taken through these `seconds` while nothing changes."""
    conversation, turns = Conversation(Patience()), []
    for second in seconds:
        view = look(seconds=float(second), talks=talks)
        turns += [order.say.word for order in conversation.orders(view, unit_of(view, "negosiator"))]
    return turns


def test_who_talks_listens_first(look):
    (order,) = said(look, talks={})
    assert (order.word, order.unit, order.say.word) == ("negotiate", "n", "listen")


def test_without_a_coordinator_nobody_is_talked_to(look):
    assert said(look, talks=None) == []


def test_what_is_known_is_explained_and_then_a_hearing_of_the_first_demand_is_offered(look):
    assert through(look, range(10, 13), KNOWN) == ["explain", "offer", "listen"]


def test_a_hearing_turned_down_is_followed_by_the_offer_of_a_delegation(look):
    conversation = Conversation(Patience({"explain": np.inf}))
    view = look(talks=KNOWN | {"refused": ("hearing:recount",)})
    (order,) = conversation.orders(view, unit_of(view, "negosiator"))
    assert (order.say.what, order.say.to) == ("delegation", "5")


def test_what_was_asked_for_instead_is_offered(look):
    conversation = Conversation(Patience({"explain": np.inf}))
    view = look(talks=KNOWN | {"counter": "delegation:7"})
    (order,) = conversation.orders(view, unit_of(view, "negosiator"))
    assert (order.say.what, order.say.to) == ("delegation", "7")


def test_nothing_is_offered_while_a_word_is_still_to_be_kept(look):
    given = PromiseView("hearing", "recount", 600.0, None)
    assert "offer" not in through(look, range(10, 300, 5), KNOWN | {"promises": (given,)})


def test_delegates_who_wait_are_led_to_where_they_are_heard(look):
    (order,) = said(look, talks=KNOWN | {"delegates": (1, 2), "stage": "waiting"})
    assert (order.word, order.to) == ("escort", "ruang-pleno")


@pytest.mark.parametrize("task", ["negotiate", "escort"])
def test_who_is_at_it_is_not_interrupted(look, task):
    view = look(talks={})
    busy = replace(unit_of(view, "negosiator"), task=task)
    assert Conversation(Patience()).orders(view, busy) == []


def test_talks_that_broke_are_left_to_cool_and_then_taken_up_again(look):
    broken = {"standing": "broken", "since": 100.0}
    assert said(look, seconds=130.0, talks=broken) == []
    assert len(said(look, seconds=170.0, talks=broken)) == 1


def test_nobody_runs_after_a_coordinator_who_is_far_away_or_gone(look):
    view = look(talks={})
    unit = unit_of(view, "negosiator")
    far, gone = view.position.copy(), view.present.copy()
    far[TALKS.korlap, 0], gone[TALKS.korlap] = unit.centre[0] + IN_REACH + 1.0, False
    for changed in (replace(view, position=far), replace(view, present=gone)):
        assert Conversation(Patience()).orders(changed, unit) == []


def test_talking_never_dies_down(look):
    turns = through(look, range(10, 610), KNOWN | {"received": 5})
    assert turns.count("listen") >= 9
    assert turns.count("explain") == 5
