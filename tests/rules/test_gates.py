import copy

import numpy as np
import pytest

from game.rules import contact, gates
from game.rules.advance import advance
from game.rules.commands.close_gate import CloseGate
from game.rules.commands.open_gate import OpenGate
from game.rules.commands.set_gate import SetGate
from game.rules.gates import GateOpened, GateShut, GaveWay
from game.world import state
from game.world.gates import Gate
from game.world.ground import Ground, Zone
from game.world.quantities import Text
from game.world.world import REBUILD_EVERY, TICKS_PER_SECOND, World
from tests.pictures import scene, walk

HALL = (30.0, 20.0)  # m; a wall at x = 15 with a gate 4 m wide in the middle
LINE = np.array([(15.0, 8.0), (15.0, 12.0)])


def bar(holds: float | None = None) -> Gate:
    strip = np.array([(14.9, 8.0), (15.1, 8.0), (15.1, 12.0), (14.9, 12.0)])
    return Gate("gerbang", Text("Gerbang", "Gate"), LINE, (strip,), holds)


def hall(people: dict[str, list[tuple[float, float]]], shut: bool, holds: float | None = None) -> World:
    """A hall in two halves; the exit lies in the eastern one."""
    walls = tuple(np.array([(14.9, a), (15.1, a), (15.1, b), (14.9, b)]) for a, b in ((0.0, 8.0), (12.0, 20.0)))
    exits = {"timur": Zone("timur", np.array([(26.0, 6.0), (30.0, 6.0), (30.0, 14.0), (26.0, 14.0)]))}
    ground = Ground(HALL, walls, dict(exits), exits, gates={"gerbang": bar(holds)}, shut=["gerbang"] if shut else [])
    world = scene({letter: np.array(at, dtype=float) for letter, at in people.items()}, ground)
    world.gates_shut = sorted(ground.shut)
    return world


def test_a_shut_gate_is_a_wall_for_ways_sight_and_bodies_and_an_open_one_none():
    world = hall({"c": [(13.0, 10.0)]}, shut=True)
    here, there = np.array([(13.0, 10.0)]), np.array([(17.0, 10.0)])
    assert not world.ground.sees(here, there)[0]
    assert np.isinf(world.ground.field_to_zone("timur").distance(here)[0])
    gates.open_up(world, "gerbang", "kapolda")
    assert world.ground.sees(here, there)[0]
    assert world.ground.field_to_zone("timur").distance(here)[0] == pytest.approx(13.0, abs=0.5)


def test_who_walks_at_a_shut_gate_gets_through_when_it_opens_and_not_before():
    world = hall({"c": [(13.0, 10.0)]}, shut=True)
    world.people.way[:] = 1.34, 0.0
    for _ in walk(world, 3.0):
        pass
    assert world.people.position[0, 0] < 15.0
    gates.open_up(world, "gerbang", "kapolda")
    for _ in walk(world, 3.0):
        pass
    assert world.people.position[0, 0] > 16.0
    assert [type(event) for event in world.said] == [GateOpened]


def test_a_gate_shuts_only_once_nobody_stands_in_it():
    world = hall({"c": [(15.0, 10.0)]}, shut=False)
    gates.to_shut(world, "gerbang")
    for _ in range(30):
        contact.move(world)
        gates.keep(world)
    assert world.gates_closing == ["gerbang"]
    world.people.position[0] = 18.0, 10.0
    gates.keep(world)
    assert (world.gates_closing, world.gates_shut) == ([], ["gerbang"])
    assert [type(event) for event in world.said] == [GateShut]


def test_a_gate_does_not_shut_on_a_vehicle_that_stands_in_it():
    world = hall({"V": [(13.0, 10.0)]}, shut=False)  # 5.2 m long, so that its front is through
    gates.to_shut(world, "gerbang")
    gates.keep(world)
    assert world.gates_shut == []
    world.people.position[0] = 8.0, 10.0
    gates.keep(world)
    assert world.gates_shut == ["gerbang"]


