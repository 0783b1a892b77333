"""What everyone perceives at one moment; no truth of its own, only a reading of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.world.people import NOBODY, Bools, Floats, Ints

if TYPE_CHECKING:
    from game.world.world import World

NEIGHBOURS = 8  # people; crowd-model.md 3.5.1


@dataclass
class Senses:
    """Row i is what row i of People perceives; only the rows of civilians on their feet mean anything."""

    kin: Ints  # (n,) people of one number hear each other as their own
    near: Ints  # (n, 8) rows of the nearest civilians, NOBODY where fewer
    weight: Floats  # (n, 8) how strongly each of them comes across, 0 where there is nobody
    kindred: Bools  # (n, 8) whether they are of one's own kin
    line: Ints  # (n,) row of the nearest officer of a line, NOBODY where none is in range
    line_clear: Bools  # (n,) whether no obstacle hides that officer
    line_distance: Floats  # (n,) m to that officer, inf where there is none
    gear: Floats  # (n,) 0 soft … 1 full gear of that officer's unit
    police: Floats  # (n,) officers around
    hostiles: Floats  # (n,) other hostile civilians around
    crowd: Floats  # (n,) other civilians around
    facilitation: Floats  # (n,) 0 … 1, how well liaison officers and loudhailers reach them

    @classmethod
    def blank(cls, kin: Ints) -> "Senses":
        """Nothing perceived yet by people of `kin` (n,)."""
        count = len(kin)
        zeros = np.zeros(count)
        return cls(
            kin=kin,
            near=np.full((count, NEIGHBOURS), NOBODY),
            weight=np.zeros((count, NEIGHBOURS)),
            kindred=np.zeros((count, NEIGHBOURS), dtype=np.bool_),
            line=np.full(count, NOBODY),
            line_clear=np.zeros(count, dtype=np.bool_),
            line_distance=np.full(count, np.inf),
            gear=zeros.copy(),
            police=zeros.copy(),
            hostiles=zeros.copy(),
            crowd=zeros.copy(),
            facilitation=zeros.copy(),
        )

    def faces_line(self, radius: float) -> Bools:
        """(n,) who has an officer of a line in plain sight within `radius` m."""
        return self.line_clear & (self.line_distance < radius)


def perceived(world: "World") -> Senses:
    """The senses of `world`; the tick fills them before any rule reads them."""
    assert world.senses is not None
    return world.senses
