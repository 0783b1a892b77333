"""A square on which people talk, and what the Kapolres sees of it: Views for those who command by them."""

from dataclasses import replace

import numpy as np

from game.session.dealings import TalksView
from game.session.scene import Mark
from game.session.view import Meters, cast_of, view_of
from tests.pictures import picture

GATE = """
    A.............cc
    A..N..........cc
    A.............cc
"""
TALKS = TalksView(
    korlap=0,
    standing="none",
    since=0.0,
    unit="",
    demands=(),
    red_lines=(),
    crossed=(),
    asked=(),
    granted=(),
    denied=(),
    refused=(),
    counter="",
    promises=(),
    delegates=(),
    stage="",
    rooms=("ruang-pleno",),
    received=0,
)


def watcher():
    """Gives a function of second and threat to a View; `talks` is what is known of the conversation, or None."""
    world = picture(GATE)
    view = view_of(world, cast_of(world), "kapolres", (), aids=True, over=False)
    units = tuple(replace(unit, orders=CAN[unit.type]) for unit in view.units)

    def at(seconds=10.0, threat=1, talks=None, **changes):
        meters = Meters(trust=70.0, tension=20.0, threat=threat, force=1)
        known = None if talks is None else replace(TALKS, **talks)
        tick = round(30 * seconds)
        return replace(view, seconds=seconds, tick=tick, meters=meters, talks=known, **({"units": units} | changes))

    return at


CAN = {"negosiator": ("warn", "negotiate", "escort"), "dalmas_awal": ("warn", "arrest", "treat")}


def unit_of(view, kind):
    """The only unit of that type."""
    (unit,) = (unit for unit in view.units if unit.type == kind)
    return unit


def marked(view, row, act="throw", seconds=5.0):
    """The same view after the person of `row` was seen at `act` so many seconds ago."""
    mark = Mark(row, act, view.tick - round(30 * seconds))
    return replace(view, scene=replace(view.scene, marks=(*view.scene.marks, mark)))


def hurt(view, row, lies=True):
    """The same view with that person hurt."""
    who = np.zeros(len(view.present), dtype=bool)
    who[row] = True
    return replace(view, hurt=view.hurt | who, fallen=view.fallen | (who & lies))