def test_each_set_of_shut_gates_is_measured_once():
    world = hall({"c": [(13.0, 10.0)]}, shut=True)
    shut, opened = world.ground, world.ground.with_shut(())
    assert opened.with_shut(["gerbang"]) is shut
    assert shut.with_shut([]) is opened


def pushed(holds: float, rows: int, newtons: float) -> World:
    """Nine files of `rows` people who press on the gate from the west for six seconds."""
    crowd = [(14.7 - 0.4 * row, 8.3 + 0.42 * file) for row in range(rows) for file in range(9)]
    world = hall({"c": crowd}, shut=True, holds=holds)
    world.people.way[:], world.people.press[:] = (1.2, 0.0), newtons
    for _ in walk(world, 6.0):
        gates.keep(world)
    return world


def test_barriers_hold_a_push_below_what_they_bear():
    world = pushed(holds=1500.0, rows=2, newtons=150.0)
    assert world.gates_shut == ["gerbang"]
    assert 300.0 < world.gate_load["gerbang"].max() < 1500.0
    assert (world.people.position[:, 0] < 15.0).all()


def test_barriers_that_are_pushed_harder_give_way_and_stay_so():
    world = pushed(holds=700.0, rows=4, newtons=250.0)
    told = [event for event in world.said if isinstance(event, GaveWay)]
    assert (world.gates_shut, world.gates_broken, len(told)) == ([], ["gerbang"], 1)
    assert told[0].load >= told[0].holds == 700
    assert (world.people.position[:, 0] > 15.5).any()
    assert CloseGate(unit="l", gate="gerbang").cannot(world, None).code == "gate_is_broken"


@pytest.mark.parametrize(("order", "shut"), [(OpenGate, True), (CloseGate, False)])
def test_a_unit_that_is_ordered_goes_and_moves_the_gate(order, shut):
    world = hall({"L": [(6.0, 8.0 + 0.8 * i) for i in range(5)]}, shut=shut)
    command = order(unit="l", gate="gerbang")
    assert command.check(world, "danton") is None
    command.apply(world, "danton")
    for _ in range(40 * TICKS_PER_SECOND):
        advance(world)
    assert world.gates_shut == ([] if shut else ["gerbang"])
    assert world.units["l"].task is None
    assert command.check(world, "danton").code == ("gate_is_open" if shut else "gate_is_shut")


def test_orders_about_a_gate_that_is_not_there_are_refused():
    world = hall({"L": [(6.0, 8.0)]}, shut=True)
    assert OpenGate(unit="l", gate="nirwana").check(world, "danton").code == "unknown_gate"
    assert CloseGate(unit="l", gate="nirwana").check(world, "danton").code == "unknown_gate"


def test_the_script_opens_and_shuts_a_gate():
    world = hall({"c": [(5.0, 5.0)]}, shut=True)
    SetGate(gate="gerbang", shut=False).apply(world, "script")
    assert world.gates_shut == []
    SetGate(gate="gerbang", shut=True).apply(world, "script")
    contact.move(world)
    gates.keep(world)
    assert world.gates_shut == ["gerbang"]


def test_a_world_saved_with_another_gate_shut_than_the_level_has_goes_on_as_it_was():
    world = hall({"c": [(12.0, 9.0), (12.0, 11.0)]}, shut=True)
    world.people.way[:] = 1.34, 0.0
    gates.open_up(world, "gerbang", "kapolda")
    world.tick = REBUILD_EVERY
    saved = copy.deepcopy(state.save(world))
    again = hall({"c": [(12.0, 9.0), (12.0, 11.0)]}, shut=True)
    state.load(again, saved)
    for one in (world, again):
        for _ in walk(one, 4.0):
            gates.keep(one)
    assert again.ground.shut == frozenset()
    assert state.state_hash(again) == state.state_hash(world)
    assert (world.people.position[:, 0] > 16.0).all()
