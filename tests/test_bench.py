import json

import numpy as np
import pytest

from game import bench
from game.cli import main
from game.rules.advance import STEPS


@pytest.fixture(scope="module")
def timing():
    return bench.measure(120, ticks=60)


def test_every_step_of_a_tick_is_timed_and_the_engine_inside_it(timing):
    assert timing.milliseconds.keys() == {name for name, _, _ in STEPS} | {"tick", bench.FLOOR}
    assert len(timing.milliseconds["tick"]) == len(timing.milliseconds[bench.FLOOR]) == 60
    assert len(timing.milliseconds["mood"]) == 20
    assert sum(timing.milliseconds[bench.FLOOR]) < sum(timing.milliseconds["bodies"])


def test_the_steps_make_up_the_tick(timing):
    steps = sum(sum(timing.milliseconds[name]) for name, _, _ in STEPS)
    assert 0.8 < steps / sum(timing.milliseconds["tick"]) <= 1.0


@pytest.mark.parametrize("people", [120, 300])
def test_the_square_holds_as_many_as_were_asked_for_on_open_ground(people):
    world = bench.square(people)
    assert len(world.people) == pytest.approx(people, abs=20)
    assert world.ground.stands(world.people.position, 0.1).all()
    assert np.count_nonzero(world.people.unit >= 0) == pytest.approx(bench.OFFICERS, abs=20)


def test_bench_answers_as_json(capsys):
    with pytest.raises(SystemExit) as left:
        main(["bench", "120", "--json"])
    assert left.value.code == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["people"] == 120
    assert row["steps"]["tick"]["median_ms"] > 0.0
