"""What the command line answers, and with which exit code; product.md."""

import json
from pathlib import Path

import pytest

from game.cli import main
from game.cli.outcome import Exit
from game.session.claim import claimed
from tests import small_level


@pytest.fixture
def level(tmp_path):
    return small_level.write(tmp_path, small_level.LONGER)


@pytest.fixture
def sispamkota(capsys, monkeypatch):
    """Runs a command; gives its exit code and all that it printed."""
    monkeypatch.setenv("LC_ALL", "C")

    def run(*tokens):
        with pytest.raises(SystemExit) as left:
            main([str(token) for token in tokens])
        printed = capsys.readouterr()
        return left.value.code, printed.out + printed.err

    return run


def test_a_run_says_how_it_went_and_where_it_lies(sispamkota, level, tmp_path):
    code, said = sispamkota("run", level, "--seconds", "2", "--out", tmp_path / "a", "--commander", "tenang")
    assert code == Exit.DONE
    assert said.startswith("Selesai: fase aman")
    assert str(tmp_path / "a") in said
    assert "[+] Tidak ada yang terluka.\n" in said
    assert len(said.splitlines()) == 11  # and the ten lines of its verdict
    assert json.loads((tmp_path / "a" / "summary.json").read_text())["end"] == "time"


def test_a_run_can_be_verified_exported_and_recorded_over(sispamkota, level, tmp_path):
    folder = tmp_path / "a"
    assert sispamkota("run", level, "--seconds", "1", "--out", folder)[0] == Exit.DONE
    assert sispamkota("run", level, "--seconds", "2", "--out", folder)[0] == Exit.DONE
    assert sispamkota("replay", folder, "--verify", "--lang", "en") == (Exit.DONE, "The same: 3 states compared.\n")
    assert sispamkota("export", folder, "--to", "jupedsim")[0] == Exit.DONE
    assert (tmp_path / "a.sqlite").stat().st_size > 1000


def test_the_orders_of_a_recording_can_be_given_again(sispamkota, level, tmp_path):
    asked = ("run", level, "--seconds", "3", "--out")
    sispamkota(*asked, tmp_path / "a", "--commander", "tenang")
    sispamkota(*asked, tmp_path / "b", "--orders", tmp_path / "a" / "recording.jsonl")
    hashes = [json.loads((tmp_path / name / "summary.json").read_text())["state_hash"] for name in "ab"]
    assert hashes[0] == hashes[1]


def order(tick, **what):
    return json.dumps({"tick": tick, "seat": "kapolres", "do": what})


def test_orders_are_given_in_the_sequence_of_their_ticks_and_who_came_too_late_is_told(sispamkota, level, tmp_path):
    orders = tmp_path / "perintah.jsonl"
    late, early = order(45, raise_flag={"flag": "kuning"}), order(15, hold={"unit": "da1"})
    orders.write_text("\n".join([order(90, hold={"unit": "da1"}), late, early, order(9000, hold={"unit": "da1"})]))
    code, said = sispamkota("run", level, "--seconds", "2", "--out", tmp_path / "a", "--orders", orders, "--lang", "en")
    assert code == Exit.DONE
    assert said.endswith("Never given: 2 orders of the file, from second 3 on; the exercise ended first.\n")
    recorded = [json.loads(line) for line in (tmp_path / "a" / "recording.jsonl").read_text().splitlines()]
    assert [line["tick"] for line in recorded if "do" in line] == [15, 45]


