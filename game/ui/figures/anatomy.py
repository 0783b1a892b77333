"""Draws one person from above, from the feet up. Proportions: look.md, "Figure anatomy"."""

from typing import Final

import numpy as np

from game.ui.figures.looks import LOOKS, NAVY, Look
from game.ui.figures.pen import Pen, Point, Sprite
from game.ui.figures.poses import SHOULDER, Pose, pose_of
from game.ui.theme import INK, PAPER_LIGHT, SASH, SHIELD, VIOLET, VISOR, Colour, mix, rgb, shade

TORSO: Final = (5.2, 9.2)  # u, radii
OUTLINE: Final = 1.15  # u
HEAD: Final = 4.5  # u, radius
HEAD_AHEAD: Final = 1.2  # u from the middle of the body
ARM: Final = (4.6, 2.9)  # u, width with and without its outline
HAND: Final = 1.9  # u, radius: hands read posture better than arms do
LINKED: Final = 12.0  # u; a hand farther aside holds a neighbour
SHOE: Final = rgb("3A3634")
SHIELD_ARC: Final = np.radians(62)  # half of the 124° that a raised shield covers


def draw_figure(look: str, state: str, tint: int, angle: float, stride: int, scale: float) -> Sprite:
    """Somebody of `look` in `state`, facing `angle` (rad, world), `scale` px per u.

    `stride` 0 stands, 1 and 2 step with the left and the right foot ahead.
    """
    who = LOOKS[look]
    pose = pose_of(state, who.officer, who.kit, stride)
    pen = Pen(scale, angle, who.edge(tint))
    if pose.lying:
        _lying(pen, who, tint, pose)
    else:
        _standing(pen, who, tint, pose, stride)
    return pen.lift()


def _standing(pen: Pen, who: Look, tint: int, pose: Pose, stride: int) -> None:
    body, edge = who.body(tint), who.edge(tint)
    if stride:
        _feet(pen, pose.feet if stride == 1 else -pose.feet)
    if not pose.over:
        _arms(pen, pose, body, edge)
    _torso(pen, body, edge)
    _mark(pen, who)
    if not pose.over:
        _hands(pen, pose, edge, who.skin(tint))
    _head(pen, who, tint, HEAD_AHEAD + pose.lean)
    if pose.over:
        _arms(pen, pose, body, edge)
        _hands(pen, pose, edge, who.skin(tint))
    _kit(pen, who, pose)


def _feet(pen: Pen, ahead: float) -> None:
    for x, y in ((ahead, 3.6), (-ahead, -3.6)):
        pen.ellipse((x + np.sign(x) * 2.4, y), (4.0, 2.3), SHOE)


def _torso(pen: Pen, body: Colour, edge: Colour) -> None:
    pen.ellipse((0, 0), (TORSO[0] + OUTLINE, TORSO[1] + OUTLINE), edge)
    pen.ellipse((0, 0), TORSO, body)
    pen.ellipse((-0.4, 0), (2.6, 7.4), mix(body, (255, 255, 255), 0.16))


def _arms(pen: Pen, pose: Pose, body: Colour, edge: Colour) -> None:
    for width, colour in zip(ARM, (edge, body), strict=True):
        for side, hand in ((1, pose.left), (-1, pose.right)):
            pen.stroke([(0.0, side * SHOULDER), _elbow(side, hand), hand], width, colour)


def _elbow(side: int, hand: Point) -> Point:
    """Half way to the hand and a little outward, as an arm bends; a linked arm goes ahead first, clear of heads."""
    if abs(hand[1]) > LINKED:
        return 0.85 * hand[0], side * (SHOULDER + 1.0)
    outward = 2.2 if hand[0] > -2 else 3.4  # u; behind the back the elbows stick out
    return hand[0] / 2, (side * SHOULDER + hand[1]) / 2 + side * outward


def _hands(pen: Pen, pose: Pose, edge: Colour, skin: Colour) -> None:
    for hand in (pose.left, pose.right):
        pen.disc(hand, HAND + 0.7, edge)
        pen.disc(hand, HAND, skin)


def _head(pen: Pen, who: Look, tint: int, x: float) -> None:
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


def _mark(pen: Pen, who: Look) -> None:
    match who.mark:
        case "sash":
            pen.stroke([(-3.0, 7.0), (2.0, -7.4)], 3.6, SASH)
        case "bib":
            pen.ellipse((-0.2, 0), (4.9, 7.2), PAPER_LIGHT)
        case "vest":
            for y in (5.4, -5.4):
                pen.ellipse((-0.4, y), (4.0, 1.5), VIOLET)


def _kit(pen: Pen, who: Look, pose: Pose) -> None:
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


def _lying(pen: Pen, who: Look, tint: int, pose: Pose) -> None:
    """Full length on the back, arms apart."""
    body, edge = who.body(tint), who.edge(tint)
    for y in (3.0, -3.0):
        pen.bar([(-5.0, y), (-15.0, y * 1.7)], 3.4, mix(edge, body, 0.35), edge, 0.9)
        pen.ellipse((-17.0, y * 1.8), (2.6, 2.1), SHOE)
    for side, hand in ((1, pose.left), (-1, pose.right)):
        pen.bar([(5.0, side * 4.6), (5.6, side * 9.6), hand], ARM[1], body, edge, 0.85)
    pen.ellipse((0.5, 0), (8.6 + OUTLINE, 6.4 + OUTLINE), edge)
    pen.ellipse((0.5, 0), (8.6, 6.4), body)
    _hands(pen, pose, edge, who.skin(tint))
    _head(pen, who, tint, 12.6)
