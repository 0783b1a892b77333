import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import paths


def test_a_checkout_uses_its_own_assets_and_levels():
    assert paths.ASSETS == Path(__file__).resolve().parents[1] / "assets"
    assert paths.LEVELS == Path(__file__).resolve().parents[1] / "levels"


def test_an_installed_package_uses_the_copy_it_carries(tmp_path, monkeypatch):
    (tmp_path / "game" / "_data").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "game")
    assert paths.data_folder() == tmp_path / "game" / "_data"


def test_a_district_may_keep_its_levels_elsewhere(tmp_path):
    shown = subprocess.run(
        [sys.executable, "-c", "from game.paths import LEVELS; print(LEVELS)"],
        env=os.environ | {"SISPAMKOTA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(shown.stdout.strip()) == tmp_path.resolve() / "levels"


def test_the_users_folder_is_made_when_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    made = paths.user_folder("recordings")
    assert made == tmp_path / "sispamkota" / "recordings"
    assert made.is_dir()


def test_windows_keeps_it_in_the_roaming_profile(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert paths.user_folder() == tmp_path / "sispamkota"


def test_a_relative_data_home_is_ignored(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert paths.user_folder() == tmp_path / ".local" / "share" / "sispamkota"


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(OSError, match="file"):
        paths.user_folder()
