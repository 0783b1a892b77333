"""Push a line of officers."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from game.rules.behaviours.behaviour import Behaviour, line_before, look, unit_vectors
from game.rules.behaviours.help import to_the_fallen, untended
from game.rules.feelings import PLAN_BID, PRESSES_ABOVE
from game.world.people import Bools, Floats, Ints
from game.world.senses import perceived
from game.world.world import World

GOES_FOR_LINE = 30.0  # m within which a line in sight is gone for; guess
PUSHES_WITHIN = 3.0  # m of it one pushes, through whoever stands between: some six rows; guess
LEAST_PUSH = 100.0  # N sustained; crowd-model.md 4
GREATEST_PUSH = 250.0  # N sustained; crowd-model.md 4
PUSHES_FULLY_ABOVE = 0.35  # margin, where 3.5.8 goes on to attack
MAKES_ROOM = 1.5  # m from someone who lies, within which all but those stop and step back: crowds help; guess
STEP_BACK = 0.47  # m/s; doctrine.md 2.3
HASTE = 1.2  # of the free speed; guess


@dataclass(frozen=True)
class Press(Behaviour):
    """Go for the nearest line and push it: open to everyone who is clearly hostile and sees one."""

    open_to_all: ClassVar[bool] = True

    def urge(self, world: World) -> Floats:
        people = world.people
        clearly = people.hostile & (people.margin > PRESSES_ABOVE) & perceived(world).faces_line(GOES_FOR_LINE)
        return np.where(clearly, np.minimum(PLAN_BID + people.margin, 1.0), 0.0)

    def steer(self, world: World, who: Ints) -> Floats:
        people = world.people
        apart, near = line_before(world, who, GOES_FOR_LINE)
        toward, distance = unit_vectors(apart)
        toward[~near] = 0.0  # lost from sight: wait for the next choice
        share = (people.margin[who] - PRESSES_ABOVE) / (PUSHES_FULLY_ABOVE - PRESSES_ABOVE)
        force = LEAST_PUSH + (GREATEST_PUSH - LEAST_PUSH) * np.clip(share, 0.0, 1.0)
        able = near & (distance < PUSHES_WITHIN)
        way = toward * HASTE * people.free_speed[who, None]
        if untended(world).any():
            away, close = _off_the_fallen(world, who)
            stops = close & (people.margin[who] < PUSHES_FULLY_ABOVE)
            able, way = able & ~stops, np.where(stops[:, None], away, way)
            force[close] = LEAST_PUSH  # who stands over somebody has no firm ground to push from
        people.press[who] = np.where(able, force, 0.0)
        look(world, who, toward)
        return way


def _off_the_fallen(world: World, who: Ints) -> tuple[Floats, Bools]:
    """(k, 2) m/s away from the nearest who lies, and (k,) who of `who` stands close enough to make room."""
    away, far = unit_vectors(-to_the_fallen(world, who))
    return away * STEP_BACK, far < MAKES_ROOM
