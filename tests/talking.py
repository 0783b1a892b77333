"""A square with a coordinator: what the tests of the conversation begin with."""

import numpy as np

from game.rules import radio
from game.rules.advance import advance
from game.rules.behaviours.protest import Protest
from game.rules.negotiation import conversation
from game.world.talks import Talks
from game.world.world import TICKS_PER_SECOND, Command, World
from tests.pictures import picture

SQUARE = """
    ..........................X
    ..........................X
    ZZZZ.....A.......cccccc...X
    ZZZZ.....A.......cccccc...X
    ZZZZ.....A....N..cccccc...X
    ZZZZ.....A....N..cccccc...X
    ZZZZ.....A.......cccccc...X
    ZZZZ.....A.......cccccc...X
    ..........................X
    ..........................X
"""
FRONT = 12  # row of People in the middle of the first rank


def talking(korlap: int = FRONT, seed: int = 0, text: str = SQUARE, red_lines: tuple[str, ...] = ()) -> World:
    """Thirty-six people before a line, two negotiators between, a room behind; one of them speaks for all."""
    world = picture(text, plans={"c": (Protest(),)}, seed=seed)
    world.talks = Talks(korlap, ("hear_us", "recount"), red_lines, {"hear_us": "kpu"})
    return world


def tell(world: World, say: object, unit: str = "n", seat: str = "kapolres", **fields: object) -> None:
    """Order `unit` to take a turn."""
    radio.give(world, seat, Command.read({"negotiate": {"unit": unit, "say": say, **fields}}))


def escort(world: World, unit: str = "n", to: str = "zona") -> None:
    """Order `unit` to lead the delegation."""
    radio.give(world, "kapolres", Command.read({"escort": {"unit": unit, "to": to}}))


def live(world: World, seconds: float) -> World:
    """Let everything happen for `seconds`."""
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        advance(world)
    return world


def told(world: World, word: str) -> list:
    """What has been said of the kind `word`."""
    return [event for event in world.said if event.word == word]


def turn(world: World, say: object, **fields: object) -> World:
    """Take a turn and let it come to its end, two minutes at the most."""
    tell(world, say, **fields)
    for _ in range(120):
        live(world, 1.0)
        unit = world.units[str(fields.get("unit", "n"))]
        if unit.task is None and not unit.queue and not world.air:
            return world
    return world


def met(world: World) -> World:
    """The negotiators have made contact, without anything said yet."""
    conversation.meet(world, of(world), world.units["n"])
    return world


def of(world: World) -> Talks:
    """The conversation of `world`."""
    assert world.talks is not None
    return world.talks


def believed(world: World, trust: float, anger: float = 0.2) -> World:
    """Everybody trusts and is angry so much, and rests there."""
    people = world.people
    crowd = people.civilian
    people.trust[crowd] = people.trust_base[crowd] = trust
    people.anger[crowd] = people.anger_base[crowd] = anger
    return world


def mean_trust(world: World) -> float:
    """Of everyone who is there."""
    return float(np.mean(world.people.trust[world.people.free]))
