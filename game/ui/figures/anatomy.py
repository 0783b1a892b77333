"""Draws one person from above, from the feet up. Proportions: look.md, "Figure anatomy"."""

from typing import Final

import numpy as np

from game.ui.figures.heads import draw_head
from game.ui.figures.kit import draw_held, draw_kit, draw_mark
from game.ui.figures.looks import LOOKS, Look
from game.ui.figures.pen import Pen, Point, Sprite
from game.ui.figures.poses import SHOULDER, Pose, pose_of
from game.ui.theme import MEDIC, TEAL, Colour, mix, rgb

TORSO: Final = (5.2, 9.2)  # u, radii
OUTLINE: Final = 1.15  # u
HEAD_AHEAD: Final = 1.2  # u from the middle of the body
ARM: Final = (4.6, 2.9)  # u, width with and without its outline
HAND: Final = 1.9  # u, radius: hands read posture better than arms do
LINKED: Final = 12.0  # u; a hand farther aside holds a neighbour
SHOE: Final = rgb("3A3634")
TROUSERS: Final = rgb("4B4A50")


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
    if pose.legs != "under":
        _legs(pen, pose)
    elif stride:
        _feet(pen, pose.feet if stride == 1 else -pose.feet)
    elif pose.stance:
        _feet(pen, pose.stance)
    if not pose.over:
        _arms(pen, pose, body, edge)
    _torso(pen, body, edge)
    draw_mark(pen, who)
    if not pose.over:
        _hands(pen, pose, edge, who.skin(tint))
    draw_head(pen, who, tint, HEAD_AHEAD + pose.lean)
    if pose.over:
        _arms(pen, pose, body, edge)
        _hands(pen, pose, edge, who.skin(tint))
    draw_kit(pen, who, pose)
    draw_held(pen, who, pose)


def _feet(pen: Pen, ahead: float) -> None:
    for x, y in ((ahead, 3.6), (-ahead, -3.6)):
        pen.ellipse((x + np.sign(x) * 2.4, y), (4.0, 2.3), SHOE)


def _legs(pen: Pen, pose: Pose) -> None:
    """Of somebody who sits, crossed ahead; of somebody who kneels, folded behind."""
    knee, foot = (8.4, 2.6) if pose.legs == "crossed" else (2.0, -10.6)
    for side in (1, -1):
        cross = -side if pose.legs == "crossed" else side
        pen.bar([(knee, side * 7.6), (foot, cross * 3.4)], 4.6, TROUSERS, mix(TROUSERS, SHOE, 0.8), 0.9)
        pen.ellipse((foot - 1.0, cross * 3.4), (2.6, 2.2), SHOE)


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
    if pose.holds == "blanket":
        _blanket(pen)
    _hands(pen, pose, edge, who.skin(tint))
    draw_head(pen, who, tint, 12.6)
    if pose.holds == "blanket":
        pen.bar([(13.4, 4.4), (14.8, 0.0), (13.4, -4.4)], 2.2, MEDIC, edge, 0.4)


def _blanket(pen: Pen) -> None:
    """Over legs and waist of somebody who has been cared for; the face stays free."""
    back, front, side = -14.6, 1.6, 7.4
    corners = np.array([(back, side - 1), (front, side), (front + 0.8, 0), (front, -side), (back, 1 - side)])
    pen.stroke(np.vstack([corners, corners[:1]]), 2.0, mix(MEDIC, TEAL, 0.8))
    pen.polygon(corners, MEDIC)
    pen.stroke([(-1.6, side - 0.8), (-1.6, 0.8 - side)], 2.0, TEAL)
