"""Take a turn in the conversation with the coordinator."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from game.rules import errand, radio, slots
from game.rules.negotiation import conversation, korlap
from game.rules.turns.turn import Turn
from game.world.people import Floats
from game.world.reason import Reason, reason
from game.world.units import Task, Unit
from game.world.world import TICK, TICKS_PER_SECOND, World

KEEPS = 2.5  # m they stay off him; the contract's 2 … 3
MEETS = 3.5  # m at which who comes from afar begins to talk; guess
MOVED = 2.0  # m he may move before they change their way; guess
LOSES = 8.0  # m at which the talk is cut off and they go after him; guess
PATIENCE = 45.0, 3.0  # s, and times the time the way would take alone, until they give up; guess


@dataclass(kw_only=True)
class Negotiate(Task):
    """Go up to the coordinator if he is out of reach, and `say` one turn; what must be asked for first is asked."""

    say: Turn
    stage: Literal["walk", "talk", "said"] = "walk"
    since: int = 0  # tick at which the turn began
    until: int = 0  # tick at which they give up
    toward: list[float] = field(default_factory=list)  # (2) m, where he was when they set out

    @property
    def doing(self) -> str:
        return f"negotiate.{self.say.detail}"

    def begin(self, world: World, unit: Unit) -> Reason | None:
        why = refuses(world, unit, self.say)
        if why is None and not self._in_reach(world, unit, conversation.SPEAKS_WITHIN):
            return self._set_out(world, unit)
        if why is None:
            self._talk(world, unit)
        return why

    def step(self, world: World, unit: Unit) -> None:
        why = refuses(world, unit, self.say)
        if why is None and self.stage == "walk":
            why = self._walk(world, unit)
        elif why is None:
            why = self._go_on(world, unit)
        if why is not None:
            self._give_up(world, unit, why)

    def steer(self, world: World, unit: Unit) -> None:
        if self.stage == "walk":
            errand.part_the_crowd(world, slots.on_feet(world, unit))

    def done(self, world: World, unit: Unit) -> bool:
        return self.stage == "said"

    def _walk(self, world: World, unit: Unit) -> Reason | None:
        assert world.talks is not None
        moved = korlap.place(world, world.talks) - np.array(self.toward)
        if self._in_reach(world, unit, MEETS):
            self._approach(world, unit)
            self._talk(world, unit)
        elif world.tick >= self.until:
            return reason("korlap_out_of_reach", unit=unit.label)
        elif np.hypot(moved[0], moved[1]) > MOVED:
            self._approach(world, unit)
        return None

    def _go_on(self, world: World, unit: Unit) -> Reason | None:
        """Speak until the turn is over; while somebody must be asked for leave it does not begin."""
        talks = world.talks
        assert talks is not None
        if not self._in_reach(world, unit, LOSES):
            return self._set_out(world, unit)
        if not self.say.ready(world, talks):
            self.since = world.tick
        elif (world.tick - self.since) * TICK >= self.say.takes:
            self.say.take(world, talks, unit)
            talks.said[self.say.word] = talks.answered = world.tick
            self.stage = "said"
        return None

    def _set_out(self, world: World, unit: Unit) -> Reason | None:
        assert world.talks is not None
        here, there = unit.centre, korlap.place(world, world.talks)
        far = float(np.hypot(*(there - here)))
        if not world.ground.sees(here, there)[0]:
            far = float(world.ground.field_to_point(there).distance(here[None])[0])
        if np.isinf(far):
            return reason("korlap_out_of_reach", unit=unit.label)
        patience, times = PATIENCE
        self.stage = "walk"
        self.until = world.tick + round((patience + times * far / unit.pace(world.people)) * TICKS_PER_SECOND)
        self._approach(world, unit)
        return None

    def _approach(self, world: World, unit: Unit) -> None:
        """Everyone goes straight for a place in the formation before him; a few who come to talk need not march."""
        assert world.talks is not None
        there = korlap.place(world, world.talks)
        self.toward = there.tolist()
        draw_up_before(world, unit, there)

    def _talk(self, world: World, unit: Unit) -> None:
        assert world.talks is not None
        self.stage, self.since = "talk", world.tick
        conversation.meet(world, world.talks, unit)

    def _in_reach(self, world: World, unit: Unit, distance: float) -> bool:
        assert world.talks is not None
        return conversation.within_reach(world, world.talks, unit, distance)

    def _give_up(self, world: World, unit: Unit, why: Reason) -> None:
        unit.task = None
        radio.refuse(world, self.word, self.doing, why, unit.name)


def refuses(world: World, unit: Unit, turn: Turn) -> Reason | None:
    """Why `unit` cannot say `turn` now, or None."""
    why = conversation.refuses(world, unit)
    if why is not None or world.talks is None:
        return why
    return turn.refuses(world, world.talks)


def draw_up_before(world: World, unit: Unit, there: Floats) -> None:
    """Give `unit` its slots KEEPS m before `there` (2,) m, facing it."""
    people = world.people
    middle = people.position[slots.on_feet(world, unit)].mean(axis=0)
    way = there - middle
    far = max(float(np.hypot(way[0], way[1])), 1e-9)
    slots.draw_up(world, unit, there - way / far * min(KEEPS, far), float(np.arctan2(way[1], way[0])))
