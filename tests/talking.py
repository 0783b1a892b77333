"""A square with a coordinator: what the tests of the conversation begin with."""

import numpy as np

from game.rules import density, drill, news, radio, senses
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
TICKS_PER_STEP = 3  # minds, orders and talks go on at 10 Hz


def talking(korlap: int = FRONT, seed: int = 0, red_lines: tuple[str, ...] = (), text: str = SQUARE) -> World:
    """Thirty-six people before a line, two negotiators between, a room behind; one of them speaks for all."""
    world = picture(text, plans={"c": (Protest(),)}, seed=seed)
    world.talks = Talks(korlap, ("hear_us", "recount"), red_lines, {"hear_us": "kpu"})
    return world


def of(world: World) -> Talks:
    """The conversation of `world`."""
    assert world.talks is not None
    return world.talks


def tell(world: World, say: object, unit: str = "n", seat: str = "kapolres", **fields: object) -> None:
    """Order `unit` to take a turn."""
    radio.give(world, seat, Command.read({"negotiate": {"unit": unit, "say": say, **fields}}))


def refusal(world: World, say: object, unit: str = "n", seat: str = "kapolres") -> str | None:
    """The code of why that order would be refused."""
    why = Command.read({"negotiate": {"unit": unit, "say": say}}).check(world, seat)
    return why and why.code


def escort(world: World, unit: str = "n", to: str = "zona") -> None:
    """Order `unit` to lead the delegation."""
    radio.give(world, "kapolres", Command.read({"escort": {"unit": unit, "to": to}}))


def talk(world: World, seconds: float) -> World:
    """Let people hear orders, talk and keep their words for `seconds`, but nobody walk and no feeling fade."""
    for _ in range(round(seconds * TICKS_PER_SECOND / TICKS_PER_STEP)):
        radio.land(world)
        senses.sense(world)
        density.measure(world)
        drill.carry_out(world)
        conversation.go_on(world)
        news.remember(world)
        world.tick += TICKS_PER_STEP
    return world


def later(world: World, seconds: float) -> World:
    """`seconds` pass in which nobody has anything to say."""
    world.tick += round(seconds) * TICKS_PER_SECOND
    return talk(world, 1.1)


def live(world: World, seconds: float) -> World:
    """Let everything happen for `seconds`."""
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        advance(world)
    return world


def turn(world: World, say: object, within: float = 90.0) -> World:
    """Let the negotiators take a turn, to its end."""
    tell(world, say)
    for _ in range(round(within)):
        talk(world, 1.0)
        if world.units["n"].task is None and not world.air:
            break
    return world


def told(world: World, word: str) -> list:
    """What has been said of the kind `word`."""
    return [event for event in world.said if event.word == word]


def feels(world: World, trust: float, anger: float = 0.2) -> World:
    """Everybody trusts and is angry so much, and rests there."""
    people = world.people
    crowd = people.civilian
    people.trust[crowd] = people.trust_base[crowd] = trust
    people.anger[crowd] = people.anger_base[crowd] = anger
    return world


def mean(world: World, feeling: str) -> float:
    """Of everyone of the crowd who is there."""
    return float(np.mean(getattr(world.people, feeling)[world.people.free]))
