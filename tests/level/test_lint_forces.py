"""Units, seats, personnel and what the doctrine forbids: what the check says of them."""

import pytest

from game.level.read import read_level
from game.paths import LEVELS
from tests.small_level import LEVEL, PLACE, told, write

ROOMY = PLACE.replace("timur: {shape: [[37, 5], [40, 12]]}", "timur: {shape: [[30, 2], [40, 16]]}")
NE1 = "  ne1: {type: negosiator, agency: polres, at: tengah, facing: 180, formation: {bersaf: {ranks: 1}}}\n"
DA1 = "  da1: {type: dalmas_awal, agency: polres, at: tengah}\n"
DL1 = "  dl1: {type: dalmas_lanjut, agency: polres, at: barat, facing: 90, formation: banjar_tiga}\n"
ROSTER = "personnel: {roster: 60, deploy_at_most: two_thirds}\nstart: aman"


def with_units(*units: str) -> str:
    return LEVEL.replace(NE1, NE1 + "".join(units))


# What is put in the place of what, and what is said.
SPOILED = [
    ("at: tengah, facing: 180", "at: tengah, on_request: {arrives_after: 8m}, facing: 180", "must come by an exit"),
    ("at: tengah, facing: 180", "at: timur, on_request: {arrives_after: 0s}, facing: 180", "must be more than 0"),
    (
        "at: tengah, facing: 180",
        "at: timur, arrives: 2m, on_request: {arrives_after: 8m}, facing: 180",
        "units.ne1: needs at most one: arrives, on_request or deployed: false",
    ),
    ("at: tengah, facing: 180", "at: tengah, guards: gudnag, facing: 180", "there is no zone 'gudnag'"),
    ("at: tengah, facing: 180", "at: tengah, hidden: true, facing: 180", "ne1 is to be hidden, but massa can see it"),
    ("start: aman", "personnel: {roster: 12}\nstart: aman", "10 officers are deployed at the start, 8 at most"),
    (
        "start: aman",
        "personnel: {roster: 12, deploy_at_most: some}\nstart: aman",
        "personnel.deploy_at_most: must be a number of people or two_thirds (got some)",
    ),
    ("start: aman", "personnel: {roster: 12, deploy_at_most: 20}\nstart: aman", "must be at most 12 (got 20)"),
    ("start: aman", "exits_shut: [tengah]\nstart: aman", "exits_shut[0]: there is no exit 'tengah' (there are: timur)"),
    ("start: aman", "exits_shut: [timru]\nstart: aman", "did you mean 'timur'?"),
    ("start: aman", "exits_shut: [timur]\nstart: aman", "every exit is shut; nobody can leave"),
    ("{say: {text:", "{say: {to: kapolers, text:", "there is no seat 'kapolers' (there are: all, kapolres)"),
]


@pytest.mark.parametrize(("good", "bad", "said"), SPOILED, ids=[bad[:44] for _, bad, _ in SPOILED])
def test_a_mistake_is_named_with_a_way_out(tmp_path, good, bad, said):
    assert LEVEL.count(good) == 1
    assert any(said in line for line in told(tmp_path, LEVEL.replace(good, bad)))


def test_a_unit_behind_a_wall_is_hidden_and_one_beside_it_is_not(tmp_path):
    hidden = with_units(DL1.replace("at: barat", "at: pojok, hidden: true"))
    corner = PLACE.replace("zones:", "zones:\n  pojok: {shape: [[33, 13], [37, 18]]}")
    assert any("massa can see it" in line for line in told(tmp_path, hidden, corner))
    walled = corner.replace("walls:", "walls:\n  - {kind: wall, line: [[28, 1], [28, 29]]}")
    both_sides = walled.replace("timur:", "barat-daya: {shape: [[0, 0], [3, 3]]}\n  timur:")
    assert read_level(write(tmp_path, hidden, both_sides)).units["dl1"].hidden


def test_two_thirds_of_the_roster_may_be_deployed_and_not_one_more(tmp_path):
    enough = with_units(DA1).replace("start: aman", ROSTER)
    assert read_level(write(tmp_path, enough)).personnel.most == 40
    (line,) = told(tmp_path, with_units(DA1, DL1).replace("start: aman", ROSTER))
    assert line.endswith("personnel: 78 officers are deployed at the start, 40 at most")


def test_who_waits_at_the_barracks_or_for_a_request_is_not_counted(tmp_path):
    waiting = DL1.replace("at: barat", "at: barat, deployed: false")
    asked = DL1.replace("dl1", "dl2").replace("at: barat", "at: timur, on_request: {arrives_after: 8m}")
    asked = asked.replace("banjar_tiga", "{bersaf: {ranks: 6}}")
    level = with_units(DA1, waiting, asked).replace("start: aman", ROSTER)
    assert set(read_level(write(tmp_path, level, ROOMY)).units) == {"ne1", "da1", "dl1", "dl2"}


def test_the_crew_of_a_vehicle_counts_with_it(tmp_path):
    truck = "  aw1: {type: awc, agency: polda, at: tengah, deployed: true}\n"
    level = with_units(truck).replace("start: aman", "personnel: {roster: 13, deploy_at_most: 13}\nstart: aman")
    assert any("14 officers are deployed at the start, 13 at most" in line for line in told(tmp_path, level))


def test_a_vehicle_needs_room_for_its_whole_length(tmp_path):
    truck = "  aw1: {type: awc, agency: polda, at: barat, facing: 0}\n"
    assert read_level(write(tmp_path, with_units(truck.replace("facing: 0", "facing: 90"))))
    beside = PLACE.replace("[[2, 5], [8, 25]]", "[[3, 3], [10, 10]]")  # 3.5 m from its middle to the fence
    (line,) = told(tmp_path, with_units(truck), beside)
    assert line.endswith("units.aw1.at: 1 of 1 officers of aw1 cannot stand there")


def test_an_order_the_doctrine_never_allows_is_refused_with_its_source(tmp_path):
    text = (LEVELS / "doctrines" / "polri2025.yaml").read_text(encoding="utf-8")
    (tmp_path / "doctrines").mkdir()
    rule = "  hold: {rank: danton,"
    assert rule in text
    forbidding = text.replace(rule, f"{rule} threat: never,")
    (tmp_path / "doctrines" / "polri2025.yaml").write_text(forbidding, encoding="utf-8")
    order = LEVEL.replace("do: [{say", "do: [{hold: {unit: ne1}}, {say")
    (line,) = told(tmp_path, order)
    assert "do[0]: the doctrine forbids 'hold' at every class of threat (Perkap 16/2006" in line


def test_a_type_that_is_to_speak_needs_a_loudhailer(tmp_path):
    text = (LEVELS / "catalogue" / "units.yaml").read_text(encoding="utf-8")
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "units.yaml").write_text(text.replace("reach: 40 ", "reach: 0 ", 1), encoding="utf-8")
    (line,) = told(tmp_path)
    assert line.endswith("units.negosiator.orders: 'warn' needs reach above 0")
