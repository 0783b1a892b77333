"""How something thrown leaves the hand: as steep as it happens, as fast as the range asks, and never quite straight."""

import numpy as np

from game.world.people import Floats, Ints
from game.world.world import World

HAND, AIM = 1.8, 1.5  # m above ground, where it leaves the hand and what is aimed at: head and shoulders; guess
FASTEST = 25.0  # m/s; crowd-model.md 4
STEEPEST, FLATTEST = 45.0, 20.0  # degrees; at 20 it clears the heads of those before one; crowd-model.md 4, guess
USUAL, VARIES = 32.0, 6.0  # degrees, mean and sd; guess
SHORT_OR_FAR, ASIDE = 0.06, 0.05  # sd per m of range: 1 m off at 20 m; crowd-model.md 4: accurate < 20 m
GRAVITY = 9.81  # m/s²


def velocity(world: World, rows: Ints, target: Floats) -> Floats:
    """(k, 3) m/s with which things leave the hands of `rows` (k,) toward `target` (k, 2) m."""
    lots = world.rng.standard_normal((len(world.people), 3))[rows]
    apart = target - world.people.position[rows]
    far = np.hypot(apart[:, 0], apart[:, 1])
    along = apart / far[:, None]
    across = np.column_stack([-along[:, 1], along[:, 0]])
    apart = apart + far[:, None] * (SHORT_OR_FAR * lots[:, :1] * along + ASIDE * lots[:, 1:2] * across)
    far = np.hypot(apart[:, 0], apart[:, 1])
    angle = np.radians(np.clip(USUAL + VARIES * lots[:, 2], FLATTEST, STEEPEST))
    drop = 2.0 * np.square(np.cos(angle)) * (far * np.tan(angle) + HAND - AIM)
    speed = np.minimum(far * np.sqrt(GRAVITY / drop), FASTEST)
    return np.column_stack([apart / far[:, None] * (speed * np.cos(angle))[:, None], speed * np.sin(angle)])
