"""What an author is told, word for word."""

import pytest

from game.level.mistake import LevelErrors
from game.level.read import read_level
from game.paths import LEVELS
from tests.small_level import LEVEL, PLACE, told, write

# What was written, what stands there instead, what is said.
SPOILED = [
    ("count: 10", "count: -3", "kecil.yaml:11:35: crowd.massa.count: must be at least 1 (got -3)"),
    ("count: 10", "count: many", "kecil.yaml:11:35: crowd.massa.count: must be a whole number (got many)"),
    ("count: 10", "count: true", "kecil.yaml:11:35: crowd.massa.count: must be a whole number (got true)"),
    ("count: 10", "cuont: 10", "kecil.yaml:11:10: crowd.massa.count: is missing"),
    ("count: 10", "count: 10, mod: 1", "kecil.yaml:11:39: crowd.massa.mod: unknown field; did you mean 'mood'?"),
    ("in: barat", "in: barta", "there is no zone 'barta' (there are: tengah, barat, timur); did you mean 'barat'?"),
    ("role: supporter", "role: suporter", "did you mean 'supporter'?"),
    ("{protest: {}}", "{protes: {}}", "did you mean 'protest'?"),
    ("{go: {to: tengah}}", "{go: {too: tengah}}", "unknown field; did you mean 'to'?"),
    ("{go: {to: tengah}}", "{go: {to: tengah}, stay: {}}", "must be one word with its fields"),
    ("in: barat", "in: barat, among: massa", "kecil.yaml:11:10: crowd.massa: needs exactly one: in or among"),
    ("in: barat", "in: barat, arrives: {at: 5m}", "must come by an exit (there are: timur)"),
    ("count: 10", "count: 9000", "9,000 people in barat, which holds"),
    ("place: lapangan", "place: lapngan", "there is no place 'lapngan'"),
    ("place: lapangan", "place: ../kecil", "there is no place '../kecil'"),
    ('"08:30"', '"8.30"', 'kecil.yaml:6:9: starts: must be a time of day such as "14:30" (got 8.30)'),
    ("elapsed: 10s", "elapsed: 10", "must be a duration such as 90s, 8m or 1m30s (got 10)"),
    ("elapsed: 10s", "elapsde: 10s", "unknown word (got elapsde"),
    ("to: rawan", "to: rusuh", "there is no phase 'rusuh' (there are: aman, rawan, end)"),
    ("start: aman", "start: rawan", "kecil.yaml:18:3: phases.aman: nothing leads from the first phase to this one"),
    ("at: 2s, do", "at: 2s, when: {elapsed: 3s}, do", "phases.aman.injects[0]: needs exactly one: at or when"),
    ("en: Begin.", "n: Begin.", "phases.aman.injects[0].do[0].say.text: the 'en' text is missing"),
    ("en: Small exercise", 'en: ""', "kecil.yaml:2:32: title.en: the 'en' text is missing"),
    ("{id: Latihan kecil, en: Small exercise}", "Latihan", "title: must be written in both languages: id and en"),
    ("rank: kapolres", "rank: jenderal", "seats.kapolres.rank: there is no rank 'jenderal'"),
    ("played_by: trainee", "played_by: nobody", "exactly one seat must be the trainee's"),
    ("commands: all", "commands: [ne1, da1]", "seats.kapolres.commands[1]: there is no unit 'da1' (there are: ne1)"),
    ("agency: polres", "agency: polress", "did you mean 'polres'?"),
    ("bersaf: {ranks: 1}", "bersaf: {ranks: 9}", "units.ne1.formation.bersaf.ranks: must be at most 6 (got 9)"),
    ("facing: 180", "facing: 180, posture: berlindung", "negosiator does not have the posture 'berlindung'"),
    ("best: {threat: 1}", "best: &b {threat: 1}", "kecil.yaml:4:7: YAML anchors and aliases (&, *) are not accepted"),
    ("best: {threat: 1}", "best: !!map {threat: 1}", "YAML tags are not accepted"),
    ("seed: 3", "seed: 3\nseed: 4", "kecil.yaml:9:1: seed: is written twice; the first is on line 8"),
    ("seed: 3", "seed: [3", "is not valid YAML"),
    ("seed: 3", "seed: " + "[" * 41 + "]" * 41, "nested more than 40 deep"),
    ("kapolres: {rank", "instructor: {rank", "the seat 'instructor' is always there and is not written in a level"),
    ("time: 1m", "time: 0s", "kecil.yaml:26:16: limits.time: must be more than 0 (got 0s)"),
    ("elapsed: 5s", "elapsed: 2000m", "elapsed.time: must be at most 86,400 (got 120000.0)"),
    ("format: 1", "format: 2", "kecil.yaml:1:9: format: must be one of: 1 (got 2)"),
]


