"""Who is hurt, by what, and whether they lie."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.world.events import Event
from game.world.people import NOBODY, Bools, Ints
from game.world.wheels import vehicles
from game.world.world import World

By = Literal["crush", "missile", "water", "fire", "vehicle", "hands"]


@dataclass(frozen=True, kw_only=True)
class Hurt(Event):
    """Somebody was hurt; `by` is told in words of `harm.<by>`."""

    person: int  # row
    by: By
    lies: bool


def hurt(world: World, rows: Ints, by: By, lies: Bools | None = None, because: tuple[int, ...] = ()) -> None:
    """Those of `rows` (k,) are hurt by `by`; all of them lie, or those of `lies` (k,). Each one is told of."""
    people = world.people
    down = np.ones(len(rows), dtype=np.bool_) if lies is None else lies
    on_foot = ~np.isin(rows, list(vehicles(world)))  # a crew is safe in its vehicle
    rows, down = rows[on_foot], down[on_foot]
    for row, lying in zip(rows.tolist(), down.tolist(), strict=True):
        x, y = people.position[row].tolist()
        world.say(Hurt(person=row, by=by, lies=lying, place=(x, y), because=because))
    waits = people.hurt[rows] & ~people.treated[rows]
    people.hurt_at[rows[~waits]] = world.tick
    people.hurt[rows], people.treated[rows] = True, False
    fallen = rows[down]
    people.fallen[fallen] = True
    people.press[fallen] = 0.0
    people.way[fallen] = people.wanted[fallen] = 0.0
    people.act[fallen] = NOBODY
