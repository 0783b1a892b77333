"""Water: who is pushed by it, when the crew refuses and stops, what it wears out and puts out."""

import numpy as np
import pytest

from game.rules import water
from game.rules.force import ForceUsed
from game.rules.harm import Hurt
from game.rules.tasks.spray import Spray, SprayBegun, SprayStopped
from game.rules.water import FirePutOut
from game.world.air import Jet
from game.world.state import load, save, state_hash
from game.world.things import Fire
from game.world.world import World
from tests.parade import asked, block, ground, heard, let_pass, order

NOZZLE = 14.25  # m, its front: the cannon stands at (10.5, 20.5)


def square(x: int, **marks: list[tuple[int, int]]) -> World:
    """A water cannon and twelve people `x` m from its left wall, in three rows."""
    return ground(90, 40, W=[(10, 20)], c=block(x, 19, 4, 3), **marks)


def spray(world: World, x: float, mode: str, **more: object) -> None:
    order(world, "spray", unit="w", at=[x, 20.5], mode=mode, **more)


def refusal(world: World, x: float, mode: str, y: float = 20.5) -> str | None:
    why = asked(world, "spray", unit="w", at=[x, y], mode=mode)
    return None if why is None else why.code


def pushed_back(mode: str, x: int, seconds: float = 6.0) -> float:
    """M that people who stand are moved on the mean."""
    world = square(x)
    before = world.people.position[:12, 0].copy()
    spray(world, x + 0.5, mode)
    let_pass(world, seconds)
    return float((world.people.position[:12, 0] - before).mean())


def test_the_jet_drives_people_back_and_spread_water_less():
    jet, diffuse = pushed_back("jet", 41), pushed_back("diffuse", 28)
    assert jet > 0.5
    assert 0.05 < diffuse < jet


def test_its_force_falls_with_distance_and_with_everyone_in_front():
    near, far = square(42), square(60)
    strokes = []
    for world, x in ((near, 42.5), (far, 60.5)):
        jet = water.aimed(world, world.units["w"], np.array([x, 20.5]), "jet", 0)
        rows, newtons = water.struck(world, jet)
        front = newtons[world.people.position[rows, 0] < x + 0.1]
        behind = newtons[world.people.position[rows, 0] > x + 0.9]
        assert behind.max() < 0.7 * front.max()
        strokes.append(front.max())
    assert strokes[0] == pytest.approx(196.0, abs=10.0)  # at 28 m
    assert strokes[1] < 0.5 * strokes[0]


def test_a_wall_stops_it():
    world = square(45, wall=[(30, y) for y in range(15, 27)])
    jet = water.aimed(world, world.units["w"], np.array([45.5, 20.5]), "jet", 0)
    assert len(water.struck(world, jet)[0]) == 0


@pytest.mark.parametrize("mode", ["jet", "diffuse"])
def test_nobody_sprays_at_a_wall_in_front_of_the_target(mode):
    assert refusal(square(45, wall=[(30, y) for y in range(15, 27)]), 35.5, mode) == "wall_before"


def test_it_goes_over_the_heads_of_the_line_before_it():
    world = square(30, A=block(18, 17, 8))
    jet = water.aimed(world, world.units["w"], np.array([31.5, 20.5]), "diffuse", 0)
    rows, _ = water.struck(world, jet)
    assert world.people.civilian[rows].all()
    assert len(rows) == 12


def test_the_crew_keeps_its_distances():
    assert refusal(square(22), 23.0, "diffuse") == "water_too_near"
    assert refusal(square(28), 28.5, "diffuse") is None
    assert refusal(square(28), 28.5, "jet") == "jet_too_near"
    assert refusal(square(42), 42.5, "jet") is None
    assert refusal(square(42), 80.0, "jet") == "out_of_reach"
    assert refusal(square(42), 60.0, "diffuse") == "out_of_reach"


def test_whoever_stands_between_counts_and_whoever_stands_aside_does_not():
    assert refusal(square(42, b=[(30, 20)]), 42.5, "jet") == "jet_too_near"
    assert refusal(square(42, b=[(30, 26)]), 42.5, "jet") is None


@pytest.mark.parametrize(("x", "code"), [(47, "wall_behind"), (52, None)])
def test_nobody_is_driven_against_a_wall(x, code):
    assert refusal(square(42, wall=[(x, y) for y in range(15, 27)]), 42.5, "jet") == code


