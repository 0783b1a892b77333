"""The scene that engines are compared in: a crowd in a room of 60 × 60 m, close before a door of 10 m, walks out."""

import math

import numpy as np

from game.bench.ground import world_of
from game.world.people import NOBODY, Ints
from game.world.world import World

ROOM = 60.0  # m, each side; issue 4, "Fast"
DOOR = (25.0, 35.0)  # m, from and to along the wall: 10 m; the same
THICK = 0.4  # m of the wall with the door; guess
OUT = (62.0, 66.0)  # m, from and to: whoever comes so far has left; guess
DENSITY = 3.0  # people per m² at the start; issue 4, "Fast"
OFFICERS = 10  # the negotiators, for an exercise has a unit; doctrine.md 2.2
MARGIN = 0.5  # m between the crowd and the walls at the start; guess

EXERCISE = """
format: 1
title: {{id: Uji kecepatan, en: Speed test}}
brief: {{id: Kerumunan keluar lewat satu pintu., en: A crowd leaves by one door.}}
best: {{threat: 1}}
place: bench
starts: "09:00"
doctrine: polri2025
seed: 1
provenance: {{based_on: none, numbers: guess}}
crowd:
  orang: {{role: walker, count: {people}, in: ruang, plan: [leave]}}
seats:
  kapolres: {{rank: kapolres, commands: all, played_by: trainee}}
units:
  ne1: {{type: negosiator, agency: polres, at: pos, facing: 90, formation: {{bersaf: {{ranks: 2}}}}}}
start: aman
phases:
  aman: {{next: [{{to: end, when: {{group_gone: {{group: orang}}}}}}]}}
"""
PLACE = """
format: 1
title: {{id: Ruang uji, en: Test room}}
size: [{out}, 66]
buildings:
  selatan: {{shape: [[{room}, 0], [{wall}, {low}]]}}
  utara: {{shape: [[{room}, {high}], [{wall}, {room}]]}}
  tembok: {{shape: [[0, {room}], [{out}, 61]]}}
zones:
  ruang: {{shape: [[{west}, {south}], [{east}, {north}]]}}
  pos: {{shape: [[0, 61.5], [30, 66]]}}
exits:
  keluar: {{shape: [[{leaves}, 0], [{out}, {room}]]}}
"""


def crowd_at_the_door(people: int) -> World:
    """`people` (at most 10,000), the officers among them: at 3 /m², twice as wide as deep as far as the room goes."""
    walkers = people - OFFICERS
    area = walkers / DENSITY
    width = min(ROOM - 2 * MARGIN, math.sqrt(2.0 * area))
    depth = min(ROOM - 2 * MARGIN, area / width)
    place = PLACE.format(
        room=ROOM, wall=ROOM + THICK, low=DOOR[0], high=DOOR[1], leaves=OUT[0], out=OUT[1],
        south=(ROOM - width) / 2, north=(ROOM + width) / 2, west=ROOM - MARGIN - depth, east=ROOM - MARGIN,
    )  # fmt: skip
    return world_of(EXERCISE.format(people=walkers), place)


def crowd_of(world: World) -> Ints:
    """Rows of those who walk out; the others are the few officers that an exercise must have, behind a wall."""
    return np.flatnonzero(world.people.unit == NOBODY)
