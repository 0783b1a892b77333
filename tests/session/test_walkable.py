import numpy as np
import pedpy
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from game.level.place import Building, Place, Wall, Zone
from game.level.read import read_level
from game.paths import LEVELS
from game.session.walkable import holes, walkable
from game.world.quantities import Text

SIDE = 20.0  # m
EXITS = {"timur": Zone(shape=np.array([[18.0, 8.0], [20.0, 8.0], [20.0, 12.0]]))}


def place(buildings, walls):
    return Place(
        format=1,
        title=Text("Kecil", "Small"),
        size=[SIDE, SIDE],
        buildings={str(i): Building(shape=np.array(shape)) for i, shape in enumerate(buildings)},
        walls=[Wall(kind="wall", line=np.array(line)) for line in walls],
        exits=EXITS,
    )


def block(x, y, width, height):
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def test_every_obstacle_of_the_shipped_square_is_a_hole():
    square = read_level(LEVELS / "kantor-kpu-pagi.yaml").place
    area = pedpy.WalkableArea(walkable(square)).polygon
    closed = shapely.union_all([shapely.Polygon(shape) for shape in square.obstacles])
    truly = shapely.box(0, 0, *square.size).difference(closed)
    assert len(area.interiors) == len(square.obstacles)
    assert truly.difference(area).area < 0.01
    assert area.difference(truly).area < 2.0  # m², the cracks at the corners of walls


def test_a_wall_that_turns_is_a_hole_for_each_piece():
    assert len(holes(place([], [[(4.0, 4.0), (10.0, 4.0), (10.0, 10.0)]]))) == 2


def test_of_two_buildings_that_overlap_the_larger_is_a_hole():
    (hole,) = holes(place([block(2, 2, 3, 3), block(4, 4, 8, 8)], []))
    assert hole.tolist() == [list(corner) for corner in block(4, 4, 8, 8)]


def test_a_building_within_another_is_no_hole_of_its_own():
    assert len(holes(place([block(2, 2, 10, 10), block(4, 4, 2, 2)], []))) == 1


sides = st.integers(0, 16)
blocks = st.builds(block, sides, sides, st.integers(1, 4), st.integers(1, 4))
lines = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=2, max_size=4)


@settings(max_examples=60)
@given(st.lists(blocks, max_size=5), st.lists(lines, max_size=4))
def test_whatever_stands_on_a_square_its_area_is_valid_and_holds_nothing_free(buildings, walls):
    square = place(np.array(buildings, dtype=float).reshape(-1, 4, 2), [np.array(line, float) for line in walls])
    area = pedpy.WalkableArea(walkable(square)).polygon
    free = shapely.box(0, 0, SIDE, SIDE).difference(
        shapely.union_all([shapely.Polygon(shape).buffer(0) for shape in square.obstacles])
    )
    assert area.is_valid
    assert free.difference(area).area < 0.05
