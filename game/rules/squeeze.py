"""What a body bears: a blow of force at once, a load for as long as there is breath."""

import numpy as np

from game.rules import harm
from game.world.people import Floats, People
from game.world.world import TICK, World

STEP = 3 * TICK  # s between two steps, 10 Hz
MOMENTARY = 1600.0  # N per m of the body's circumference, felt from all sides: hurts at once; Helbing 2000
GIRTH = 0.3 / 0.2  # their circles have 0.25 … 0.35 m of radius, ours 0.18 … 0.22, and stand for the same bodies
BORNE = 623.0  # N from one side, tolerated for long on a rail of 100 mm; Evans & Hayden 1971, crowd-model.md 1.5
BRACED = 800.0  # N, the same of officers, who brace themselves behind their shields; the same source
FATAL = 1112.0, 300.0  # N from one side, and s for which they kill (4 … 6 min); Hopkins 1993, crowd-model.md 1.5
FATAL_SOON = 6227.0, 15.0  # the same of a great load; Hopkins 1993, crowd-model.md 1.5
STEEPNESS = np.log(FATAL[1] / FATAL_SOON[1]) / np.log(FATAL_SOON[0] / FATAL[0])  # 1.74: the power law between the two
FAINTS = 0.5  # of what kills, at which one goes down and needs care; guess: consciousness goes well before life
BREATH_RETURNS = 60.0  # s in which a dose falls to a third under a load that is borne; guess


def bear(world: World) -> None:
    """A tenth of a second: add up what each bears beyond what can be borne, and hurt whom it lays low."""
    people = world.people
    load = one_sided(people)
    borne = np.where(people.civilian, BORNE, BRACED)
    rate = np.where(load > borne, 1.0 / seconds_to_kill(load), 0.0)
    people.dose += np.where(rate > 0.0, rate, -people.dose / BREATH_RETURNS) * STEP
    people.dose[~people.present] = 0.0
    can_be = people.present & ~(people.fallen & people.hurt)
    crushed = can_be & ((people.contact_force > at_once(people)) | (people.dose > FAINTS))
    if crushed.any():
        harm.hurt(world, np.flatnonzero(crushed), "crush")


def one_sided(people: People) -> Floats:
    """(n,) N from one side: who is squeezed feels it from two, and all that is felt is summed."""
    return people.contact_force / 2.0


def at_once(people: People) -> Floats:
    """(n,) N felt from all sides that hurt at once: some 3,000."""
    return MOMENTARY * GIRTH * 2.0 * np.pi * people.radius


def seconds_to_kill(load: Floats) -> Floats:
    """(n,) s in which `load` (n,) N from one side kills: 300 s at 1112 N, 15 s at 6227 N, between them a power law."""
    seconds: Floats = FATAL[1] * np.power(np.maximum(load, 1.0) / FATAL[0], -STEEPNESS)
    return seconds
