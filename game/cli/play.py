"""`play`: the game; where there is no screen, the first level by itself."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from game.cli.display import has_display
from game.cli.outcome import Exit, RefusalError
from game.cli.run import Rehearsal, level_path, rehearse_level
from game.cli.words import language, tell
from game.paths import LEVELS, user_folder
from game.text.system import name_of

WITHOUT_WINDOW = 60.0  # simulated s shown where there is no screen; guess
COMMANDER = "tenang"
PICTURE = (1280, 720)  # px; screen.md


def play(
    level: str | None = None,
    /,
    *,
    seed: Annotated[int | None, Parameter(validator=Number(gte=0))] = None,
) -> int:
    """Permainan; tanpa LEVEL, menu. / The game; without LEVEL the menu.

    Args:
        level: Berkas level, atau namanya. / A level file, or its name.
        seed: Benih acak; bawaan dari level. / Seed of chance; else the level's.
    """
    path = level_path(level) if level else None
    return _in_a_window(path, seed) if has_display() else _without_window(path, seed)


def _in_a_window(path: Path | None, seed: int | None) -> int:
    from game.app import play_game
    from game.ui.screen import NoDisplayError

    try:
        play_game(path, seed, language.get())
    except NoDisplayError:  # one was named, but nothing answers there
        return _without_window(path, seed)
    return Exit.DONE


def _without_window(path: Path | None, seed: int | None) -> int:
    """Say so, run the level briefly under a stock commander, and tell where record and picture lie."""
    from game.level.read import read_level
    from game.session.recording import SCREENSHOT

    tell("no_display")
    level = read_level(path or next(iter(sorted(LEVELS.glob("*.yaml")))))
    folder = _recordings(level.path) / f"{Path(level.path).stem}-{COMMANDER}"
    code = rehearse_level(level, Rehearsal(folder, seed, WITHOUT_WINDOW, COMMANDER))
    _picture(folder, folder / SCREENSHOT)
    return code


def _recordings(level: str) -> Path:
    try:
        return user_folder("recordings")
    except OSError as wrong:
        raise RefusalError("no_user_folder", level=level, system=name_of(wrong)) from wrong


def _picture(folder: Path, path: Path) -> None:
    """Draw the end of the recording in `folder` as the trainee would have seen it."""
    from game.app import screenshot
    from game.session.replay import Replay

    replay = Replay(folder)
    seat = next(name for name, seat in replay.level.seats.items() if seat.played_by == "trainee")
    view = replay.view_at(replay.length, seat)
    try:
        screenshot(view, replay.level.place, path, language.get(), PICTURE)
    except OSError as wrong:
        raise RefusalError("cannot_write", Exit.CUT_SHORT, file=str(path), system=name_of(wrong)) from wrong
    tell("picture", file=str(path))
