"""A small exercise of two minutes, for tests that need a whole one: what else it names is among the shipped levels."""

from pathlib import Path

EXERCISE = """
format: 1
title: {id: Latihan kecil, en: Small exercise}
brief: {id: Sedikit orang di depan gerbang., en: A few people before a gate.}
best: {threat: 1}
place: kecil
starts: "09:00"
doctrine: polri2025
seed: 3
provenance: {based_on: none, numbers: guess}
crowd:
  massa: {role: supporter, count: 24, in: lapangan, plan: [{protest: {toward: gerbang}}]}
  warga: {role: bystander, count: 4, in: tepi, plan: [{stroll: {in: tepi}}]}
seats:
  kapolres: {rank: kapolres, commands: all, played_by: trainee}
units:
  ne1: {type: negosiator, agency: polres, at: gerbang, formation: {banjar_tiga: {}}}
  da1: {type: dalmas_awal, agency: polres, at: gerbang, formation: {bersaf: {ranks: 2}}}
start: aman
phases:
  aman:
    injects:
      - {at: 20s, do: [{mood: {group: massa, anger: 0.2}}]}
    next: [{to: end, when: {elapsed: 2m}}]
limits: {time: 3m}
"""
PLACE = """
format: 1
title: {id: Lapangan kecil, en: Small square}
size: [60, 50]
buildings:
  kantor: {shape: [[2, 20], [8, 20], [8, 30], [2, 30]]}
walls:
  - {kind: fence, line: [[12, 0], [12, 21]]}
  - {kind: fence, line: [[12, 29], [12, 50]]}
zones:
  gerbang: {shape: [[14, 10], [24, 10], [24, 40], [14, 40]]}
  lapangan: {shape: [[30, 15], [45, 15], [45, 35], [30, 35]]}
  tepi: {shape: [[30, 40], [50, 40], [50, 48], [30, 48]]}
exits:
  timur: {shape: [[57, 0], [60, 0], [60, 50], [57, 50]]}
"""


def small_level(folder: Path, exercise: str = EXERCISE) -> Path:
    """Write the exercise and its place into `folder`; gives the file of the exercise."""
    (folder / "places").mkdir(parents=True, exist_ok=True)
    (folder / "places" / "kecil.yaml").write_text(PLACE, encoding="utf-8")
    path = folder / "kecil.yaml"
    path.write_text(exercise, encoding="utf-8")
    return path
