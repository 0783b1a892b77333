import dataclasses

import numpy as np
import pytest

from game.rules import custody, harm
from game.rules.advance import advance
from game.rules.custody import Arrested, HandedOver, Released
from game.rules.force import ForceUsed
from game.rules.formations.bersaf import Bersaf
from game.rules.tasks.arrest import GIVES_UP, ArrestGivenUp
from game.rules.tasks.task import TaskDone
from game.world.causes import CAUSES, FEELINGS
from game.world.custody import Sighting
from game.world.people import NOBODY
from game.world.state import load, save, state_hash
from game.world.world import TICKS_PER_SECOND, World
from tests.parade import asked, block, ground, heard, order
from tests.pictures import picture

LINE = 12.5  # m, x of the line
POST = np.array([(4.0, 12.0), (8.0, 12.0), (8.0, 16.0), (4.0, 16.0)])


def street(people: list[tuple[int, int]], zones: dict | None = None) -> World:
    """A team of six behind a closed line of ten, and a crowd before it, on 40 × 20 m."""
    marks = {"P": block(7, 8, 3, 2), "c": people}
    rows = [["."] * 40 for _ in range(20)]
    for letter, squares in marks.items():
        for x, y in squares:
            rows[19 - y][x] = letter
    for y in range(10):
        rows[y + 5][12] = "L"
    world = picture("\n".join("".join(row) for row in rows), zones=zones)
    line = world.units["l"]
    world.people.position[line.rows] = np.array([LINE, 10.0]) + Bersaf().places(10)
    world.people.slot[line.rows] = world.people.position[line.rows]
    line.formation, line.posture, line.centre = Bersaf(), "siaga", np.array([LINE, 10.0])
    return world


LOOSE = block(14, 8, 4, 3)  # twelve people, a metre apart


def seen_throwing(world: World, x: float, y: float) -> int:
    people = world.people
    away = np.where(people.civilian, np.hypot(*(people.position - (x, y)).T), np.inf)
    person = int(np.argmin(away))
    people.hostile[person] = True
    world.sightings.append(Sighting(person, "throw", world.tick, "l", 0, world.tick))
    return person


def take_home(world: World, person: int) -> None:
    world.people.present[person], world.people.left[person] = False, True


def live(world: World, seconds: float) -> None:
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        advance(world)


def until(world: World, seconds: float, holds) -> None:
    """Let everything happen until `holds()`, which it must within `seconds`."""
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        if holds():
            return
        advance(world)
    raise AssertionError("it never came to that")


def arrest(world: World, person: int, seconds: float = 60.0) -> None:
    """The team arrests `person` and is in its ranks again."""
    order(world, "arrest", seat="kapolres", unit="p", person=person)
    until(world, seconds, lambda: any(report.actor == "p" for report in heard(world, TaskDone)))


@pytest.fixture
def square() -> World:
    return street(LOOSE)


@pytest.fixture
def thrower(square) -> int:
    """Row of somebody in the middle, seen throwing."""
    return seen_throwing(square, 15.5, 9.5)


@pytest.fixture(scope="module")
def done() -> World:
    """The team has taken a thrower and is in its ranks again; not to be changed."""
    world = street(LOOSE)
    arrest(world, seen_throwing(world, 15.5, 9.5))
    return world


@pytest.fixture
def holding(done) -> World:
    """The same, to go on with; `said` begins anew."""
    world = street(LOOSE)
    load(world, save(done))
    return world


def stage(world: World) -> str:
    task = world.units["p"].task
    return task.stage if task else ""


def test_someone_seen_throwing_is_taken_through_the_line_and_handed_over(done):
    (used,), (taken,), (over,) = heard(done, ForceUsed), heard(done, Arrested), heard(done, HandedOver)
    assert (used.tool, used.level, used.hit, used.innocent, used.faults) == ("arrest", 4, 1, 0, ())
    assert taken.because[0] == used.id
    assert over.tick - taken.tick > 5 * TICKS_PER_SECOND  # led, not carried off
    assert done.people.custody[taken.person] == done.units["p"].index
    assert done.people.position[taken.person, 0] < LINE - 4.0
    assert [(report.doing, report.result) for report in heard(done, TaskDone)] == [("regroup", "complete")]


def test_the_record_says_who_did_what_when_and_by_whose_order(done):
    (record,) = done.arrests
    assert (record.person, record.unit, record.ordered_by) == (heard(done, Arrested)[0].person, "p", "kapolres")
    assert (record.act, record.seen, record.seen_by) == ("throw", 0, "l")
    assert record.officer.split()[0] in ("Bripda", "Briptu", "Brigadir", "Bripka", "Aipda")
    assert 0 < record.taken < record.handed_over
    assert (record.to, record.outcome, record.injured, record.ill_treated) == ("p", "held", False, False)