def test_nobody_is_driven_against_a_vehicle_nor_sprayed_where_they_lie():
    assert refusal(square(42, V=[(48, 20)]), 42.5, "jet") == "vehicle_behind"
    world = square(42)
    world.people.fallen[5] = True
    assert refusal(world, 42.5, "jet") == "lies_in_the_water"


def test_without_water_without_a_nozzle_or_outside_nothing_is_sprayed():
    world = square(42, A=block(20, 5, 3))
    world.units["w"].water = 0.0
    assert refusal(world, 42.5, "jet") == "no_water"
    assert refusal(world, 95.0, "jet") == "outside"
    assert asked(world, "spray", unit="a", at=[42.5, 20.5], mode="jet").code == "not_for_this_type"


def test_the_crew_stops_by_itself_when_people_come_nearer():
    world = square(42)
    spray(world, 42.5, "jet", **{"for": "30s"})
    let_pass(world, 2.0)
    assert "w" in world.jets
    world.people.position[0] = 35.0, 20.5
    let_pass(world, 0.5)
    (stopped,) = heard(world, SprayStopped)
    assert stopped.why.code == "jet_too_near"
    assert stopped.because == (heard(world, ForceUsed)[-1].id,)
    assert world.jets == {}


def test_it_lasts_as_long_as_ordered_takes_litres_and_is_felt_once_a_second():
    world = square(42)
    spray(world, 42.5, "jet", **{"for": "5s"})
    let_pass(world, 7.0)
    used = heard(world, ForceUsed)
    assert world.units["w"].water == pytest.approx(5000.0 - 20.0 * 5.0, abs=2.1)
    assert len(used) == 5
    assert {(each.tool, each.level, each.ordered_by) for each in used} == {("spray:jet", 5, "kapolda")}
    assert used[0].because == ()
    assert used[0].hit > 0
    assert (world.people.anger[:12] > 0.2).any()
    assert world.jets == {}
    assert heard(world, SprayBegun)[0].doing == "spray.jet"


def test_another_order_turns_it_off():
    world = square(42)
    spray(world, 42.5, "jet", **{"for": "30s"})
    let_pass(world, 1.0)
    order(world, "hold", unit="w")
    let_pass(world, 0.3)
    assert world.jets == {}
    assert world.wet is None


def test_the_tank_runs_dry():
    world = square(42)
    world.units["w"].water = 50.0
    spray(world, 42.5, "jet", **{"for": "30s"})
    let_pass(world, 4.0)
    assert world.units["w"].water == 0.0
    assert heard(world, SprayStopped)[0].why.code == "no_water"


def test_a_fire_is_put_out():
    world = ground(90, 40, W=[(10, 20)])
    world.fires.append(Fire(np.array([45.0, 20.5]), 0, 480.0, 0))
    spray(world, 45.0, "jet", **{"for": "30s"})
    let_pass(world, 10.0)
    assert 0.0 < world.fires[0].fuel < 250.0
    let_pass(world, 8.0)
    (out,) = heard(world, FirePutOut)
    assert out.actor == "w"
    assert world.fires[0].fuel <= 0.0


def test_who_is_struck_hard_for_a_second_goes_down_and_a_vehicle_never():
    world = square(60, V=[(61, 20)])
    at = np.array([60.5, 20.5])
    world.units["w"].task = Spray(at=at.tolist(), mode="jet")
    world.jets["w"] = Jet(at, "jet", np.array([50.0, 20.5]), 3)  # as if it had been brought up to 10 m
    for _ in range(10):
        water.fall(world)
        world.tick += 3
    assert not world.people.hurt.any()
    for _ in range(2):
        water.fall(world)
        world.tick += 3
    down = heard(world, Hurt)
    assert {(each.by, each.because) for each in down} == {("water", (3,))}
    assert {each.lies for each in down} <= {True, False}
    assert not world.people.hurt[~world.people.civilian].any()


def test_water_is_the_same_twice_and_goes_on_from_what_was_saved():
    def begun() -> World:
        world = square(42)
        spray(world, 42.5, "jet", **{"for": "30s"})
        world.tick = 1800 - 60
        let_pass(world, 2.0)
        return world

    world, twin, kept = begun(), begun(), square(42)
    assert state_hash(world) == state_hash(twin)
    load(kept, save(world))
    let_pass(world, 2.0)
    let_pass(kept, 2.0)
    assert world.jets
    assert state_hash(kept) == state_hash(world)
