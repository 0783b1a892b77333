import numpy as np
import pytest

from game.world.ground import Ground, Zone
from tests.pictures import box, picture

WALLED = """
    .......#.......
    .......#.......
    c......#.....Z.
    .......#.......
    ...............
"""


def follow(field, place: np.ndarray, step: float = 0.1) -> np.ndarray:
    """The way walked from `place` (2,) until the goal."""
    way = [place]
    while field.distance(way[-1][None])[0] > step and len(way) < 1000:
        way.append(way[-1] + step * field.way(way[-1][None])[0])
    return np.array(way)


def test_in_the_open_one_walks_straight():
    ground = Ground((30.0, 20.0))
    field = ground.field_to_point(np.array([25.0, 10.0]))
    start = np.array([[3.0, 4.0], [15.0, 18.0], [28.0, 2.0]])
    straight = np.array([25.0, 10.0]) - start
    length = np.hypot(*straight.T)
    assert field.distance(start) == pytest.approx(length, rel=0.05, abs=0.4)
    assert np.einsum("ij,ij->i", field.way(start), straight / length[:, None]).min() > 0.98


def test_a_wall_is_walked_round_without_touching_it():
    world = picture(WALLED)
    field = world.ground.field_to_zone("zona")
    walked = follow(field, world.people.position[0])
    assert world.ground.clearance(walked).min() > 0.1
    round_the_corner = np.hypot(6.5, 1.5) + 1.0 + np.hypot(5.0, 1.5)
    assert 0.1 * len(walked) == pytest.approx(round_the_corner, rel=0.08)


def test_within_the_goal_the_distance_is_nothing_and_the_way_leads_on_to_its_middle():
    zone = Zone("alun", np.array([(4.0, 4.0), (12.0, 4.0), (12.0, 8.0), (4.0, 8.0)]))
    field = Ground((20.0, 20.0), (), {"alun": zone}).field_to_zone("alun")
    inside = np.array([[8.0, 4.6]])
    assert field.distance(inside).tolist() == [0.0]
    assert field.way(inside)[0] == pytest.approx([0.0, 1.0], abs=0.1)


def test_the_nearest_exit_is_taken():
    exits = {
        "barat": Zone("barat", np.array([(0.0, 4.0), (1.0, 4.0), (1.0, 6.0), (0.0, 6.0)])),
        "timur": Zone("timur", np.array([(19.0, 4.0), (20.0, 4.0), (20.0, 6.0), (19.0, 6.0)])),
    }
    ways = Ground((20.0, 10.0), (), {}, exits).field_to_exits().way(np.array([[6.0, 5.0], [14.0, 5.0]]))
    assert ways[:, 0] == pytest.approx([-1.0, 1.0], abs=0.01)


def test_no_way_leads_out_of_a_sealed_yard():
    world = picture("""
        .....#####
        .....#.c.#
        .Z...#####
    """)
    field = world.ground.field_to_zone("zona")
    assert np.isinf(field.distance(world.people.position)).all()
    assert field.way(world.people.position).tolist() == [[0.0, 0.0]]


def test_someone_squeezed_against_a_wall_still_knows_the_way():
    world = picture(WALLED)
    squeezed = np.array([[6.95, 2.5]])
    assert np.isfinite(world.ground.field_to_zone("zona").distance(squeezed)).all()
    assert world.ground.field_to_zone("zona").way(squeezed)[0, 1] < 0.0


def test_a_field_is_reckoned_once():
    ground = Ground((20.0, 10.0))
    assert ground.field_to_point(np.array([5.0, 5.0])) is ground.field_to_point(np.array([5.0, 5.0]))


def test_a_shut_exit_leads_nobody_to_it_and_all_shut_lead_nowhere():
    exits = {
        "barat": Zone("barat", np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 10.0], [0.0, 10.0]])),
        "timur": Zone("timur", np.array([[19.0, 0.0], [20.0, 0.0], [20.0, 10.0], [19.0, 10.0]])),
    }
    ground, here = Ground((20.0, 10.0), (), {}, exits), np.array([[6.0, 5.0]])
    assert ground.field_to_exits().way(here)[0, 0] < -0.9
    assert ground.field_to_exits(["barat"]).way(here)[0, 0] > 0.9
    nowhere = ground.field_to_exits(["barat", "timur"])
    assert np.isinf(nowhere.distance(here)).all()
    assert (nowhere.way(here) == 0.0).all()
    assert ground.field_to_exits(["barat"]) is ground.field_to_exits(["barat"])


def test_a_goal_right_behind_a_wall_is_walked_to_by_the_door():
    wall = (box(4.0, 0.0, 4.2, 6.0), box(4.0, 7.0, 4.2, 10.0))
    ground = Ground((8.0, 10.0), wall, zones={"tujuan": Zone("tujuan", box(4.2, 0.0, 8.0, 10.0))})
    way = ground.field_to_zone("tujuan").way(np.array([[3.9, 2.0]]))[0]
    assert way[1] > 0.9


def test_a_goal_right_behind_a_door_is_reached_through_the_door():
    posts = (
        np.array([(10.0, 0.0), (10.2, 0.0), (10.2, 4.5), (10.0, 4.5)]),
        np.array([(10.0, 5.5), (10.2, 5.5), (10.2, 10.0), (10.0, 10.0)]),
    )
    beyond = {"luar": Zone("luar", np.array([(10.2, 0.0), (13.0, 0.0), (13.0, 10.0), (10.2, 10.0)]))}
    ground = Ground((13.0, 10.0), posts, beyond)
    for y in (4.2, 4.45, 5.6, 5.8):  # close to the wall, beside the door
        walked = follow(ground.field_to_zone("luar"), np.array([9.75, y]))
        assert len(walked) < 30
        assert ground.clearance(walked).min() > 0.0
