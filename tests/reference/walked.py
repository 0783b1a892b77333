"""A case run as `sispamkota run` runs it, recorded, exported, and read back by pedpy."""

import contextlib
import functools
import io
import itertools
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pedpy

from game.cli.run import Rehearsal, rehearse_level
from game.level.read import read_level
from game.session.export import to_jupedsim
from game.session.replay import Replay
from tests.reference.scene import Scene

HZ = 5  # frames/s that are recorded and exported, where a case does not need finer ones
BESIDE = 0.003  # m; places are recorded to the centimetre
KEPT = 4  # latest runs that are remembered: claims of one file look at the same run


@dataclass(frozen=True)
class Walked:
    """Where everyone was: pedpy's trajectory of the crowd alone, and the rows of each group."""

    trajectory: pedpy.TrajectoryData
    groups: dict[str, tuple[int, int]]  # group → its first row and the one after its last
    seconds: float
    officers: pedpy.TrajectoryData

    @property
    def hz(self) -> float:
        """Frames a second."""
        return self.trajectory.frame_rate

    def of(self, *groups: str) -> pedpy.TrajectoryData:
        """The trajectory of some groups alone."""
        rows = np.concatenate([np.arange(*self.groups[name]) for name in groups])
        return self.only(self.trajectory.data.id.isin(rows))

    def between(self, start: float, end: float) -> pedpy.TrajectoryData:
        """The trajectory from `start` to `end` s."""
        return self.only(self.trajectory.data.frame.between(start * self.hz, end * self.hz))

    def only(self, which: object) -> pedpy.TrajectoryData:
        """The trajectory of the rows of its table that `which` names."""
        return pedpy.TrajectoryData(self.trajectory.data[which], self.hz)

    def crossed(self, line: list[tuple[float, float]], *groups: str) -> np.ndarray:
        """S at which each of `groups` first crossed `line`, in order; who never did is left out.

        Between two centimetres: whoever is recorded on the line itself, pedpy does not count.
        """
        over = pedpy.MeasurementLine([(x + BESIDE, y + BESIDE) for x, y in line])
        _, crossings = pedpy.compute_n_t(traj_data=self.of(*(groups or self.groups)), measurement_line=over)
        return np.sort(crossings.groupby("id").frame.min().to_numpy()) / self.hz

    def last_seen(self, *groups: str) -> np.ndarray:
        """S at which each of `groups` was last there, in order of rows."""
        return self.of(*(groups or self.groups)).data.groupby("id").frame.max().to_numpy() / self.hz


@functools.lru_cache(maxsize=KEPT)
def walk(scene: Path, seed: int, hz: int = HZ, seconds: float | None = None) -> Walked:
    """Run the level `scene` under `seed`, for `seconds` at most."""
    level = read_level(scene)
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        out, file = Path(folder, "run"), Path(folder, "run.sqlite")
        rehearse_level(level, Rehearsal(out, seed, seconds, None, None, hz))
        replay = Replay(out)
        to_jupedsim(replay, file, hz)
        everyone = pedpy.load_trajectory_from_jupedsim_sqlite(trajectory_file=file)
        length = replay.length
    ends = np.cumsum([0, *(group.count for group in level.crowd.values())]).tolist()
    groups = dict(zip(level.crowd, itertools.pairwise(ends), strict=True))
    crowd = everyone.data[everyone.data.id < ends[-1]]
    officers = everyone.data[everyone.data.id >= ends[-1]]
    crowd, officers = (pedpy.TrajectoryData(part, everyone.frame_rate) for part in (crowd, officers))
    return Walked(crowd, groups, length, officers)


def run(scene: Scene, seed: int, hz: int = HZ, seconds: float | None = None) -> Walked:
    """:func:`walk` of a scene."""
    return walk(scene.path, seed, hz, seconds)
