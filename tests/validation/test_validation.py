"""The page says what the runs came to, and does not hide where force did better."""

import copy

import pytest

from tests import small_level
from tests.validation import stamp
from tests.validation.page import page
from tests.validation.runs import Run, held

STAMP = {"commit": "0123456789ab", "date": "2026-01-31", "machine": "x86_64, 2 cores", "wall_seconds": 61}
RELIEFS = [{"seed": 1, "newtons": 0.0, "seconds": 31.5, "worst_gap": 0.62}]


@pytest.fixture(scope="module")
def quiet(tmp_path_factory):
    """Ten seconds of a small exercise under the commander who does nothing."""
    path = small_level.write(tmp_path_factory.mktemp("levels"), small_level.LONGER)
    return held(Run(path, "diam", 1, 10.0))


def as_held_by(run, commander, **changes):
    return copy.deepcopy(run) | {"commander": commander, **changes}


def test_a_run_is_summed_up_with_what_moved_the_crowd(quiet):
    assert (quiet["commander"], quiet["seed"], quiet["seconds"]) == ("diam", 1, 10.0)
    assert set(quiet["causes"]) == {"anger", "fear", "trust", "unity"}
    assert "contagion" in quiet["causes"]["anger"]


def test_every_run_has_a_row_and_every_commander_a_column(quiet):
    text = page({"kecil.yaml": [quiet, as_held_by(quiet, "keras")]}, RELIEFS, STAMP)
    assert "| diam | 1 | 1, 1 | 0, 0 (0) |" in text
    assert "|  | diam | keras |" in text
    assert "| 1 | 0.00 | 31.50 | 0.62 |" in text
    assert "commit 0123456789ab, 2026-01-31" in text


def test_where_force_does_better_the_page_says_so(quiet):
    worse = as_held_by(quiet, "diam", highest_threat=4)
    text = page({"kecil.yaml": [worse, as_held_by(quiet, "keras")]}, RELIEFS, STAMP)
    assert "than `diam`: highest threat 1.00 against 4.00." in text


def test_where_force_does_no_better_the_page_says_that(quiet):
    hurt = as_held_by(quiet, "keras", hurt={"civilians": 3, "officers": 0}, calm=False)
    text = page({"kecil.yaml": [quiet | {"calm": True}, hurt]}, RELIEFS, STAMP)
    assert "than `diam`: nowhere in these measures." in text


def test_every_level_has_its_part_and_only_where_the_strict_one_held_it_are_they_compared(quiet):
    text = page({"kecil.yaml": [quiet], "lain.yaml": [quiet, as_held_by(quiet, "keras")]}, RELIEFS, STAMP)
    assert text.index("## `kecil.yaml`, seeds 1") < text.index("## `lain.yaml`, seeds 1")
    assert text.count("### Where `keras` does better") == 1


def test_a_validation_of_uncommitted_code_or_of_no_known_commit_is_stale():
    assert stamp.stale(STAMP)
    assert stamp.stale(STAMP | {"commit": "0123456789ab+"})


def test_a_validation_is_stamped_with_where_and_when():
    stamped = stamp.stamp(12.4)
    assert set(stamped) == set(STAMP)
    assert stamped["wall_seconds"] == 12
