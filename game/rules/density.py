"""How closely people stand round each, and how violently the crowd there is shaken."""

import numpy as np
from scipy.spatial import cKDTree

from game.world.ground import Zone
from game.world.people import Bools, Floats, Ints
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
    has to be cut off by hand at the crowd's rim. This mean over eight to twenty people does neither, needs one search
    for pairs, and in mean over a crowd agrees with Voronoi to 4 % from 1 to 8 /m²; measured, tests/rules/test_density.

    Crowd pressure is density times the variance of velocities (each averaged over 0.5 s, so that the jitter of
    contacts is no motion) with the same weights, 1/s²; Helbing, Johansson, Al-Abideen 2007.
    """
    people = world.people
    people.density[:] = people.pressure[:] = 0.0
    there = on_foot(world)
    rows = np.flatnonzero(there)
    if len(rows):
        ends, others, weight = _neighbours(people.position[rows])
        share, sees = _open_share(world, people.position[rows], ends, others)
        people.density[rows] = (1.0 + np.bincount(ends[sees], weight[sees], len(rows))) / (COUNTED_OVER * share)
        shaken = _variance(people.drift[rows], ends, others, weight)
        people.pressure[rows] = np.where(people.density[rows] >= SHAKEN_FROM, people.density[rows] * shaken, 0.0)


def on_foot(world: World) -> Bools:
    """(n,) who is there, standing or lying, and not in a vehicle."""
    there = world.people.present.copy()
    there[list(vehicles(world))] = False
    return there


def mean_in(world: World, zone: Zone) -> float:
    """People/m² on average over `zone`: the integral of the density over its area, in which each counts as one."""
    return float((zone.contains(world.people.position) & on_foot(world)).sum()) / zone.area


def _neighbours(points: Floats) -> tuple[Ints, Ints, Floats]:
    """Every two of `points` (k, 2) within REACH, twice, from either end: (p,) one, (p,) the other, (p,) its weight."""
    tree = cKDTree(points, leafsize=16, balanced_tree=False, compact_nodes=False)
    pairs = tree.query_pairs(REACH, output_type="ndarray")
    apart = points[pairs[:, 0]] - points[pairs[:, 1]]
    weight = 1.0 - np.einsum("ij,ij->i", apart, apart) / (REACH * REACH)
    one, other = pairs.T
    return np.concatenate([one, other]), np.concatenate([other, one]), np.tile(weight, 2)


def _open_share(world: World, points: Floats, ends: Ints, others: Ints) -> tuple[Floats, Bools]:
    """(k,) the part of each one's weights before the nearest wall, (p,) which of the pairs do not reach behind it."""
    clearance, away = world.ground.nearest_wall(points)
    near = clearance < REACH
    x = np.where(near, np.clip(clearance / REACH, 0.0, 1.0), 1.0)
    share = 0.5 + (x * (5.0 - 2.0 * x * x) * np.sqrt(1.0 - x * x) + 3.0 * np.arcsin(x)) / (3.0 * np.pi)
    sees, by_wall = np.ones(len(ends), dtype=np.bool_), np.flatnonzero(near[ends])
    apart = points[others[by_wall]] - points[ends[by_wall]]
    behind = np.einsum("ij,ij->i", apart, away[ends[by_wall]]) < -clearance[ends[by_wall]]
    sees[by_wall[behind]] = False
    return share, sees


def _variance(velocity: Floats, ends: Ints, others: Ints, weight: Floats) -> Floats:
    """(k,) m²/s², of `velocity` (k, 2) m/s round each, oneself included."""
    values = np.column_stack([velocity, np.einsum("ij,ij->i", velocity, velocity), np.ones(len(velocity))])
    total = values + np.stack([np.bincount(ends, weight * v[others], len(v)) for v in values.T], axis=1)
    mean = total[:, :3] / total[:, 3:]
    spread: Floats = np.maximum(mean[:, 2] - np.square(mean[:, :2]).sum(axis=1), 0.0)
    return spread
