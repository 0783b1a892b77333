"""The shipped levels: they read, run, and say everything in both languages."""

import pytest

from game.level.build import build
from game.level.check import check
from game.level.read import read_level
from game.paths import LEVELS
from game.rules.commands.deploy import Deploy, deployed
from game.rules.commands.stand_down import StandDown
from game.rules.radio import Refused
from game.session.session import Session
from game.world.world import Command

SHIPPED = sorted(LEVELS.glob("*.yaml"))


def test_no_shipped_file_has_a_mistake():
    assert [mistake.tell("en") for mistake in check([LEVELS])] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_level_runs_and_comes_to_the_same_twice(path):
    level = read_level(path)
    hashes = []
    for _ in range(2):
        session = Session(level)
        for _ in range(150):
            session.tick()
        hashes.append(session.state_hash())
    assert hashes[0] == hashes[1]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_level_ends_in_bounded_time_and_leads_up_and_down(path):
    level = read_level(path)
    ways = {(name, step.to) for name, phase in level.phases.items() for step in phase.next}
    assert level.limits.time is not None
    assert {("aman", "rawan"), ("rawan", "rusuh"), ("rawan", "aman")} <= ways


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("district", sorted(path.stem for path in (LEVELS / "districts").glob("*.yaml")))
def test_a_level_can_be_played_in_any_district(tmp_path, shipped, district):
    text = shipped.read_text(encoding="utf-8").replace("place:", f"district: {district}\nplace:", 1)
    path = tmp_path / "elsewhere.yaml"
    path.write_text(text, encoding="utf-8")
    level = read_level(path)
    assert {unit.agency for unit in level.units.values()} <= level.district.agencies.keys()
    assert set(level.ladder.ranks) == level.district.titles.keys()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_a_level_orders_at_its_beginning_can_be_done(path):
    session = Session(read_level(path))
    session.tick()
    assert [event for event in session.happened if isinstance(event, Refused)] == []


@pytest.fixture(scope="module")
def afternoon():
    """The KPU afternoon after its first tenth of a second."""
    session = Session(read_level(LEVELS / "pleno-kpu.yaml"))
    for _ in range(3):
        session.tick()
    return session.world


@pytest.mark.parametrize(
    "order",
    [
        {"move": {"unit": "aw1", "to": [89, 70]}},  # out of the yard, round the corner, into the street
        {"move": {"unit": "am1", "to": [89, 34]}},
        {"move": {"unit": "rm1", "to": [89, 78]}},
        {"move": {"unit": "dl1", "to": [72, 48]}},
        {"negotiate": {"unit": "ne1", "say": {"listen": {}}}},
        {"open_exit": {"unit": "da1", "exit": "ujung-selatan"}},
        {"request": {"unit": "dl2"}},
    ],
    ids=lambda order: next(iter(order)) + "-" + next(iter(order.values()))["unit"],
)
def test_each_unit_of_the_afternoon_can_do_what_it_is_there_for(afternoon, order):
    assert Command.read(order).check(afternoon, "kapolres") is None


def test_the_trainee_chooses_whom_to_take_to_the_square():
    world = build(read_level(LEVELS / "pleno-kpu.yaml"), 1)
    second, motorcycles = Deploy("da2", "halaman"), StandDown("rm1")
    assert deployed(world) <= world.deploy_at_most
    assert second.check(world, "kapolres").code == "too_many_deployed"
    motorcycles.apply(world, "kapolres")
    assert second.check(world, "kapolres") is None
    second.apply(world, "kapolres")
    assert world.people.present[world.units["da2"].rows].all()
