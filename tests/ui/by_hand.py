"""What a hand does at a window in a test: keys, clicks, drags; and what orders come of it."""

from typing import Any

import numpy as np
import pygame

from game.session.session import Session
from game.ui.screens.exercise import Exercise
from game.world.people import Floats

SIZE = (1280, 720)
LEFT, MIDDLE, RIGHT = 1, 2, 3


def orders(page: Exercise) -> list[dict[str, Any]]:
    """What was given since, as the session takes it."""
    session = page.desk.orders
    assert isinstance(session, Session)
    before = len(session.given)
    session.tick()
    return [command.plain() for _, _, command in session.given[before:]]


def see(page: Exercise) -> None:
    """Let the window show what there is to see now, and draw it."""
    session = page.desk.orders
    assert isinstance(session, Session)
    page.show(session.view(page.desk.seat), 0.0)
    page.draw(pygame.Surface(SIZE))


def press(page: Exercise, key: int, mod: int = 0, unicode: str = "") -> None:
    page.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode, scancode=0))


def write(page: Exercise, text: str) -> None:
    page.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))


def mouse(page: Exercise, kind: int, at: tuple[int, int], **fields: Any) -> None:
    page.handle(pygame.event.Event(kind, pos=at, **fields))


def drag(page: Exercise, button: int, start: tuple[int, int], end: tuple[int, int]) -> None:
    mouse(page, pygame.MOUSEBUTTONDOWN, start, button=button)
    mouse(page, pygame.MOUSEMOTION, end, rel=(end[0] - start[0], end[1] - start[1]), buttons=(0, 0, 0))
    mouse(page, pygame.MOUSEBUTTONUP, end, button=button)


def click(page: Exercise, at: tuple[int, int]) -> None:
    drag(page, LEFT, at, at)


def centre(page: Exercise, unit: str) -> Floats:
    return np.array(next(one.centre for one in page.view.units if one.name == unit))


def px(page: Exercise, place: Floats) -> tuple[int, int]:
    x, y = page.desk.camera.to_screen(place)
    return round(x), round(y)
