"""Refuses to start beside classic pygame.

pygame and pygame-ce write into the same folder: pip says nothing, the one written last wins, and uninstalling either
breaks the other. Only the standard library is used here, and the words are not in the catalogues: nothing else can be
relied on yet.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import distributions

PIP = f"{sys.executable} -m pip"  # of this very Python: a bare `pip` may belong to another
REPAIR = (
    f"{PIP} uninstall --yes pygame pygame-ce",
    f'{PIP} install "pygame-ce>=2.5.6,<3"',
)


def installed_pygames(path: Sequence[str]) -> list[str]:
    """Which of the two distributions lie on `path`, a list of folders like `sys.path`."""
    return [name for name in ("pygame", "pygame-ce") if any(distributions(name=name, path=list(path)))]


def complaint(path: Sequence[str]) -> str | None:
    """What is wrong with the pygame on `path` and the two commands that repair it; None if nothing is."""
    found = installed_pygames(path)
    if found == ["pygame-ce"]:
        return None
    there = " + ".join(found) or "-"
    return (
        f"Sispamkota memerlukan pygame-ce saja; terpasang: {there}. Perbaiki dengan:\n"
        f"Sispamkota needs pygame-ce alone; installed: {there}. Repair it with:\n"
        f"    {REPAIR[0]}\n    {REPAIR[1]}"
    )


def refuse_clashing_pygame() -> None:
    """Leave the program, saying why and what helps, unless pygame-ce and nothing else is installed."""
    if wrong := complaint(sys.path):
        raise SystemExit(wrong)
