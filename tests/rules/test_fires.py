import numpy as np

from game.rules import fires
from game.rules.behaviours.go import Go
from game.rules.behaviours.protest import Protest
from game.world.things import Fire
from tests.crowds import live_for
from tests.pictures import picture


def enraged(drawing):
    world = picture(drawing, plans={"c": (Protest(),), "x": (Protest(),)})
    people, rows = world.people, np.flatnonzero(world.people.civilian)
    for feeling, value in (("anger", 1.0), ("trust", 0.0), ("unity", 0.8)):
        getattr(people, feeling)[rows] = getattr(people, f"{feeling}_base")[rows] = value
    people.stones[:] = 0
    people.arrives[:] = -fires.BROUGHT
    people.predisposition[rows], people.threshold[rows] = 0.9, 0.1
    return world


OPEN = "\n".join(["." * 24] * 5 + ["......c..........c......"] + ["." * 24] * 5)


def test_the_enraged_light_tyres_before_them_and_one_fire_a_minute():
    world = enraged(OPEN)
    live_for(world, 8)
    lit = [event for event in world.said if event.word == "fire_lit"]
    assert len(lit) == len(world.fires) == 1
    assert lit[0].actor == "supporter"
    world.fires[0].lit -= fires.APART
    live_for(world, 4)
    assert len(world.fires) == 2
    apart = np.hypot(*(world.fires[0].place - world.fires[1].place))
    assert apart > fires.ELSEWHERE - 2.0


def test_tyres_have_to_be_brought_first():
    world = enraged(OPEN)
    world.people.arrives[:] = 0
    live_for(world, 6)
    assert world.fires == []


def test_nobody_lights_tyres_at_a_wall_or_in_a_dense_crowd():
    for drawing in ("..c..", "\n".join(["cccccccc"] * 8)):
        world = enraged(drawing)
        live_for(world, 6)
        assert world.fires == []


def test_a_fire_burns_down():
    world = picture("......")
    world.fires.append(Fire(np.array([3.0, 0.5]), 0, 2.0, 0))
    live_for(world, 1.5)
    assert len(world.fires) == 1
    live_for(world, 1.0)
    assert world.fires == []


def test_people_walk_round_a_fire_and_get_there_unhurt():
    drawing = "\n".join(["............"] * 4 + ["cc.........Z", "cc.........Z"] + ["............"] * 4)
    world = picture(drawing, plans={"c": (Go("zona"),)})
    place = np.array([6.0, 5.0])
    world.fires.append(Fire(place, 0, 300.0, 0))
    nearest = 10.0
    for _ in range(150):
        live_for(world, 0.1)
        nearest = min(nearest, np.hypot(*(world.people.position - place).T).min())
    assert world.ground.zones["zona"].contains(world.people.position).all()
    assert nearest > 0.8
    assert not world.people.hurt.any()


def test_who_is_pushed_into_a_fire_is_burnt_and_told_of_once():
    world = picture("...c...")
    world.fires.append(Fire(world.people.position[0].copy(), 0, 300.0, 0))
    fires.burn(world)
    fires.burn(world)
    assert [(event.word, event.by, event.lies) for event in world.said] == [("hurt", "fire", False)]
