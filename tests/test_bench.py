import json
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial.distance import pdist

from game.bench import steps as bench
from game.bench.door import DOOR, OFFICERS, ROOM, crowd_at_the_door, crowd_of
from game.bench.engines import BARE, OURS, engines
from game.bench.rounds import Contest, contest, peak_memory
from game.bench.window import watch
from game.cli import main
from game.cli.bench import _against_ours
from game.rules.advance import STEPS, advance


@pytest.fixture(scope="module")
def timing():
    return bench.measure(120, ticks=60)


def test_every_step_of_a_tick_is_timed_and_the_engine_inside_it(timing):
    assert timing.milliseconds.keys() == {step.name for step in STEPS} | {"tick", bench.FLOOR}
    assert len(timing.milliseconds["tick"]) == len(timing.milliseconds[bench.FLOOR]) == 60
    assert len(timing.milliseconds["mood"]) == 20
    assert sum(timing.milliseconds[bench.FLOOR]) < sum(timing.milliseconds["bodies"])


def test_the_steps_make_up_the_tick(timing):
    steps = sum(sum(timing.milliseconds[step.name]) for step in STEPS)
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


def test_the_crowd_before_the_door_is_as_dense_as_the_scene_says_and_nobody_overlaps():
    world = crowd_at_the_door(500)
    places = world.people.position[crowd_of(world)]
    low, high = places.min(axis=0), places.max(axis=0)
    assert len(places) == 500 - OFFICERS
    assert len(places) / np.prod(high - low) == pytest.approx(3.0, rel=0.1)
    assert pdist(places).min() >= 2 * world.people.radius.max() - 1e-9


def test_the_largest_crowd_fits_in_the_room():
    world = crowd_at_the_door(10_000)
    places = world.people.position[crowd_of(world)]
    assert len(places) == 10_000 - OFFICERS
    assert world.ground.stands(places, 0.1).all()


def test_people_walk_out_of_the_door_in_our_engine():
    world = crowd_at_the_door(100)
    for _ in range(120):
        advance(world)
    outside = world.people.position[crowd_of(world)]
    outside = outside[outside[:, 0] > ROOM + 0.5]
    assert len(outside) > 10
    assert ((outside[:, 1] > DOOR[0] - 2) & (outside[:, 1] < DOOR[1] + 2)).all()


def test_every_engine_takes_its_turn_in_every_round():
    timed = contest(100, rounds=3)
    assert timed.milliseconds.keys() == engines(100).keys() >= {OURS, BARE}
    assert all(len(each) == 3 and min(each) > 0.0 for each in timed.milliseconds.values())


def test_a_ratio_above_one_is_an_engine_slower_than_ours():
    timed = Contest(100, {OURS: [20.0, 10.0, 30.0], BARE: [5.0, 5.0, 5.0], "slow": [60.0, 60.0, 900.0]})
    assert (timed.ratio("slow"), timed.ratio(BARE), timed.real_time_factor) == (3.0, 0.25, 50.0)


def test_an_engine_that_gives_up_is_said_to_have():
    timed = Contest(100, {OURS: [20.0, 10.0], "frail": [5.0, float("nan")]})
    assert np.isnan(timed.ratio("frail"))
    assert _against_ours(timed, "frail") == "menyerah"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell")
def test_the_memory_is_that_of_a_process_of_its_own():
    assert 50.0 < peak_memory(100) < 400.0


def test_bench_peers_answers_as_json_with_ratios(capsys):
    with pytest.raises(SystemExit) as left:
        main(["bench", "100", "--peers", "--json"])
    assert left.value.code == 0
    said = json.loads(capsys.readouterr().out)
    (row,) = said["contests"]
    assert row["people"] == 100
    assert row["engines"][OURS]["ratio"] == 1.0


def test_frames_of_the_window_are_timed_part_by_part():
    frames = watch(120, warm_up=0.2, seconds=0.8)
    assert len(frames.ticks) == len(frames.draw) == len(frames.show) > 2
    assert frames.percentile("whole", 95) >= frames.percentile("whole", 50) > 0.0
    assert sum(frames.whole) == pytest.approx(sum(frames.ticks) + sum(frames.draw) + sum(frames.show))
    assert max(frames.ticks) > 0.0  # the exercise goes on


def test_bench_window_answers_as_json_and_says_where_there_is_no_screen(capsys, monkeypatch):
    monkeypatch.setattr(sys.modules["game.cli.bench"], "has_display", lambda: False)
    monkeypatch.setattr("game.bench.window.watch", lambda people: watch(people, 0.1, 0.4))
    with pytest.raises(SystemExit) as left:
        main(["bench", "120", "--window", "--json"])
    assert left.value.code == 0
    printed = capsys.readouterr()
    (row,) = json.loads(printed.out)
    assert row["people"] == 120
    assert row["parts"].keys() == {"ticks", "draw", "show", "whole"}
    assert "Tidak ada layar" in printed.err
