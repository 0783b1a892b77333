"""What a commander reads from a View: who can do what, where the crowd is, who lies, who was seen doing what."""

import numpy as np

from game.session.view import UnitView, View
from game.world.grid import Near
from game.world.people import NOBODY, Bools, Floats
from game.world.world import TICKS_PER_SECOND

TALKERS = "negosiator"  # the type that came to talk
MANY = 5  # people pressing who make disorder plain to see; rules/threat.py


def threat(view: View) -> int:
    """The class shown; without that training aid, what many people pressing the line tell."""
    if view.meters:
        return view.meters.threat
    return 3 if np.count_nonzero(view.pressing & view.present) >= MANY else 1


def able(view: View, order: str) -> list[UnitView]:
    """The seat's units that are there and can carry out `order`."""
    return [unit for unit in view.units if unit.mine and unit.strength and order in unit.orders]


def of_type(view: View, kind: str) -> list[UnitView]:
    """The seat's units of that type that are there."""
    return [unit for unit in view.units if unit.mine and unit.strength and unit.type == kind]


def idle(unit: UnitView) -> bool:
    """Whether it has nothing to do and nothing on the way."""
    return unit.task == "hold" and not unit.queue and not unit.in_air


def crowd(view: View) -> Bools:
    """(n,) civilians who are there, on their feet and free."""
    who: Bools = view.present & ~view.fallen & ~view.custody & (view.cast.unit == NOBODY)
    return who


def nearest(view: View, place: tuple[float, float], who: Bools) -> Floats | None:
    """(2,) m, where the nearest to `place` of those `who` (n,) is; None where there is nobody."""
    points = view.position[who]
    if not len(points):
        return None
    found: Floats = points[np.argmin(np.hypot(*(points - np.array(place)).T))]
    return found


def away(place: tuple[float, float], point: Floats | None) -> float:
    """M between them; infinite where there is no `point`."""
    return np.inf if point is None else float(np.hypot(*(point - np.array(place))))


def thickest(view: View, who: Bools, radius: float) -> Floats | None:
    """(2,) m, which of `who` (n,) has most of the others within `radius` m; None where there is nobody."""
    points = view.position[who]
    if not len(points):
        return None
    around = Near(points, np.ones(len(points), dtype=np.bool_)).count(points, radius)
    found: Floats = points[np.argmax(around)]
    return found


def waiting_for_care(view: View) -> Bools:
    """(n,) who is hurt, lies, and has had no first aid."""
    who: Bools = view.present & view.hurt & view.fallen & ~view.treated
    return who


def offenders(view: View, acts: tuple[str, ...], within: float) -> list[int]:
    """Rows of those seen at one of `acts` in the last `within` s who are still there and free, the latest first."""
    since = view.tick - within * TICKS_PER_SECOND
    free = crowd(view)
    seen = [mark.person for mark in view.scene.marks if mark.act in acts and mark.tick >= since]
    return [row for row in dict.fromkeys(reversed(seen)) if free[row]]


def behind(unit: UnitView, metres: float) -> list[float]:
    """[x, y] m, that far behind the middle of its front."""
    back = np.array([np.cos(unit.facing), np.sin(unit.facing)]) * metres
    point: list[float] = (np.array(unit.centre) - back).round(1).tolist()
    return point


def beside(unit: UnitView, metres: float) -> list[float]:
    """[x, y] m, that far to the left of the middle of its front, to the right for less than 0."""
    left = np.array([-np.sin(unit.facing), np.cos(unit.facing)]) * metres
    point: list[float] = (np.array(unit.centre) + left).round(1).tolist()
    return point


def here(unit: UnitView) -> Floats:
    """(2,) m, the middle of its front."""
    return np.array(unit.centre)


def degrees(radians: float) -> float:
    """As orders say a direction, -180 … 180."""
    return round(float((np.degrees(radians) + 180.0) % 360.0 - 180.0), 1)
