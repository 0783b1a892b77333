"""How a body says its state: where hands, head and shield are. Lengths in u, x ahead, y left."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from game.ui.figures.pen import Point

SHOULDER: Final = 7.0  # u from the middle of the body


@dataclass(frozen=True)
class Pose:
    """Where the hands are (left, right), how far the head leans ahead, what the legs, a shield and the hands do.

    `feet` is half the stride when moving, `stance` that of somebody who stands with one foot ahead. `over` draws the
    arms above the head.
    """

    left: Point
    right: Point
    lean: float = 0.0
    feet: float = 4.0
    stance: float = 0.0
    over: bool = False
    lying: bool = False
    legs: Literal["under", "crossed", "kneeling"] = "under"
    shield: Literal["side", "front", "ahead", "up"] = "side"
    holds: Literal["nothing", "stone", "phone", "sign", "match", "tie", "blanket"] = "nothing"


def both(ahead: float, aside: float) -> tuple[Point, Point]:
    """The same place for either hand."""
    return (ahead, aside), (ahead, -aside)


LYING: Final = {
    "down": Pose((5.0, 13.0), (-2.0, -13.5), lying=True),
    "fallen": Pose((2.5, 14.5), (-1.0, -15.0), lying=True),
    "treated": Pose((2.0, 9.6), (2.0, -9.6), lying=True, holds="blanket"),
}

CIVILIAN: Final[dict[str, Pose]] = {
    "calm": Pose(*both(5.4, 7.6)),
    "chant": Pose((12.5, 9.5), (11.0, -11.0), lean=0.6),
    "jeer": Pose((4.6, 8.2), (18.0, -6.2), lean=1.0),
    "press": Pose(*both(12.8, 4.8), lean=2.0),
    "flee": Pose((-5.0, 9.6), (9.6, -7.0), lean=3.4, feet=6.3),
    "sit": Pose(*both(6.2, 4.4), lean=-0.6, legs="crossed"),
    "banner": Pose(*both(10.4, 9.6), lean=-0.4, holds="sign"),
    "throw": Pose((11.0, 8.6), (-13.0, -12.0), lean=-0.8, stance=5.2, holds="stone"),
    "film": Pose((9.0, 3.6), (12.6, -0.6), lean=-0.4, holds="phone"),
    "burn_tyres": Pose((10.6, 1.4), (8.2, -6.0), lean=3.2, legs="kneeling", holds="match"),
    "help_fallen": Pose(*both(12.0, 3.4), lean=2.4, legs="kneeling"),
    "restrain": Pose((14.2, 9.2), (14.2, -2.0), lean=1.2, stance=4.6),
    "custody": Pose(*both(-7.0, 1.4), lean=2.2, holds="tie"),
    **LYING,
}

OFFICER: Final[dict[str, Pose]] = {
    "siap": Pose(*both(-5.6, 2.6)),
    "siaga": Pose(*both(9.6, 5.6), lean=0.8, shield="front"),
    "tangan_berkait": Pose(*both(7.8, 12.4), shield="front"),
    "pegang_tali": Pose(*both(6.6, 9.0), shield="front"),
    "berlindung": Pose(*both(7.6, 3.0), lean=1.6, over=True, shield="up"),
    "dorong_maju": Pose(*both(13.6, 5.0), lean=2.8, stance=5.4, shield="ahead"),
    "desak_maju": Pose((11.4, 6.4), (8.4, -8.6), lean=1.6, stance=4.6, shield="ahead"),
    "mundur_teratur": Pose(*both(8.4, 7.4), lean=-1.6, stance=-5.0, shield="front"),
    "kneel": Pose(*both(11.6, 3.6), lean=2.6, legs="kneeling"),
    "hold_left": Pose((3.4, 13.6), (6.0, 9.8), lean=0.6),
    "hold_right": Pose((6.0, -9.8), (3.4, -13.6), lean=0.6),
    **LYING,
}

HOLDING: Final[dict[tuple[str, str], tuple[Point, Point]]] = {
    ("camera", "calm"): both(9.4, 2.8),
    ("camera", "film"): both(11.6, 2.8),
    ("megaphone", "calm"): ((5.4, 7.6), (8.6, -3.4)),
}  # where the hands of somebody are who carries this kit

STATES: Final = tuple(dict.fromkeys((*CIVILIAN, *OFFICER)))


def pose_of(state: str, officer: bool, kit: str, stride: int) -> Pose:
    """The pose for `state`; at `stride` 1 or 2 the hands swing against the feet, at 0 the person stands."""
    pose = (OFFICER if officer else CIVILIAN)[state]
    if (kit, state) in HOLDING:
        left, right = HOLDING[kit, state]
        pose = replace(pose, left=left, right=right)
    return pose if stride == 0 or pose.lying else _swung(pose, 1.6 if stride == 1 else -1.6)


def _swung(pose: Pose, swing: float) -> Pose:
    """The same pose in step: the hand opposite the leading foot `swing` u ahead, the head a little forward."""
    (left, y_left), (right, y_right) = pose.left, pose.right
    return replace(pose, left=(left - swing, y_left), right=(right + swing, y_right), lean=pose.lean + 0.8)
