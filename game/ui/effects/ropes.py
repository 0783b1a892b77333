"""The rope of Dalmas Awal: from hand to hand along the front, bowed as the line is."""

from typing import Final

import numpy as np
import pygame

from game.session.unit_view import UnitView
from game.session.view import View
from game.ui.camera import Camera
from game.ui.theme import INK, PAPER_LIGHT
from game.world.people import Floats

HELD: Final = "pegang_tali"  # the posture
BEFORE: Final = 0.26  # m before the middle of who holds it
NEXT: Final = 1.6  # m between two hands that the rope spans at the most; guess
RANK: Final = 0.5  # m behind the foremost slot, up to which one is of the front
THICK: Final = 0.09  # m
LEAST: Final = 2  # px


def draw_ropes(surface: pygame.Surface, camera: Camera, view: View) -> None:
    """Draw the rope of every unit that holds one."""
    thick = max(LEAST, round(THICK * camera.zoom))
    for unit in view.units:
        if unit.posture == HELD:
            for piece in _pieces(hands(view, unit)):
                points = np.rint(camera.to_screen(piece)).astype(int).tolist()
                pygame.draw.lines(surface, INK, False, points, thick + 2)
                pygame.draw.lines(surface, PAPER_LIGHT, False, points, thick)


def hands(view: View, unit: UnitView) -> Floats:
    """(k, 2) m, where those of the front who are on their feet hold the rope, from end to end."""
    rows, ahead = np.asarray(unit.rows), np.array([np.cos(unit.facing), np.sin(unit.facing)])
    if not len(rows):
        return np.empty((0, 2))
    deep, aside = unit.slots @ ahead, unit.slots @ np.array([-ahead[1], ahead[0]])
    front = (deep > deep.max() - RANK) & ~view.fallen[rows]
    order = np.argsort(aside[front], kind="stable")
    held: Floats = view.position[rows[front][order]] + BEFORE * ahead
    return held


def _pieces(held: Floats) -> list[Floats]:
    """The rope in pieces (j, 2), each of two hands or more: it ends where nobody is near enough to hand it on."""
    apart = np.hypot(*np.diff(held, axis=0).T)
    return [piece for piece in np.split(held, np.flatnonzero(apart > NEXT) + 1) if len(piece) > 1]
