"""Refuses to start beside classic pygame.

pygame and pygame-ce write into the same folder: pip says nothing, the one written last wins, and uninstalling either
breaks the other. Only the standard library is used here, and the words are not in the catalogues: nothing else can be
relied on yet.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import distributions

REPAIR = (
    "python -m pip uninstall --yes pygame pygame-ce",
    'python -m pip install "pygame-ce>=2.5.6,<3"',
)


def installed_pygames(path: Sequence[str]) -> list[str]:
    """Which of the two distributions lie on `path`, a list of folders like `sys.path`."""
    return [name for name in ("pygame", "pygame-ce") if any(distributions(name=name, path=list(path)))]


def complaint(path: Sequence[str]) -> str | None:
    """What is wrong with the pygame on `path` and the two commands that repair it; None if nothing is."""
    found = installed_pygames(path)
    if found == ["pygame-ce"]:
        return None
    return "\n    ".join(
        (
            f"Sispamkota memerlukan pygame-ce saja; terpasang: {' + '.join(found) or '-'}. Perbaiki dengan:\n"
            f"Sispamkota needs pygame-ce alone; installed: {' + '.join(found) or '-'}. Repair it with:",
            *REPAIR,
        )
    )


def refuse_clashing_pygame() -> None:
    """Leave the program, saying why and what helps, unless pygame-ce and nothing else is installed."""
    if wrong := complaint(sys.path):
        raise SystemExit(wrong)
