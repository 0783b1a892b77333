"""Take one person out of the crowd."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.rules import custody, errand, keeping, slots
from game.rules.errand import Errand
from game.world.custody import Sighting
from game.world.events import Event
from game.world.people import Floats
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import TICK, World

FEWEST, MOST = 2, 4  # officers who go: one is alone among the crowd, more would leave no reserve; guess
REACH = 25.0  # m from the nearest line or comrade: beyond, it is chasing; doctrine.md 2.6 (5), value: guess
GIVES_UP = 25.0  # s after which a team that has not got there turns back; guess
ARM = 0.8  # m between middles from which an officer takes hold: two bodies and a forearm; guess
SECOND = 1.5  # m within which the second must be; guess
TAKES_HOLD = 2.0  # s; guess
LEADS_AT = 1.0  # m/s, someone led by the arm; guess
TURNS_BACK = 1.2  # m that who is led lags when the officer turns back to them; guess
ROUND = ((0.0, 0.45), (0.0, -0.45), (1.0, 0.8), (1.0, -0.8))  # m: two at the arms, two on the way home; guess
COVER = ((-0.6, 0.0), (1.3, 0.5), (1.3, -0.5))  # m: one behind who is led, two open the way; guess

Stage = Literal["reach", "hold", "lead", "back"]


@dataclass(frozen=True, kw_only=True)
class ArrestGivenUp(Event):
    """The team turns back without the person; the actor is the unit."""

    person: int  # row
    why: Reason
    call: str


@dataclass(kw_only=True)
class Arrest(Errand):
    """Two to four of the team go through the line to `person`, take hold, lead them away and hand them over."""

    person: int  # row
    stage: Stage = "reach"
    seen: Sighting | None = None  # what was seen, when the order was given

    @property
    def over(self) -> bool:
        return self.stage == "back"

    def begin(self, world: World, unit: Unit) -> Reason | None:
        why = refuses(world, unit, self.person)
        if why is None:
            self.seen = custody.evidence(world, self.person)
            self.set_out(world, unit, custody.hands_free(world, unit), self.person, MOST)
        return why

    def step(self, world: World, unit: Unit) -> None:
        if self.stage == "reach":
            self._reach(world, unit)
        elif self.stage == "hold":
            self._hold(world, unit)
        elif self.stage == "lead":
            self._lead(world, unit)

    def pace(self, world: World, unit: Unit) -> float:
        return LEADS_AT if self.stage == "lead" else unit.pace(world.people, run=True)

    def steer(self, world: World, unit: Unit) -> None:
        super().steer(world, unit)
        if self.stage == "hold":
            world.people.way[self.person] = world.people.press[self.person] = 0.0

    def _reach(self, world: World, unit: Unit) -> None:
        why = self._hopeless(world, unit)
        if why is not None:
            told = ArrestGivenUp(person=self.person, why=why, call=unit.label)
            world.say(told, actor=unit.name, place=unit.spot)
            return self._enter(world, unit, "back")
        errand.stand_round(world, self.able(world), self.person, unit.centre, ROUND)
        if self._at_arm(world):
            self._enter(world, unit, "hold")
        return None

    def _hopeless(self, world: World, unit: Unit) -> Reason | None:
        """Why the team turns back, or None."""
        if len(self.able(world)) < FEWEST:
            return reason("too_few_for_arrest", unit=unit.label, needed=FEWEST)
        if (world.tick - unit.begun) * TICK > GIVES_UP:  # from setting out, however often a hold was shaken off
            return reason("person_not_reached", seconds=round(GIVES_UP))
        return untakeable(world, self.person) or out_of_reach(world, unit, self.person)

    def _at_arm(self, world: World) -> bool:
        """Whether one officer has got to the person and another is right behind."""
        first, second = np.sort(errand.apart(world, self.able(world), self.person))[:2]
        return bool(first <= ARM and second <= SECOND)

    def _hold(self, world: World, unit: Unit) -> None:
        rows = self.able(world)
        far = errand.apart(world, rows, self.person)
        if len(rows) < FEWEST or far.min() > SECOND or untakeable(world, self.person):
            self._enter(world, unit, "reach")
        elif self.lasts(world) >= TAKES_HOLD:
            escort = int(rows[np.argmin(far)])
            custody.take(world, unit, self.person, escort, self.seen or custody.evidence(world, self.person))
            self._enter(world, unit, "lead")

    def _lead(self, world: World, unit: Unit) -> None:
        arrest = custody.of(world, self.person)
        if arrest is None or world.people.custody[self.person] != unit.index:
            return self._enter(world, unit, "back")
        if keeping.brought(world, unit, self.person):
            custody.hand_over(world, arrest, keeping.POST if keeping.has_post(world) else unit.name)
            return self._enter(world, unit, "back")
        return self._go_home(world, arrest.escort, keeping.place_for(world, unit))

    def _go_home(self, world: World, escort: int, goal: Floats) -> None:
        """The officer who has them leads the way and turns back to who lags; the others cover them."""
        lags = errand.apart(world, np.array([escort]), self.person)[0] > TURNS_BACK
        errand.go(world, np.array([escort]), world.people.position[[self.person]] if lags else goal[None])
        others = self.able(world)
        others = others[others != escort]
        if len(others):
            errand.stand_round(world, others, self.person, goal, COVER)

    def _enter(self, world: World, unit: Unit, stage: Stage) -> None:
        self.stage, self.since = stage, world.tick
        if stage == "back":
            slots.draw_up(world, unit, unit.centre, unit.facing)


def refuses(world: World, unit: Unit, person: int) -> Reason | None:
    """Why `unit` may not set out to arrest `person` now, or None."""
    why = untakeable(world, person)
    if why is None and len(custody.hands_free(world, unit)) < FEWEST:
        return reason("too_few_for_arrest", unit=unit.label, needed=FEWEST)
    return why or out_of_reach(world, unit, person)


def untakeable(world: World, person: int) -> Reason | None:
    """Why nobody can arrest `person` now, or None."""
    people = world.people
    if not 0 <= person < len(people):
        return reason("no_such_person", person=person)
    if not people.civilian[person]:
        return reason("person_is_officer")
    if not people.present[person]:
        return reason("person_gone")
    if people.custody[person] >= 0:
        return reason("person_held")
    return reason("person_needs_care") if people.casualty[person] else None


def out_of_reach(world: World, unit: Unit, person: int) -> Reason | None:
    """Why going for `person` would leave the line behind, or None."""
    people = world.people
    line = np.concatenate([each.rows for each in world.units.values() if each.type.in_line or each is unit])
    far = float(errand.apart(world, line[people.up[line]], person).min())
    return reason("person_too_far", metres=round(far), limit=round(REACH)) if far > REACH else None
