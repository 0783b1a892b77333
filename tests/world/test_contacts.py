import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.world.contacts import by_rows, met
from game.world.people import NOBODY

PEOPLE = 6
MEETINGS = st.lists(
    st.tuples(st.integers(NOBODY, PEOPLE - 1), st.integers(0, PEOPLE - 1), st.sampled_from([0.5, 1.0, 2.0])),
    max_size=40,
    unique_by=lambda each: (each[0], each[1], each[2]) if each[0] == NOBODY else each[:2],
)


def test_contacts_are_told_by_rows_and_not_by_where_bodies_lie_in_memory():
    known, row_of = np.array([16, 48, 80, 2**63], np.uintp), np.array([2, 0, 1, NOBODY])
    ids = np.array([80, 16, 999, 48, 16, 48], np.uintp)  # nobody is called 999: a wall
    given = np.array([[3.0, 4.0], [0.0, -2.0], [1.0, 0.0]])
    pairs, impulse = met(ids, given, known, row_of)
    assert pairs.tolist() == [[NOBODY, 0], [0, 2], [1, 2]]
    assert impulse.tolist() == [2.0, 1.0, 5.0]


@given(MEETINGS)
def test_whoever_meets_several_walls_in_a_corner_tells_the_least_push_first(meetings):
    pairs = np.array([each[:2] for each in meetings], np.int64).reshape(-1, 2)
    impulse = np.array([each[2] for each in meetings], np.float64)
    order = by_rows(pairs, impulse, PEOPLE + 1)
    assert [meetings[k] for k in order] == sorted(meetings)
