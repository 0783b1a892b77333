"""Postures: taken up on order, or for the time of a task and given up with it."""

from game.world.units import Unit
from game.world.world import World


def take_up(world: World, unit: Unit, posture: str) -> None:
    """`unit` stands in `posture` until told otherwise."""
    _stand(world, unit, posture)
    unit.posture_before = ""


def take_up_for_task(world: World, unit: Unit, posture: str) -> None:
    """`unit` takes up `posture`, if it has learnt it, while its task lasts."""
    if posture in unit.type.postures and posture != unit.posture:
        before = unit.posture_before or unit.posture
        _stand(world, unit, posture)
        unit.posture_before = before


def give_up(world: World, unit: Unit) -> None:
    """The task has ended: `unit` stands as it did before it."""
    if unit.posture_before:
        take_up(world, unit, unit.posture_before)


def _stand(world: World, unit: Unit, posture: str) -> None:
    unit.posture = posture
    world.people.brace[unit.rows] = unit.type.brace[posture]
