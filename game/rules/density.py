"""How closely people stand round each, and how violently the crowd there is shaken."""

import numpy as np

from game.world.cells import Cells, cells
from game.world.compiled import compiled
from game.world.ground import Zone
from game.world.people import Bools, Floats
from game.world.wheels import vehicles
from game.world.world import World

REACH = 1.4  # m at which a neighbour's weight has fallen to 0: with it one counts over 3.1 m², as the pi m² of the
# Gaussian of 1 m in Helbing, Johansson, Al-Abideen 2007, but nobody farther off costs anything
COUNTED_OVER = np.pi * REACH * REACH / 2.0  # m², the integral of the weights 1 - (d / REACH)²
SHAKEN_FROM = 4.0  # people/m², contact begins; fewer who pass each other are no crowd shaken; crowd-model.md 1.5


def measure(world: World) -> None:
    """Make `people.density` and `people.pressure` true of this moment; twice a second.

    Density is a sum of neighbours weighted by 1 - (d / 1.4 m)², over the area it is taken from, of which a wall takes
    its part. A cell of Voronoi is what is left to one person: it halves or doubles as a neighbour shifts a foot, and
    has to be cut off by hand at the crowd's rim. This mean over eight to twenty people does neither, costs one look
    round, and in mean over a crowd agrees with Voronoi to 3 % from 1 to 8 /m²; measured, tests/rules/test_density.py.

    Crowd pressure is density times the variance of velocities (each averaged over 0.5 s, so that the jitter of
    contacts is no motion) with the same weights, 1/s²; Helbing, Johansson, Al-Abideen 2007.
    """
    people = world.people
    people.density[:] = people.pressure[:] = 0.0
    rows = np.flatnonzero(on_foot(world))
    points = people.position[rows]
    clearance, away = world.ground.nearest_wall(points)
    weight, spread = _look_round(
        points, people.drift[rows], np.maximum(clearance, 0.0), away, cells(points, np.arange(len(points)))
    )
    density = weight / (COUNTED_OVER * _open_share(clearance))
    people.density[rows] = density
    people.pressure[rows] = np.where(density >= SHAKEN_FROM, density * spread, 0.0)


def on_foot(world: World) -> Bools:
    """(n,) who is there, standing or lying, and not in a vehicle."""
    there = world.people.present.copy()
    there[list(vehicles(world))] = False
    return there


def mean_in(world: World, zone: Zone) -> float:
    """People/m² on average over `zone`: the integral of the density over its area, in which each counts as one."""
    return float((zone.contains(world.people.position) & on_foot(world)).sum()) / zone.area


def _open_share(clearance: Floats) -> Floats:
    """(k,) the part of each one's weights that lies before a straight wall `clearance` (k,) m away."""
    x = np.clip(clearance / REACH, 0.0, 1.0)
    share: Floats = 0.5 + (x * (5.0 - 2.0 * x * x) * np.sqrt(1.0 - x * x) + 3.0 * np.arcsin(x)) / (3.0 * np.pi)
    return share


@compiled
def _look_round(
    points: Floats, velocity: Floats, clearance: Floats, away: Floats, there: Cells
) -> tuple[Floats, Floats]:
    """(k,) sum of weights round each of `points` (k, 2), itself included; (k,) m²/s² by which `velocity` varies there.

    Who stands behind the nearest wall, `clearance` (k,) m off against `away` (k, 2), is not counted.
    """
    counted, spread = np.ones(len(points)), np.zeros(len(points))
    for i in range(len(points)):
        x, y, total = points[i, 0], points[i, 1], 1.0
        u, v = velocity[i, 0], velocity[i, 1]
        squares = u * u + v * v
        west, east = int((x - REACH - there.west) / there.side), int((x + REACH - there.west) / there.side)
        south, north = int((y - REACH - there.south) / there.side), int((y + REACH - there.south) / there.side)
        for line in range(max(south, 0), min(north, there.lines - 1) + 1):
            first, last = line * there.columns + max(west, 0), line * there.columns + min(east, there.columns - 1)
            for k in range(there.start[first], there.start[last + 1]):
                j = there.rows[k]
                dx, dy = there.points[k, 0] - x, there.points[k, 1] - y
                weight = max(1.0 - (dx * dx + dy * dy) / (REACH * REACH), 0.0) if j != i else 0.0
                total += weight
                u += weight * velocity[j, 0]
                v += weight * velocity[j, 1]
                squares += weight * (velocity[j, 0] ** 2 + velocity[j, 1] ** 2)
                counted[i] += weight if dx * away[i, 0] + dy * away[i, 1] >= -clearance[i] else 0.0
        spread[i] = max(squares / total - (u * u + v * v) / (total * total), 0.0)
    return counted, spread
