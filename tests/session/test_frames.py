import io
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.frames import Second, TornFramesError, chunk_places, opening, read_chunk, read_opening
from game.session.lattice import Lattice
from game.session.view import INSTRUCTOR, cast_of, view_of
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
    second = Second(view_of(world, cast_of(world), INSTRUCTOR, (), True, False), [], [])
    places = world.people.position + np.cumsum(moves, axis=0)
    present = np.arange(len(world.people)) % (np.arange(len(moves)) + 2)[:, None] > 0
    for place, there in zip(places, present, strict=True):
        second.add(LATTICE, place, world.people.heading, there)
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
    assert [unit["posture"] for unit in chunk.units] == [unit.posture for unit in world.units.values()]


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