@pytest.mark.parametrize(
    "orders",
    [
        b"\x00\xff\xfe",
        b"[" * 5000,
        b'{"tick": 1e400, "seat": "kapolres", "do": {"hold": {"unit": "da1"}}}',
        b'{"tick": 3, "seat": "kapolres", "do": {"hold": {"unit": "\\ud800"}}}',
        b'{"tick": 3, "seat": "kapolres", "do": {"move": {"unit": "da1", "to": [NaN, Infinity]}}}',
        b'{"tick": 3, "seat": "kapolres", "do": ' + b'{"a": ' * 900 + b"1" + b"}" * 901,
        b'{"tick": 3, "seat": "kapolres", "do": {"account": {"event": 1, "why": "other", "note": "'
        + b"x" * 100_000
        + b'"}}}',
    ],
    ids=["bytes", "brackets", "infinite", "half a character", "no numbers", "deep", "long"],
)
def test_a_file_of_orders_that_is_none_is_wrong_input_in_one_sentence(sispamkota, level, tmp_path, orders):
    (tmp_path / "perintah.jsonl").write_bytes(orders)
    code, said = sispamkota("run", level, "--out", tmp_path / "a", "--orders", tmp_path / "perintah.jsonl")
    assert code == Exit.WRONG_INPUT
    assert said.startswith(f"{tmp_path}/perintah.jsonl:1:1: ")
    assert len(said) < 1000
    assert not (tmp_path / "a").exists()


def test_a_recording_that_differs_is_exit_4(sispamkota, level, tmp_path):
    sispamkota("run", level, "--seconds", "2", "--out", tmp_path / "a")
    path = tmp_path / "a" / "recording.jsonl"
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    lines[2]["hash"] = "0" * 64
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert sispamkota("replay", tmp_path / "a", "--verify") == (Exit.DIFFERS, "Berbeda mulai detik 1.\n")


def test_a_recording_from_elsewhere_is_compared_with_a_word_about_it(sispamkota, level, tmp_path):
    sispamkota("run", level, "--seconds", "1", "--out", tmp_path / "a")
    path = tmp_path / "a" / "recording.jsonl"
    header, rest = path.read_text().split("\n", 1)
    plain = json.loads(header)
    plain["header"]["versions"]["numpy"] = "1.0"
    path.write_text(json.dumps(plain) + "\n" + rest)
    code, said = sispamkota("replay", tmp_path / "a", "--verify", "--lang=en")
    assert code == Exit.DONE
    assert "Recorded with numpy 1.0; here it is numpy" in said


def test_a_recording_of_another_version_is_refused_in_one_sentence(sispamkota, tmp_path):
    (tmp_path / "recording.jsonl").write_text('{"header": {"format": 2, "versions": {"game": "9.9"}}}\n')
    code, said = sispamkota("replay", tmp_path, "--verify", "--lang", "en")
    assert code == Exit.WRONG_INPUT
    assert said.count("\n") == 1
    assert "is of another version (9.9)" in said


def test_a_torn_recording_is_compared_up_to_where_it_ends(sispamkota, level, tmp_path):
    sispamkota("run", level, "--seconds", "2", "--out", tmp_path / "a")
    path = tmp_path / "a" / "recording.jsonl"
    path.write_bytes(path.read_bytes()[:-150])
    code, said = sispamkota("replay", tmp_path / "a", "--verify", "--lang", "en")
    assert code == Exit.DONE
    assert "cut off; read up to second 1" in said


