"""How a body says its state: where hands, head and shield are. Lengths in u, x ahead, y left."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from game.ui.figures.pen import Point

SHOULDER: Final = 7.0  # u from the middle of the body


@dataclass(frozen=True)
class Pose:
    """Where the hands are (left, right), how far the head leans ahead, and what a shield does.

    `feet` is half the stride when moving. `over` draws the arms above the head.
    """

    left: Point
    right: Point
    lean: float = 0.0
    feet: float = 4.0
    over: bool = False
    lying: bool = False
    shield: Literal["side", "front", "up"] = "side"


def both(ahead: float, aside: float) -> tuple[Point, Point]:
    """The same place for either hand."""
    return (ahead, aside), (ahead, -aside)


FALLEN: Final = Pose((2.5, 14.5), (-1.0, -15.0), lying=True)

CIVILIAN: Final[dict[str, Pose]] = {
    "calm": Pose(*both(5.4, 7.6)),
    "chant": Pose((12.5, 9.5), (11.0, -11.0), lean=0.6),
    "jeer": Pose((4.6, 8.2), (18.0, -6.2), lean=1.0),
    "press": Pose(*both(12.8, 4.8), lean=2.0),
    "flee": Pose((-5.0, 9.6), (9.6, -7.0), lean=3.4, feet=6.3),
    "fallen": FALLEN,
}

OFFICER: Final[dict[str, Pose]] = {
    "siap": Pose(*both(-5.6, 2.6)),
    "siaga": Pose(*both(9.6, 5.6), lean=0.8, shield="front"),
    "tangan_berkait": Pose(*both(7.8, 12.4), shield="front"),
    "berlindung": Pose(*both(7.6, 3.0), lean=1.6, over=True, shield="up"),
    "fallen": FALLEN,
}

HOLDING: Final[dict[str, tuple[Point, Point]]] = {
    "camera": both(9.4, 2.8),
    "megaphone": ((5.4, 7.6), (8.6, -3.4)),
}  # where the hands of somebody calm are who carries this kit

STATES: Final = tuple(dict.fromkeys((*CIVILIAN, *OFFICER)))


def pose_of(state: str, officer: bool, kit: str, stride: int) -> Pose:
    """The pose for `state`; at `stride` 1 or 2 the hands swing against the feet, at 0 the person stands."""
    pose = (OFFICER if officer else CIVILIAN)[state]
    if state == "calm" and kit in HOLDING:
        left, right = HOLDING[kit]
        pose = replace(pose, left=left, right=right)
    return pose if stride == 0 or pose.lying else _swung(pose, 1.6 if stride == 1 else -1.6)


def _swung(pose: Pose, swing: float) -> Pose:
    """The same pose in step: the hand opposite the leading foot `swing` u ahead, the head a little forward."""
    (left, y_left), (right, y_right) = pose.left, pose.right
    return replace(pose, left=(left - swing, y_left), right=(right + swing, y_right), lean=pose.lean + 0.8)
