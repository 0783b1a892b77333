import numpy as np
import pytest

from game.session.journal import UnreadableRecordingError
from game.session.replay import Replay
from game.session.view import INSTRUCTOR
from game.text import say
from tests.session.conftest import RUN_FOR


@pytest.fixture(scope="module")
def replay(recorded):
    return Replay(recorded.folder)


def test_a_replay_is_as_long_as_the_run(replay):
    assert replay.length == RUN_FOR
    assert not replay.cut


@pytest.mark.parametrize("second", [1, 13, 14, 59, 60, 61, 62])
def test_a_replay_shows_what_was_seen(replay, recorded, second):
    live, shown = recorded.views[second], replay.view_at(float(second), INSTRUCTOR)
    assert shown.position == pytest.approx(live.position, abs=0.006)
    assert np.cos(shown.heading - live.heading) == pytest.approx(np.ones(len(live.heading)), abs=1e-6)
    assert shown.mood.anger == pytest.approx(live.mood.anger, abs=0.003)
    for name in ("present", "fallen", "hurt", "treated", "custody", "act", "pressing"):
        assert np.array_equal(getattr(shown, name), getattr(live, name)), name
    for name in ("tick", "flag", "acts", "meters", "phase", "clock", "talks", "arrests"):
        assert getattr(shown, name) == getattr(live, name), name


@pytest.mark.parametrize("second", [1, 40])
def test_a_replay_shows_units_as_their_commander_knew_them(replay, recorded, second):
    live = {unit.name: unit for unit in recorded.views[second].units}
    for shown in replay.view_at(float(second), INSTRUCTOR).units:
        before = live[shown.name]
        assert shown.slots == pytest.approx(before.slots, abs=0.006)
        assert np.array_equal(shown.rows, before.rows)
        for name in (
            "label",
            "type_label",
            "strength",
            "posture",
            "formation",
            "task",
            "queue",
            "centre",
            "goal",
            "strain",
            "gap",
        ):
            assert getattr(shown, name) == getattr(before, name), name


def test_a_seat_sees_its_units_as_its_own_and_no_inner_numbers(replay):
    view = replay.view_at(30.0, "kapolres")
    assert all(unit.mine for unit in view.units)
    assert view.mood is None
    assert view.phase is None


def test_people_move_evenly_between_two_frames(replay):
    early, late = replay.view_at(10.0, INSTRUCTOR), replay.view_at(10.2, INSTRUCTOR)
    middle = replay.view_at(10.1, INSTRUCTOR)
    assert middle.position == pytest.approx((early.position + late.position) / 2, abs=1e-6)


def test_each_event_is_told_once_while_time_goes_forward(recorded):
    replay = Replay(recorded.folder)
    told = [event for second in range(64) for event in replay.view_at(float(second), "kapolres").events]
    assert [event.id for event in told] == [event.id for event in replay.events if event.tick < RUN_FOR * 30]
    assert replay.events_until(RUN_FOR) == tuple(told)


def test_going_back_tells_no_events(recorded):
    replay = Replay(recorded.folder)
    replay.view_at(60.0, "kapolres")
    assert replay.view_at(5.0, "kapolres").events == ()


def test_any_time_can_be_asked_for(replay):
    for second in (-5.0, 0.0, 62.999, 63.0, 1e6):
        assert len(replay.view_at(second, "kapolres").position) == len(replay.cast.look)


def test_a_torn_chunk_is_left_out_and_said(copy_of):
    path = copy_of / "frames.bin"
    path.write_bytes(path.read_bytes()[:-500])
    replay = Replay(copy_of)
    assert replay.cut
    assert RUN_FOR - 2.0 <= replay.length < RUN_FOR


@pytest.mark.parametrize("content", [b"", b"SPKF", b"MZ" * 400, b"SPKF\x03\x00\x02\x00\x00\x00{}"])
def test_frames_that_are_none_are_refused(copy_of, content):
    (copy_of / "frames.bin").write_bytes(content)
    with pytest.raises(UnreadableRecordingError) as refused:
        Replay(copy_of)
    assert refused.value.code == "recording.no_frames"


def test_frames_of_an_older_layout_are_told_as_such(copy_of):
    path = copy_of / "frames.bin"
    path.write_bytes(b"SPKF\x01\x00" + path.read_bytes()[6:])
    with pytest.raises(UnreadableRecordingError) as refused:
        Replay(copy_of)
    assert refused.value.code == "recording.other_layout"
    assert refused.value.values == {"file": str(path), "found": 1, "ours": 3}
    assert "tata letak 1" in say("cli.recording.other_layout", refused.value.values, "id")


def test_the_level_comes_out_of_the_recording(replay, recorded):
    assert replay.level.title == recorded.level.title
    assert replay.level.place.size == recorded.level.place.size


def test_a_chunk_that_was_spoiled_is_refused(copy_of):
    path = copy_of / "frames.bin"
    content = bytearray(path.read_bytes())
    content[-200:-100] = bytes(100)
    path.write_bytes(content)
    with pytest.raises(UnreadableRecordingError):
        Replay(copy_of).view_at(RUN_FOR, INSTRUCTOR)
