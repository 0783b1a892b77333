"""What units do in a tick: begin what is next, carry on, report, walk to their slots."""

import numpy as np

from game.rules import dressing, driving, passage, radio, slots, stance
from game.rules.stepping import Stepping
from game.rules.tasks.task import report
from game.world.people import Floats, Ints
from game.world.units import Unit
from game.world.world import World

ARRIVES_OVER = 0.5  # s to close what is left to the slot; the relaxation time, Helbing 2000
AT_REST = 0.05  # m from the slot at which nobody shuffles any more; guess
STRAIGHT = 1.0  # m, a slot so near needs no way round; guess
PUSH = 250.0  # N an officer leans into whoever blocks a push; crowd-model.md 4, the most that is sustained
PUSHING = ("dorong_maju", "desak_maju")  # postures in which a line leans in; doctrine.md 2.3


def carry_out(world: World) -> None:
    """One step, 10 Hz, of every unit's orders."""
    for unit in world.units.values():
        if world.people.up[unit.rows].any():
            begin_next(world, unit)
            if not isinstance(unit.task, Stepping):
                stance.give_up(world, unit)
            carry_on(world, unit)
            go = walk_to_slots if unit.type.vehicle is None else driving.steer
            go(world, unit)
            if unit.task is not None:
                unit.task.steer(world, unit)
    dressing.step_back(world)
    passage.let_through(world)
    passage.turn_shoulders(world)


def begin_next(world: World, unit: Unit) -> None:
    """Begin the first queued task when there is none, or say why it cannot be done."""
    if unit.task is not None or not unit.queue:
        return
    task, unit.ordered_by = unit.queue.pop(0), unit.queued_by.pop(0)
    unit.task, unit.begun, unit.goal = task, world.tick, None
    why = task.begin(world, unit)
    if why is not None:
        unit.task = None
        radio.refuse(world, task.word, task.doing, why, unit.name)


def carry_on(world: World, unit: Unit) -> None:
    """One step of the unit's task; at its end, the report."""
    task = unit.task
    if task is None:
        return
    task.step(world, unit)
    if task.done(world, unit):
        world.say(report(world, unit, task), actor=unit.name, place=unit.spot)
        unit.task = unit.goal = None


def walk_to_slots(world: World, unit: Unit) -> None:
    """Set the way of everyone on their feet, no faster than the unit goes, and whether they lean into a crowd."""
    people, rows = world.people, slots.on_feet(world, unit)
    pace = unit.task.pace(world, unit) if unit.task else unit.pace(people)
    far = slots.lag(world, unit)
    speed = np.where(far > AT_REST, np.minimum(far / ARRIVES_OVER, pace), 0.0)
    people.way[rows] = speed[:, None] * _direction(world, unit, rows, far)
    people.press[rows] = PUSH if unit.marches and unit.posture in PUSHING else 0.0


def _direction(world: World, unit: Unit, rows: Ints, far: Floats) -> Floats:
    """(k, 2) unit vectors to the slots, or round what stands between."""
    here, slot = world.people.position[rows], world.people.slot[rows]
    toward = (slot - here) / np.maximum(far, 1e-9)[:, None]
    away = np.flatnonzero(far > STRAIGHT)
    if len(away) and len(hidden := away[~world.ground.sees(here[away], slot[away])]):
        field = world.ground.field_to_point(unit.centre if unit.goal is None else unit.goal)
        toward[hidden] = field.way(here[hidden])
    return toward
