"""Who means to go home: called to, warned to, worn out; and who is kept by anger."""

import numpy as np

from game.rules import exits
from game.rules.feelings import ANGER_KEEPS, GOING_FADES, OBEYS, TIRES, TIRES_AFTER
from game.rules.senses import feeling
from game.world.people import Floats, Ints
from game.world.world import TICKS_PER_SECOND, World

LAST = 3  # the himbauan that orders to go; KUHP 354, doctrine.md 2.1


def call(world: World, rows: Ints, how_much: float) -> None:
    """Those of `rows` who are there mean to go home at least by `how_much`, 0 … 1: what they came for is over."""
    there = rows[world.people.present[rows]]
    world.people.homeward[there] = np.maximum(world.people.homeward[there], how_much)


def consider(world: World) -> None:
    """Once a second: who understood the last himbauan and has a way out makes up their mind, as do the worn out.

    Who takes the police for fair and does not feel one with the others obeys sooner; the hostile do not think of it.
    """
    people = world.people
    willing = feeling(world) & ~people.hostile & exits.any_open(world)
    obeys = OBEYS * people.trust * (1.0 - people.unity) * (people.understood >= LAST)
    tires = TIRES * ((world.tick - people.arrives) > TIRES_AFTER * TICKS_PER_SECOND)
    rises = willing * (obeys + tires) * (1.0 - people.homeward)
    stays = people.hostile | (urge(world) == 0.0)
    people.homeward = np.clip(people.homeward + rises - stays * GOING_FADES * (people.homeward > 0.0), 0.0, 1.0)


def urge(world: World) -> Floats:
    """(n,) 0 … 1 how much each wants to be on the way home now: new anger turns people round."""
    people = world.people
    kept = ANGER_KEEPS * np.maximum(people.anger - people.anger_base, 0.0)
    wanting: Floats = np.clip(people.homeward - kept, 0.0, 1.0)
    return wanting
