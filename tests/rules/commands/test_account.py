import pytest

from game.rules.commands.account import Account, Accounted
from tests.parade import asked, ground, heard, order


@pytest.fixture
def square():
    """A square on which the flag has just been raised."""
    world = ground(A=[(5, 5)])
    order(world, "raise_flag", flag="kuning")
    return world


def test_the_reason_of_a_decision_is_recorded_with_the_decision(square):
    order(square, "account", event=0, why="crowd_changed", note="  Batu mulai dilempar. ")
    (told,) = heard(square, Accounted)
    assert (told.event, told.why, told.note, told.because) == (0, "crowd_changed", "Batu mulai dilempar.", (0,))


def test_nobody_accounts_for_what_has_not_happened_or_from_no_seat(square):
    assert asked(square, "account", event=7, why="other").code == "nothing_to_account_for"
    assert asked(square, "account", seat="nobody", event=0, why="other").code == "unknown_seat"


@pytest.mark.parametrize(
    "fields", [{"why": "because"}, {"why": "other", "note": "x" * 401}, {"why": "other", "event": -1}]
)
def test_reasons_that_cannot_be_read(fields):
    with pytest.raises(ValueError, match="validation error"):
        Account.read({"account": {"event": 0} | fields})