def test_names_are_checked_also_where_something_else_does_not_fit(tmp_path):
    spoiled = LEVEL.replace("count: 10", "count: -3").replace("{go: {to: tengah}}", "{go: {to: tngah}}")
    everything = "\n".join(told(tmp_path, spoiled.replace("role: supporter", "role: suporter", 1)))
    assert "must be at least 1" in everything
    assert "there is no zone 'tngah'" in everything
    assert "did you mean 'supporter'?" in everything
    assert "'all'" not in everything


@pytest.mark.parametrize(("good", "bad", "said"), SPOILED, ids=[bad[:30] for _, bad, _ in SPOILED])
def test_a_mistake_is_named_with_its_place_and_a_way_out(tmp_path, good, bad, said):
    assert LEVEL.count(good) == 1
    assert any(said in line for line in told(tmp_path, LEVEL.replace(good, bad)))


SPOILED_PLACE = [
    ("[[15, 10], [25, 20]]", "[[30, 20], [38, 28]]", "units.ne1.at: 10 of 10 officers of ne1 cannot stand there"),
    ("[[15, 10], [25, 20]]", "[[15, 10], [45, 20]]", "zones.tengah.shape: reaches outside the ground of 40 × 30 m"),
    ("[[15, 10], [25, 20]]", "[[15, 10], [15, 20]]", "zones.tengah.shape: this shape has no area"),
    (  # its two halves, one to the left and one to the right, come to nothing
        "[[15, 10], [25, 20]]",
        "[[15, 10], [25, 20], [25, 10], [15, 20]]",
        "zones.tengah.shape: the outline crosses itself",
    ),
    (
        "[[15, 10], [25, 20]]",
        "[[15, 10], [25, 20], [25, 10], [15, 18]]",
        "zones.tengah.shape: the outline crosses itself",
    ),
    ("[[15, 10], [25, 20]]", "[[15, 10]]", "zones.tengah.shape: must have at least 2"),
    ("[[15, 10], [25, 20]]", "[[15, 10], [25, .nan]]", "zones.tengah.shape[1][1]: must be a number (got nan)"),
    ("timur: {shape", "barat: {shape", "exits.barat: 'barat' is the name of a zone already"),
    ("line: [[10, 2], [10, 12]]", "line: [[10, 0], [10, 30]]", "massa cannot walk to 'tengah'"),
    ("exits:\n  timur: {shape: [[37, 5], [40, 12]]}\n", "", "places/lapangan.yaml:1:1: exits: must have at least 1"),
    (
        "[[10, 2], [10, 12]]",
        "[[10, 2], [10, 12], [14, 7], [6, 7]]",
        "places/lapangan.yaml:9:25: walls[0].line: this line crosses or runs over itself; write it as several walls",
    ),
    ("[[10, 2], [10, 12]]", "[[10, 2], [10, 12], [10, 5]]", "walls[0].line: this line crosses or runs over itself"),
    (
        "[[10, 2], [10, 12]]}",
        "[[10, 2], [10, 12]]}\n  - {kind: wall, line: [[10, 8], [10, 16]]}",
        "places/lapangan.yaml:10:24: walls[1].line: overlaps walls[0].line; move one of them or make them one",
    ),
    (
        "gudang: {shape: [[30, 20], [38, 28]]}",
        "gudang: {shape: [[30, 20], [38, 28]]}\n  kios: {shape: [[36, 26], [39, 29]]}",
        "buildings.kios.shape: overlaps buildings.gudang.shape",
    ),
    (
        "gudang: {shape: [[30, 20], [38, 28]]}",
        "gudang: {shape: [[30, 20], [38, 28]]}\n  kembar: {shape: [[30, 20], [38, 28]]}",
        "buildings.kembar.shape: overlaps buildings.gudang.shape",
    ),
    (
        "gudang: {shape: [[30, 20], [38, 28]]}",
        "gudang: {shape: [[30, 20], [38, 28]]}\n  silang: {shape: [[28, 21], [40, 22]]}",
        "buildings.silang.shape: overlaps buildings.gudang.shape",
    ),
    (
        "gudang: {shape: [[30, 20], [38, 28]]}",
        "gudang: {shape: [[36, 18], [37, 30]]}\n  silang: {shape: [[28, 21], [38, 22]]}",
        "buildings.silang.shape: overlaps buildings.gudang.shape",
    ),
    ("kind: fence", "kind: hedge", "walls[0].kind: must be one of: fence, wall (got hedge)"),
]


