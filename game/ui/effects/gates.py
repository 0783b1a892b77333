"""Gates and rows of barriers: a barred line while shut, posts with the leaves swung aside while open."""

from typing import Final

import numpy as np
import pygame

from game.level.place import Barring
from game.session.scene import Scene
from game.ui.camera import Camera
from game.ui.effects.barriers import draw_barriers
from game.ui.ground.geometry import across
from game.ui.theme import INK, MERAH, PAPER_LIGHT
from game.world.people import Floats

THICK: Final = 0.22  # m of a leaf
LEAF: Final = 1.4  # m of a leaf that stands open
POST: Final = 0.24  # m, radius
LEAST: Final = 3  # px


def draw_gates(
    surface: pygame.Surface, camera: Camera, gates: dict[str, Barring], barriers: dict[str, Barring], scene: Scene
) -> None:
    """Draw every gate as it stands, and the rows of barriers that stand or lie."""
    for name, gate in gates.items():
        if camera.in_view(gate.line, 0.0).any():
            _draw(surface, camera, gate.line, name in scene.gates_shut, name in scene.gates_broken)
    standing = [bar.known_as(name, movable=True).strips for name, bar in barriers.items() if name in scene.gates_shut]
    draw_barriers(surface, camera, [strip for strips in standing for strip in strips])


def _draw(surface: pygame.Surface, camera: Camera, line: Floats, shut: bool, broken: bool) -> None:
    thick = max(LEAST, round(THICK * camera.zoom))
    for path in [line] if shut else _leaves(line):
        points = np.rint(camera.to_screen(path)).astype(int).tolist()
        pygame.draw.lines(surface, INK, False, points, thick + 2)
        pygame.draw.lines(surface, MERAH if broken else PAPER_LIGHT, False, points, thick)
    for post in np.rint(camera.to_screen(line[[0, -1]])).astype(int).tolist():
        pygame.draw.circle(surface, INK, post, max(LEAST, round(POST * camera.zoom)))


def _leaves(line: Floats) -> list[Floats]:
    """The two leaves of an open gate, (2, 2) m each, from the posts aside."""
    along = line[-1] - line[0]
    aside = across(along) / max(float(np.hypot(*along)), 1e-9) * LEAF
    return [np.array([post, post + aside]) for post in line[[0, -1]]]
