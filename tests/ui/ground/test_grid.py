"""Squares are named as on a printed map."""

import pytest

from game.ui.ground import square_name
from game.ui.ground.grid import column_name


@pytest.mark.parametrize(
    ("point", "name"), [((0, 89.9), "A1"), ((35, 55), "D4"), ((119.9, 0.1), "L9"), ((0, 0.1), "A9")]
)
def test_letters_go_east_and_numbers_south(point, name):
    assert square_name(*point, height=90.0) == name


def test_wide_places_go_on_with_two_letters():
    assert [column_name(column) for column in (25, 26, 27, 52)] == ["Z", "AA", "AB", "BA"]
