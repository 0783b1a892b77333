import sqlite3

import numpy as np
import pedpy
import pytest

from game.session.export import to_jupedsim
from game.session.replay import Replay
from game.session.view import INSTRUCTOR
from tests.session.conftest import RUN_FOR


@pytest.fixture(scope="module")
def exported(recorded, tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "lintasan.sqlite"
    to_jupedsim(Replay(recorded.folder), path, hz=8)
    return path


def test_pedpy_reads_the_trajectories(exported, recorded):
    data = pedpy.load_trajectory_from_jupedsim_sqlite(trajectory_file=exported)
    assert data.frame_rate == 8.0
    assert data.data.frame.max() == RUN_FOR * 8
    seen = Replay(recorded.folder).view_at(30.0, INSTRUCTOR)
    then = data.data[data.data.frame == 30 * 8].sort_values("id")
    assert then.id.tolist() == np.flatnonzero(seen.present).tolist()
    assert then[["x", "y"]].to_numpy() == pytest.approx(seen.position[seen.present], abs=1e-6)


def test_pedpy_reads_the_walkable_area(exported):
    area = pedpy.load_walkable_area_from_jupedsim_sqlite(trajectory_file=exported)
    assert area.bounds == (0.0, 0.0, 40.0, 30.0)


def test_headings_are_unit_vectors(exported):
    with sqlite3.connect(exported) as file:
        rows = np.array(file.execute("SELECT ori_x, ori_y FROM trajectory_data").fetchall())
    assert np.hypot(*rows.T) == pytest.approx(np.ones(len(rows)))


def test_a_file_that_cannot_be_written_leaves_nothing(recorded, tmp_path):
    (tmp_path / "x.sqlite").mkdir()
    (tmp_path / "x.sqlite" / "inside").touch()
    with pytest.raises(OSError, match=r"x\.sqlite"):
        to_jupedsim(Replay(recorded.folder), tmp_path / "x.sqlite")
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.sqlite"]
