import numpy as np
import pytest

from game.rules.behaviours.circle import Circle
from tests.crowds import live_for
from tests.pictures import picture

FIELD = ".........\n.........\n....Z....\n.........\n...c....."


@pytest.mark.parametrize(("clockwise", "sense"), [(False, 1.0), (True, -1.0)])
def test_goes_round_and_keeps_its_distance(clockwise, sense):
    world = picture(FIELD, cell=1.5, plans={"c": (Circle("zona", clockwise),)})
    middle, turned = world.ground.zones["zona"].centre, 0.0
    first = np.hypot(*(world.people.position[0] - middle))
    for _ in range(60):
        before = np.arctan2(*(world.people.position[0] - middle)[::-1])
        live_for(world, 0.5)
        after = np.arctan2(*(world.people.position[0] - middle)[::-1])
        turned += (after - before + np.pi) % (2 * np.pi) - np.pi
        assert np.hypot(*(world.people.position[0] - middle)) == pytest.approx(first, abs=0.4)
    assert turned * sense > 2 * np.pi
