import numpy as np
import pytest

from game.world.ground import Ground, Zone
from game.world.people import Floats
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import picture, scene, walk

EAST = np.array([1.34, 0.0])  # m/s


def spread(rng: np.random.Generator, count: int, low: tuple[float, float], high: tuple[float, float]) -> Floats:
    """(count, 2) m, no two nearer than half a metre."""
    placed: list[Floats] = []
    while len(placed) < count:
        place = rng.uniform(low, high)
        if all(np.hypot(*(place - other)) > 0.5 for other in placed):
            placed.append(place)
    return np.array(placed)


def moved(world: World, start: Floats) -> Floats:
    return np.hypot(*(world.people.position - start).T)


def test_alone_one_walks_as_fast_as_asked():
    world = picture("c" + 20 * ".")
    world.people.way[0] = EAST
    for _ in walk(world, 5.0):
        pass
    assert world.people.velocity[0] == pytest.approx(EAST, rel=1e-3)
    assert world.people.heading[0] == pytest.approx(0.0, abs=0.01)


def test_a_standing_crowd_stands_still():
    world = picture("ccccc\nccccc\nccccc", cell=0.7)
    start = world.people.position.copy()
    for _ in walk(world, 5.0):
        pass
    assert moved(world, start).max() == 0.0


@pytest.mark.parametrize("seed", range(10))
def test_two_head_on_in_a_corridor_never_touch(seed):
    rng = np.random.default_rng(seed)
    west, east = rng.uniform(0.5, 2.5, 2)
    world = scene({"c": np.array([[1.0, west], [15.0, east]])}, Ground((16.0, 3.0)))
    world.people.way[:] = EAST, -EAST
    world.tick = seed
    for _ in walk(world, 9.0):
        assert len(world.bodies.pairs) == 0
    assert world.people.position[0, 0] > 10.0
    assert world.people.position[1, 0] < 6.0


def test_fifty_against_fifty_hardly_touch():
    rng = np.random.default_rng(1)
    ground = Ground((20.0, 10.0))
    crowds = spread(rng, 50, (0.5, 0.4), (9.5, 9.6)), spread(rng, 50, (10.5, 0.4), (19.5, 9.6))  # 0.5 /m²
    world = scene({"c": np.vstack(crowds)}, ground)
    people, side = world.people, np.repeat([1.0, -1.0], 50)
    people.way[:, 0] = side * np.clip(rng.normal(1.34, 0.26, 100), 0.5, 2.2)
    touching = there = 0
    for _ in walk(world, 16.0):
        people.present &= np.where(side > 0, people.position[:, 0] < 19.0, people.position[:, 0] > 1.0)
        touching += len(np.unique(world.bodies.pairs[world.bodies.pairs[:, 0] >= 0]))
        there += int(people.present.sum())
    assert touching < 0.05 * there
    assert np.median(side * (people.position[:, 0] - 10.0)) > 7.0  # and they are through


def corridor_between_two_rooms() -> Ground:
    """Two rooms of 6 x 6 m and 8 m of corridor 2 m wide."""
    south, north = np.array([(6, 0), (14, 0), (14, 2), (6, 2.0)]), np.array([(6, 4), (14, 4), (14, 6), (6, 6.0)])
    east, west = np.array([(18, 0), (20, 0), (20, 6), (18, 6.0)]), np.array([(0, 0), (2, 0), (2, 6), (0, 6.0)])
    return Ground((20.0, 6.0), (south, north), {"timur": Zone("timur", east), "barat": Zone("barat", west)})


def two_streams(count: int, seed: int) -> tuple[World, Floats]:
    """`count` in each of the two rooms, and (n,) 1 for who is bound for the east, -1 for the west."""
    rng, ground = np.random.default_rng(seed), corridor_between_two_rooms()
    world = scene(
        {"c": np.vstack([spread(rng, count, (0.4, 0.4), (5.6, 5.6)), spread(rng, count, (14.4, 0.4), (19.6, 5.6))])},
        ground,
    )
    world.people.radius[:] = rng.uniform(0.18, 0.22, 2 * count)
    return world, np.repeat([1.0, -1.0], count)


def go_on(world: World, side: Floats) -> None:
    people, zones = world.people, world.ground.zones
    ways = [world.ground.field_to_zone(name).way(people.position) for name in ("timur", "barat")]
    people.way = 1.34 * np.where(side[:, None] > 0, *ways)
    people.present &= ~np.where(
        side > 0, zones["timur"].contains(people.position), zones["barat"].contains(people.position)
    )


