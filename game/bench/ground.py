"""An exercise and its place, written here, read as any other."""

from game.level.build import build
from game.level.read import read_texts
from game.level.schema import Level
from game.paths import LEVELS
from game.world.world import World


def world_of(exercise: str, place: str) -> World:
    """The World in which the YAML `exercise` begins, on the YAML `place`, which it calls bench."""
    return build(level_of(exercise, place), seed=1)


def level_of(exercise: str, place: str) -> Level:
    """The level that the YAML `exercise` and `place` make."""
    shared = {
        file.relative_to(LEVELS).as_posix(): file.read_text(encoding="utf-8")
        for folder in ("catalogue", "doctrines", "districts")
        for file in (LEVELS / folder).glob("*.yaml")
    }
    return read_texts(shared | {"bench.yaml": exercise, "places/bench.yaml": place}, "bench.yaml")
