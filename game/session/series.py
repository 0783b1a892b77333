"""series.csv: one row per simulated second for each crowd group, and one for the whole square."""

import numpy as np

from game.rules import threat
from game.world.causes import FEELINGS
from game.world.grid import Near
from game.world.people import Bools, Floats
from game.world.world import World

SQUARE = "*"  # the group's name in rows of the whole square
NEIGHBOURS = 6  # the circle in which density is counted reaches to the sixth nearest; guess
FARTHEST = 3.0  # m, and no farther; guess
COLUMNS = (
    *("t", "group", "present", *FEELINGS, "hostile", "density_max"),
    *("threat", "flag", "phase", "force_level"),
)


def heading() -> str:
    """The first line."""
    return ",".join(COLUMNS) + "\n"


def rows(world: World) -> str:
    """The lines of this second: feelings are means over those present, empty where nobody is."""
    density = _density(world)
    groups = [
        _row(world, group.name, world.people.group == i, density) + ",,,," for i, group in enumerate(world.groups)
    ]
    square = _row(world, SQUARE, world.people.civilian, density)
    state = f"{world.threat},{world.flag},{world.script.phase},{threat.force_level(world)}"
    return "\n".join([*groups, f"{square},{state}"]) + "\n"


def _density(world: World) -> Floats:
    """(n,) people per m² round each; 0 for those who are not there.

    In the circle through the sixth nearest stand oneself, five others and half of the sixth. A circle of fixed size
    would jump with each person that crosses it.
    """
    people = world.people
    distance, _ = Near(people.position, people.present).nearest(people.position, NEIGHBOURS + 1, FARTHEST)
    reach = np.minimum(distance[:, NEIGHBOURS], FARTHEST)
    inside = np.minimum(np.isfinite(distance).sum(axis=1), NEIGHBOURS + 0.5)
    return np.where(people.present, inside / (np.pi * np.maximum(reach, people.radius) ** 2), 0.0)


def _row(world: World, name: str, members: Bools, density: Floats) -> str:
    people = world.people
    here = members & people.present
    count = int(here.sum())
    if not count:
        return f"{world.seconds:.0f},{name},0,,,,,0,0"
    means = ",".join(f"{getattr(people, feeling)[here].mean():.4f}" for feeling in FEELINGS)
    return f"{world.seconds:.0f},{name},{count},{means},{int(people.hostile[here].sum())},{density[here].max():.2f}"
