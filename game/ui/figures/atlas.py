"""Every drawn figure, kept: made when first wanted, a few per frame, so that no frame waits for them."""

from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.figures.anatomy import draw_figure
from game.ui.figures.looks import LOOKS, TINTS
from game.ui.figures.marks import draw_badge, draw_bandage, draw_call, draw_disc, draw_dot, draw_shadow
from game.ui.figures.pen import Sprite
from game.ui.figures.poses import STATES

Ints = npt.NDArray[np.intp]

SCALES: Final = {10: 0.62, 16: 0.8, 24: 1.0, 32: 1.42, 42: 1.88}  # zoom px/m → px per u; look.md; at 7 px/m: dots
BLEND: Final = pygame.BLEND_PREMULTIPLIED  # of everything kept here: a quarter faster to blit; measured
STRIDES: Final = 3  # standing, left foot ahead, right foot ahead
HEADINGS: Final = 32  # at most
SHAPE: Final = (len(LOOKS), len(STATES), TINTS, HEADINGS, STRIDES)
FIGURES: Final = int(np.prod(SHAPE))
LOOK_NAMES: Final = tuple(LOOKS)
REST: Final = np.array([STATES.index("siap" if look.officer else "calm") for look in LOOKS.values()])  # (looks,)


def headings_at(zoom: int) -> int:
    """How many ways a figure can face at `zoom` px/m: on small figures sixteen look like thirty-two."""
    return 16 if zoom < 20 else HEADINGS


class FigureAtlas:
    """The figures for one `zoom` (px per metre).

    A figure is asked for by its code, see `codes`. `take` answers at once, with the nearest thing drawn so far;
    `prepare` then draws what was missed. Below 10 px/m everybody is a dot. All its surfaces are to be blitted with
    BLEND.
    """

    def __init__(self, zoom: int) -> None:
        self.scale = SCALES.get(zoom)  # px per u; None: dots only
        self.headings = headings_at(zoom)
        self._ready = np.zeros(FIGURES + len(LOOKS) * TINTS, bool)
        self._offsets = np.zeros((self._ready.size, 2), int)
        self._surfaces = [pygame.Surface((0, 0))] * self._ready.size
        self._wanted = np.zeros(0, np.intp)
        for dot, (look, tint) in enumerate(np.ndindex(len(LOOKS), TINTS)):
            self._keep(FIGURES + dot, draw_dot(LOOK_NAMES[look], tint))

    def codes(self, look: Ints, state: Ints, tint: Ints, angle: npt.NDArray[np.float64], stride: Ints) -> Ints:
        """One code per figure (k,).

        `look` is an index into LOOK_NAMES, `state` into STATES; `tint` any number ≥ 0; `angle` rad; `stride` 0 … 2.
        """
        turn = np.rint(angle / (2 * np.pi) * self.headings).astype(np.intp) % self.headings
        steps = turn * (HEADINGS // self.headings)
        return np.ravel_multi_index((look, state, tint % TINTS, steps, stride), SHAPE)

    def take(self, codes: Ints) -> tuple[list[pygame.Surface], npt.NDArray[np.int_]]:
        """What to blit for `codes` (k,): surfaces, and px from the person's place to their top left corners (k, 2)."""
        look, _, tint, turn, stride = np.unravel_index(codes, SHAPE)
        rest = np.ravel_multi_index((look, REST[look], tint, turn // 4 * 4, np.zeros_like(stride)), SHAPE)
        shown = FIGURES + look * TINTS + tint
        for nearer in (rest, codes - stride, codes):
            shown = np.where(self._ready[nearer], nearer, shown)
        if self.scale:
            self._wanted = np.concatenate([self._missing(rest[shown >= FIGURES]), self._missing(codes)])
        return [self._surfaces[code] for code in shown.tolist()], self._offsets[shown]

    def prepare(self, budget: int) -> bool:
        """Draw up to `budget` of the figures that the last `take` missed; True when none is missing."""
        for code in self._wanted[:budget].tolist():
            self._keep(code, self._draw(code))
        self._wanted = self._wanted[budget:]
        return not self._wanted.size

    @cached_property
    def shadow(self) -> Sprite:
        """What everybody upright throws."""
        return _premultiplied(draw_shadow(self.scale or 1.0))

    @cached_property
    def disc(self) -> Sprite:
        """What lies under the fallen."""
        return _premultiplied(draw_disc(self.scale or 1.0))

    @cached_property
    def badge(self) -> Sprite:
        """What marks the fallen as hurt."""
        return _premultiplied(draw_badge(self.scale or 1.0))

    @cached_property
    def bandage(self) -> Sprite:
        """What marks somebody who has been cared for and is up again."""
        return _premultiplied(draw_bandage(self.scale or 1.0))

    @cached_property
    def calls(self) -> list[Sprite]:
        """The arcs before somebody who chants, one per heading."""
        angles = 2 * np.pi * np.arange(self.headings) / self.headings
        return [_premultiplied(draw_call(angle, self.scale or 1.0)) for angle in angles.tolist()]

    def _missing(self, codes: Ints) -> Ints:
        """Those of `codes` not drawn yet, the most wanted first."""
        missing, count = np.unique(codes[~self._ready[codes]], return_counts=True)
        return missing[np.argsort(-count, kind="stable")]

    def _draw(self, code: int) -> Sprite:
        look, state, tint, turn, stride = (int(part) for part in np.unravel_index(code, SHAPE))
        angle = 2 * np.pi * turn / HEADINGS
        return draw_figure(LOOK_NAMES[look], STATES[state], tint, angle, stride, self.scale or 1.0)

    def _keep(self, code: int, sprite: Sprite) -> None:
        self._surfaces[code], self._offsets[code] = _premultiplied(sprite)
        self._ready[code] = True


def _premultiplied(sprite: Sprite) -> Sprite:
    """`sprite` as BLEND takes it."""
    return sprite[0].premul_alpha(), sprite[1]
