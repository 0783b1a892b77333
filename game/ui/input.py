"""What hands do to the map: select, lay a formation, send, look round. Widgets take their own presses."""

import dataclasses
from collections.abc import Callable
from typing import Final

import numpy as np
import pygame

from game.session.view import UnitView, View
from game.ui.camera import Camera
from game.ui.desk import Desk, Footprint
from game.ui.hud.flag_chip import flag_order
from game.ui.hud.unit_cards import own_units
from game.ui.offers import CANCEL_KEY, PAGE_KEY, Offer, groups_of, offers_for, pages_of
from game.ui.plan import Laid, Plan, form_order, move_order
from game.ui.square import person_at, unit_rows_in
from game.ui.targets import Metres
from game.world.ground import Ground
from game.world.people import Floats
from game.world.world import Command

STILL: Final = 5  # px a click may shake; guess
PAN_SPEED: Final = 900.0  # px/s of a held key; a window's width in less than two seconds
PAN_KEYS: Final = (
    ((pygame.K_LEFT, pygame.K_a), (1, 0)),
    ((pygame.K_RIGHT, pygame.K_d), (-1, 0)),
    ((pygame.K_UP, pygame.K_w), (0, 1)),
    ((pygame.K_DOWN, pygame.K_s), (0, -1)),
)
FASTER: Final = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
SLOWER: Final = (pygame.K_MINUS, pygame.K_KP_MINUS)
NEXT: Final = {pygame.K_QUOTE: 1, pygame.K_BACKSLASH: -1}  # from card to card, also beyond the ninth
LEFT, MIDDLE, RIGHT = 1, 2, 3  # mouse buttons as pygame counts them


class Look:
    """Looking round: the wheel zooms to the pointer, the middle button and held keys move the map."""

    def __init__(self, camera: Camera) -> None:
        self.camera = camera
        self._panning = False
        self._pointer = (0, 0)  # px

    def act(self, event: pygame.event.Event) -> None:
        """Take one event."""
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN):
            self._pointer = event.pos
        if event.type == pygame.MOUSEWHEEL and event.y:
            self.camera.zoom_by(1 if event.y > 0 else -1, self._pointer)
        elif event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == MIDDLE:
            self._panning = event.type == pygame.MOUSEBUTTONDOWN
        elif event.type == pygame.MOUSEMOTION and self._panning:
            self.camera.pan(event.rel)
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_HOME:
            self.camera.fit()

    def pan_by_keys(self, seconds: float) -> None:
        """Shift the map by the pan keys held down for `seconds` of real time."""
        held = pygame.key.get_pressed()
        for keys, (x, y) in PAN_KEYS:
            if any(held[key] for key in keys):
                self.camera.pan((x * PAN_SPEED * seconds, y * PAN_SPEED * seconds))


