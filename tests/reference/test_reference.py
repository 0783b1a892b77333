"""One seed of the claims on small cases; all of it: make validate."""

import pytest
from scipy.spatial import cKDTree

from game.level.build import build
from game.level.read import read_level
from tests.reference import draw, ring
from tests.reference.cases import CLAIMS
from tests.reference.claim import Claim, Finding
from tests.reference.part import part
from tests.reference.plots import draw as draw_plots
from tests.reference.scene import LEVELS

DAILY = [
    pytest.param(
        claim, id=claim.name, marks=[pytest.mark.xfail(strict=True, reason=claim.daily_fails)] * bool(claim.daily_fails)
    )
    for claim in CLAIMS
    if claim.daily is not None
]
STAMP = {"commit": "0123456789ab", "date": "2026-01-31", "machine": "x86_64, 2 cores", "wall_seconds": 61}


def claim_that(holds: bool, fails: str = "") -> tuple[Claim, Finding]:
    """A claim that is met or not, and declared as failing or not."""
    found = Finding("1.4 p/s", holds)
    return Claim("door", "Kretz 2006", "1.5 p/s", lambda seeds: found, fails=fails), found


@pytest.mark.parametrize("claim", DAILY)
def test_the_walking_meets_the_reference(claim, capsys):
    found = claim.daily()
    with capsys.disabled():
        print(f"\n{claim.name}: {found.ours} (reference: {claim.reference})")
    assert found.holds, found.ours


def test_the_levels_are_those_that_the_cases_draw():
    wanted = draw.files()
    there = {path for path in LEVELS.rglob("*.yaml")}
    assert there == set(wanted)
    assert [path.name for path, text in wanted.items() if path.read_text(encoding="utf-8") != text] == []


def test_every_claim_names_its_source_and_its_seeds():
    assert [claim.name for claim in CLAIMS if not (claim.source and claim.reference and claim.seeds)] == []
    assert len({claim.name for claim in CLAIMS}) == len(CLAIMS)


@pytest.mark.parametrize(
    ("holds", "fails", "verdict"),
    [
        (True, "", "met"),
        (False, "", "**not met**"),
        (False, "no queues are weighed", "fails: no queues are weighed"),
        (True, "no queues are weighed", "met, though declared as failing"),
    ],
)
def test_a_verdict_says_how_it_stands_to_what_is_declared(holds, fails, verdict):
    claim, found = claim_that(holds, fails)
    assert claim.verdict(found.holds) == verdict


def test_the_page_keeps_what_fails_with_its_reason():
    claim = next(claim for claim in CLAIMS if claim.fails)
    said = part([{"name": claim.name, "ours": "1.4", "holds": False, "seeds": [1, 2, 3, 4], "series": {}}], STAMP)
    assert f"| {claim.name} | {claim.source} | {claim.reference} | 1.4 | 1–4 | fails: {claim.fails} |" in said


def test_each_plot_is_drawn_and_the_same_twice(tmp_path):
    series = {
        "states": [(1.0, 1.1), (3.0, 0.3)],
        "flow": {"0.8": [1.4], "1.0": [1.8]},
        "line": {"satu_saf": [(0.5, 0.1), (1.2, 2.0)], "dua_saf": [(0.5, 0.0), (1.2, 0.1)]},
        "rows": [(1, 0.2), (3, 0.5)],
    }
    drawn = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        draw_plots([{"series": series}], folder)
        drawn.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert set(drawn[0]) == {"diagram.svg", "bottleneck.svg", "line.svg", "rows.svg"}
    assert drawn[0] == drawn[1]


def test_six_to_the_square_metre_find_room_where_bodies_are_narrow():
    scene = ring.at(6.0)
    places = build(read_level(scene.path), 1).people.position[: scene.crowd["orang"]["count"]]
    apart = cKDTree(places).query(places, 2)[0][:, 1]
    assert len(places) / ring.AREA == pytest.approx(6.0, rel=0.01)
    assert apart.min() > 2.0 * 0.18
