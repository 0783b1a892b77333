"""Where people are served one after the other, and where they wait: a counter, a desk, a stall."""

import functools
from dataclasses import dataclass

import numpy as np

from game.world.people import Floats

APART = 0.75  # m between people who stand in a line, middle to middle; guess: an arm's length, 1.3 people/m


@dataclass(frozen=True, eq=False)
class Service:
    """Somebody stands at one of `at` while they are served, and waits in one of `waiting`, the next in turn first."""

    name: str
    at: Floats  # (k, 2) m
    waiting: Floats  # (m, 2) m
    by: Floats  # (b, 2) m, where those stand who serve; without any, people serve themselves
    seated: bool  # they wait on chairs and keep theirs; in a line they move up
    facing: float  # rad, where those look who are served or sit
    mean: float  # s a person takes
    sd: float  # s

    @functools.cached_property
    def places(self) -> Floats:
        """(k + m, 2) m, where one is served and then where one waits."""
        return np.concatenate([self.at, self.waiting])

    @property
    def lined(self) -> bool:
        """Whether people wait in a line, one behind the other."""
        return len(self.waiting) > 0 and not self.seated

    def durations(self, rng: np.random.Generator, count: int) -> Floats:
        """(count,) s, lognormal: short ones are common, none is nothing."""
        spread = np.log1p((self.sd / self.mean) ** 2)
        drawn: Floats = np.exp(np.log(self.mean) - spread / 2.0 + np.sqrt(spread) * rng.standard_normal(count))
        return drawn


def along(line: Floats) -> Floats:
    """(m, 2) m, places `APART` along `line` (k, 2) from its first point, the head of a queue, on."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    far = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.arange(0.0, far[-1] + 1e-9, APART)
    return np.column_stack([np.interp(at, far, line[:, axis]) for axis in (0, 1)])
