"""What a building or zone under a resting pointer is called, and in which square of the grid it is."""

from typing import Final

import numpy as np

from game.level.place import Building, Place, Zone
from game.ui.canvas import Canvas, Tip
from game.ui.ground.grid import square_name
from game.world import polygons
from game.world.people import Floats

RESTS: Final = 30  # frames, half a second: a pointer that only passes by covers nothing; guess
SHOWN: Final = 150  # frames, two seconds and a half: nor does one that is left lying; guess


class PlaceNames:
    """Names the parts of `place` that have a label, buildings before zones and small zones before large ones."""

    def __init__(self, place: Place) -> None:
        self._height = place.size[1]
        zones = sorted(place.everywhere.values(), key=lambda zone: float(np.prod(np.ptp(zone.shape, axis=0))))
        parts: list[Building | Zone] = [*place.buildings.values(), *zones]
        self._parts = [part for part in parts if part.label]
        self._pointer = (-1, -1)  # px
        self._frames = 0

    def tip(self, canvas: Canvas, pointer: tuple[int, int], point: Floats) -> Tip | None:
        """What to say of `point` (2,) m, where the pointer is; None where nothing has a name.

        None, too, while the pointer moves and once it has been said: it lies where the trainee looks.
        """
        self._frames = self._frames + 1 if pointer == self._pointer else 0
        self._pointer = pointer
        if not RESTS <= self._frames < RESTS + SHOWN:
            return None
        found = next((part for part in self._parts if polygons.contains(part.shape, point[None])[0]), None)
        if found is None or found.label is None:
            return None
        square = canvas.say("ui.square", name=square_name(float(point[0]), float(point[1]), self._height))
        return Tip(found.label.say(canvas.language), (("map", square),))
