import io
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.frames import Second, TornFramesError, chunk_places, opening, read_chunk, read_opening
from game.session.lattice import Lattice
from game.session.view import INSTRUCTOR, cast_of, view_of
from game.world.air import Jet, Missiles
from game.world.crush import Crush
from game.world.custody import Arrest, Sighting
from game.world.talks import Promise, Talks
from game.world.things import Fire
from tests.pictures import picture

LATTICE = Lattice.over((60.0, 40.0))
SQUARE = """
    cc...b...LL
    ccx..b..NAA
"""


@pytest.fixture(scope="module")
def world():
    return picture(SQUARE)


def second_of(world, moves):
    """A second in which people move by `moves` (f, n, 2) m, and where they were in each frame."""
    second = Second(view_of(world, cast_of(world), INSTRUCTOR, (), True, False))
    places = world.people.position + np.cumsum(moves, axis=0)
    present = np.arange(len(world.people)) % (np.arange(len(moves)) + 2)[:, None] > 0
    for place, there in zip(places, present, strict=True):
        second.add(LATTICE, place, world.people.heading, there, world.missiles)
    return second, places, present


@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
def test_a_second_comes_back_as_it_was_seen(seed, count):
    world = picture(SQUARE)
    moves = np.random.default_rng(seed).normal(0.0, 2.0, (count, len(world.people), 2))
    second, places, present = second_of(world, moves)
    chunk = read_chunk(second.packed()[4:], len(world.people), LATTICE)
    inside = np.clip(places, -10.0, LATTICE.corner + 655.35)
    assert chunk.position == pytest.approx(inside, abs=0.00501)
    assert np.array_equal(chunk.present, present)
    assert chunk.mood[0] == pytest.approx(world.people.anger, abs=0.002)
    assert np.array_equal(chunk.act, world.people.act)
    assert [unit["posture"] for unit in chunk.head.units] == [unit.posture for unit in world.units.values()]


def busy_square():
    """A square on which everything happens that a recording keeps."""
    world = picture(SQUARE)
    world.people.hurt[0] = world.people.treated[1] = True
    world.people.custody[2] = 0
    world.missiles = Missiles(
        np.array([[3.0, 1.0, 2.0], [4.0, 1.0, 1.0]]),
        np.array([[9.0, 0.0, 4.0]] * 2),
        np.zeros(2, int),
        np.zeros(2, int),
    )
    world.fires = [Fire(np.array([5.0, 1.5]), 30, 60.0, 1)]
    world.jets = {"a": Jet(np.array([4.0, 1.0]), "diffuse", np.array([9.0, 1.0]), 3)}
    world.sightings = [Sighting(2, "jeer", 60, "a", 4)]
    world.exits_shut = ["keluar"]
    world.gates_shut, world.gates_broken = ["gerbang"], ["pagar"]
    world.crushes = [Crush(np.array([1.0, 2.0]), 30, 90, "grave", 12, 6.4, ["density"], told=True)]
    world.people.density[:3], world.people.pressure[1], world.people.contact_force[2] = 5.45, 0.04, 1300.0
    world.arrests = [Arrest(2, "a", "Bripka Arun", "kapolres", 90, "jeer", 60, "a")]
    world.talks = Talks(0, ("hear_us", "recount"), ("shields_first",), {"hear_us": "kpu"}, standing="open", unit="n")
    world.talks.heard = ["recount"]
    world.talks.promises = [Promise("delegation", "5", "kapolres", 90, 900, np.arange(3), 7)]
    return world


def test_what_else_is_seen_on_the_square_comes_back_as_it_was():
    world = busy_square()
    second, _, _ = second_of(world, np.zeros((2, len(world.people), 2)))
    seen, chunk = second.first, read_chunk(second.packed()[4:], len(world.people), LATTICE)
    for name in ("hurt", "treated", "custody"):
        assert np.array_equal(getattr(chunk, name), getattr(seen, name)), name
    for name in ("talks", "arrests"):
        assert getattr(chunk.head, name) == getattr(seen, name), name
    for name in ("jets", "marks", "exits_shut", "crushes", "gates_shut", "gates_broken"):
        assert getattr(chunk.head, name) == getattr(seen.scene, name), name
    assert chunk.head.fires == [(5.0, 1.5)]
    assert chunk.head.crushes[0].density == 6.4
    assert chunk.crowding[0] == pytest.approx(seen.crowding.density, abs=0.026)
    assert chunk.crowding[1] == pytest.approx(seen.crowding.pressure, abs=0.0006)
    assert chunk.crowding[2] == pytest.approx(seen.crowding.force, abs=10.1)
    assert [flying[:, :3].tolist() for flying in chunk.flying] == [seen.scene.thrown.tolist()] * 2


def test_what_nobody_has_been_told_of_the_talks_is_in_no_view():
    world = busy_square()
    for seat in ("kapolres", INSTRUCTOR):
        talks = view_of(world, cast_of(world), seat, (), True, False).talks
        assert (talks.demands, talks.red_lines) == (("recount",), ())


def test_a_leap_across_the_whole_ground_comes_back_exactly(world):
    moves = np.zeros((3, len(world.people), 2))
    moves[1], moves[2] = 600.0, -600.0
    second, places, _ = second_of(world, moves)
    chunk = read_chunk(second.packed()[4:], len(world.people), LATTICE)
    assert chunk.position == pytest.approx(places, abs=0.00501)


def test_chunks_are_found_up_to_a_torn_one(world):
    second, _, _ = second_of(world, np.zeros((2, len(world.people), 2)))
    content = opening({"people": 3}) + second.packed() * 3
    for cut, whole, torn in ((0, 3, False), (1, 2, True), (len(second.packed()) - 2, 2, True)):
        file = io.BytesIO(content[: len(content) - cut])
        assert read_opening(file) == {"people": 3}
        places, left_over = chunk_places(file, len(content) - cut)
        assert (len(places), left_over) == (whole, torn)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_chunk_are_refused(content):
    for block in (content, zlib.compress(content)):
        with pytest.raises(TornFramesError):
            read_chunk(block, 5, LATTICE)


@given(st.binary(max_size=60))
def test_bytes_that_are_no_opening_are_refused(content):
    for start in (content, b"SPKF\x01\x00" + content):
        with pytest.raises(TornFramesError):
            read_opening(io.BytesIO(start))
