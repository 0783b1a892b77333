import dataclasses

import numpy as np
import pytest

from game.level.build import build
from game.level.read import read_level
from game.paths import LEVELS
from game.world.people import NOBODY
from game.world.world import TICKS_PER_SECOND
from tests.small_level import LEVEL, write


@pytest.fixture(scope="module")
def level():
    return read_level(LEVELS / "kantor-kpu-pagi.yaml")


@pytest.fixture(scope="module")
def world(level):
    return build(level, 1)


def test_everyone_is_a_row_from_the_first_tick(level, world):
    crowd = sum(group.count for group in level.crowd.values())
    officers = sum(world.catalogue.units[unit.type].strength for unit in level.units.values())
    assert len(world.people) == crowd + officers
    assert int(world.people.civilian.sum()) == crowd
    assert np.all((world.people.group == NOBODY) == (world.people.role == NOBODY))


def test_each_row_belongs_to_one_group_or_unit(world):
    rows = [group.rows for group in world.groups] + [unit.rows for unit in world.units.values()]
    assert np.array_equal(np.sort(np.concatenate(rows)), np.arange(len(world.people)))
    for index, unit in enumerate(world.units.values()):
        assert unit.index == index
        assert np.all(world.people.unit[unit.rows] == index)


def test_nobody_stands_in_a_wall_or_in_anyone_else(world):
    people = world.people
    assert np.all(world.ground.stands(people.position, 0.17))
    apart = np.hypot(*(people.position[:, None] - people.position[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    assert np.all(apart >= people.radius[:, None] + people.radius[None] - 1e-9)


def test_groups_stand_where_the_author_put_them(world):
    for group, zones in (("pendukung", ["jalan-timur"]), ("korlap", ["jalan-timur"]), ("warga", ["trotoar-utara"])):
        rows = next(each.rows for each in world.groups if each.name == group)
        inside = [world.ground.zones[zone].contains(world.people.position[rows]) for zone in zones]
        assert np.any(inside, axis=0).all()


def test_units_stand_in_formation_with_their_front_in_the_zone(world):
    unit = world.units["da1"]
    assert np.allclose(world.people.position[unit.rows], world.people.slot[unit.rows])
    assert np.allclose(unit.centre, world.ground.zones["gerbang"].centre)
    assert np.allclose(world.people.position[unit.rows][:, 0].max(), unit.centre[0])
    assert unit.label == "DA1"
    assert np.all(world.people.brace[unit.rows] == unit.type.brace["siap"])


def test_dispositions_lie_where_the_role_says(world):
    people, roles = world.people, world.catalogue.roles
    for index, role in enumerate(roles):
        rows = people.role == index
        for trait in ("predisposition", "risk_aversion", "expressiveness", "openness", "radius"):
            span = getattr(role, trait)
            assert np.all((getattr(people, trait)[rows] >= span.low) & (getattr(people, trait)[rows] <= span.high))
        for trait in ("free_speed", "threshold", "mass"):
            spread = getattr(role, trait)
            assert np.all((getattr(people, trait)[rows] >= spread.low) & (getattr(people, trait)[rows] <= spread.high))


def test_the_level_overrides_the_mood_of_a_role(world):
    assert np.all(world.people.anger[world.of_group("pendukung")] == 0.25)
    assert np.all(world.people.trust[world.of_group("pendukung")] == 0.70)
    assert np.all(world.people.anger_base[world.of_group("warga")] == 0.10)


def test_the_same_seed_builds_the_same_world_and_another_another(level):
    first, again, other = build(level, 5).people, build(level, 5).people, build(level, 6).people
    for field in dataclasses.fields(first):
        assert np.array_equal(getattr(first, field.name), getattr(again, field.name))
    assert not np.array_equal(first.position, other.position)


def test_who_arrives_later_is_a_row_that_is_not_there_yet(tmp_path):
    late = LEVEL.replace("in: barat", "in: timur, arrives: {at: 10s, spread: 20s}")
    people = build(read_level(write(tmp_path, late)), 1).people
    crowd = people.civilian
    assert not people.present[crowd].any()
    assert people.present[~crowd].all()
    assert np.all((people.arrives[crowd] >= 10 * TICKS_PER_SECOND) & (people.arrives[crowd] <= 30 * TICKS_PER_SECOND))


def test_a_crowd_at_the_limit_of_a_zone_still_finds_places(tmp_path):
    packed = LEVEL.replace("in: barat", "in: tengah").replace("count: 10", "count: 560")
    world = build(read_level(write(tmp_path, packed)), 1)
    crowd = world.people.position[world.people.civilian]
    assert len(np.unique(crowd, axis=0)) > 500
    assert np.isfinite(crowd).all()
