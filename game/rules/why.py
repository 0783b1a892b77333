"""Why someone feels as they do: the book of causes, read for one person."""

from dataclasses import dataclass

import numpy as np

from game.world.causes import CAUSES, FEELINGS
from game.world.world import World


@dataclass(frozen=True)
class Share:
    """How far one cause has moved one feeling since the start."""

    feeling: str
    cause: str
    sum: float  # of a feeling that goes from 0 to 1
    event: int  # id of the latest event behind it, NO_EVENT where there is none


def why(world: World, person: int) -> list[Share]:
    """What moved the feelings of row `person`, the strongest first."""
    sums, latest = world.causes.sums[person], world.causes.latest[person]
    shares = [
        Share(FEELINGS[feeling], CAUSES[cause], float(sums[feeling, cause]), int(latest[cause]))
        for feeling, cause in zip(*np.nonzero(sums), strict=True)
    ]
    return sorted(shares, key=lambda share: -abs(share.sum))
