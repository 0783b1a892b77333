"""What a person wears on the head and the back, and carries. Proportions: look.md, "Figure anatomy"."""

from typing import Final

import numpy as np

from game.ui.figures.looks import NAVY, Look
from game.ui.figures.pen import Pen
from game.ui.figures.poses import Pose
from game.ui.theme import INK, PAPER_LIGHT, SASH, SHIELD, VIOLET, VISOR, mix, shade

HEAD: Final = 4.5  # u, radius
SHIELD_ARC: Final = np.radians(62)  # half of the 124° that a raised shield covers


def draw_head(pen: Pen, who: Look, tint: int, x: float) -> None:
    """The head, its middle `x` u ahead: hair that leaves a crescent of skin where the person looks, cap or helmet."""
    match who.head:
        case "hair":
            pen.disc((x, 0), HEAD + 0.8, shade(who.hair(tint), 0.7))
            pen.disc((x, 0), HEAD, who.skin(tint))
            pen.disc((x - 1.5, 0), HEAD - 0.5, who.hair(tint))
        case "cap":
            pen.ellipse((x + 3.0, 0), (3.6, 4.3), shade(NAVY, 0.7))
            pen.disc((x, 0), 4.8, shade(NAVY, 0.7))
            pen.disc((x - 0.3, 0), 4.0, mix(NAVY, (255, 255, 255), 0.12))
            pen.disc((x - 0.3, 0), 1.6, mix(NAVY, (255, 255, 255), 0.3))
        case "helmet":
            pen.disc((x + 0.4, 0), 5.9, shade(NAVY, 0.6))
            pen.disc((x + 0.6, 0), 5.0, VISOR)
            pen.disc((x - 1.3, 0), 4.7, mix(NAVY, (255, 255, 255), 0.06))
            pen.ellipse((x - 2.4, 1.4), (1.3, 1.9), mix(NAVY, (255, 255, 255), 0.3))


def draw_mark(pen: Pen, who: Look) -> None:
    """What is worn across the back."""
    match who.mark:
        case "sash":
            pen.stroke([(-3.0, 7.0), (2.0, -7.4)], 3.6, SASH)
        case "bib":
            pen.ellipse((-0.2, 0), (4.9, 7.2), PAPER_LIGHT)
        case "vest":
            for y in (5.4, -5.4):
                pen.ellipse((-0.4, y), (4.0, 1.5), VIOLET)


def draw_kit(pen: Pen, who: Look, pose: Pose) -> None:
    """What is held; hands are drawn before."""
    match who.kit:
        case "megaphone":
            _megaphone(pen)
        case "camera":
            pen.bar([(10.4, 2.0), (10.4, -2.0)], 3.6, INK, shade(INK, 0.5), 0.6)
            pen.disc((12.8, 0), 1.8, VISOR)
        case "shield":
            _shield(pen, pose)


def _megaphone(pen: Pen) -> None:
    cone = [(7.4, -1.6), (17.0, -5.4), (17.0, 2.6)]
    pen.stroke([*cone, cone[0]], 2.2, INK)
    pen.polygon(cone, PAPER_LIGHT)


def _shield(pen: Pen, pose: Pose) -> None:
    match pose.shield:
        case "side":
            pen.bar([(-4.5, 10.8), (7.0, 10.8)], 1.6, SHIELD, INK, 0.9)
        case "front":
            pen.bar([(9.6, 8.0), (9.6, -8.0)], 2.4, SHIELD, INK, 1.0)
        case "up":
            angles = np.linspace(-SHIELD_ARC, SHIELD_ARC, 15)
            pen.bar(8.6 * np.column_stack([np.cos(angles), np.sin(angles)]), 4.2, SHIELD, INK, 1.0)
            pen.stroke(9.4 * np.column_stack([np.cos(angles), np.sin(angles)]), 1.0, (255, 255, 255))