@pytest.mark.parametrize(
    "more",
    [
        "walls:\n  - {kind: wall, line: [[10, 12], [20, 12]]}\n",
        "walls:\n  - {kind: wall, line: [[10, 12], [10, 16]]}\n",
        "walls:\n  - {kind: wall, line: [[12, 3], [12, 8], [9, 8]]}\n",
        "walls:\n  - {kind: wall, line: [[12, 22], [20, 22], [20, 28], [12, 28], [12, 22]]}\n",
    ],
    ids=["joins at a corner", "goes on", "meets another in its middle", "closes"],
)
def test_walls_may_join_and_close(tmp_path, more):
    read_level(write(tmp_path, place=PLACE.replace("walls:\n", more)))


@pytest.mark.parametrize(("good", "bad", "said"), SPOILED_PLACE, ids=[said[:40] for *_, said in SPOILED_PLACE])
def test_a_mistake_of_the_place_is_named_too(tmp_path, good, bad, said):
    assert PLACE.count(good) == 1
    assert any(said in line for line in told(tmp_path, place=PLACE.replace(good, bad)))


SPOILED_SHELF = [
    (
        "roles.yaml",
        "predisposition: {low: 0.2,",
        "predisposition: {low: 2.2,",
        "roles.supporter.predisposition: must be at most 1",
    ),
    ("roles.yaml", "unity: 0.15", "unity: .nan", "roles.supporter.unity: must be a number (got nan)"),
    ("roles.yaml", "radius: {low: 0.18", "radius: {low: 0", "roles.supporter.radius: must be at least 0.1 (got 0)"),
    (
        "units.yaml",
        "brace: {siap: 120}",
        "brace: {siaga: 120}",
        "units.negosiator.brace: needs one value for each posture: siap",
    ),
    ("units.yaml", "[bersaf, banjar_tiga]", "[bersap, banjar_tiga]", "there is no formation 'bersap'"),
    ("units.yaml", "rank: danton", "rank: dantn", "units.negosiator.rank: there is no rank 'dantn'"),
]


@pytest.mark.parametrize(("file", "good", "bad", "said"), SPOILED_SHELF, ids=[said[:40] for *_, said in SPOILED_SHELF])
def test_a_mistake_of_the_catalogue_is_named_too(tmp_path, file, good, bad, said):
    text = (LEVELS / "catalogue" / file).read_text(encoding="utf-8")
    assert good in text
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
    assert any(said in line for line in told(tmp_path))


def test_a_doctrine_with_an_order_too_few_or_too_many_is_refused(tmp_path):
    text = (LEVELS / "doctrines" / "polri2025.yaml").read_text(encoding="utf-8")
    (tmp_path / "doctrines").mkdir()
    (tmp_path / "doctrines" / "polri2025.yaml").write_text(text.replace("  hold:", "  halt:"), encoding="utf-8")
    missing, strange = [line.split(": ", 2)[2] for line in told(tmp_path)]
    assert missing == "there is no rule for the order 'hold'"
    assert strange.startswith("there is no order 'halt' (there are: account, ")


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path):
    lines = told(tmp_path, LEVEL.replace("count: 10", "count: 0"), PLACE.replace("kind: fence", "kind: hedge"))
    assert [line.split(":")[0] for line in lines] == ["kecil.yaml", "places/lapangan.yaml"]


def test_officers_count_among_the_most_people(tmp_path):
    unit = "  u{}: {{type: dalmas_awal, agency: polres, at: tengah, formation: {{bersaf: {{ranks: 2}}}}}}\n"
    units = "".join(unit.format(number) for number in range(400))
    (line,) = told(tmp_path, LEVEL.replace("start: aman", f"{units}start: aman"))
    assert line.startswith("kecil.yaml:14:1: units: ")
    assert line.endswith(" people, 10,000 at most")


def test_a_zone_that_overflows_is_told_once(tmp_path):
    group = "  g{}: {{role: supporter, count: 400, in: barat, plan: [{{protest: {{}}}}]}}\n"
    groups = "".join(group.format(number) for number in range(5))
    (line,) = told(tmp_path, LEVEL.replace("seats:", f"{groups}seats:"))
    assert "crowd.g1.count: 810 people in barat" in line


def test_an_exercise_without_a_way_out_or_a_limit_is_refused(tmp_path):
    endless = LEVEL.replace("to: end", "to: aman").replace("limits: {time: 1m}\n", "")
    assert told(tmp_path, endless) == [
        "kecil.yaml:17:1: phases: the exercise cannot end: nothing leads to 'end' and there is no limits.time"
    ]


def test_the_same_is_said_in_indonesian(tmp_path):
    with pytest.raises(LevelErrors) as caught:
        read_level(write(tmp_path, LEVEL.replace("in: barat", "in: barta")))
    assert "tidak ada zona bernama 'barta'" in caught.value.tell("id")
    assert "maksud Anda 'barat'?" in caught.value.tell("id")
