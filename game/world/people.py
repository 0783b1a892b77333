"""Everyone, one row each: voter, protester, officer."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

NOBODY = -1


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
    fallen: Bools  # (n,) hurt and lying
    arrives: Ints  # (n,) tick of arrival
    left: Bools  # (n,) went home

    role: Ints  # (n,) index into catalogue.roles
    group: Ints  # (n,) index into world.groups, -1 for officers
    unit: Ints  # (n,) index into world.units in order of declaration, -1 for civilians
    radius: Floats  # (n,) m
    mass: Floats  # (n,) kg
    free_speed: Floats  # (n,) m/s
    brace: Floats  # (n,) N that the feet hold before a push is passed on
    contact_force: Floats  # (n,) N, sum of contact forces averaged over 0.5 s

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
    plan_step: Ints  # (n,) where in the group's plan
    haven: Floats  # (n, 2) m, the place a person keeps while standing or strolling

    slot: Floats  # (n, 2) m, where an officer belongs
    slot_heading: Floats  # (n,) rad

    def __len__(self) -> int:
        """How many rows."""
        return len(self.present)

    @property
    def civilian(self) -> Bools:
        """(n,) everyone who is in no unit."""
        who: Bools = self.unit == NOBODY
        return who

    @property
    def up(self) -> Bools:
        """(n,) present and on their feet."""
        return self.present & ~self.fallen
