"""Vectors in rows, their two components apart: numpy sums over an axis of two takes four to eight times as long."""

import numpy as np

from game.world.compiled import compiled
from game.world.people import Bools, Floats


def squared(vectors: Floats) -> Floats:
    """(n,) the squared lengths of `vectors` (n, 2)."""
    x, y = vectors[:, 0], vectors[:, 1]
    square: Floats = x * x + y * y
    return square


def nonzero(vectors: Floats) -> Bools:
    """(n,) which of `vectors` (n, 2) lead anywhere."""
    anywhere: Bools = (vectors[:, 0] != 0.0) | (vectors[:, 1] != 0.0)
    return anywhere


def dot(a: Floats, b: Floats) -> Floats:
    """(n,) the products of `a` and `b`, both (n, 2)."""
    product: Floats = a[:, 0] * b[:, 0] + a[:, 1] * b[:, 1]
    return product


@compiled
def at_most(longest: float, x: float, y: float) -> tuple[float, float]:
    """The vector (`x`, `y`), shortened to `longest` where it is longer."""
    if x * x + y * y <= longest * longest:
        return x, y
    share = longest / np.hypot(x, y)
    return x * share, y * share
