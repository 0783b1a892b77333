from pathlib import Path

import numba

from game.world.cells import nearest_to
from game.world.compiled import KEPT, folder


def sources(where: Path, helper: str) -> Path:
    """A package of two files, one of which calls the other."""
    where.mkdir(exist_ok=True)
    (where / "loop.py").write_text("from helper import half")
    (where / "helper.py").write_text(helper)
    return where


def test_a_change_of_any_file_makes_its_own_machine_code(tmp_path):
    before = folder(sources(tmp_path / "package", "half = 0.5"), tmp_path)
    after = folder(sources(tmp_path / "package", "half = 0.6"), tmp_path)
    assert before != after
    assert folder(sources(tmp_path / "package", "half = 0.5"), tmp_path) == before


def test_machine_code_of_the_latest_states_alone_is_kept(tmp_path):
    for state in range(KEPT + 3):
        folder(sources(tmp_path / "package", f"half = {state}"), tmp_path).mkdir()
    left = list(tmp_path.glob("compiled-*"))
    assert len(left) == KEPT
    assert folder(tmp_path / "package", tmp_path) in left


def test_the_program_keeps_its_machine_code_there():
    assert numba.config.CACHE_DIR == str(folder())
    assert nearest_to.targetoptions["forceinline"]
