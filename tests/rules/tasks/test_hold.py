import numpy as np
import pytest

from game.rules.tasks.task import TaskDone
from tests.parade import block, ground, heard, let_pass, order, until_done


@pytest.mark.parametrize("wall", [[], [(30, y) for y in range(40) if not 18 <= y < 22]])
def test_a_unit_on_the_march_stops_where_it_is(wall):
    world = ground(A=block(10, 15, 10), wall=wall)
    order(world, "move", unit="a", to=[45, 20])
    let_pass(world, 8.0)
    here = world.people.position.mean(axis=0)
    order(world, "hold", unit="a")
    until_done(world, "a", 20.0)
    unit = world.units["a"]
    assert np.hypot(*(world.people.position.mean(axis=0) - here)) < 2.5
    assert (unit.task, unit.goal) == (None, None)
    assert heard(world, TaskDone)[-1].doing == "hold"


def test_it_forgets_what_was_queued():
    world = ground(A=block(10, 15, 10))
    order(world, "move", unit="a", to=[45, 20])
    order(world, "face", unit="a", facing=90, queue=True)
    let_pass(world, 1.0)
    order(world, "hold", unit="a")
    let_pass(world, 0.1)
    assert world.units["a"].queue == []
