"""Everyone, one row each: voter, protester, officer."""

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
KINDS: dict[Any, type[np.generic]] = {Floats: np.float64, Ints: np.int64, Bools: np.bool_}

NOBODY = -1
LONG_AGO = -(10**9)  # tick
STONES = 6  # things that somebody finds to throw: what a pocket and the kerb give; guess
NEVER = 2**40  # tick at which arrives who is not on the way
FEET = 120.0  # N that a person's feet hold before a push is passed on; architecture.md 3, fact 5


@dataclass
class People:
    """Everyone the level can ever bring; row i is the same person from first tick to last."""

    position: Floats  # (n, 2) m
    velocity: Floats  # (n, 2) m/s
    heading: Floats  # (n,) rad from +x, the way the body faces
    way: Floats  # (n, 2) m/s, where a person would go if nobody were there
    wanted: Floats  # (n, 2) m/s, after minding the others
    press: Floats  # (n,) N pushed through whoever stands in the way, beyond a polite pace
    present: Bools  # (n,) False before arriving and once gone
    fallen: Bools  # (n,) lying: hurt, or only thrown off their feet
    fell_at: Ints  # (n,) tick since which they lie, where they fell unhurt
    hurt: Bools  # (n,) has been hurt, lying or up again
    hurt_at: Ints  # (n,) tick since which they wait for first aid, where they are hurt
    treated: Bools  # (n,) has been given first aid
    custody: Ints  # (n,) index of the unit that holds the person, NOBODY for the free
    escorted: Bools  # (n,) free, and led through the lines by officers
    arrives: Ints  # (n,) tick of arrival
    left: Bools  # (n,) went home, or was brought to care
    exit: Ints  # (n,) index into the exits of the ground: the one each means to leave by, NOBODY for the nearest
    left_at: Ints  # (n,) tick at which each left by it, LONG_AGO for who never did
    homeward: Floats  # (n,) 0 stays … 1, how much each means to go home
    fled: Ints  # (n,) tick at which each ran off the square, NOBODY for who did not
    understood: Ints  # (n,) the highest himbauan understood, 0 none … 3

    role: Ints  # (n,) index into catalogue.roles
    group: Ints  # (n,) index into world.groups, -1 for officers
    unit: Ints  # (n,) index into world.units in order of declaration, -1 for civilians
    radius: Floats  # (n,) m
    turned: Floats  # (n,) m, what a turned shoulder takes off the radius now
    mass: Floats  # (n,) kg
    free_speed: Floats  # (n,) m/s
    brace: Floats  # (n,) N that the feet hold before a push is passed on
    contact_force: Floats  # (n,) N, sum of contact forces averaged over 0.5 s
    drift: Floats  # (n, 2) m/s, velocity averaged over 0.5 s: without the jitter of contacts
    density: Floats  # (n,) people/m² round each
    pressure: Floats  # (n,) 1/s², density times the variance of velocities there
    dose: Floats  # (n,) 0 … 1, what each has borne beyond what can be borne, as a share of what kills

    anger: Floats  # (n,) 0 calm … 1
    fear: Floats  # (n,) 0 … 1
    trust: Floats  # (n,) perceived legitimacy of the police, 0 … 1
    unity: Floats  # (n,) "us", 0 … 1
    hostile: Bools  # (n,)
    hostile_until: Ints  # (n,) tick before which a change of mind is not considered
    margin: Floats  # (n,) impulse to hostility minus threshold

    anger_base: Floats  # (n,) where anger comes to rest
    trust_base: Floats  # (n,)
    unity_base: Floats  # (n,)
    predisposition: Floats  # (n,) H of Epstein 2002, 0 … 1
    risk_aversion: Floats  # (n,) R of Epstein 2002, 0 … 1
    threshold: Floats  # (n,) T, the impulse above which one turns hostile
    expressiveness: Floats  # (n,) ASCRIBE epsilon, 0 … 1
    openness: Floats  # (n,) ASCRIBE delta, 0 … 1

    behaviour: Ints  # (n,) index into kinds.BEHAVIOURS, -1 none (officers)
    behaviour_until: Ints  # (n,) tick until which a choice is kept
    act: Ints  # (n,) index into kinds.ACTS, -1 none
    stones: Ints  # (n,) things each can still find to throw
    threw: Ints  # (n,) tick of the latest throw, LONG_AGO for who never threw
    plan_step: Ints  # (n,) where in the group's plan
    step_since: Ints  # (n,) tick since which
    ticket: Ints  # (n,) the order in which people came to the queue they are in, NOBODY for who is in none
    place: Ints  # (n,) index into the places of the service they queue for, NOBODY for who has none
    service_left: Floats  # (n,) s of it that each has still to come, -1 before it begins
    served_at: Ints  # (n,) tick at which each was last served, LONG_AGO for who never was
    haven: Floats  # (n, 2) m, the place a person keeps while standing or strolling

    slot: Floats  # (n, 2) m, where an officer belongs
    slot_heading: Floats  # (n,) rad
    aside: Bools  # (n,) steps aside for one who comes through
    torn: Bools  # (n,) officers about whom the line has been torn open
    unsettled: Floats  # (n,) s for which theirs has been going back in disorder, or torn has found together

    @classmethod
    def strangers(cls, position: Floats, rng: np.random.Generator) -> Self:
        """A row for everyone at `position` (n, 2) m, nobody in particular yet.

        Traits hold bare draws, 0 … 1 or standard normal, of which roles make dispositions: one draw for all rows. What
        is not named begins at 0 or False.
        """
        count = len(position)
        zeros, ints = np.zeros(count), np.zeros(count, dtype=np.int64)
        unlike_zero = {
            "position": position.copy(),
            "velocity": np.zeros((count, 2)),
            "heading": rng.uniform(-np.pi, np.pi, count),
            "way": np.zeros((count, 2)),
            "wanted": np.zeros((count, 2)),
            "drift": np.zeros((count, 2)),
            "present": np.ones(count, dtype=np.bool_),
            "custody": ints + NOBODY,
            "exit": ints + NOBODY,
            "left_at": ints + LONG_AGO,
            "fled": ints + NOBODY,
            "role": ints + NOBODY,
            "group": ints + NOBODY,
            "unit": ints + NOBODY,
            "radius": rng.uniform(size=count),
            "mass": rng.standard_normal(count),
            "free_speed": rng.standard_normal(count),
            "brace": zeros + FEET,
            "margin": zeros - 1.0,
            "predisposition": rng.uniform(size=count),
            "risk_aversion": rng.uniform(size=count),
            "threshold": rng.standard_normal(count),
            "expressiveness": rng.uniform(size=count),
            "openness": rng.uniform(size=count),
            "behaviour": ints + NOBODY,
            "act": ints + NOBODY,
            "stones": ints + STONES,
            "threw": ints + LONG_AGO,
            "ticket": ints + NOBODY,
            "place": ints + NOBODY,
            "service_left": zeros - 1.0,
            "served_at": ints + LONG_AGO,
            "haven": position.copy(),
            "slot": position.copy(),
        }
        rest = {each.name: np.zeros(count, dtype=KINDS[each.type]) for each in fields(cls)}
        return cls(**(rest | unlike_zero))

    def __len__(self) -> int:
        """How many rows."""
        return len(self.present)

    @property
    def civilian(self) -> Bools:
        """(n,) everyone who is in no unit."""
        who: Bools = self.unit == NOBODY
        return who

    @property
    def free(self) -> Bools:
        """(n,) civilians who are there, on their feet and in nobody's custody."""
        who: Bools = self.up & self.civilian & (self.custody == NOBODY)
        return who

    @property
    def half_width(self) -> Floats:
        """(n,) m, half of the room each takes, less than the radius with a shoulder turned."""
        taken: Floats = self.radius - self.turned
        return taken

    @property
    def casualty(self) -> Bools:
        """(n,) present, and so hurt that they lie and do not get up by themselves."""
        who: Bools = self.present & self.fallen & self.hurt
        return who

    @property
    def up(self) -> Bools:
        """(n,) present and on their feet."""
        return self.present & ~self.fallen
