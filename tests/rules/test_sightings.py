import numpy as np

from game.rules import senses, sightings
from tests.pictures import picture


def seen(world, act="throw"):
    """Note that every civilian does `act` now."""
    senses.sense(world)
    sightings.note(world, np.flatnonzero(world.people.civilian), act)
    return [(each.person, each.act, each.seen_by) for each in world.sightings]


def test_what_is_done_in_plain_sight_is_remembered_with_who_saw_it():
    world = picture("L.......c")
    assert seen(world) == [(0, "throw", "l")]
    (event,) = world.said
    assert (event.word, event.person, event.act, event.seen_by) == ("act_seen", 0, "throw", "l")
    assert world.sightings[0].event == event.id


def test_what_is_done_behind_a_wall_or_far_away_is_not_seen():
    assert seen(picture("L...#...c")) == []
    assert seen(picture("L" + "." * 45 + "c")) == []


def test_the_second_nearest_officer_may_have_the_free_view():
    world = picture("L.......\n........\n.##.....\n.#c.....\n........L"[:-1] + "A")
    assert [who for _, _, who in seen(world)] == ["a"]


def test_the_same_act_is_noted_again_only_after_ten_seconds():
    world = picture("L.......c")
    seen(world)
    world.tick = 290
    assert len(seen(world)) == 1
    assert len(seen(world, "burn_tyres")) == 2
    world.tick = 310
    assert len(seen(world)) == 2  # the latest of each
    assert sorted(each.tick for each in world.sightings) == [290, 310]


def watched(world, seconds):
    for _ in range(seconds):
        world.tick += 30
        sightings.watch(world)
    return len(world.sightings)


def test_who_stays_in_sight_is_not_forgotten():
    world = picture("L.......c")
    seen(world)
    assert watched(world, 200) == 1


def test_who_is_lost_from_sight_for_a_minute_is_lost_in_the_crowd():
    world = picture("L....#..c\n.........")
    world.people.position[0] = (4.5, 1.5)
    seen(world)
    world.people.position[0] = (8.5, 0.5)
    world.people.position[1] = (0.5, 0.5)
    world.people.position[0, 1], world.people.position[1, 1] = 1.5, 1.5
    world.senses = None
    senses.sense(world)
    assert watched(world, 55) == 1
    assert watched(world, 10) == 0


def test_pushing_the_line_is_seen_and_anger_is_not():
    world = picture("Lc.....")
    world.people.hostile[0] = True
    senses.sense(world)
    sightings.watch(world)
    assert world.sightings == []
    world.people.press[0] = 150.0
    sightings.watch(world)
    assert [(each.person, each.act) for each in world.sightings] == [(0, "press")]
