"""How the crowd will come: the way on foot from where it gathers to where it means to go, round walls."""

from typing import Final

import numpy as np

from game.level.schema import Level
from game.ui.briefing.known import ways
from game.world.fields import Field
from game.world.ground import Ground
from game.world.people import Floats

STEP: Final = 0.5  # m from point to point of a route
BODY: Final = 0.25  # m, radius of whoever has to stand where it begins
LONGEST: Final = 2000  # steps: nobody walks farther to a protest than a kilometre, and no route goes round for ever


def routes(level: Level) -> list[Floats]:
    """One (k, 2) m, k ≥ 2, for each of :func:`ways`; straight where no way leads there on foot."""
    return [_route(level.place.ground, start, goal) for start, goal in ways(level)]


def _route(ground: Ground, start: str, goal: str) -> Floats:
    """Into the zone `goal` and, where nothing stands before it, to its middle."""
    here, there = ground.zones[start].centre, ground.zones[goal].centre
    route = _walk(ground.field_to_zone(goal), ground.nearest_stand(here[None], BODY))
    on = len(route) < 2 or ground.sees(route[-1:], there)[0]
    return np.vstack([route, there]) if on else route


def _walk(field: Field, at: Floats) -> Floats:
    """(k, 2) m from `at` (1, 2) to the goal, as far as a way leads there."""
    route = [at[0]]
    while field.distance(at)[0] > 0.0 and len(route) < LONGEST and (way := field.way(at)).any():
        at = at + STEP * way
        route.append(at[0])
    return np.array(route)
