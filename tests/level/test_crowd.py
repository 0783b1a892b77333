"""Groups, their plans, their arrivals, and who speaks for them."""

import numpy as np
import pytest

from game.level.build import build
from game.level.read import read_level
from game.rules.behaviours.stroll import Stroll
from game.world.people import NEVER
from game.world.world import TICKS_PER_SECOND
from tests.small_level import LEVEL, PLACE, told, write

MASSA = "  massa: {role: supporter, count: 10, in: barat, plan: [{go: {to: tengah}}, {protest: {}}]}\n"
KORLAP = (
    "korlap: {group: massa, demands: [hear_us, recount], red_lines: [shields_first], can_be_granted: {hear_us: kpu}}\n"
)


def with_groups(*groups: str) -> str:
    return LEVEL.replace(MASSA, MASSA + "".join(groups))


def group_of(world, name):
    return next(group for group in world.groups if group.name == name)


def test_who_is_among_a_group_does_as_it_does(tmp_path):
    level = read_level(write(tmp_path, with_groups("  lain: {role: agitator, count: 2, among: massa}\n")))
    world = build(level, 1)
    assert group_of(world, "lain").plan == group_of(world, "massa").plan


def test_who_has_no_plan_strolls_where_they_stand(tmp_path):
    groups = (
        "  warga: {role: bystander, count: 2, in: tengah}\n",
        "  lain: {role: bystander, count: 2, in: [tengah, barat]}\n",
    )
    world = build(read_level(write(tmp_path, with_groups(*groups))), 1)
    assert group_of(world, "warga").plan == (Stroll("tengah"),)
    assert group_of(world, "lain").plan == (Stroll(),)


def test_who_joins_later_comes_by_the_nearest_exit(tmp_path):
    late = "  lain: {role: agitator, count: 3, among: massa, arrives: {at: 20s}}\n"
    place = "  timur: {shape: [[37, 5], [40, 12]]}\n  barat-laut: {shape: [[0, 26], [6, 30]]}\n"

    path = write(tmp_path, with_groups(late), PLACE.replace("  timur: {shape: [[37, 5], [40, 12]]}\n", place))
    world = build(read_level(path), 1)
    rows = group_of(world, "lain").rows
    assert world.ground.exits["barat-laut"].contains(world.people.position[rows]).all()
    assert np.all(world.people.arrives[rows] == 20 * TICKS_PER_SECOND)
    assert not world.people.present[rows].any()


def test_the_coordinator_is_the_most_expressive_of_the_group_and_looks_the_part(tmp_path):
    world = build(read_level(write(tmp_path, LEVEL.replace("seats:", f"{KORLAP}seats:"))), 1)
    talks = world.talks
    assert (talks.demands, talks.red_lines, talks.granters) == (
        ("hear_us", "recount"),
        ("shields_first",),
        {"hear_us": "kpu"},
    )
    assert (talks.standing, talks.heard) == ("none", [])
    assert talks.korlap in group_of(world, "massa").rows
    roles = [role.name for role in world.catalogue.roles]
    assert world.people.role[talks.korlap] == roles.index("korlap")
    assert (world.people.role == roles.index("korlap")).sum() == 1


def test_an_exercise_without_a_coordinator_has_no_talks(tmp_path):
    assert build(read_level(write(tmp_path)), 1).talks is None


SPOILED = [
    ("group: massa", "group: masa", "korlap.group: there is no group 'masa' (there are: massa); did you mean 'massa'?"),
    ("[hear_us, recount]", "[hear_me]", "korlap.demands[0]: must be one of: hear_us"),
    ("[hear_us, recount]", "[]", "korlap.demands: must have at least 1"),
    ("[shields_first]", "[shield_first]", "did you mean 'shields_first'?"),
    ("{hear_us: kpu}", "{hear_us: kpud}", "there is no agency 'kpud'"),
    ("{hear_us: kpu}", "{revote: kpu}", "there is no demand 'revote' (there are: hear_us, recount)"),
]


@pytest.mark.parametrize(("good", "bad", "said"), SPOILED, ids=[bad for _, bad, _ in SPOILED])
def test_a_mistake_about_the_coordinator_is_named_with_a_way_out(tmp_path, good, bad, said):
    assert good in KORLAP
    lines = told(tmp_path, LEVEL.replace("seats:", f"{KORLAP.replace(good, bad)}seats:"))
    assert any(said in line for line in lines)


def test_a_delegation_must_be_able_to_walk_to_where_it_is_heard(tmp_path):
    level = LEVEL.replace("seats:", f"{KORLAP.replace('}}', '}, heard_in: [tengah]}')}seats:")
    assert build(read_level(write(tmp_path, level)), 1).talks.rooms == ("tengah",)
    walled = PLACE.replace("walls:", "walls:\n  - {kind: wall, line: [[12, 0], [12, 30]]}")
    east_only = told(tmp_path, level.replace("{go: {to: tengah}}, ", ""), walled)
    assert any("korlap.heard_in[0]: massa cannot walk to 'tengah'" in line for line in east_only)


FACTS = [
    ("teaches: [talk_frist]", "did you mean 'talk_first'?"),
    ("weather: {wind_from: 90, wind_speed: -1}", "weather.wind_speed: must be at least 0 (got -1)"),
    ("weather: {wind_from: 900, wind_speed: 2}", "weather.wind_from: must be at most 360 (got 900)"),
    ("objectives: [{protect: {zone: tngah}}]", "objectives[0].protect.zone: there is no zone 'tngah'"),
    ("objectives: [{protest_may_continue: {group: masa}}]", "there is no group 'masa'"),
    ("objectives: [{protct: {zone: tengah}}]", "did you mean 'protect'?"),
]


@pytest.mark.parametrize(("line", "said"), FACTS, ids=[line for line, _ in FACTS])
def test_a_mistake_in_the_story_s_facts_is_named_with_a_way_out(tmp_path, line, said):
    assert any(said in each for each in told(tmp_path, LEVEL.replace("start: aman", f"{line}\nstart: aman")))


def test_units_come_when_asked_or_stay_at_their_barracks(tmp_path):
    units = (
        "  da1: {type: dalmas_awal, agency: polres, at: tengah, deployed: false}",
        "  ne2: {type: negosiator, agency: polres-tetangga, at: timur, on_request: {arrives_after: 8m}}",
        "  tn1: {type: tni_peleton, agency: kodim, at: barat, guards: tengah}",
        "start: aman",
    )
    roomy = PLACE.replace("timur: {shape: [[37, 5], [40, 12]]}", "timur: {shape: [[30, 2], [40, 16]]}")
    world = build(read_level(write(tmp_path, LEVEL.replace("start: aman", "\n".join(units)), roomy)), 1)
    asleep, asked, guard = (world.units[name] for name in ("da1", "ne2", "tn1"))
    away = np.concatenate([asleep.rows, asked.rows])
    assert np.all(world.people.arrives[away] == NEVER)
    assert not world.people.present[away].any()
    assert (asleep.on_request, asked.on_request, guard.guards) == (None, 480.0, "tengah")
    assert [task.word for task in guard.queue] == ["guard"]
    assert guard.formation.word == guard.type.formations[0]
