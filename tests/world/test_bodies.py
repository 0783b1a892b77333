import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.world import polygons
from game.world.bodies import FASTEST, Bodies, convex_parts
from game.world.ground import Ground
from game.world.world import TICK, World
from tests.pictures import picture, scene

CORNER = np.array([(5.0, 5.0), (9.0, 5.0), (9.0, 6.0), (6.0, 6.0), (6.0, 9.0), (5.0, 9.0)])  # an L


def push(world: World, force: tuple[float, float], seconds: float, hold: float = 0.0) -> Bodies:
    """Press everyone with the same force for a while."""
    bodies = Bodies.of(world)
    n = len(world.people)
    for _ in range(round(seconds / TICK)):
        bodies.step(world.people, np.tile(force, (n, 1)), np.full(n, hold))
    return bodies


def test_a_push_speeds_a_body_up_by_its_mass():
    world = picture("c...")
    push(world, (65.0, 0.0), 1.0)
    assert world.people.velocity[0] == pytest.approx([1.0, 0.0])
    assert world.people.position[0] == pytest.approx([0.5 + 0.5, 0.5], abs=0.02)


def test_feet_hold_against_a_push_they_can_bear_and_slide_under_a_greater_one():
    world = picture("c...")
    push(world, (119.0, 0.0), 1.0, hold=120.0)
    assert world.people.position[0].tolist() == [0.5, 0.5]
    push(world, (185.0, 0.0), 1.0, hold=120.0)
    assert world.people.velocity[0] == pytest.approx([1.0, 0.0])


def test_two_who_meet_are_told_as_a_pair_of_rows_with_their_force():
    world = scene({"c": np.array([[3.0, 0.5], [2.7, 0.5], [1.0, 0.5]])}, Ground((5.0, 1.0)))
    bodies = Bodies.of(world)
    for _ in range(60):
        bodies.step(world.people, np.array([[-100.0, 0.0], [100.0, 0.0], [0.0, 0.0]]), np.zeros(3))
    assert bodies.pairs.tolist() == [[0, 1]]
    assert bodies.impulse / TICK == pytest.approx([100.0], rel=0.05)


def test_a_wall_that_is_touched_is_told_as_nobody():
    world = picture("c#")
    bodies = push(world, (100.0, 0.0), 1.0)
    assert bodies.pairs.tolist() == [[-1, 0]]
    assert bodies.impulse / TICK == pytest.approx([100.0], rel=0.05)


def test_who_is_not_there_touches_nothing_and_stays_put():
    world = picture("cc..")
    world.people.position[1] = [0.9, 0.5]
    world.people.present[1] = False
    bodies = push(world, (65.0, 0.0), 1.0)
    assert world.people.position[1].tolist() == [0.9, 0.5]
    assert world.people.velocity[1].tolist() == [0.0, 0.0]
    assert len(bodies.pairs) == 0


def test_who_arrives_is_bumped_into():
    world = picture("cc..")
    world.people.present[1] = False
    bodies = push(world, (0.0, 0.0), 0.1)
    world.people.present[1] = True
    for _ in range(60):
        bodies.step(world.people, np.array([[65.0, 0.0], [0.0, 0.0]]), np.zeros(2))
    assert world.people.position[1, 0] > 1.6


def test_nobody_on_foot_is_shot_away():
    world = picture("c" + 40 * ".")
    push(world, (1e5, 0.0), 0.5)
    assert np.hypot(*world.people.velocity[0]) <= FASTEST * (1.0 + 1e-12)


def test_bodies_built_alike_go_on_bit_for_bit_alike():
    ends = []
    for _ in range(2):
        world = picture("cccc\ncccc\ncccc", cell=0.4)
        bodies = push(world, (150.0, 40.0), 2.0, hold=30.0)
        ends.append((world.people.position.tobytes(), bodies.pairs.tobytes(), bodies.impulse.tobytes()))
    assert ends[0] == ends[1]


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1), st.integers(2, 60), st.floats(0.0, 250.0))
def test_a_press_in_a_corner_leaves_everyone_in_the_open(seed, count, force):
    rng = np.random.default_rng(seed)
    ground = Ground((10.0, 10.0), (CORNER,))
    start = ground.nearest_stand(rng.uniform(0.5, 9.5, (count, 2)), 0.2)
    world = scene({"c": start}, ground)
    bodies, way = Bodies.of(world), rng.uniform(0.0, 2.0 * np.pi)
    for _ in range(60):
        toward = np.tile(force * np.array([np.cos(way), np.sin(way)]), (count, 1))
        toward -= 65.0 / 0.5 * world.people.velocity
        bodies.step(world.people, toward, np.zeros(count))
        place, radius = world.people.position, world.people.radius
        assert np.isfinite(place).all()
        assert (polygons.signed_distance(CORNER, place) > radius - 0.05).all()
        assert ((place > 0.13) & (place < 9.87)).all()


@pytest.mark.parametrize("turned", [1, -1])
def test_a_dented_house_is_solid_where_it_is_and_open_in_its_dent(turned):
    parts = convex_parts(CORNER[::turned])
    asked = np.random.default_rng(0).uniform(4.0, 10.0, (2000, 2))
    inside = np.any([polygons.contains(part, asked) for part in parts], axis=0)
    assert (inside == polygons.contains(CORNER, asked)).all()
