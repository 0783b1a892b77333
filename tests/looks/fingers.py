"""What a hand does to a window: real mouse and keys of an X server, or the same as events where there is none."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

import pygame

Pixels = tuple[int, int]
KEYS: Final = {  # as X calls them, where a letter does not say it
    "Return": pygame.K_RETURN,
    "Escape": pygame.K_ESCAPE,
    "Tab": pygame.K_TAB,
    "space": pygame.K_SPACE,
    "Home": pygame.K_HOME,
    "Up": pygame.K_UP,
    "Down": pygame.K_DOWN,
    "Left": pygame.K_LEFT,
    "Right": pygame.K_RIGHT,
    "Prior": pygame.K_PAGEUP,
    "Next": pygame.K_PAGEDOWN,
    "plus": pygame.K_PLUS,
    "minus": pygame.K_MINUS,
}
HELD: Final = {"ctrl": pygame.KMOD_CTRL, "alt": pygame.KMOD_ALT, "shift": pygame.KMOD_SHIFT}
SPEED: Final = "12"  # ms between letters: faster, X forgets who held Shift; measured


class Fingers(Protocol):
    """Mouse and keys."""

    def move(self, to: Pixels) -> None: ...
    def press(self, button: int) -> None: ...
    def release(self, button: int) -> None: ...
    def key(self, chord: str) -> None:
        """As "space" or "ctrl+1"."""

    def write(self, text: str) -> None: ...
    def wheel(self, steps: int) -> None: ...


class Posted:
    """Events put into the queue of the window, for machines without an X server."""

    def __init__(self) -> None:
        self._at = (0, 0)
        self._held = [0, 0, 0]

    def move(self, to: Pixels) -> None:
        rel = (to[0] - self._at[0], to[1] - self._at[1])
        self._at = to
        _post(pygame.MOUSEMOTION, pos=to, rel=rel, buttons=tuple(self._held))

    def press(self, button: int) -> None:
        self._held[button - 1] = 1
        _post(pygame.MOUSEBUTTONDOWN, pos=self._at, button=button)

    def release(self, button: int) -> None:
        self._held[button - 1] = 0
        _post(pygame.MOUSEBUTTONUP, pos=self._at, button=button)

    def key(self, chord: str) -> None:
        *held, name = chord.split("+")
        code = KEYS.get(name) or ord(name)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            _post(kind, key=code, mod=sum(HELD[each] for each in held), unicode="", scancode=0)

    def write(self, text: str) -> None:
        for letter in text:
            _post(pygame.KEYDOWN, key=ord(letter.lower()), mod=0, unicode=letter, scancode=0)
            _post(pygame.TEXTINPUT, text=letter)
            _post(pygame.KEYUP, key=ord(letter.lower()), mod=0, unicode=letter, scancode=0)

    def wheel(self, steps: int) -> None:
        _post(pygame.MOUSEWHEEL, x=0, y=steps, flipped=False)


class Typed:
    """The X server's own mouse and keys, moved by xdotool: what comes of them is SDL's affair, as on any desk."""

    def move(self, to: Pixels) -> None:
        _xdotool("mousemove", str(to[0]), str(to[1]))

    def press(self, button: int) -> None:
        _xdotool("mousedown", str(button))

    def release(self, button: int) -> None:
        _xdotool("mouseup", str(button))

    def key(self, chord: str) -> None:
        _xdotool("key", chord)

    def write(self, text: str) -> None:
        _xdotool("type", "--delay", SPEED, text)

    def wheel(self, steps: int) -> None:
        _xdotool("click", "--repeat", str(abs(steps)), "4" if steps > 0 else "5")


@contextmanager
def desk(size: Pixels) -> Iterator[Fingers]:
    """A screen of `size` px nobody sees, and hands on it; call it before anything of pygame is begun."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        print(
            f"Not here: {' and '.join(missing)}; played on SDL's dummy screen with events put into its queue instead."
        )
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        yield Posted()
        return
    screen = ("-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp")
    with subprocess.Popen(["Xvfb", "-displayfd", "1", *screen], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as x:
        assert x.stdout is not None
        os.environ.update(DISPLAY=f":{x.stdout.readline().decode().strip()}", SDL_VIDEODRIVER="x11")
        try:
            yield Typed()
        finally:
            x.terminate()


def _post(kind: int, **fields: object) -> None:
    pygame.event.post(pygame.event.Event(kind, **fields))


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)
