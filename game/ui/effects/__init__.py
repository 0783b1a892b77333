"""What flies, burns, sprays and bars the way, as a View's scene shows it."""

import pygame

from game.level.place import Place
from game.session.view import View
from game.ui.camera import Camera
from game.ui.effects.barriers import draw_barriers
from game.ui.effects.fires import draw_flames, draw_smoke
from game.ui.effects.gates import draw_gates
from game.ui.effects.impacts import Impacts
from game.ui.effects.ropes import draw_ropes
from game.ui.effects.stones import draw_stones
from game.ui.effects.water import draw_jet

__all__ = ["Effects"]


class Effects:
    """The effects of one window on `place`; `seconds` of the exercise drive them, so they stand still while it does."""

    def __init__(self, place: Place) -> None:
        self._exits = {name: zone.shape for name, zone in place.exits.items()}
        self._gates, self._barriers = place.gates, place.barriers
        self._impacts = Impacts()

    def draw_under(self, surface: pygame.Surface, camera: Camera, view: View, seconds: float) -> None:
        """Before the people: gates, barriers across the exits that are shut, and tyres that burn."""
        draw_barriers(surface, camera, [self._exits[name] for name in view.scene.exits_shut])
        draw_gates(surface, camera, self._gates, self._barriers, view.scene)
        draw_flames(surface, camera, view.scene.fires, seconds)

    def draw_over(self, surface: pygame.Surface, camera: Camera, view: View, seconds: float) -> None:
        """After the people, over their heads: ropes, water, smoke and stones. None of it hides anybody."""
        draw_ropes(surface, camera, view)
        for jet in view.scene.jets:
            draw_jet(surface, camera, jet, seconds)
        draw_smoke(surface, camera, view.scene.fires, seconds)
        draw_stones(surface, camera, view.scene.thrown)
        self._impacts.hear(view.events)
        self._impacts.draw(surface, camera, seconds)