@pytest.mark.parametrize(
    ("tokens", "code", "part"),
    [
        (["run", "tidak-ada", "--out", "x"], Exit.WRONG_INPUT, "Tidak ada level 'tidak-ada'; level bawaan: kantor-kpu"),
        (["run", "kantor-kpu-pag", "--out", "x"], Exit.WRONG_INPUT, "Maksud Anda 'kantor-kpu-pagi'?"),
        (["run", "a/tidak-ada.yaml", "--out", "x"], Exit.WRONG_INPUT, "a/tidak-ada.yaml:1:1: berkas tidak ada"),
        (["export", "/", "--to", "jupedsim"], Exit.WRONG_INPUT, "Tidak ada rekaman di /."),
        (["replay", "tidak-ada", "--verify"], Exit.WRONG_INPUT, "Tidak ada rekaman di tidak-ada."),
        (["export", "tidak-ada", "--to", "jupedsim"], Exit.WRONG_INPUT, "Tidak ada rekaman di tidak-ada."),
        (["check", "tidak-ada.yaml"], Exit.WRONG_INPUT, "tidak-ada.yaml:1:1"),
        (["--version"], Exit.DONE, "0."),
        (["--help"], Exit.DONE, "replay"),
        (["check", "--lang", "fr"], Exit.WRONG_USAGE, "--lang mengenal id dan en (tertulis 'fr')."),
    ],
)
def test_each_wrong_turn_has_its_exit_code_and_its_sentence(sispamkota, tokens, code, part, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    got, said = sispamkota(*tokens)
    assert got == code
    assert part in said
    assert "Traceback" not in said


def test_an_unknown_commander_is_wrong_usage(sispamkota, level, tmp_path):
    code, said = sispamkota("run", level, "--out", tmp_path / "a", "--commander", "galak")
    assert (code, said) == (Exit.WRONG_USAGE, "Tidak ada komandan 'galak'; yang ada: buku, diam, keras, tenang.\n")


def test_a_level_with_mistakes_is_told_with_its_places(sispamkota, tmp_path):
    level = small_level.write(tmp_path, small_level.LEVEL.replace("count: 10", "count: banyak"))
    code, said = sispamkota("run", level, "--out", tmp_path / "a")
    assert code == Exit.WRONG_INPUT
    assert f"{level}:11:35: crowd.massa.count" in said
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("[[10, 2], [10, 12]]", "[[10, 2], [10, 12], [14, 7], [6, 7]]", "lapangan.yaml:9:25: walls[0].line: "),
        ("[[10, 2], [10, 12]]", "[[10, 2], [10, 12], [10, 5]]", "lapangan.yaml:9:25: walls[0].line: "),
        ("[[15, 10], [25, 20]]", "[[15, 10], [45, 20]]", "lapangan.yaml:11:19: zones.tengah.shape: "),
        ("[[10, 2], [10, 12]]", "[[10, 0], [10, 30]]", "kecil.yaml:11:67: crowd.massa.plan[0].go"),
        ("[[15, 10], [25, 20]]", "[[15, 10], [15, 20]]", "lapangan.yaml:11:19: zones.tengah.shape: "),
        ("[[15, 10], [25, 20]]", "[[15, 10], [25, .nan]]", "lapangan.yaml:11:35: zones.tengah.shape[1][1]: "),
        ("count: 10, in: barat", "count: 20000, in: barat", "kecil.yaml:11:35: crowd.massa.count: "),
        ("count: 10, in: barat", "count: 2000, in: barat", "kecil.yaml:11:35: crowd.massa.count: "),
    ],
    ids=["crosses itself", "over itself", "outside", "no way", "no area", "no number", "too many", "too dense"],
)
def test_run_refuses_what_check_refuses_and_says_the_same(sispamkota, tmp_path, good, bad, said):
    level = small_level.write(tmp_path, small_level.LEVEL.replace(good, bad), small_level.PLACE.replace(good, bad))
    checked = sispamkota("check", level, "--lang", "en")
    assert checked[0] == Exit.WRONG_INPUT
    assert said in checked[1]
    assert sispamkota("run", level, "--out", tmp_path / "a", "--lang", "en") == checked
    assert not (tmp_path / "a").exists()


def test_check_answers_as_json_for_editors(sispamkota, tmp_path):
    level = small_level.write(tmp_path, small_level.LEVEL.replace("seed: 3", "sead: 3"))
    code, said = sispamkota("check", level, "--json")
    assert code == Exit.WRONG_INPUT
    assert {mistake["code"] for mistake in json.loads(said)} == {"missing", "unknown_field"}


def test_a_folder_that_is_no_recording_is_left_alone(sispamkota, level, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "skripsi.docx").touch()
    code, said = sispamkota("run", level, "--out", tmp_path / "a")
    assert code == Exit.WRONG_INPUT
    assert said.startswith(f"{tmp_path / 'a'} berisi sesuatu yang bukan rekaman")


def test_a_folder_that_cannot_be_made_is_told(sispamkota, level, tmp_path):
    (tmp_path / "berkas").touch()
    code, said = sispamkota("run", level, "--out", tmp_path / "berkas" / "a")
    assert code == Exit.WRONG_INPUT
    assert said.startswith(f"Tidak dapat merekam di {tmp_path / 'berkas' / 'a'}: ")


