"""Hold up a sign."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import Act, considers, only
from game.rules.behaviours.behaviour import doing, stands
from game.world.people import Bools, Floats, Ints
from game.world.senses import perceived
from game.world.world import World

ONE_IN = 15  # people has a sign: each so-many-th row, the same people from first to last; guess
SHOWS = 0.3  # margin: more than the stirred chant, less than the enraged jeer; guess
AHEAD = 0.5  # cosine of 60 degrees to each side: who stands there hides the sign; guess
HIDDEN_BY = 3  # people before one, from whom on a sign is not seen; guess


@dataclass(frozen=True)
class Banner(Act):
    """Hold up a sign or an end of a banner: few have one, and only the front rows of those who protest show it."""

    def urge(self, world: World) -> Floats:
        has_one = np.zeros(len(world.people), dtype=np.bool_)
        has_one[ONE_IN // 2 :: ONE_IN] = True
        rows = np.flatnonzero(has_one & considers(world, "banner") & doing(world, "protest"))
        rows = rows[stands(world.people)[rows] & _in_front(world, rows)]
        return only(world, rows, np.full(len(rows), SHOWS))


def _in_front(world: World, rows: Ints) -> Bools:
    """(k,) whether hardly anyone of the nearest stands before each of `rows`, the way they face."""
    people, near = world.people, perceived(world).near[rows]
    apart = people.position[near] - people.position[rows][:, None]
    way = np.column_stack([np.cos(people.heading[rows]), np.sin(people.heading[rows])])
    before = np.einsum("kji,ki->kj", apart, way) > AHEAD * np.hypot(apart[..., 0], apart[..., 1])
    few: Bools = (before & (perceived(world).weight[rows] > 0.0)).sum(axis=1) < HIDDEN_BY
    return few