def test_the_line_keeps_its_place_and_nobody_slips_through_behind_the_team(done):
    rows = done.units["l"].rows
    assert np.abs(done.people.position[rows] - done.people.slot[rows]).max() < 0.5
    assert done.people.position[done.people.free, 0].min() > LINE


def test_who_is_led_never_gets_away_from_the_officer(square, thrower):
    order(square, "arrest", unit="p", person=thrower)
    until(square, 30.0, lambda: stage(square) == "lead")
    farthest = 0.0
    while square.arrests[0].handed_over is None:
        advance(square)
        people = square.people
        farthest = max(farthest, np.hypot(*(people.position[square.arrests[0].escort] - people.position[thrower])))
    assert farthest < 2.0


def test_where_there_is_a_post_they_are_kept_there_and_the_team_is_free_again():
    world = street(LOOSE, {"pos-aju": POST})
    person = seen_throwing(world, 14.5, 9.5)
    arrest(world, person)
    live(world, 3.0)
    (record,) = world.arrests
    assert (record.to, record.escort, record.outcome) == ("pos-aju", NOBODY, "held")
    assert world.ground.zones["pos-aju"].contains(world.people.position[[person]])[0]
    assert np.hypot(*world.people.velocity[person]) < 0.1
    assert len(custody.hands_free(world, world.units["p"])) == 6


def test_an_arrest_of_a_bystander_is_possible_and_held_against_it(square):
    person = int(square.groups[0].rows[5])
    arrest(square, person)
    (used,), (freed,) = heard(square, ForceUsed), heard(square, Released)
    assert (used.innocent, used.faults) == (1, ("no_evidence",))
    assert heard(square, Arrested)[0].act == "none"
    assert freed.released == "no_evidence"
    assert square.arrests[0].outcome == "released"
    assert square.people.custody[person] == NOBODY
    assert square.people.homeward[person] == 1.0


@pytest.mark.parametrize(("hostile", "least", "most"), [(True, 0.0, 0.0), (False, 0.5, 0.7)])
def test_those_who_see_the_arrest_of_a_peaceful_person_trust_less(square, thrower, hostile, least, most):
    square.people.hostile[thrower] = hostile
    custody.take(square, square.units["p"], thrower, int(square.units["p"].rows[0]), None)
    lost = -square.causes.sums[square.people.civilian, FEELINGS.index("trust"), CAUSES.index("force")]
    assert least <= lost.sum() <= most
    assert np.count_nonzero(lost) == (0 if hostile else 12)


def test_a_crowd_that_stands_close_shields_whom_they_came_for():
    world = ground(30, 20, P=block(9, 8, 3, 1), c=block(14, 6, 9, 9))
    people = world.people
    crowd = world.groups[0].rows
    middle = people.position[crowd].mean(axis=0)
    people.position[crowd] = middle + 0.42 * (people.position[crowd] - middle)  # 5.7 people/m²
    people.brace[crowd] = 500.0  # nobody makes way
    person = int(crowd[np.argmin(np.hypot(*(people.position[crowd] - middle).T))])
    order(world, "arrest", unit="p", person=person)
    until(world, GIVES_UP + 5.0, lambda: heard(world, ArrestGivenUp))
    assert heard(world, ArrestGivenUp)[0].why.code == "person_not_reached"
    assert heard(world, ForceUsed) == []
    assert stage(world) == "back"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda world, person: world.people.position[person].__setitem__(0, 39.0), "person_too_far"),
        (lambda world, person: take_home(world, person), "person_gone"),
        (lambda world, person: world.people.custody.__setitem__(person, 0), "person_held"),
        (lambda world, person: harm.hurt(world, np.array([person]), "missile"), "person_needs_care"),
    ],
)
def test_the_team_turns_back_when_there_is_nobody_to_take_any_more(square, thrower, change, code):
    order(square, "arrest", unit="p", person=thrower)
    live(square, 1.5)
    change(square, thrower)
    live(square, 0.5)
    (given_up,) = heard(square, ArrestGivenUp)
    assert given_up.why.code == code
    assert stage(square) == "back"


