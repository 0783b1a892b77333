import copy

import numpy as np
import pytest

from game.rules.behaviours.go import Go
from game.rules.behaviours.press import Press
from game.rules.formations.bersaf import Bersaf
from game.rules.kinds import BEHAVIOURS
from game.rules.ranks import closed, line_gap, widest_gap
from game.world.ground import Ground, Zone
from game.world.people import Floats
from game.world.world import REBUILD_EVERY, World
from tests import lines
from tests.crowds import live_for
from tests.pictures import scene

GATE = 8.0  # m, where the line stands
WIDTH = 7.6  # m, ten intervals
AT_EASE = 250.0  # N, of Dalmas Awal in siap; levels/catalogue/units.yaml
EAST = Zone("timur", np.array([(12.0, 0.0), (16.0, 0.0), (16.0, WIDTH), (12.0, WIDTH)]))


def line_across_a_street(posture: str, crowd: Floats, letter: str = "c") -> World:
    """Two ranks of ten who face west, from wall to wall of a street, and people before them."""
    places = np.array([GATE, WIDTH / 2]) - Bersaf().places(20)
    plans = {letter: (Go(to="timur"),)}
    ground = Ground((16.0, WIDTH), zones={"timur": EAST})
    world = scene({letter: crowd, "L": places}, ground, {"L": 180.0}, plans)
    unit, people = world.units["l"], world.people
    unit.posture, unit.formation, unit.centre = posture, Bersaf(), np.array([GATE, WIDTH / 2])
    people.brace[unit.rows] = AT_EASE if posture == "siap" else unit.type.brace[posture]
    return world


def block_of(rows: int) -> Floats:
    """(10 rows, 2) m, people 0.6 m apart before the line."""
    x, y = np.meshgrid(GATE - 1.0 - 0.6 * np.arange(rows), 1.1 + 0.6 * np.arange(10))
    return np.column_stack([x.ravel(), y.ravel()])


def enraged(world: World) -> World:
    people = world.people
    rows = np.flatnonzero(people.civilian)
    for feeling, value in (("anger", 1.0), ("trust", 0.0), ("unity", 1.0)):
        getattr(people, feeling)[rows] = getattr(people, f"{feeling}_base")[rows] = value
    people.behaviour[rows] = BEHAVIOURS.index(Press.word)
    return world


def past_the_front(world: World) -> int:
    """How many civilians are among the ranks or behind them."""
    people, rows = world.people, world.units["l"].rows
    front = people.position[rows[people.slot[rows, 0] < GATE + 0.1]]
    x, y = people.position[people.civilian].T
    order = np.argsort(front[:, 1])
    return int((x > np.interp(y, front[order, 1], front[order, 0])).sum())


def held_back(world: World, seconds: float) -> bool:
    for _ in range(round(seconds)):
        live_for(world, 1.0)
        if past_the_front(world):
            return False
    return True


@pytest.mark.parametrize("posture", ["siap", "siaga", "berlindung"])
def test_nobody_calm_walks_in_between(posture):
    world = line_across_a_street(posture, block_of(2), "b")
    assert held_back(world, 12.0)


@pytest.mark.parametrize("rows", [1, 2, 4])
def test_nobody_who_presses_gets_through_a_line_with_shields_closed(rows):
    world = enraged(line_across_a_street("berlindung", block_of(rows)))
    assert held_back(world, 12.0)
    assert (world.people.press[world.people.civilian] > 0.0).sum() >= 8


def test_a_line_that_only_stands_holds_one_who_presses_and_is_torn_open_by_many():
    assert held_back(enraged(line_across_a_street("siap", block_of(1)[4:5])), 12.0)
    world = enraged(line_across_a_street("siap", block_of(4)))
    assert not held_back(world, 12.0)


def test_a_line_that_is_pushed_back_stays_closed_and_returns():
    world = enraged(line_across_a_street("berlindung", block_of(4)))
    live_for(world, 15.0)
    rows = world.units["l"].rows
    assert len(closed(world).pairs) == 28  # 9 gaps in each rank and 10 between them
    world.people.present[world.people.civilian], world.people.left[world.people.civilian] = False, True
    live_for(world, 5.0)
    assert np.hypot(*(world.people.position - world.people.slot)[rows].T).max() < 0.1


def test_gaps_are_open_round_who_lies():
    world = line_across_a_street("berlindung", block_of(1), "b")
    assert len(closed(world).pairs) == 28
    world.people.fallen[world.units["l"].rows[4]] = True
    assert len(closed(world).pairs) == 28 - 3