@pytest.mark.parametrize("seed", range(3))
def test_two_streams_get_through_a_corridor_that_neither_fills_alone(seed):
    world, side = two_streams(30, seed)
    for _ in walk(world, 60.0):
        go_on(world, side)
        if not world.people.present.any():
            break
    assert not world.people.present.any()


def test_who_squeezes_past_turns_a_shoulder_and_walks_on_broad():
    world, side = two_streams(30, 0)
    people, narrow = world.people, np.zeros(60, dtype=bool)
    for _ in walk(world, 40.0):
        go_on(world, side)
        narrow |= people.half_width < 0.15
    alone = scene({"c": people.position[:1]}, world.ground)
    alone.people.turned[0], alone.people.way[0] = 0.05, EAST
    for _ in walk(alone, 0.2):
        pass
    assert narrow.sum() > 20
    assert alone.people.half_width == alone.people.radius


def test_who_follows_goes_at_the_leaders_pace_and_keeps_off():
    world = scene({"c": np.column_stack([np.arange(6) * 0.9 + 1.0, np.full(6, 0.4)])}, Ground((40.0, 0.8)))
    world.people.way[:] = EAST
    world.people.way[5] = 0.6, 0.0
    places = np.array([world.people.position.copy() for _ in walk(world, 20.0)])
    along = places[:, :, 0]
    pace = (along[-1] - along[-300]) / 299 * TICKS_PER_SECOND  # of the last ten seconds
    assert pace == pytest.approx(np.full(6, 0.6), abs=0.1)
    assert np.hypot(*np.moveaxis(np.diff(places, axis=1), -1, 0)).min() > 0.5  # m: they never run into each other
    assert np.diff(along[-300:], axis=1).max() < 1.1  # m: bodies, the gap kept, half a second of way, and some sway


def test_a_crowd_that_stands_lets_one_through_and_closes_no_ranks():
    rng = np.random.default_rng(3)
    stands = spread(rng, 60, (4, 0.3), (12, 4.7))  # 1.5 /m²
    world = scene({"c": np.vstack([[[1.0, 2.5]], stands])}, Ground((20.0, 5.0)))
    start = world.people.position.copy()
    world.people.way[0] = EAST
    for _ in walk(world, 25.0):
        if world.people.position[0, 0] > 14.0:
            break
    assert world.people.position[0, 0] > 14.0
    assert moved(world, start)[1:].max() < 1.0


def test_a_crowd_gets_through_a_door_at_a_crowds_rate():
    post, rest = np.array([(8, 0), (8.4, 0), (8.4, 2.5), (8, 2.5)]), np.array([(8, 3.5), (8.4, 3.5), (8.4, 6), (8, 6)])
    ground = Ground((14.0, 6.0), (post, rest), {"luar": Zone("luar", np.array([(12, 0), (14, 0), (14, 6), (12, 6.0)]))})
    rng = np.random.default_rng(0)
    world = scene({"c": spread(rng, 60, (2.5, 0.4), (7.5, 5.6))}, ground)
    people, out = world.people, ground.field_to_zone("luar")
    passed = []
    for _ in walk(world, 60.0):
        people.way = 1.34 * out.way(people.position)
        passed.append(int((people.position[:, 0] > 8.4).sum()))
        people.present &= people.position[:, 0] < 12.5
        if passed[-1] == len(people):
            break
    early, late = np.searchsorted(passed, [6, 51])
    flow = 45.0 / ((late - early) / TICKS_PER_SECOND)
    assert 1.5 < flow < 2.77  # p/s at 1 m; crowd-model.md 1.4
    assert passed[-1] == len(people)


def test_officers_in_place_face_as_their_unit_does_and_stand():
    world = picture(
        """
        L..
        L..
        L..
    """,
        facing={"L": 0.0},
    )
    people, start = world.people, world.people.position.copy()
    people.heading[:] = 2.0
    for _ in walk(world, 2.0):
        pass
    assert people.heading == pytest.approx(np.zeros(3), abs=1e-6)
    assert moved(world, start).max() == 0.0


def test_a_rank_marches_abreast():
    world = picture("L" + 15 * ".\nL" + 15 * ".\nL" + 15 * ".", cell=0.8)
    world.people.way[:] = 1.12, 0.0
    for _ in walk(world, 6.0):
        pass
    assert np.ptp(world.people.position[:, 0]) < 0.1  # they start within a tenth of a second of each other
    assert world.people.position[:, 0].mean() == pytest.approx(0.4 + 6.0 * 1.12, abs=0.7)


def test_who_lies_stays_where_he_fell():
    world = picture("cc....")
    world.people.way[:] = EAST
    world.people.fallen[1] = True
    for _ in walk(world, 3.0):
        pass
    assert world.people.position[1] == pytest.approx([1.5, 0.5], abs=0.02)
