import numpy as np

from game.rules import keeping
from game.world.ground import Zone
from game.world.world import World
from tests.parade import block, ground

SHAPE = np.array([(2.0, 2.0), (6.0, 2.0), (6.0, 6.0), (2.0, 6.0)])


def with_post(**marks: list[tuple[int, int]]) -> World:
    world = ground(30, 20, P=block(10, 8, 4), **marks)
    world.ground.zones[keeping.POST] = Zone(keeping.POST, SHAPE)
    return world


def test_those_kept_at_the_post_have_room_of_their_own():
    world = with_post(c=block(12, 2, 6, 2), b=block(3, 3, 2))
    kept: list[int] = []
    for person in range(12):
        world.people.haven[person] = keeping.free_place(world, keeping.POST, person, kept)
        kept.append(person)
    places = world.people.haven[kept]
    apart = np.hypot(*(places[:, None] - np.concatenate([places, world.people.position[12:14]])).transpose(2, 0, 1))
    assert world.ground.zones[keeping.POST].contains(places).all()
    assert np.sort(apart, axis=1)[:, 1].min() >= keeping.APART - 1e-9


def test_who_finds_the_post_full_stays_where_they_are():
    world = with_post(c=block(2, 2, 5, 5), b=[(15, 15)])
    place = keeping.free_place(world, keeping.POST, 25, [])
    assert place.tolist() == world.people.position[25].tolist()


def test_without_a_post_a_unit_keeps_people_behind_its_ranks_and_not_in_a_wall():
    world = ground(30, 20, P=block(10, 8, 4), wall=block(7, 8, 4))
    unit = world.units["p"]
    place = keeping.place_for(world, unit)
    assert place[0] < unit.centre[0] - 1.0
    assert world.ground.stands(place[None], unit.type.radius)[0]
    world.people.position[unit.rows[0]] = place
    assert keeping.brought(world, unit, int(unit.rows[0]))
    assert not keeping.brought(world, unit, int(unit.rows[3]))