def test_a_recording_is_not_compared_beyond_its_end(sispamkota, level, tmp_path):
    sispamkota("run", level, "--seconds", "2", "--out", tmp_path / "a")
    code, said = sispamkota("replay", tmp_path / "a", "--verify", "--from", "9e9")
    assert (code, said) == (Exit.WRONG_INPUT, "Rekaman ini berakhir di detik 2; pilih --from yang lebih kecil.\n")


def test_an_export_overwrites_exports_only(sispamkota, level, tmp_path, monkeypatch):
    sispamkota("run", level, "--seconds", "1", "--out", tmp_path / "a")
    (tmp_path / "skripsi.docx").write_text("bab satu")
    asked = ("export", tmp_path / "a", "--to", "jupedsim", "--out")
    code, said = sispamkota(*asked, tmp_path / "skripsi.docx")
    assert (code, said.count("\n")) == (Exit.WRONG_INPUT, 1)
    assert said.startswith(f"{tmp_path / 'skripsi.docx'} bukan hasil ekspor")
    assert (tmp_path / "skripsi.docx").read_text() == "bab satu"
    missing = tmp_path / "tidak-ada" / "x.sqlite"
    assert sispamkota(*asked, missing) == (
        Exit.WRONG_INPUT,
        f"Tidak dapat menulis {missing}: berkas atau foldernya tidak ada.\n",
    )
    monkeypatch.chdir(tmp_path / "a")
    for _ in range(2):
        assert sispamkota("export", ".", "--to", "jupedsim") == (Exit.DONE, f"Ditulis: {tmp_path / 'a.sqlite'}\n")


def test_a_folder_in_which_somebody_records_is_left_to_them(sispamkota, level, tmp_path):
    with claimed(tmp_path):
        code, said = sispamkota("run", level, "--seconds", "1", "--out", tmp_path, "--lang", "en")
    assert code == Exit.WRONG_INPUT
    assert said.startswith(f"Cannot record in {tmp_path}: another exercise is being recorded there.")


def test_a_fault_that_cannot_even_be_saved_is_told(sispamkota, level, tmp_path, monkeypatch):
    def broken(session):
        raise ZeroDivisionError

    (tmp_path / "berkas").touch()
    monkeypatch.setattr("game.session.session.Session.tick", broken)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "berkas"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "berkas"))
    code, said = sispamkota("run", level, "--out", tmp_path / "a", "--lang", "en")
    assert code == Exit.OUR_FAULT
    assert said.startswith("Sorry, this is a fault of our program (ZeroDivisionError()).")


def test_a_fault_of_ours_is_saved_and_named(sispamkota, level, tmp_path, monkeypatch):
    def broken(session):
        raise ZeroDivisionError

    monkeypatch.setattr("game.session.session.Session.tick", broken)
    code, said = sispamkota("run", level, "--seconds", "2", "--out", tmp_path / "a", "--lang", "en")
    assert code == Exit.OUR_FAULT
    assert said.count("\n") == 1
    report = said.split()[-1]
    assert "ZeroDivisionError" in Path(report).read_text()


@pytest.fixture
def no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)


def test_the_game_without_a_screen_runs_by_itself_and_says_where_record_and_picture_lie(sispamkota, level, no_screen):
    code, said = sispamkota("play", level, "--lang", "en")
    assert code == Exit.DONE
    assert said.startswith("There is no display to open a window on; use 'sispamkota run'.")
    picture = Path(said.split()[-1])
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert json.loads((picture.parent / "summary.json").read_text())["seconds"] == 60.0


def test_a_game_that_can_record_nowhere_says_what_to_do(sispamkota, level, no_screen, tmp_path, monkeypatch):
    (tmp_path / "berkas").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "berkas"))
    code, said = sispamkota("play", level, "--lang", "en")
    assert code == Exit.WRONG_INPUT
    assert said.splitlines()[-1] == (
        "Your folder of recordings cannot be written to: a file stands where a folder should be. "
        f"Use 'sispamkota run {level} --out FOLDER'."
    )


def test_a_replay_without_a_screen_says_what_works_without_one(sispamkota, no_screen, tmp_path):
    code, said = sispamkota("replay", tmp_path)
    assert code == Exit.WRONG_INPUT
    assert "--verify" in said
