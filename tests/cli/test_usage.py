"""What was typed wrongly is told in one sentence of the chosen language, with where help is."""

import pytest

from game.cli import main
from game.cli.outcome import Exit

RUN = ["run", "x", "--out", "y"]


@pytest.fixture
def told(capsys, monkeypatch):
    """Runs a command that is typed wrongly; gives what is said."""
    monkeypatch.setenv("LC_ALL", "C")

    def run(*tokens):
        with pytest.raises(SystemExit) as left:
            main(tokens)
        assert left.value.code == Exit.WRONG_USAGE
        return capsys.readouterr().err

    return run


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        (["terbang"], "Tidak ada perintah 'terbang'; yang ada: play, run, check, replay, export, bench."),
        (["rum"], "Tidak ada perintah 'rum'; yang ada: play, run, check, replay, export, bench. Maksud Anda 'run'?"),
        (["run"], "LEVEL belum diisi."),
        (["run", "x", "--out"], "--out belum diisi."),
        (["run", "x", "--otu", "y"], "Tidak ada pilihan '--otu'. Maksud Anda '--out'?"),
        (["check", "--jso"], "Tidak ada pilihan '--jso'. Maksud Anda '--json'?"),
        (["check", "--json=x"], "--json ditulis tanpa nilai (tertulis 'x')."),
        (["replay"], "FOLDER belum diisi."),
        (["run", "x", "y", "--out", "z"], "'y' berlebih di sini."),
        ([*RUN, "--out", "z"], "--out ditulis dua kali."),
        ([*RUN, "--seed"], "--seed belum diisi."),
        ([*RUN, "--seed", "-1"], "--seed harus berupa bilangan bulat ≥ 0 (tertulis '-1')."),
        ([*RUN, "--seed", "abc"], "--seed harus berupa bilangan bulat ≥ 0 (tertulis 'abc')."),
        ([*RUN, "--seconds", "0"], "--seconds harus berupa bilangan > 0 (tertulis '0')."),
        ([*RUN, "--seconds", "nan"], "--seconds harus berupa bilangan > 0 (tertulis 'nan')."),
        (["export", "x", "--to", "excel"], "--to harus berupa salah satu dari: jupedsim (tertulis 'excel')."),
        (
            ["export", "x", "--to", "jupedsim", "--hz", "31"],
            "--hz harus berupa bilangan bulat ≥ 1, ≤ 30 (tertulis '31').",
        ),
        ([*RUN, "--frames-hz", "7"], "--frames-hz harus berupa salah satu dari: 1, 2, 3, 5, 6, 10, 15, 30"),
        (["bench", "20"], "SIZES harus berupa bilangan bulat ≥ 100, ≤ 10000 (tertulis '20')."),
    ],
)
def test_each_slip_is_told_with_what_would_be_right(told, tokens, said):
    answer = told(*tokens)
    assert answer.startswith(said)
    assert answer.count("\n") == 1
    assert answer.rstrip().endswith("--help'.")


def test_it_is_told_in_english_where_that_is_asked_for(told):
    assert told("rum", "--lang", "en").endswith("Did you mean 'run'? See 'sispamkota --help'.\n")
    assert told(*RUN, "--seed", "x", "--lang", "en") == (
        "--seed must be a whole number ≥ 0 (got 'x'). See 'sispamkota run --help'.\n"
    )