class Hands:
    """Mouse and keys over the map of one exercise; `plan` and `box` are what is being drawn at the moment."""

    def __init__(self, desk: Desk, ground: Ground, marked: Callable[[Floats], int | None]) -> None:
        """`marked` gives the row of the person whose slip lies at a place (2,) px."""
        self.desk = desk
        self.ground = ground
        self.marked = marked
        self.plan: Plan | None = None
        self.box: tuple[Floats, Floats] | None = None  # two corners, px
        self.look = Look(desk.camera)

    def laid(self, view: View) -> list[Laid]:
        """Where the selected units would stand by the plan being drawn."""
        if self.plan is None or self.plan.is_click:
            return []
        return self.plan.lay(self._able(view), self.ground)

    def _able(self, view: View) -> list[UnitView]:
        return [unit for unit in self.desk.units(view) if unit.mine and unit.strength]

    def let_go(self) -> bool:
        """Drop what is being drawn or aimed; False if the hands were empty."""
        busy = self.plan is not None or self.box is not None or self.desk.aim is not None
        self.plan, self.box, self.desk.aim = None, None, None
        return busy

    def act(self, event: pygame.event.Event, view: View) -> None:
        """Take one event that no widget has taken."""
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._press(event.button, np.array(event.pos, float))
        elif event.type == pygame.MOUSEMOTION:
            self._drag(np.array(event.pos, float))
        elif event.type == pygame.MOUSEBUTTONUP:
            self._release(event.button, np.array(event.pos, float), view)
        elif event.type == pygame.KEYDOWN:
            self._key(event.key, bool(event.mod & pygame.KMOD_SHIFT), view)
        if event.type != pygame.MOUSEWHEEL or not self._turn(1 if event.y > 0 else -1, view):
            self.look.act(event)

    def _turn(self, steps: int, view: View) -> bool:
        """The wheel changes the ranks of what is being laid, or how far a line is told to go; False with neither."""
        aim = self.desk.aim
        if self.plan is not None:
            self.plan.more_ranks(steps, self.laid(view))
        elif aim is not None and isinstance(aim.target, Metres):
            self.desk.aim = dataclasses.replace(aim, target=aim.target.turned(steps))
        return self.plan is not None or self.desk.aim is not aim

    def _press(self, button: int, at: Floats) -> None:
        if button == LEFT:
            self.box = (at, at)
        elif button == RIGHT and self.desk.selected:
            place = self.desk.camera.to_world(at)
            self.plan = Plan(place, place)

    def _drag(self, at: Floats) -> None:
        if self.box is not None:
            self.box = (self.box[0], at)
        if self.plan is not None:
            self.plan.end = self.desk.camera.to_world(at)

    def _release(self, button: int, at: Floats, view: View) -> None:
        if button == LEFT and self.box is not None:
            self._choose(self.box[0], at, view)
            self.box = None
        elif button == RIGHT and self.plan is not None:
            self.plan.end = self.desk.camera.to_world(at)
            self._send(view)
            self.plan = None

    def _choose(self, start: Floats, end: Floats, view: View) -> None:
        """A click: aim at what is there, or select who stands there. A box: select whoever is in it."""
        corners = self.desk.camera.to_world([start, end])
        more = bool(pygame.key.get_mods() & pygame.KMOD_SHIFT)
        if np.abs(end - start).max() > STILL:
            inside = unit_rows_in(view, corners.min(axis=0), corners.max(axis=0))
            found = {view.cast.units[unit] for unit in np.unique(view.cast.unit[inside])}
            self.desk.select([unit.name for unit in own_units(view) if unit.name in found], more)
        elif self.desk.aim is not None:
            self._hit(self.point_at(end, view), more, view)
        else:
            self.desk.select(self._unit_at(corners[1], view), more)

    def _unit_at(self, point: Floats, view: View) -> list[str]:
        person = person_at(view, point)
        if person is None or view.cast.unit[person] < 0:
            return []
        name = view.cast.units[view.cast.unit[person]]
        return [unit.name for unit in own_units(view) if unit.name == name]

    def point_at(self, pixel: Floats, view: View) -> Floats:
        """(2,) m, what the hand points at: the ground, or whoever bears the slip that lies there."""
        person = self.marked(pixel)
        return self.desk.camera.to_world(pixel) if person is None else view.position[person]

    def aimed(self, point: Floats, view: View, queue: bool = False) -> tuple[Command, ...]:
        """The orders that a click at `point` (2,) m would give; none without an aim or anything to aim at there."""
        if self.desk.aim is None:
            return ()
        return self.desk.aim.orders(self._able(view), point, view, self.ground, queue)

    def _hit(self, point: Floats, queue: bool, view: View) -> None:
        """Give what is aimed at; a click beside everything leaves the aim as it is."""
        orders = self.aimed(point, view, queue)
        if orders:
            self.desk.give(*orders)

    def _send(self, view: View) -> None:
        """Give what was drawn: a march after a click, a formation after a drag."""
        assert self.plan is not None
        queue = bool(pygame.key.get_mods() & pygame.KMOD_SHIFT)
        units = self._able(view)
        if self.plan.is_click:
            middle = np.mean([unit.centre for unit in units], axis=0) if units else 0.0
            goals = [self.plan.end + np.array(unit.centre) - middle for unit in units]
            self.desk.give(*(move_order(unit, goal, queue) for unit, goal in zip(units, goals, strict=True)))
            return
        laid = self.laid(view)
        if self.desk.give(*(form_order(one, queue) for one in laid)):
            self.desk.footprints += [Footprint(one.unit.name, one.slots, one.facing, one.stands) for one in laid]

    def _key(self, key: int, shift: bool, view: View) -> None:
        if key == pygame.K_SPACE:
            self.desk.pace.toggle()
        elif key in FASTER or key in SLOWER:
            self.desk.pace.change(1 if key in FASTER else -1)
        elif key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self._flag(view, 1 if key == pygame.K_PAGEUP else -1)
        elif pygame.K_0 <= key <= pygame.K_9:
            self._number(key - pygame.K_0, shift, view)
        elif key in NEXT:
            self._next(NEXT[key], view)
        else:
            self._order(CANCEL_KEY if key == pygame.K_BACKSPACE else key, shift, view)

    def _flag(self, view: View, steps: int) -> None:
        order = flag_order(view.flag, steps)
        if order is not None:
            self.desk.give(order)

    def _number(self, number: int, more: bool, view: View) -> None:
        """1 … 9 select a unit, a second time goes there; 0 selects all."""
        units = own_units(view)
        chosen = units if number == 0 else units[number - 1 : number]
        names = [unit.name for unit in chosen]
        if len(chosen) == 1 and self.desk.selected == names:
            self.desk.camera.look_at(chosen[0].centre)
        elif chosen:
            self.desk.select(names, more)

    def _next(self, steps: int, view: View) -> None:
        """Select the unit `steps` cards on from the one selected, after the last the first."""
        names = [unit.name for unit in own_units(view)]
        here = [names.index(name) for name in self.desk.selected if name in names]
        if names:
            self.desk.select([names[(here[-1] + steps) % len(names) if here else 0]])

    def _order(self, key: int, queue: bool, view: View) -> None:
        offers = offers_for(self.desk.units(view), view, self.ground, queue)
        if key == PAGE_KEY:
            self._turn_page(offers)
        for offer in offers:
            if offer.key == key:
                self.desk.press(offer)

    def _turn_page(self, offers: list[Offer]) -> None:
        """The next page of the ribbon, after the last the first."""
        pages = [groups_of(page) for page in pages_of(offers)]
        here = next((number for number, groups in enumerate(pages) if self.desk.group in groups), -1)
        if pages:
            self.desk.group = pages[(here + 1) % len(pages)][0]
