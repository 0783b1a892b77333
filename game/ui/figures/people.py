"""Draws everybody in view: shadows, vehicles, bodies, strides, in the order that lets nobody's head be walked on."""

from dataclasses import dataclass
from itertools import repeat
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.camera import Camera
from game.ui.figures.atlas import BLEND, LOOK_NAMES, FigureAtlas
from game.ui.figures.looks import LOOKS
from game.ui.figures.pen import Sprite
from game.ui.figures.poses import LYING, STATES
from game.ui.figures.vehicles import turn_of, vehicle

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]

STRIDE_RATE: Final = 4.0  # strides shown per second; look.md
CALLERS: Final = 7  # one in so many of those who chant is drawn with arcs; look.md
TURN_SLACK: Final = 0.75  # of one heading step: a body turns by less without being redrawn, so none flickers; guess
MARGIN: Final = 180  # px beyond the window where something may still reach into it: half a lorry at 42 px/m
SHADOWS_FROM: Final = 11  # px/m; look.md: off from 10 px/m down
WHEELS: Final = np.array([look.wheels for look in LOOKS.values()])
UNIFORMED: Final = np.array([look.officer for look in LOOKS.values()])  # drawn last, or those who push hide the line
DOWN: Final = np.array([state in LYING for state in STATES])
HURT: Final = np.array([state in LYING and state != "down" for state in STATES])
CHANT: Final = STATES.index("chant")


@dataclass(frozen=True)
class Figures:
    """Who is to be drawn, k people, one row each.

    `look` indexes `looks`, `state` indexes `states`: names of LOOKS, and of CIVILIAN or OFFICER poses. `person` is the
    same number for the same person from frame to frame; `tint` is any number ≥ 0 that stays with the person. A row
    whose look has wheels is a vehicle of `size`.
    """

    person: Ints  # (k,)
    position: Floats  # (k, 2) m
    heading: Floats  # (k,) rad from +x
    look: Ints  # (k,)
    state: Ints  # (k,)
    tint: Ints  # (k,)
    moving: Bools  # (k,) whether to show a stride
    bandaged: Bools  # (k,) cared for and up again
    size: Floats  # (k, 2) m, length and width of a vehicle
    looks: tuple[str, ...]
    states: tuple[str, ...]


class FigurePainter:
    """Draws Figures on a canvas, and remembers how everybody was last seen to face.

    `draw` never waits for a figure that is not drawn yet: it shows the nearest one there is. Call `prepare` once a
    frame; for a screenshot draw, `prepare(budget=100_000)`, and draw again.
    """

    def __init__(self) -> None:
        self._atlases: dict[int, FigureAtlas] = {}
        self._shown = np.zeros(0)  # (people,) rad, NaN before first seen
        self._atlas = self._atlas_for(16)

    def draw(self, canvas: pygame.Surface, camera: Camera, figures: Figures, seconds: float) -> None:
        """Draw those in view; `seconds` of the exercise drive the stride."""
        atlas = self._atlas = self._atlas_for(camera.zoom)
        angle = self._turn(figures, 2 * np.pi / atlas.headings)
        look = np.array([LOOK_NAMES.index(name) for name in figures.looks], np.intp)[figures.look]
        state = np.array([STATES.index(name) for name in figures.states], np.intp)[figures.state]
        lying, wheels = DOWN[state], WHEELS[look]
        order = _order(camera, figures.position, (~wheels, ~lying, UNIFORMED[look]))
        _vehicles(canvas, camera, figures, order[wheels[order]])
        order = order[~wheels[order]]
        place = np.rint(camera.to_screen(figures.position[order])).astype(int)
        state, angle, lying = state[order], angle[order], lying[order]

        if camera.zoom >= SHADOWS_FROM:
            _stamp(canvas, atlas.shadow, place[~lying])
        if atlas.scale:
            _stamp(canvas, atlas.disc, place[lying])
        codes = atlas.codes(look[order], state, figures.tint[order], angle, _stride(figures, seconds)[order])
        surfaces, offsets = atlas.take(codes)
        canvas.fblits(zip(surfaces, (place + offsets).tolist(), strict=True), BLEND)
        if atlas.scale:
            _stamp(canvas, atlas.badge, place[HURT[state]])
            _stamp(canvas, atlas.bandage, place[figures.bandaged[order] & ~lying])
            _calls(canvas, atlas, place, angle, (state == CHANT) & (figures.person[order] % CALLERS == 0))

    def prepare(self, budget: int = 5) -> bool:
        """Draw up to `budget` figures that the last frame missed; True when none is missing."""
        return self._atlas.prepare(budget)

    def _atlas_for(self, zoom: int) -> FigureAtlas:
        if zoom not in self._atlases:
            self._atlases[zoom] = FigureAtlas(zoom)
        return self._atlases[zoom]

    def _turn(self, figures: Figures, step: float) -> Floats:
        """Turn everybody at most one heading `step` (rad) towards where they face: (k,) rad."""
        if len(self._shown) <= figures.person.max(initial=-1):
            unseen = np.full(int(figures.person.max()) + 1 - len(self._shown), np.nan)
            self._shown = np.concatenate([self._shown, unseen])
        shown = self._shown[figures.person]
        off = np.remainder(figures.heading - shown + np.pi, 2 * np.pi) - np.pi
        turned = np.where(np.abs(off) > TURN_SLACK * step, shown + np.clip(off, -step, step), shown)
        self._shown[figures.person] = np.where(np.isnan(shown), figures.heading, turned)
        return self._shown[figures.person]


def _order(camera: Camera, position: Floats, above: tuple[Bools, ...]) -> Ints:
    """Row numbers of those in view: whoever is `above` by the first key last, then by the next, then north to south."""
    seen = np.flatnonzero(camera.in_view(position, MARGIN))
    return seen[np.lexsort((-position[seen, 1], *(key[seen] for key in reversed(above))))]


def _vehicles(canvas: pygame.Surface, camera: Camera, figures: Figures, rows: Ints) -> None:
    """Few: one by one, where they are to the pixel."""
    for row, (x, y) in zip(rows.tolist(), np.rint(camera.to_screen(figures.position[rows])).tolist(), strict=True):
        length, width = figures.size[row].tolist()
        look, turn = figures.looks[figures.look[row]], turn_of(float(figures.heading[row]))
        surface, (left, top) = vehicle(look, length, width, turn, camera.zoom)
        canvas.blit(surface, (x + left, y + top))


def _stride(figures: Figures, seconds: float) -> Ints:
    """Which foot is ahead: 0 for those who stand, else 1 or 2, out of step with their neighbours."""
    phase = np.floor(seconds * STRIDE_RATE + figures.person * 0.61803)
    return np.where(figures.moving, 1 + phase.astype(np.intp) % 2, 0)


def _stamp(canvas: pygame.Surface, sprite: Sprite, places: npt.NDArray[np.int_]) -> None:
    surface, offset = sprite
    canvas.fblits(zip(repeat(surface), (places + offset).tolist(), strict=False), BLEND)


def _calls(canvas: pygame.Surface, atlas: FigureAtlas, place: npt.NDArray[np.int_], angle: Floats, who: Bools) -> None:
    steps = np.rint(angle[who] / (2 * np.pi) * atlas.headings).astype(int) % atlas.headings
    for step, (x, y) in zip(steps.tolist(), place[who].tolist(), strict=True):
        surface, (left, top) = atlas.calls[step]
        canvas.blit(surface, (x + left, y + top), special_flags=BLEND)
