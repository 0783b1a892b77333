"""When, where and of which state of the code a validation was made; and whether it still holds."""

import datetime
import os
import platform
import shutil
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
VALIDATED = ("game/world", "game/rules", "game/level", "game/session", "levels")  # what a run depends on


def stamp(wall: float) -> dict[str, Any]:
    """Of what was just validated in `wall` s."""
    commit = git("rev-parse", "HEAD").stdout.strip()
    return {
        "commit": commit[:12] + ("" if same_since(commit) else "+"),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "wall_seconds": round(wall),
    }


def stale(stamped: dict[str, Any]) -> bool:
    """Whether a validated folder has changed since; a commit with a ``+`` had changes nobody else has."""
    commit = str(stamped["commit"])
    return commit.endswith("+") or not same_since(commit)


def same_since(commit: str) -> bool:
    """Whether the validated folders are as they were at `commit`."""
    return git("diff", "--quiet", commit, "--", *VALIDATED).returncode == 0


def git(*words: str) -> subprocess.CompletedProcess[str]:
    """What git says; a failure where there is none."""
    if shutil.which("git") is None:
        return subprocess.CompletedProcess(words, returncode=1, stdout="")
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
