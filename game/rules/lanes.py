"""Lanes through a line: where those who come up stand so that those who leave can step back between them."""

import numpy as np

from game.rules.formations.bersaf import DISTANCE, INTERVAL
from game.world.people import Bools, Floats

DOOR = 0.88  # m between the middles of two who open a lane: 0.48 of Lanjut, a chest sideways, a hand on either side
BODY = 0.50  # m between the middles of two of the relief who stand as close as they can; units.yaml
DOORS_APART = 1.38  # m from lane to lane at least: a door, and two who stand close between this and the next
TOUCH = 0.48  # m between the middles of who leaves and who comes up behind him: shield at his shoulder; units.yaml
BESIDE = 0.8  # m along the front within which one dresses by those of the rank that leaves; an interval, bersaf.py


def every_second(across: Floats) -> Bools:
    """(m,) which of those who stand at `across` (m,) m along the front, from left to right, can leave at one time."""
    chosen, latest = np.zeros(len(across), dtype=np.bool_), np.inf
    for i, at in enumerate(across.tolist()):  # the few of one rank
        if latest - at >= DOORS_APART:
            chosen[i], latest = True, at
    return chosen


def posts(lanes: Floats, files: int) -> Floats:
    """(files,) m along the front, from left to right, of the files that leave each of `lanes` (m,) m open.

    Two at the sides of every lane; who is left over stands at intervals beyond, so that both flanks reach as far.
    """
    doors = np.column_stack([lanes + DOOR / 2, lanes - DOOR / 2]).ravel()
    over = files - len(doors)
    if over < 0:
        first = -over // 2
        return doors[first : first + files]
    on_left = int(np.clip(round(over / 2 - (doors[0] + doors[-1]) / (2.0 * INTERVAL)), 0, over))
    left = doors[0] + INTERVAL * np.arange(on_left, 0, -1)
    right = doors[-1] - INTERVAL * np.arange(1, over - on_left + 1)
    return np.concatenate([left, doors, right])


def opened(posts: Floats, lanes: Floats) -> Floats:
    """(k,) m, `posts` (k,) m from left to right, moved aside no more than needed to leave each of `lanes` (m,) open.

    Who stands beside a lane stands half a door from its middle; who is in his way makes room as far as he must.
    """
    moved = posts.copy()
    for lane in lanes.tolist():  # the few of one rank
        left = int((moved >= lane).sum())
        aside = DOOR / 2.0 + BODY * np.arange(max(left, len(moved) - left))
        moved[:left] = np.maximum(moved[:left], lane + aside[:left][::-1])
        moved[left:] = np.minimum(moved[left:], lane - aside[: len(moved) - left])
    return moved


def depths(posts_at: Floats, rank: Floats) -> Floats:
    """(k,) m ahead of the front, less than 0 behind it, for who stands at each of `posts_at` (k,) m along it.

    Each is close behind those of the `rank` (m, 2) m that stand before him and beside him.
    """
    aside = np.abs(posts_at[:, None] - rank[:, 1])
    nearest = rank[aside.argmin(axis=1), 0]
    level = np.where(aside <= BESIDE, rank[:, 0], nearest[:, None]).mean(axis=1)
    touching = rank[:, 0] - np.sqrt(np.maximum(TOUCH**2 - aside**2, 0.0))
    close: Floats = np.minimum(level - TOUCH, np.where(aside < TOUCH, touching, np.inf).min(axis=1))
    return close


def behind(files: Floats, count: int) -> Floats:
    """(count, 2) m, `count` officers in ranks whose first stands at `files` (k, 2) m.

    The last rank may be short and stands behind the middle files.
    """
    rank, file = np.divmod(np.arange(count), len(files))
    file = file + np.where(rank == rank.max(initial=0), -count % len(files) // 2, 0)
    places: Floats = files[file] - np.column_stack([DISTANCE * rank, np.zeros(count)])
    return places
