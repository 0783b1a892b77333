import sys

import pytest

from game.guard import REPAIR, complaint, refuse_clashing_pygame


@pytest.fixture
def site(tmp_path):
    """A made-up folder of installed distributions."""

    def install(*names: str) -> list[str]:
        for name in names:
            info = tmp_path / f"{name.replace('-', '_')}-2.6.0.dist-info"
            info.mkdir()
            (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.6.0\n")
        return [str(tmp_path)]

    return install


def test_pygame_ce_alone_is_sound(site):
    assert complaint(site("pygame-ce", "pygame_gui")) is None


@pytest.mark.parametrize("names", [("pygame",), ("pygame", "pygame-ce"), ()])
def test_anything_else_names_what_is_there_and_the_two_commands_that_repair_it(site, names):
    said = complaint(site(*names))
    assert " + ".join(names) in said
    assert all(command in said for command in REPAIR)


def test_a_clash_ends_the_program_with_one_sentence_per_language(site, monkeypatch):
    monkeypatch.setattr(sys, "path", site("pygame", "pygame-ce"))
    with pytest.raises(SystemExit, match=r"pygame-ce saja.*\n.*pygame-ce alone"):
        refuse_clashing_pygame()
