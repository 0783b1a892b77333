"""series.csv: one row per simulated second for each crowd group, and one for the whole square.

What only the square has is empty in the rows of groups: threat, flag, phase, level of force, standing of the talks
(empty without a coordinator), things in the air, the widest gap of any line in m (empty without a line), litres of
water left.
"""

import numpy as np

from game.rules import ranks, threat
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
    *("hurt", "talks", "missiles", "gap", "water"),  # hurt: of those present, also in the rows of groups
)


def heading() -> str:
    """The first line."""
    return ",".join(COLUMNS) + "\n"


def rows(world: World) -> str:
    """The lines of this second: feelings are means over those present, empty where nobody is."""
    density = _density(world)
    groups = [
        f"{_row(world, group.name, members, density)},,,,,{_hurt(world, members)},,,,"
        for i, group in enumerate(world.groups)
        for members in [world.people.group == i]
    ]
    square = _row(world, SQUARE, world.people.civilian, density)
    return "\n".join([*groups, f"{square},{_square(world)}"]) + "\n"


def _square(world: World) -> str:
    """What only the square has."""
    ladder = f"{world.threat},{world.flag},{world.script.phase},{threat.force_level(world)}"
    talks = world.talks.standing if world.talks else ""
    gaps = [gap for unit in world.units.values() if (gap := ranks.line_gap(world, unit)) is not None]
    widest = f"{max(gaps):.2f}" if gaps else ""
    water = sum(unit.water for unit in world.units.values())
    hurt = _hurt(world, world.people.present)
    return f"{ladder},{hurt},{talks},{len(world.missiles.position)},{widest},{water:.0f}"


def _hurt(world: World, members: Bools) -> int:
    return int((members & world.people.present & world.people.hurt).sum())


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
