"""Every asset is somebody's work, and the page says whose."""

import re

from game.paths import ASSETS


def test_every_asset_is_credited_and_nothing_else_is():
    there = {path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*") if path.is_file()}
    named = set(re.findall(r"`([^`\s]+\.[a-z]+)`", (ASSETS / "CREDITS.md").read_text(encoding="utf-8")))
    assert named == there


def test_both_licences_travel_with_the_work():
    assert "SIL Open Font License, Version 1.1" in (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in (ASSETS / "icons" / "LICENSE.txt").read_text(encoding="utf-8")
