"""Kneel down beside someone who lies."""

from dataclasses import dataclass

import numpy as np

from game.rules.acts.act import NEVER, Act
from game.rules.behaviours.behaviour import doing
from game.rules.behaviours.help import REACHES, to_the_fallen, untended
from game.world.people import Floats
from game.world.world import World

FIRST = 1.0  # margin: who has come to help does nothing else; guess


@dataclass(frozen=True)
class HelpFallen(Act):
    """Kneel beside someone who lies, once one has come up to help: lend a hand up to whoever is not hurt."""

    def urge(self, world: World) -> Floats:
        urge = np.full(len(world.people), NEVER)
        rows = np.flatnonzero(doing(world, "help"))
        if len(rows) and untended(world).any():
            away = to_the_fallen(world, rows)
            urge[rows[np.hypot(away[:, 0], away[:, 1]) <= REACHES]] = FIRST
        return urge
