"""A square of 40 × 30 m with ten people and one platoon: the level that tests spoil and play."""

from pathlib import Path

import pytest

from game.level.mistake import LevelErrors
from game.level.read import read_level

PLACE = """\
format: 1
title: {id: Lapangan, en: Field}
size: [40, 30]
areas:
  - {kind: grass, shape: [[0, 0], [40, 30]]}
buildings:
  gudang: {shape: [[30, 20], [38, 28]]}
walls:
  - {kind: fence, line: [[10, 2], [10, 12]]}
zones:
  tengah: {shape: [[15, 10], [25, 20]]}
  barat: {shape: [[2, 5], [8, 25]]}
exits:
  timur: {shape: [[37, 5], [40, 12]]}
"""

LEVEL = """\
format: 1
title: {id: Latihan kecil, en: Small exercise}
brief: {id: Sepuluh orang., en: Ten people.}
best: {threat: 1}
place: lapangan
starts: "08:30"
doctrine: polri2025
seed: 3
provenance: {based_on: a test, numbers: guess}
crowd:
  massa: {role: supporter, count: 10, in: barat, plan: [{go: {to: tengah}}, {protest: {}}]}
seats:
  kapolres: {rank: kapolres, commands: all, played_by: trainee}
units:
  ne1: {type: negosiator, agency: polres, at: tengah, facing: 180, formation: {bersaf: {ranks: 1}}}
start: aman
phases:
  aman:
    injects:
      - {at: 2s, do: [{say: {text: {id: Mulai., en: Begin.}}}]}
    next:
      - {to: rawan, when: {elapsed: 10s}}
  rawan:
    next:
      - {to: end, when: {elapsed: 5s}}
limits: {time: 1m}
"""

# The same for two minutes and with a line, for runs that are recorded.
LONGER = (
    LEVEL.replace("elapsed: 10s", "elapsed: 2m")
    .replace("time: 1m", "time: 3m")
    .replace(
        "start: aman",
        "  da1: {type: dalmas_awal, agency: polres, at: tengah, formation: {bersaf: {ranks: 2}}}\nstart: aman",
    )
)


def write(folder: Path, level: str = LEVEL, place: str = PLACE) -> Path:
    """The level's file in `folder`, its place beside it; the rest is as shipped."""
    (folder / "places").mkdir(exist_ok=True)
    (folder / "places" / "lapangan.yaml").write_text(place, encoding="utf-8")
    path = folder / "kecil.yaml"
    path.write_text(level, encoding="utf-8")
    return path


def told(folder: Path, level: str = LEVEL, place: str = PLACE) -> list[str]:
    """What is said of the small level, one line per mistake, without the folder."""
    with pytest.raises(LevelErrors) as caught:
        read_level(write(folder, level, place))
    return caught.value.tell("en").replace(f"{folder}/", "").splitlines()
