"""A Level: what the author wrote, with everything it names beside it. Frozen."""

from dataclasses import dataclass

from game.level.crowd import Group, Korlap
from game.level.exercise import END, Aids, Best, Lesson, Limits, Phase, Provenance, Weather
from game.level.forces import Personnel, Radio, Seat, Unit
from game.level.place import Place
from game.level.shelf import District
from game.rules.measures.measure import Measure
from game.world.catalogue import Catalogue
from game.world.ladder import Ladder
from game.world.quantities import Text

__all__ = ["END", "File", "Level"]


@dataclass(frozen=True)
class File:
    """A file that was read; a recording keeps it, so that the run can be repeated without the levels folder."""

    path: str  # below the levels folder: places/kantor-kpu.yaml
    text: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Level:
    """One exercise, ready to be built; read by game.level.read."""

    path: str  # as the user named it
    files: tuple[File, ...]  # the exercise itself first
    title: Text
    brief: Text
    teaches: tuple[Lesson, ...]
    best: Best
    place: Place
    starts: float  # s after midnight
    district: District
    ladder: Ladder
    catalogue: Catalogue
    seed: int
    weather: Weather | None
    provenance: Provenance
    crowd: dict[str, Group]
    korlap: Korlap | None
    seats: dict[str, Seat]
    units: dict[str, Unit]
    personnel: Personnel | None
    radio: Radio
    flag: str
    exits_shut: tuple[str, ...]
    aids: Aids
    start: str
    phases: dict[str, Phase]
    objectives: tuple[Measure, ...]
    limits: Limits