def test_who_cannot_be_arrested_is_refused_in_words(square, thrower):
    crowd, people = square.groups[0].rows, square.people
    people.present[crowd[0]] = False
    people.custody[crowd[1]] = 0
    people.fallen[crowd[2]] = people.hurt[crowd[2]] = True
    people.position[crowd[3]] = 39.0, 19.0
    asked_for = {
        10**9: "no_such_person",
        -1: "no_such_person",
        int(square.units["l"].rows[0]): "person_is_officer",
        int(crowd[0]): "person_gone",
        int(crowd[1]): "person_held",
        int(crowd[2]): "person_needs_care",
        int(crowd[3]): "person_too_far",
    }
    assert {person: asked(square, "arrest", unit="p", person=person).code for person in asked_for} == asked_for
    assert asked(square, "arrest", unit="l", person=thrower).code == "not_for_this_type"
    assert asked(square, "arrest", unit="p", person=thrower) is None


def test_a_team_is_refused_when_it_is_busy_or_too_few(square, thrower):
    other = int(square.groups[0].rows[0])
    order(square, "arrest", unit="p", person=thrower)
    live(square, 1.0)
    assert asked(square, "arrest", unit="p", person=other).code == "arrest_under_way"
    assert asked(square, "arrest", unit="p", person=other, queue=True) is None
    square.people.fallen[square.units["p"].rows[:-1]] = True
    assert asked(square, "arrest", unit="p", person=other, queue=True).code == "too_few_for_arrest"


def test_a_team_that_is_called_off_keeps_whom_it_holds_and_takes_them_along(square, thrower):
    order(square, "arrest", unit="p", person=thrower)
    until(square, 30.0, lambda: stage(square) == "lead")
    order(square, "hold", unit="p")
    until(square, 40.0, lambda: heard(square, HandedOver))
    assert square.arrests[0].to == "p"
    order(square, "move", unit="p", to=[6.0, 15.0])
    live(square, 14.0)
    assert heard(square, TaskDone)[-1].task == "move"
    assert np.hypot(*(square.people.position[thrower] - (6.0, 15.0))) < 4.0


def test_someone_who_is_hurt_while_held_goes_from_custody_to_care(holding):
    (record,) = holding.arrests
    harm.hurt(holding, np.array([record.person]), "missile")
    live(holding, 0.2)
    assert heard(holding, Released)[-1].released == "hurt"
    assert record.injured
    assert holding.people.custody[record.person] == NOBODY


def test_when_the_officer_falls_a_comrade_takes_over_and_when_all_fall_they_are_free(holding):
    (record,), rows = holding.arrests, holding.units["p"].rows
    first = record.escort
    harm.hurt(holding, np.array([first]), "missile")
    live(holding, 0.2)
    assert record.escort in set(rows.tolist()) - {first}
    harm.hurt(holding, rows[holding.people.up[rows]], "missile")
    live(holding, 0.2)
    assert heard(holding, Released)[-1].released == "nobody_left"
    assert holding.people.custody[record.person] == NOBODY


def test_who_is_held_can_be_let_go_by_order_but_only_by_those_who_hold_them(holding):
    (record,) = holding.arrests
    assert asked(holding, "release", unit="p", person=record.person + 1).code == "not_held_by"
    assert asked(holding, "release", unit="l", person=record.person).code == "not_for_this_type"
    order(holding, "release", unit="p", person=record.person)
    live(holding, 0.2)
    assert heard(holding, Released)[-1].released == "ordered"
    assert record.outcome == "released"
    assert asked(holding, "release", unit="p", person=record.person).code == "not_held_by"


def test_the_same_person_can_be_taken_again(holding):
    (record,) = holding.arrests
    order(holding, "release", unit="p", person=record.person)
    live(holding, 0.2)
    holding.people.position[record.person] = 13.5, 10.0
    seen_throwing(holding, 13.5, 10.0)
    arrest(holding, record.person)
    assert [each.outcome for each in holding.arrests] == ["released", "held"]


def test_an_arrest_goes_on_from_a_checkpoint_bit_for_bit(thrower, square):
    square.tick = 1800 - 9 * TICKS_PER_SECOND
    order(square, "arrest", unit="p", person=thrower)
    live(square, 9.0)
    assert stage(square) in ("hold", "lead")
    again = street(LOOSE)
    load(again, save(square))
    live(square, 4.0)
    live(again, 4.0)
    assert state_hash(again) == state_hash(square)
    assert dataclasses.asdict(again.arrests[0]) == dataclasses.asdict(square.arrests[0])


def test_a_line_that_stands_closed_lets_through_who_is_led_by_the_arm():
    world = street([(13, 10)])
    people, escort = world.people, int(world.units["p"].rows[0])
    person = seen_throwing(world, 13.0, 10.0)
    people.position[person] = LINE + 0.65, 10.05
    people.position[escort] = people.slot[escort] = LINE - 1.35, 10.05
    custody.take(world, world.units["p"], person, escort, world.sightings[-1])
    live(world, 6.0)
    assert people.position[person, 0] < LINE - 0.5
