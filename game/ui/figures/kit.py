"""What a person wears on the back, carries and takes in hand. Proportions: look.md, "Figure anatomy"."""

from typing import Final

import numpy as np

from game.ui.figures.looks import Look
from game.ui.figures.pen import Pen
from game.ui.figures.poses import Pose
from game.ui.theme import FLAMES, INK, INK_SOFT, PAPER_LIGHT, SASH, SHIELD, STONE, TEAL, VIOLET, VISOR, shade

WHITE: Final = (255, 255, 255)
SHIELD_ARC: Final = np.radians(62)  # half of the 124° that a raised shield covers


def draw_mark(pen: Pen, who: Look) -> None:
    """What is worn across the back."""
    match who.mark:
        case "sash":
            pen.stroke([(-3.0, 7.0), (2.0, -7.4)], 3.6, SASH)
        case "bib":
            pen.ellipse((-0.2, 0), (4.9, 7.2), who.bib)
        case "vest":
            for y in (5.4, -5.4):
                pen.ellipse((-0.4, y), (4.0, 1.5), VIOLET)
        case "plate":
            pen.ellipse((-0.2, 0), (5.0, 7.6), INK)
            for y in (6.4, -6.4):
                pen.stroke([(-2.6, y), (2.4, y)], 1.7, PAPER_LIGHT)
        case "bands":
            for y in (6.2, -6.2):
                pen.ellipse((-0.2, y), (4.4, 1.6), TEAL)


def draw_kit(pen: Pen, who: Look, pose: Pose) -> None:
    """What is carried, unless the hands are bound; they are drawn before."""
    if pose.holds == "tie":
        return
    match who.kit:
        case "megaphone":
            _megaphone(pen)
        case "camera":
            pen.bar([(10.4, 2.0), (10.4, -2.0)], 3.6, INK, shade(INK, 0.5), 0.6)
            pen.disc((12.8, 0), 1.8, VISOR)
        case "shield":
            _shield(pen, pose)
        case "card" if pose.holds == "nothing" and not pose.lying:
            x, y = pose.right
            pen.bar([(x + 2.0, y + 2.0), (x + 2.0, y - 2.0)], 3.4, PAPER_LIGHT, INK_SOFT, 0.8)


def draw_held(pen: Pen, who: Look, pose: Pose) -> None:
    """What somebody has taken in hand to act with it."""
    x, y = pose.right
    match pose.holds:
        case "stone":
            pen.disc((x - 1.6, y - 0.8), 3.0, PAPER_LIGHT)
            pen.disc((x - 1.6, y - 0.8), 2.2, STONE)
        case "phone" if who.kit != "camera":
            pen.bar([(x + 1.4, y + 2.4), (x + 1.4, y - 2.4)], 2.4, VISOR, INK, 0.9)
        case "sign":
            _sign(pen)
        case "match":
            for radius, colour in zip((2.8, 1.6), (FLAMES[1], FLAMES[3]), strict=True):
                pen.disc((pose.left[0] + 2.6, pose.left[1]), radius, colour)
        case "tie":
            pen.bar([(x, 2.6), (x, -2.6)], 2.0, PAPER_LIGHT, INK, 0.7)


def _sign(pen: Pen) -> None:
    """A placard of paper, tilted back; its lines are writing that nobody can read from above."""
    pen.bar([(11.6, 12.0), (11.6, -12.0)], 5.4, PAPER_LIGHT, INK_SOFT, 0.9)
    for x, half in ((12.8, 9.6), (10.4, 6.4)):
        pen.stroke([(x, half), (x, -half)], 0.9, INK_SOFT)


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
        case "ahead":
            pen.bar([(13.2, 8.0), (13.2, -8.0)], 2.6, SHIELD, INK, 1.0)
        case "up":
            angles = np.linspace(-SHIELD_ARC, SHIELD_ARC, 15)
            pen.bar(8.6 * np.column_stack([np.cos(angles), np.sin(angles)]), 4.2, SHIELD, INK, 1.0)
            pen.stroke(9.4 * np.column_stack([np.cos(angles), np.sin(angles)]), 1.0, WHITE)
