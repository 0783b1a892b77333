import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.level.check import check, list_levels
from game.level.document import read_document
from game.level.mistake import LevelErrors
from game.level.read import read_level, read_texts
from game.level.schema import Level
from game.paths import LEVELS
from tests.small_level import LEVEL, write


@pytest.fixture
def level(tmp_path):
    return read_level(write(tmp_path))


def test_a_level_knows_what_it_names(level):
    assert level.starts == 8.5 * 3600
    assert list(level.place.everywhere) == ["tengah", "barat", "timur"]
    assert level.ladder.name == "polri2025"
    assert level.district.agencies["polres"].id == "Polres Arunika"
    assert level.catalogue.units["negosiator"].call == "NE"


def test_a_level_keeps_every_file_it_was_read_from(level):
    again = read_texts({file.path: file.text for file in level.files}, "kecil.yaml")
    assert [file.path for file in level.files][:2] == ["kecil.yaml", "places/lapangan.yaml"]
    assert [file.sha256 for file in again.files] == [file.sha256 for file in level.files]
    assert again.phases == level.phases


def test_a_recording_that_lacks_a_file_says_which(level):
    texts = {file.path: file.text for file in level.files if file.path != "catalogue/roles.yaml"}
    with pytest.raises(LevelErrors, match=r"catalogue/roles\.yaml:1:1: there is no such file"):
        read_texts(texts, "kecil.yaml")


def test_conditions_may_leave_their_first_field_unnamed(tmp_path):
    short = LEVEL.replace("elapsed: 10s", "not: {any: [{elapsed: 10s}, {threat_at_least: 3}]}")
    long = LEVEL.replace(
        "elapsed: 10s", "not: {of: {any: {of: [{elapsed: {time: 10s}}, {threat_at_least: {class: 3}}]}}}"
    )
    assert read_level(write(tmp_path, short)).phases == read_level(write(tmp_path, long)).phases


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing.yaml", "there is no such file"),
        ("kantor-kpu-pagi.yaml", "there is no such file"),  # the shipped one of that name is another file
        ("kecil.yaml/deeper.yaml", "there is no such file"),
        ("folder.yaml", "is not an ordinary file"),
        ("binary.yaml", "is not UTF-8 text"),
        ("pipe.yaml", "is not an ordinary file"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path, path, said):
    write(tmp_path)
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "binary.yaml").write_bytes(b"\x7fELF\x02\x01\x01\x00\xff")
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(LevelErrors) as caught:
        read_level(tmp_path / path)
    assert said in caught.value.mistakes[0].tell("en")


def test_a_link_out_of_the_folder_is_no_place(tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: 1")
    folder = tmp_path / "levels"
    folder.mkdir()
    path = write(folder, LEVEL.replace("place: lapangan", "place: rahasia"))
    (folder / "places" / "rahasia.yaml").symlink_to(outside)
    with pytest.raises(LevelErrors, match="there is no place 'rahasia'"):
        read_level(path)


def test_check_looks_into_folders_and_at_files_on_their_own(tmp_path):
    path = write(tmp_path, LEVEL.replace("count: 10", "count: 0"), "format: 1\n")
    assert {(mistake.file.rpartition("/")[2], mistake.code) for mistake in check([tmp_path])} >= {
        ("kecil.yaml", "at_least"),
        ("lapangan.yaml", "missing"),
    }
    assert len(check([path, path])) == len(check([path]))
    assert [mistake.code for mistake in check([tmp_path / "nowhere.yaml"])] == ["no_file"]


def test_a_folder_without_levels_is_said_to_be_one(tmp_path):
    assert [mistake.code for mistake in check([tmp_path])] == ["no_levels"]


def test_the_list_of_levels_shows_the_spoiled_ones_too(tmp_path):
    write(tmp_path)
    (tmp_path / "rusak.yaml").write_text("{")
    good, bad = list_levels(tmp_path)
    assert isinstance(good, Level)
    assert isinstance(bad, LevelErrors)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    for mistake in read_document("x.yaml", content).mistakes:
        assert mistake.tell("id")
        assert mistake.line >= 1


SHIPPED = {path.relative_to(LEVELS).as_posix(): path.read_text(encoding="utf-8") for path in LEVELS.rglob("*.yaml")}
SCRAPS = st.sampled_from(
    [
        "",
        "-1",
        "0",
        "1e999",
        ".nan",
        "true",
        "~",
        "[]",
        "{}",
        "[[1, 2]]",
        "{a: b}",
        "x",
        '""',
        "2s..1s",
        "99999999999999999999",
    ]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(SHIPPED)), st.data())
def test_any_spoiled_level_is_read_or_refused(name, data):
    """One value of one shipped file is replaced by something else."""
    values = sorted(read_document(name, SHIPPED[name].encode()).places.values())
    line, column = data.draw(st.sampled_from(values))
    lines = SHIPPED[name].splitlines()
    lines[line - 1] = lines[line - 1][: column - 1] + data.draw(SCRAPS)
    for mistake in mistakes_of({**SHIPPED, name: "\n".join(lines)}, level_of(name)):
        assert all(mistake.tell(language) for language in ("id", "en"))


def level_of(name):
    """A shipped level that reads the file `name`."""
    if "/" not in name:
        return name
    return "kantor-kpu-pagi.yaml" if name == "places/kantor-kpu.yaml" else "pleno-kpu.yaml"


def mistakes_of(texts, level):
    """What is wrong with the shipped `level` when the files say `texts`."""
    try:
        read_texts(texts, level)
    except LevelErrors as wrong:
        return wrong.mistakes
    return ()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
@pytest.mark.parametrize("closed", ["places", "places/lapangan.yaml", "kecil.yaml", "."])
def test_what_may_not_be_read_is_told(tmp_path, closed):
    level = write(tmp_path)
    (tmp_path / closed).chmod(0)
    try:
        said = "\n".join(mistake.tell("en") for mistake in check([level]))
        assert "permission denied" in said or "there is no place 'lapangan'" in said
    finally:
        (tmp_path / closed).chmod(0o700)


def test_a_file_that_cannot_be_opened_is_told_with_the_reason(tmp_path):
    (tmp_path / "lingkar.yaml").symlink_to("lingkar.yaml")
    with pytest.raises(LevelErrors) as wrong:
        read_level(tmp_path / "lingkar.yaml")
    assert wrong.value.tell("en").endswith("lingkar.yaml:1:1: cannot be read: the links lead round in a circle")
