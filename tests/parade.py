"""A parade ground: units that hear orders and carry them out, without moods or a script."""

from typing import Any

import numpy as np

from game.rules import contact, drill, kinds, radio, rolling, walking, water
from game.world.events import Event
from game.world.people import Floats
from game.world.reason import Reason
from game.world.world import TICKS_PER_SECOND, Command, World
from tests.pictures import picture

assert kinds.BASES  # every word can be read


def ground(width: int = 60, height: int = 40, **marks: list[tuple[int, int]]) -> World:
    """An open square of `width` × `height` m with each letter of `marks` on its squares, (x, y) from the lower left."""
    rows = [["."] * width for _ in range(height)]
    for letter, squares in marks.items():
        for x, y in squares:
            rows[height - 1 - y][x] = {"wall": "#"}.get(letter, letter)
    return picture("\n".join("".join(row) for row in rows))


def block(x: int, y: int, files: int, ranks: int = 1) -> list[tuple[int, int]]:
    """Squares of `ranks` × `files` people whose lower left is (x, y), the files along y."""
    return [(x + rank, y + file) for rank in range(ranks) for file in range(files)]


def order(world: World, word: str, seat: str = "kapolda", **fields: Any) -> None:
    """Give the order `word`."""
    radio.give(world, seat, Command.read({word: fields}))


def asked(world: World, word: str, seat: str = "kapolda", **fields: Any) -> Reason | None:
    """Why the order `word` would be refused."""
    return Command.read({word: fields}).check(world, seat)


def let_pass(world: World, seconds: float) -> None:
    """Let `seconds` pass on the parade ground."""
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        radio.land(world)
        if world.tick % 3 == 0:
            drill.carry_out(world)
            water.fall(world)
            rolling.look_ahead(world)
        walking.avoid(world)
        rolling.roll(world)
        contact.move(world)
        world.tick += 1


def until_done(world: World, unit: str, seconds: float) -> float:
    """Let time pass until `unit` has nothing left to do, at most `seconds`; gives the s it took."""
    began = world.tick
    let_pass(world, 0.1)
    while (world.units[unit].task or world.units[unit].queue or world.air) and world.tick < began + 30 * seconds:
        let_pass(world, 0.1)
    return (world.tick - began) / TICKS_PER_SECOND


def heard(world: World, kind: type[Event]) -> list[Any]:
    """What has been said of one kind."""
    return [event for event in world.said if isinstance(event, kind)]


def off_slot(world: World, unit: str) -> Floats:
    """(k,) m between each officer of `unit` and their slot."""
    rows = world.units[unit].rows
    return np.hypot(*(world.people.slot[rows] - world.people.position[rows]).T)
