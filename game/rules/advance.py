"""The order of one tick, as one list, with the rate of each step. Nothing else runs."""

from collections.abc import Callable

from game.rules import (
    arrivals,
    breaking,
    contact,
    crush,
    density,
    drill,
    falls,
    fires,
    going,
    held,
    missiles,
    mood,
    news,
    radio,
    returns,
    rolling,
    rumours,
    senses,
    shove,
    sightings,
    squeeze,
    strain,
    threat,
    throwing,
    walking,
    wants,
    water,
)
from game.rules.negotiation import conversation
from game.world.world import World

EVERY_TICK = 1  # 30 Hz
TENTH = 3  # every third tick, 10 Hz; crowd-model.md 3.5
HALF = 15  # 2 Hz: how closely people stand changes slower than they step; measured, 0.6 ms a tick at 5,000
SECOND = 30  # 1 Hz

Step = Callable[[World], None]

STEPS: tuple[tuple[str, int, Step], ...] = (
    ("arrive", TENTH, arrivals.arrive),
    ("radio", EVERY_TICK, radio.land),
    ("sense", TENTH, senses.sense),
    ("mood", TENTH, mood.feel),
    ("rumours", SECOND, rumours.spread),
    ("going", SECOND, going.consider),
    ("wants", TENTH, wants.choose),
    ("throws", TENTH, throwing.throw),
    ("held", TENTH, held.lead),
    ("tasks", TENTH, drill.carry_out),
    ("water", TENTH, water.fall),
    ("fires", TENTH, fires.burn),
    ("temper", SECOND, held.keep_temper),
    ("look", TENTH, rolling.look_ahead),
    ("walk", EVERY_TICK, walking.avoid),
    ("drive", EVERY_TICK, rolling.roll),
    ("bodies", EVERY_TICK, contact.move),
    ("contact", EVERY_TICK, contact.feel_force),
    ("density", HALF, density.measure),
    ("squeeze", TENTH, squeeze.bear),
    ("falls", TENTH, falls.stumble),
    ("crush", SECOND, crush.watch),
    ("lines", TENTH, breaking.tear),
    ("shove", SECOND, shove.judge),
    ("strain", SECOND, strain.tire),
    ("missiles", EVERY_TICK, missiles.fly),
    ("sightings", SECOND, sightings.watch),
    ("threat", SECOND, threat.measure),
    ("leave", TENTH, arrivals.leave),
    ("return", SECOND, returns.come_back),
    ("talks", EVERY_TICK, conversation.go_on),
    ("news", EVERY_TICK, news.remember),
)


def advance(world: World) -> None:
    """One tick: 1/30 s."""
    for _, rate, step in STEPS:
        if world.tick % rate == 0:
            step(world)
    world.tick += 1
