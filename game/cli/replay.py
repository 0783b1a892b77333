"""`replay`: a recording watched, or run again and compared."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from game.cli.display import has_display
from game.cli.outcome import Exit, RefusalError
from game.cli.words import complain, language, tell, words


def replay(
    folder: Path,
    /,
    *,
    verify: bool = False,
    from_: Annotated[float, Parameter(name="--from", validator=Number(gte=0))] = 0.0,
) -> int:
    """Menonton rekaman, atau menguji apakah hasilnya sama. / Watches a recording, or tests that it comes out the same.

    Args:
        folder: Folder rekaman. / Folder of the recording.
        verify: Jalankan ulang dan bandingkan. / Run it again and compare.
        from_: Mulai dari detik ini. / Start from this second.
    """
    return _verified(folder, from_) if verify else _watched(folder, from_)


def _watched(folder: Path, since: float) -> int:
    nowhere = RefusalError("no_display_for_replay", folder=str(folder))
    if not has_display():
        raise nowhere
    from game.app import show_replay
    from game.ui.screen import NoDisplayError

    try:
        show_replay(folder, language.get(), since)
    except NoDisplayError:
        raise nowhere from None
    return Exit.DONE


def _verified(folder: Path, since: float) -> int:
    from game.session.journal import read_journal, versions
    from game.session.verify import again
    from game.world.world import TICKS_PER_SECOND

    journal = read_journal(folder)
    if journal.cut or journal.end is None:
        complain(words("recording_has_no_end", second=journal.last_tick // TICKS_PER_SECOND))
    if journal.header.versions != versions():
        complain(words("recorded_elsewhere", **_differing(journal.header.versions, versions())))
    if since > (last := journal.last_tick / TICKS_PER_SECOND):
        raise RefusalError("beyond_the_end", second=last)
    count = 0
    for second, same in again(folder, journal, since):
        if not same:
            tell("differs", second=second)
            return Exit.DIFFERS
        count += 1
    tell("same", seconds=count)
    return Exit.DONE


def _differing(theirs: dict[str, str], ours: dict[str, str]) -> dict[str, str]:
    names = [name for name in ours if theirs.get(name) != ours[name]]
    return {
        "theirs": ", ".join(f"{name} {theirs.get(name, '?')}" for name in names),
        "ours": ", ".join(f"{name} {ours[name]}" for name in names),
    }
