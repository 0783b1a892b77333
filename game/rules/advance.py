"""The order of one tick, as one list, with the rate of each step. Nothing else runs."""

from collections.abc import Callable

from game.rules import arrivals, contact, drill, mood, radio, rumours, senses, threat, walking, wants
from game.world.world import World

EVERY_TICK = 1  # 30 Hz
TENTH = 3  # every third tick, 10 Hz; crowd-model.md 3.5
SECOND = 30  # 1 Hz

Step = Callable[[World], None]

STEPS: tuple[tuple[str, int, Step], ...] = (
    ("arrive", TENTH, arrivals.arrive),
    ("radio", EVERY_TICK, radio.land),
    ("sense", TENTH, senses.sense),
    ("mood", TENTH, mood.feel),
    ("rumours", SECOND, rumours.spread),
    ("wants", TENTH, wants.choose),
    ("tasks", TENTH, drill.carry_out),
    ("walk", EVERY_TICK, walking.avoid),
    ("bodies", EVERY_TICK, contact.move),
    ("contact", EVERY_TICK, contact.feel_force),
    ("threat", SECOND, threat.measure),
    ("leave", TENTH, arrivals.leave),
)


def advance(world: World) -> None:
    """One tick: 1/30 s."""
    for _, rate, step in STEPS:
        if world.tick % rate == 0:
            step(world)
    world.tick += 1