@pytest.mark.parametrize(("posture", "gaps"), [("berlindung", 28), ("dorong_maju", 28), ("siap", 0)])
def test_who_marches_with_shields_held_stays_closed_and_who_only_walks_lets_people_through(posture, gaps):
    world = line_across_a_street(posture, block_of(1), "b")
    world.units["l"].goal = np.array([4.0, 4.0])
    assert len(closed(world).pairs) == gaps


def test_a_closed_line_saved_at_a_whole_minute_goes_on_as_if_it_had_never_stopped():
    world = enraged(line_across_a_street("berlindung", block_of(3)))
    world.tick = REBUILD_EVERY - 150
    live_for(world, 5.0)
    world.bodies, running, senses = None, world.bodies, world.senses
    world.senses = None
    saved = copy.deepcopy(world)
    world.bodies, world.senses = running, senses
    for one in (world, saved):
        live_for(one, 3.0)
    assert saved.people.position.tobytes() == world.people.position.tobytes()


def gap(world: World) -> float:
    return widest_gap(world, [world.units["l"]])


def test_the_widest_gap_is_what_lies_between_two_bodies():
    world = line_across_a_street("siap", block_of(1))
    assert gap(world) == pytest.approx(0.76 - 0.4)


def test_a_hole_in_the_front_rank_is_closed_by_the_rank_behind_it():
    world = line_across_a_street("siap", block_of(1))
    front = world.units["l"].rows[world.people.slot[world.units["l"].rows, 0] < GATE + 0.1]
    world.people.position[front[4], 0] += 8.0  # away to the rear
    assert gap(world) == pytest.approx(0.76 - 0.4)


def test_two_holes_one_behind_the_other_and_aside_are_as_wide_as_the_way_between_them():
    world = line_across_a_street("siap", block_of(1))
    people, rows = world.people, world.units["l"].rows
    front, back = (rows[np.abs(people.slot[rows, 0] - x) < 0.1] for x in (GATE, GATE + 0.9))
    people.position[[front[4], back[5]], 0] += 8.0
    assert gap(world) == pytest.approx(np.hypot(0.76, 0.9) - 0.4)


def test_a_hole_in_both_ranks_is_as_wide_as_it_is():
    world = line_across_a_street("siap", block_of(1))
    people, rows = world.people, world.units["l"].rows
    middle = rows[np.abs(people.position[rows, 1] - 3.42) < 0.1]
    people.position[middle, 0] += 8.0
    assert gap(world) == pytest.approx(2 * 0.76 - 0.4)


def test_an_open_flank_is_a_gap():
    world = line_across_a_street("siap", block_of(1))
    people, rows = world.people, world.units["l"].rows
    people.position[rows[people.position[rows, 1] > 6.0], 0] += 8.0
    assert gap(world) == pytest.approx(2 * 0.76 - 0.2)


def test_two_units_fill_each_others_gaps():
    world = line_across_a_street("siap", block_of(1))
    people, unit = world.people, world.units["l"]
    half, other = copy.copy(unit), copy.copy(unit)
    middle = np.abs(people.position[unit.rows, 1] - 3.42) < 0.1
    half.rows, other.rows = unit.rows[~middle], unit.rows[middle]
    assert widest_gap(world, [half]) > 1.0
    assert widest_gap(world, [half, other]) == pytest.approx(0.76 - 0.4)


def test_a_unit_that_only_walks_and_one_that_is_no_line_have_no_gap():
    world = line_across_a_street("siap", block_of(1))
    assert line_gap(world, world.units["l"]) == pytest.approx(0.36)
    world.units["l"].goal = np.array([4.0, 4.0])
    assert line_gap(world, world.units["l"]) is None
    world.units["l"].posture = "siaga"
    assert line_gap(world, world.units["l"]) == pytest.approx(0.36)


def test_a_medic_who_stands_between_two_of_a_locked_line_is_not_crushed_by_them():
    places = lines.MIDDLE + Bersaf(1).places(10)
    between = (places[4] + places[5]) / 2.0
    world = scene({"L": places, "M": between[None]}, Ground(lines.SQUARE), {"L": 0.0})
    lines.equip(world, world.units["l"], 1, "berlindung", 0.0)
    most = 0.0
    for _ in range(12):
        live_for(world, 0.5)
        most = max(most, float(world.people.contact_force[world.units["m"].rows].max()))
    assert most < 800.0
    assert not world.people.hurt.any()
