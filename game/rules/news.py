"""What the rules and the level's script remember of the news: which words were told, and who has seen shields."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.senses import feeling
from game.world.events import Event
from game.world.people import NOBODY
from game.world.senses import perceived
from game.world.world import TICKS_PER_SECOND, World

SHIELDS = 0.5  # gear of a line in plain sight from which people speak of shields; levels/catalogue/units.yaml, guess
SEEN_BY = 3  # people of a group who must see them for the group to know; guess


@dataclass(frozen=True, kw_only=True)
class ShieldsSeen(Event):
    """A group has seen officers with shields for the first time; the actor is the group."""


def remember(world: World) -> None:
    """At the end of the tick: note what it told and, once a second, what people do and who sees shields."""
    from game.rules.kinds import ACTS  # not above: it imports every order, and some of them read the news

    happened = world.script.happened
    if world.tick % TICKS_PER_SECOND == 0:
        _look_for_shields(world)
        acts = world.people.act[feeling(world)]
        happened |= {ACTS[act]: world.tick for act in sorted(set(acts.tolist())) if act != NOBODY}
    happened |= {event.word: world.tick for event in of_this_tick(world)}


def of_this_tick(world: World) -> Iterator[Event]:
    """What has been told since the tick began, the latest first."""
    for event in reversed(world.said):
        if event.tick != world.tick:
            return
        yield event


def _look_for_shields(world: World) -> None:
    """What a group has once seen it knows."""
    gear = perceived(world).gear
    for group in world.groups:
        if group.name not in world.script.shields_seen:
            rows = group.rows[feeling(world)[group.rows] & (gear[group.rows] >= SHIELDS)]
            if len(rows) >= SEEN_BY:
                world.script.shields_seen[group.name] = world.tick
                x, y = world.people.position[rows].mean(axis=0)
                world.say(ShieldsSeen(actor=group.name, place=(float(x), float(y))))
