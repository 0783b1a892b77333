"""The whole place on paper: everybody there, the zones that take the unit in hand, a tag for each unit."""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np
import pygame

from game.level.place import Place
from game.session.view import UnitView, View
from game.ui import theme
from game.ui.briefing.placing import Placing
from game.ui.canvas import Area, Canvas, Press, Tip
from game.ui.figures import LOOKS
from game.ui.ground import Ground
from game.ui.wording import reason_in_words
from game.world.people import Floats

RIM: Final = 5  # steps of white paper
DOT: Final = 1.6  # steps, half a person's dot: wider than people are, so that a hall can see them
TAG: Final = 17  # steps
NUDGES: Final = 8  # attempts to get a tag clear of another
VEIL: Final = 46  # of 255, how blue a zone is that takes the unit

ToSteps = Callable[[Floats], Floats]


class PlacingMap:
    """Draws `place`; with a Placing it can be worked by clicks."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._grounds: dict[str, Ground] = {}
        self._sheet: pygame.Surface | None = None
        self._key: tuple[object, ...] = ()

    def draw(self, canvas: Canvas, area: Area, view: View, placing: Placing | None) -> tuple[Area, ToSteps]:
        """Draw it in the middle of `area`, as large as fits; gives where, and what turns metres into steps."""
        paper = self._fitted(area.inflate(-2 * RIM, -2 * RIM))
        canvas.panel(paper.inflate(2 * RIM, 2 * RIM), theme.PAPER_LIGHT, 255)
        canvas.surface.blit(self._ground(canvas, canvas.rect(paper).size), canvas.rect(paper))

        def at(points: Floats) -> Floats:
            scale = paper.width / self.place.size[0]
            placed: Floats = (points - (0.0, self.place.size[1])) * (scale, -scale) + paper.topleft
            return placed

        if placing is not None:
            self._zones(canvas, placing, at)
        _people(canvas, view, at)
        self._tags(canvas, view, placing, at)
        return paper, at

    def _fitted(self, area: Area) -> Area:
        scale = min(area.width / self.place.size[0], area.height / self.place.size[1])
        paper = Area(0, 0, int(self.place.size[0] * scale), int(self.place.size[1] * scale))
        paper.center = area.center
        return paper

    def _ground(self, canvas: Canvas, size: tuple[int, int]) -> pygame.Surface:
        """The printed map, of `size` px."""
        key = canvas.language, size
        if self._sheet is None or key != self._key:
            if canvas.language not in self._grounds:
                self._grounds[canvas.language] = Ground(self.place, canvas.language)
            self._sheet = pygame.transform.smoothscale(self._grounds[canvas.language].overview, size)
            self._key = key
        return self._sheet

    def _zones(self, canvas: Canvas, placing: Placing, at: ToSteps) -> None:
        """Large ones first, so that a click finds the smallest."""
        zones = placing.session.world.ground.zones
        for name in sorted(self.place.zones, key=lambda name: -zones[name].area):
            corners = at(zones[name].shape)
            why = placing.may(name)
            if why is None or name == placing.where:
                _hatched(canvas, corners, name == placing.where)
            area = Area(*corners.min(axis=0), *np.ptp(corners, axis=0))
            canvas.spot(area, self._tip(canvas, placing, name), partial(placing.put, name))

    def _tip(self, canvas: Canvas, placing: Placing, name: str) -> Tip | None:
        unit, why, label = placing.chosen, placing.may(name), self.place.zones[name].label
        if unit is None:
            return None
        title = label.say(canvas.language) if label else name
        if name == placing.where:
            return Tip(title, (("info", canvas.say("ui.placing.here", unit=unit.label)),))
        told = reason_in_words(why, canvas.language) if why else canvas.say("ui.placing.may", unit=unit.label)
        return Tip(title, (("ban" if why else "move", told),), why is None)

    def _tags(self, canvas: Canvas, view: View, placing: Placing | None, at: ToSteps) -> None:
        taken: list[Area] = []
        for unit in view.units:
            if not len(unit.rows):
                continue
            chosen = placing is not None and placing.chosen is not None and placing.chosen.name == unit.name
            places = at(view.position[unit.rows])
            area = Area(0, 0, round(canvas.width(unit.label, theme.SIZE_SMALL, "semibold")) + 10, TAG)
            area.midtop = round(places[:, 0].mean()), round(places[:, 1].max()) + 4
            for _ in range(NUDGES):
                if (hit := area.collidelist(taken)) < 0:
                    break
                area.top = taken[hit].bottom + 1
            taken.append(area)
            canvas.panel(area, theme.PAPER_LIGHT if chosen else theme.PANEL, 255, theme.INK)
            ink = theme.INK if chosen else theme.TEXT
            canvas.text(unit.label, (area.left + 5, area.top + 2), theme.SIZE_SMALL, ink, "semibold")
            if placing is not None:
                canvas.spot(area, press=_pick(placing, unit))


def _pick(placing: Placing, unit: UnitView) -> Press | None:
    own = unit.mine and not unit.on_request
    return partial(placing.pick, unit.name) if own else None


def _hatched(canvas: Canvas, corners: Floats, here: bool) -> None:
    """A zone that takes the unit: blue, dashed in spirit by a thin line; where it stands, a firm one."""
    shape = corners * canvas.scale
    low = shape.min(axis=0)
    veil = pygame.Surface(tuple(np.ceil(np.ptp(shape, axis=0) + 1).astype(int)), pygame.SRCALPHA)
    pygame.draw.polygon(veil, (*theme.ORDER_BLUE, VEIL), shape - low)
    canvas.surface.blit(veil, low)
    pygame.draw.polygon(canvas.surface, theme.ORDER_BLUE, shape, canvas.px(2.6 if here else 1.1))


def _people(canvas: Canvas, view: View, at: ToSteps) -> None:
    """Officers as squares, everyone else as dots; vehicles in their size."""
    places = at(view.position) * canvas.scale
    half = max(2, canvas.px(DOT))
    for row in np.flatnonzero(view.present):
        look = LOOKS[view.cast.looks[view.cast.look[row]]]
        colour = look.dot(int(row))
        if look.officer:
            wide = half * (2 if look.wheels else 1)
            pygame.draw.rect(canvas.surface, colour, (*(places[row] - wide), 2 * wide, 2 * wide))
        else:
            pygame.draw.circle(canvas.surface, colour, places[row], half)
