"""Whose hands are on whom: officers who hold somebody, medics who kneel beside somebody. Told by where they stand."""

from typing import Final

import numpy as np

from game.session.view import View
from game.world.people import Floats, Ints

WALKING: Final = 0.25  # m/s, faster than a person shifts weight; guess
ARM: Final = 1.3  # m between the middles of two people of whom one can lay hands on the other; guess
CARERS: Final = 2  # kneel beside one person; guess
HOLDERS: Final = 2  # walk beside one person; look.md: escorts hold from both sides


def kneeling(view: View) -> Ints:
    """Rows of the medics who stand still beside somebody lying."""
    medics = np.array([row for unit in view.units if "treat" in unit.orders for row in unit.rows], np.int64)
    still = medics[np.hypot(*view.velocity[medics].T) < WALKING]
    lying = view.position[np.flatnonzero(view.fallen & view.present & ~view.treated)]
    near = [still[_nearest(view.position[still], place, CARERS)] for place in lying]
    return np.concatenate([*near, np.zeros(0, np.int64)])


def holders(view: View) -> dict[int, str]:
    """Row of each officer who holds somebody → the side on which: hold_left or hold_right."""
    rows = {unit.name: unit.rows for unit in view.units}
    found: dict[int, str] = {}
    for arrest in view.arrests:
        if view.custody[arrest.person] and arrest.handed_over is None:
            place, team = view.position[arrest.person], rows[arrest.unit]
            for row in team[_nearest(view.position[team], place, HOLDERS)].tolist():
                found[row] = _side(place - view.position[row], float(view.heading[row]))
    return found


def _nearest(positions: Floats, place: Floats, most: int) -> Ints:
    """Which of `positions` (k, 2) m are nearest to `place` and within an arm's reach, at most `most`."""
    away = np.hypot(*(positions - place).T)
    order = np.argsort(away, kind="stable")[:most]
    near: Ints = order[away[order] <= ARM]
    return near


def _side(towards: Floats, heading: float) -> str:
    left = np.cos(heading) * towards[1] - np.sin(heading) * towards[0] > 0
    return "hold_left" if left else "hold_right"
