"""Lead a delegation through the line to where it is heard, and back."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.rules import errand, radio, slots
from game.rules.negotiation import delegation
from game.rules.tasks.negotiate import draw_up_before
from game.world.names import ZoneName
from game.world.people import Bools, Floats
from game.world.reason import Reason, reason
from game.world.talks import Talks
from game.world.units import Task, Unit
from game.world.world import TICK, World

WITH_THEM = 4.0  # m of an officer within which a delegate is with the escort; guess
FETCHES = 60.0  # s after which they set out with whoever has come; guess
AT_DOOR = 2.0  # m on foot from the zone at which a delegate has arrived; guess
TOO_LONG = 300.0  # s for one way, then they give up; guess
CLOSES_UP = 15.0  # s at the most; crowd-model.md 4 (reform 5 … 15 s)

Stage = Literal["fetch", "lead", "wait", "return", "over"]


@dataclass(kw_only=True)
class Escort(Task):
    """Fetch the delegates where they wait, lead them into the zone `to`, wait until they were heard, and lead back."""

    to: ZoneName
    stage: Stage = "fetch"
    since: int = 0  # tick at which the stage began

    def begin(self, world: World, unit: Unit) -> Reason | None:
        why = refuses(world, unit, self.to)
        if why is None:
            assert world.talks is not None
            delegation.fetch(world, world.talks, unit, self.to)
            draw_up_before(world, unit, np.array(world.talks.fetched))
            self._enter(world, "fetch")
        return why

    def step(self, world: World, unit: Unit) -> None:
        talks = world.talks
        assert talks is not None
        if talks.stage in ("", "waiting"):
            self._finish(world, unit)
        elif talks.stage == "back" and self.stage != "return":
            draw_up_before(world, unit, np.array(talks.fetched))
            self._enter(world, "return")
        elif self._lasts(world) > TOO_LONG:
            self._give_up(world, unit, "unreachable")
        elif self.stage == "fetch" and (self._lasts(world) > FETCHES or self._near(world, unit, talks).all()):
            delegation.keep(world, talks, delegation.able(world, talks)[self._near(world, unit, talks)])
            slots.draw_up(world, unit, world.ground.zones[self.to].centre, unit.facing)
            self._enter(world, "lead")
        elif self.stage == "lead" and self._arrived(world, talks):
            delegation.receive(world, talks)
            self._enter(world, "wait")

    def steer(self, world: World, unit: Unit) -> None:
        errand.part_the_crowd(world, slots.on_feet(world, unit))

    def done(self, world: World, unit: Unit) -> bool:
        return self.stage == "over" and (slots.dressed(world, unit) or self._lasts(world) > CLOSES_UP)

    def pace(self, world: World, unit: Unit) -> float:
        """They halt for a delegate who has fallen behind."""
        waits = self.stage == "lead" and world.talks is not None and not self._near(world, unit, world.talks).all()
        return 0.0 if waits else unit.pace(world.people)

    def _enter(self, world: World, stage: Stage) -> None:
        self.stage, self.since = stage, world.tick

    def _lasts(self, world: World) -> float:
        return (world.tick - self.since) * TICK

    def _near(self, world: World, unit: Unit, talks: Talks) -> Bools:
        """(k,) which delegates are with the escort."""
        here = world.people.position[delegation.able(world, talks)]
        officers = world.people.position[slots.on_feet(world, unit)]
        far: Floats = np.hypot(*(here[:, None] - officers[None]).transpose(2, 0, 1)).min(axis=1)
        near: Bools = far <= WITH_THEM
        return near

    def _arrived(self, world: World, talks: Talks) -> bool:
        rows = delegation.able(world, talks)
        far = world.ground.field_to_zone(self.to).distance(world.people.position[rows])
        return bool((far <= AT_DOOR).all())

    def _finish(self, world: World, unit: Unit) -> None:
        """The delegates are back among their own, or there are none to lead any more."""
        if self.stage == "return":
            self._enter(world, "over")
        elif self.stage != "over":
            self._give_up(world, unit, "no_delegates")

    def _give_up(self, world: World, unit: Unit, why: Literal["no_delegates", "unreachable"]) -> None:
        unit.task = None
        told = reason("unreachable", unit=unit.label) if why == "unreachable" else reason("no_delegates")
        radio.refuse(world, self.word, self.doing, told, unit.name)


def refuses(world: World, unit: Unit, to: str) -> Reason | None:
    """Why `unit` cannot lead delegates to the zone `to` now, or None."""
    talks = world.talks
    if to not in world.ground.zones:
        return reason("unknown_zone", zone=to)
    if talks is None or not len(delegation.able(world, talks)):
        return reason("no_delegates")
    if talks.rooms and to not in talks.rooms:
        return reason("nobody_hears_there", zone=to)
    if talks.stage != "waiting":
        return reason("delegation_under_way")
    far = world.ground.field_to_zone(to).distance(unit.centre[None])[0]
    return reason("unreachable", unit=unit.label) if np.isinf(far) else None
