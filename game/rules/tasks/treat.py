"""Go to somebody who is hurt, give first aid, and carry who cannot walk to the ambulance."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.rules import care, errand, slots
from game.rules.errand import Errand
from game.world.events import Event
from game.world.people import Floats
from game.world.reason import Reason, reason
from game.world.units import Unit
from game.world.world import World

BEARERS = 2  # who treat, and carry a stretcher; guess
ARM = 0.9  # m between middles from which a medic who kneels can reach the person; guess
AID_TAKES = 30.0  # s, bandage and recovery position; guess
GIVES_UP = 90.0  # s after which medics who do not get through turn back; guess
SAYS_SO_AFTER = 20.0  # s that somebody waits before the unit reports that no ambulance can come; guess
STAYS = 180.0  # s that they wait with somebody for an ambulance; guess
STRETCHER = 0.9  # m from the middle of a stretcher to each bearer; guess
CARRIES_AT = 0.8  # m/s; guess
LAGS = 0.4  # m that the stretcher may lag before the first bearer waits; guess
LIFTS_OVER = 0.3  # s in which the stretcher follows its bearers; guess
FASTEST = 1.6  # m/s that it does so at the most: nobody is knocked over with it; guess
AT_AMBULANCE = 4.0  # m from its middle: at its rear doors or beside it; half of 5.2 m and a stretcher, guess
LOADS_IN = 5.0  # s; guess
BESIDE = ((0.0, 0.5), (0.0, -0.5))  # m, where the two kneel

Stage = Literal["reach", "aid", "wait", "carry", "load", "back"]


@dataclass(frozen=True, kw_only=True)
class TreatGivenUp(Event):
    """The medics turn back; the actor is the unit."""

    person: int  # row
    why: Reason
    call: str


@dataclass(frozen=True, kw_only=True)
class LaneBlocked(Event):
    """Somebody waits on a stretcher because no ambulance stands near enough with a clear lane to it."""

    person: int  # row
    seconds: int
    call: str


@dataclass(kw_only=True)
class Treat(Errand):
    """Two medics treat `person`, None whoever needs them most, and carry who lies to an ambulance that has a lane."""

    person: int | None = None  # row
    stage: Stage = "reach"
    said: bool = False  # that no ambulance can come

    @property
    def over(self) -> bool:
        return self.stage == "back"

    @property
    def patient(self) -> int:
        """Row of whom it is about, once it has begun."""
        assert self.person is not None
        return self.person

    def begin(self, world: World, unit: Unit) -> Reason | None:
        if self.person is None:
            self.person = care.next_patient(world, unit, spoken_for(world, unit))
        why = refuses(world, self.person)
        if why is None:
            self.set_out(world, unit, slots.on_feet(world, unit), self.patient, BEARERS)
        return why

    def step(self, world: World, unit: Unit) -> None:
        why = self._hopeless(world, unit)
        if why is not None:
            told = TreatGivenUp(person=self.patient, why=why, call=unit.label)
            world.say(told, actor=unit.name, place=unit.spot)
            self._enter(world, unit, "back")
        elif self.stage == "reach":
            self._reach(world, unit)
        elif self.stage == "aid":
            self._aid(world, unit)
        elif self.stage == "wait":
            self._wait(world, unit)
        elif self.stage in ("carry", "load"):
            self._carry(world, unit)

    def pace(self, world: World, unit: Unit) -> float:
        return unit.pace(world.people, run=self.stage == "reach")

    def steer(self, world: World, unit: Unit) -> None:
        super().steer(world, unit)
        people, who = world.people, self.patient
        if self.stage == "aid" and people.free[who]:
            people.way[who] = people.press[who] = 0.0
        if self.stage == "carry":
            way = self._stretcher(world) - people.position[who]
            far = max(float(np.hypot(way[0], way[1])), 1e-9)
            people.velocity[who] = way / far * min(far / LIFTS_OVER, FASTEST)

    def _hopeless(self, world: World, unit: Unit) -> Reason | None:
        """Why the medics turn back, or None."""
        if self.over:
            return None
        bearers, lies = len(self.able(world)), bool(world.people.fallen[self.patient])
        if bearers == 0 or (self.stage in ("wait", "carry", "load") and bearers < BEARERS):
            return reason("too_few_bearers", unit=unit.label, needed=BEARERS if lies else 1)
        if self.stage != "reach":
            return None
        if self.lasts(world) > GIVES_UP:
            return reason("person_not_reached", seconds=round(GIVES_UP))
        return refuses(world, self.patient)

    def _reach(self, world: World, unit: Unit) -> None:
        errand.stand_round(world, self.able(world), self.patient, unit.centre, BESIDE)
        if errand.apart(world, self.able(world), self.patient).min() <= ARM:
            self._enter(world, unit, "wait" if world.people.treated[self.patient] else "aid")

    def _aid(self, world: World, unit: Unit) -> None:
        if errand.apart(world, self.able(world), self.patient).min() > 2.0 * ARM:
            self._enter(world, unit, "reach")
        elif self.lasts(world) >= AID_TAKES:
            care.aid(world, unit, self.patient)
            self._enter(world, unit, "wait" if world.people.fallen[self.patient] else "back")

    def _wait(self, world: World, unit: Unit) -> None:
        """Until an ambulance has come near and there is a lane to it."""
        if care.ambulance_for(world, self.patient) is not None:
            self._enter(world, unit, "carry")
        elif self.lasts(world) >= STAYS:
            self._enter(world, unit, "back")
        elif self.lasts(world) >= SAYS_SO_AFTER and not self.said:
            self.said = True
            told = LaneBlocked(person=self.patient, seconds=round(self.lasts(world)), call=unit.label)
            world.say(told, actor=unit.name, place=care.spot(world, self.patient))

    def _carry(self, world: World, unit: Unit) -> None:
        """The first bearer leads to the ambulance, the second follows the stretcher; there it is loaded."""
        ambulance = care.ambulance_for(world, self.patient)
        if ambulance is None:
            return self._enter(world, unit, "wait")
        goal, here = care.place_of(world, ambulance), world.people.position[self.patient]
        far = float(np.hypot(*(goal - here)))
        if self.stage == "load":
            if self.lasts(world) >= LOADS_IN:
                care.evacuate(world, unit, self.patient, ambulance)
                self._enter(world, unit, "back")
            return None
        if far <= AT_AMBULANCE and world.ground.sees(here, goal)[0]:
            return self._enter(world, unit, "load")
        return self._bear(world, goal, here)

    def _bear(self, world: World, goal: Floats, here: Floats) -> None:
        """The first goes toward `goal` (2,) m and waits for the stretcher `here` (2,) m; the second keeps up."""
        bearers = self.able(world)
        first, second = bearers[:1], bearers[1:]
        place = world.people.position[first]
        lags = errand.apart(world, first, self.patient)[0] > STRETCHER + LAGS
        errand.go(world, second, here - STRETCHER * _toward(here, place[0])[None])
        errand.go(world, first, place if lags else goal[None])
        errand.slowly(world, first, CARRIES_AT)

    def _stretcher(self, world: World) -> Floats:
        """(2,) m, where the middle of the stretcher is borne."""
        here, first = world.people.position[self.patient], world.people.position[self.able(world)[0]]
        place: Floats = first - STRETCHER * _toward(here, first)
        return place

    def _enter(self, world: World, unit: Unit, stage: Stage) -> None:
        self.stage, self.since = stage, world.tick
        world.people.slot[self.able(world)] = world.people.position[self.able(world)]
        if stage == "back":
            slots.draw_up(world, unit, unit.centre, unit.facing)


def refuses(world: World, person: int | None) -> Reason | None:
    """Why medics may not set out for `person`, None whoever needs them, now; or None."""
    if person is None:
        return reason("nobody_hurt")
    return care.untreatable(world, person) or care.not_safe(world, person)


def spoken_for(world: World, unit: Unit) -> list[int]:
    """Rows of those whom other medics are treating."""
    tasks = [other.task for other in world.units.values() if other is not unit]
    return [task.patient for task in tasks if isinstance(task, Treat) and not task.over]


def _toward(here: Floats, there: Floats) -> Floats:
    """(2,) the direction from `here` to `there`, both (2,) m."""
    way = there - here
    direction: Floats = way / max(float(np.hypot(way[0], way[1])), 1e-9)
    return direction
