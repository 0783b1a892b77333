"""Things that stand or burn on the square: few, one record each."""

from dataclasses import dataclass

from game.world.people import Floats


@dataclass
class Fire:
    """Tyres that burn."""

    place: Floats  # (2,) m
    lit: int  # tick
    fuel: float  # s it still burns
    by: int  # row of who lit it
