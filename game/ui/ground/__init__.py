"""The ground: a printed situation map of a level's place.

`Ground(place, language)` prints it; `.draw(canvas, camera)` each frame; `.overview` is the whole place, small.
`square_name(x, y, height)` names a square of the grid as radio messages do.
"""

from game.ui.ground.grid import square_name
from game.ui.ground.tiles import Ground

__all__ = ["Ground", "square_name"]
