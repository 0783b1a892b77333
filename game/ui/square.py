"""The square as a View shows it: the ground, and everybody present on it."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from game.session.view import View
from game.ui.camera import Camera
from game.ui.figures import CIVILIAN, OFFICER, FigurePainter, Figures
from game.ui.hands import WALKING, holders, kneeling
from game.world.people import Bools, Floats, Ints
from game.world.world import TICK

STATES: Final = tuple(dict.fromkeys((*CIVILIAN, *OFFICER)))
IN_PLACE: Final = ("chant", "jeer", "film", "banner", "sit")  # acts that pushing or running hides
SUDDEN: Final = ("throw", "burn_tyres", "restrain", "help_fallen")  # acts that show whatever else somebody does
REACH: Final = 0.5  # m from the pointer within which a person is meant; a figure is drawn about 0.9 m wide


def states_of(view: View) -> Ints:
    """(n,) index into STATES: what an observer sees each person do."""
    state = np.full(len(view.present), STATES.index("calm"))
    _show_acts(view, state, IN_PLACE)
    state[view.pressing] = STATES.index("press")
    state[view.running] = STATES.index("flee")
    _show_acts(view, state, SUDDEN)
    for unit in view.units:
        state[unit.rows] = STATES.index(unit.posture)
    state[kneeling(view)] = STATES.index("kneel")
    state[view.custody] = STATES.index("custody")
    for held, side in holders(view).items():
        state[held] = STATES.index(side)
    state[view.fallen] = STATES.index("down")
    state[view.fallen & view.hurt] = STATES.index("fallen")
    state[view.fallen & view.treated] = STATES.index("treated")
    return state


def _show_acts(view: View, state: Ints, acts: Iterable[str]) -> None:
    for act in acts:
        if act in view.acts:
            state[view.act == view.acts.index(act)] = STATES.index(act)


def positions_at(view: View, blend: float) -> Floats:
    """(n, 2) m, `blend` of a tick after the View: nobody jumps between two ticks."""
    return view.position + view.velocity * (blend * TICK)


def figures_of(view: View, blend: float = 0.0) -> Figures:
    """Everybody present, as figures."""
    who = np.flatnonzero(view.present)
    return Figures(
        person=who,
        position=positions_at(view, blend)[who],
        heading=view.heading[who],
        look=view.cast.look[who],
        state=states_of(view)[who],
        tint=_tint(who),
        moving=(np.hypot(*view.velocity[who].T) > WALKING) & ~view.fallen[who],
        bandaged=(view.treated & ~view.fallen)[who],
        size=view.cast.size[who],
        looks=view.cast.looks,
        states=STATES,
    )


def _tint(who: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """A tint that stays with the person and does not run in stripes along the rows."""
    return who * 7919 % 101


def person_at(view: View, point: Floats) -> int | None:
    """Who stands at `point` (2,) m, the nearest within REACH, or within a vehicle's length."""
    away = np.hypot(*(view.position - point).T)
    meant = np.flatnonzero(view.present & (away <= np.maximum(REACH, view.cast.size.max(axis=1) / 2)))
    return int(meant[away[meant].argmin()]) if len(meant) else None


def unit_rows_in(view: View, low: Floats, high: Floats) -> Bools:
    """(n,) who of any unit stands inside the box from `low` to `high`, m."""
    inside = ((view.position >= low) & (view.position <= high)).all(axis=1)
    found: Bools = inside & view.present & (view.cast.unit >= 0)
    return found


class People:
    """Draws the people of Views, always with the same painter, so that figures are drawn once."""

    def __init__(self) -> None:
        self._painter = FigurePainter()

    def draw(self, view: View, surface: pygame.Surface, camera: Camera, blend: float) -> None:
        """Draw everybody in view; a few figures not drawn before are made for the next frame."""
        self._painter.draw(surface, camera, figures_of(view, blend), view.seconds + blend * TICK)
        self._painter.prepare()

    def finish(self) -> None:
        """Make every figure the latest frame missed, for a picture that nobody waits for."""
        self._painter.prepare(budget=100_000)
