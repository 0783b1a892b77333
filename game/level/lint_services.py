"""Whether people can be served where a place says so: room to stand at every spot, and one way of waiting."""

from collections.abc import Iterator

import numpy as np

from game.level.document import Document
from game.level.mistake import Mistake, Path
from game.level.place import Place, Service
from game.world import polygons
from game.world.people import Floats
from game.world.services import along

BODY = 0.2  # m a person needs to every side; crowd-model.md 1.5


def mistakes(place: Place, document: Document) -> Iterator[Mistake]:
    """Services with both chairs and a line, and spots outside the ground or in a wall."""
    for name, service in place.services.items():
        if service.queue is not None and service.chairs:
            yield document.mistake_of_name(("services", name, "chairs"), "queue_or_chairs")
        for path, spots in _spots(name, service):
            if not np.all((spots >= 0.0) & (spots <= place.size)):
                yield document.mistake(path, "outside", width=place.size[0], height=place.size[1])
            elif _nearest_wall(spots, place) < BODY:
                yield document.mistake(path, "no_room_to_stand", service=name)


def _spots(name: str, service: Service) -> Iterator[tuple[Path, Floats]]:
    """Where each spot is written, and the places (k, 2) m it stands for."""
    for part in ("at", "by", "chairs"):
        for i, spot in enumerate(getattr(service, part)):
            yield ("services", name, part, i), np.array([spot])
    if service.queue is not None:
        yield ("services", name, "queue"), along(service.queue)


def _nearest_wall(spots: Floats, place: Place) -> float:
    """M from the nearest of `spots` (k, 2) to an obstacle, negative inside one."""
    return min((float(polygons.signed_distance(shape, spots).min()) for shape in place.obstacles), default=np.inf)
