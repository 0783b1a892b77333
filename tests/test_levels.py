"""The shipped levels: they read, run, and say everything in both languages."""

import pytest

from game.level.check import check
from game.level.read import read_level
from game.paths import LEVELS
from game.session.session import Session

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
