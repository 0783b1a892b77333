"""The order of one tick, as one list, with the rate of each step. Nothing else runs."""

from collections.abc import Callable
from typing import NamedTuple

from game.rules import (
    arrivals,
    breaking,
    contact,
    crush,
    density,
    drill,
    falls,
    fires,
    gates,
    going,
    held,
    missiles,
    mood,
    news,
    quickest,
    radio,
    returns,
    rolling,
    rumours,
    senses,
    services,
    shove,
    sightings,
    squeeze,
    strain,
    threat,
    throwing,
    walking,
    wants,
    water,
    ways_out,
)
from game.rules.negotiation import conversation
from game.world.world import World

EVERY_TICK = 1  # 30 Hz
TENTH = 3  # every third tick, 10 Hz; crowd-model.md 3.5
HALF = 15  # 2 Hz: how closely people stand changes slower than they step; 0.2 ms a tick at 5,000; measured
SECOND = 30  # 1 Hz


class Step(NamedTuple):
    """One part of a tick."""

    name: str
    every: int  # ticks
    turn: int  # which of those ticks: what runs seldom is dealt out, so that no tick is much longer than another
    run: Callable[[World], None]


STEPS = (
    Step("arrive", TENTH, 0, arrivals.arrive),
    Step("radio", EVERY_TICK, 0, radio.land),
    Step("sense", TENTH, 0, senses.sense),
    Step("water", TENTH, 0, water.fall),
    Step("mood", TENTH, 1, mood.feel),
    Step("rumours", SECOND, 1, rumours.spread),
    Step("going", SECOND, 4, going.consider),
    Step("ways out", SECOND, 27, ways_out.weigh),
    Step("temper", SECOND, 7, held.keep_temper),
    Step("services", TENTH, 2, services.serve),
    Step("wants", TENTH, 2, wants.choose),
    Step("throws", TENTH, 2, throwing.throw),
    Step("held", TENTH, 2, held.lead),
    Step("tasks", TENTH, 2, drill.carry_out),
    Step("fires", TENTH, 2, fires.burn),
    Step("look", TENTH, 2, rolling.look_ahead),
    Step("walk", EVERY_TICK, 0, walking.avoid),
    Step("drive", EVERY_TICK, 0, rolling.roll),
    Step("bodies", EVERY_TICK, 0, contact.move),
    Step("contact", EVERY_TICK, 0, contact.feel_force),
    Step("crowding", SECOND, 28, quickest.look),
    Step("density", HALF, 1, density.measure),
    Step("squeeze", TENTH, 0, squeeze.bear),
    Step("falls", TENTH, 1, falls.stumble),
    Step("crush", SECOND, 10, crush.watch),
    Step("lines", TENTH, 0, breaking.tear),
    Step("gates", EVERY_TICK, 0, gates.keep),
    Step("shove", SECOND, 13, shove.judge),
    Step("strain", SECOND, 15, strain.tire),
    Step("missiles", EVERY_TICK, 0, missiles.fly),
    Step("sightings", SECOND, 18, sightings.watch),
    Step("threat", SECOND, 21, threat.measure),
    Step("leave", TENTH, 1, arrivals.leave),
    Step("return", SECOND, 24, returns.come_back),
    Step("talks", EVERY_TICK, 0, conversation.go_on),
    Step("news", EVERY_TICK, 0, news.remember),
)
SCHEDULE = [tuple(step for step in STEPS if tick % step.every == step.turn) for tick in range(SECOND)]


def due(tick: int) -> tuple[Step, ...]:
    """The steps of that tick, in their order."""
    return SCHEDULE[tick % SECOND]


def advance(world: World) -> None:
    """One tick: 1/30 s."""
    for step in due(world.tick):
        step.run(world)
    world.tick += 1
