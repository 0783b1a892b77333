import numpy as np
import pytest

from tests.parade import asked, block, ground, let_pass, off_slot, order, until_done


@pytest.fixture
def line():
    """Thirty officers in two ranks, a crowd eight metres before them."""
    world = ground(A=block(30, 13, 15, 2), c=block(39, 15, 10, 2))
    order(world, "form", unit="a", formation={"bersaf": {"ranks": 2}}, at=[31, 20])
    until_done(world, "a", 30.0)
    return world


def test_it_steps_back_in_close_ranks_facing_the_crowd(line):
    order(line, "withdraw", unit="a", metres=10)
    let_pass(line, 10.0)
    rows = line.units["a"].rows
    assert line.units["a"].posture == "mundur_teratur"
    assert np.abs(line.people.heading[rows]).max() < 0.2
    assert line.people.velocity[rows, 0].mean() == pytest.approx(-0.47, abs=0.05)
    assert off_slot(line, "a").max() < 0.35


def test_nobody_turns_their_back_to_the_end(line):
    order(line, "withdraw", unit="a", metres=6)
    rows, most = line.units["a"].rows, 0.0
    for _ in range(200):
        let_pass(line, 0.1)
        most = max(most, float(np.abs(line.people.heading[rows]).max()))
    assert most < 0.3
    assert line.units["a"].centre.tolist() == pytest.approx([25.0, 20.0])
    assert line.units["a"].posture == "siap"


def test_a_withdrawal_off_the_ground_is_refused(line):
    assert asked(line, "withdraw", unit="a", metres=40).code == "outside"
