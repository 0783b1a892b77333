"""`export`: trajectories for other programs."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from game.cli.outcome import Exit, RefusalError
from game.cli.signals import interruptible
from game.cli.words import complain, tell, words
from game.text.system import name_of


def export(
    folder: Path,
    /,
    *,
    to: Literal["jupedsim"],
    out: Path | None = None,
    hz: Annotated[int, Parameter(validator=Number(gte=1, lte=30))] = 8,
) -> int:
    """Lintasan orang untuk pedpy dan lainnya. / Trajectories for pedpy and others.

    Args:
        folder: Folder rekaman. / Folder of the recording.
        to: Bentuk berkas. / Form of the file.
        out: Berkas hasil; bawaan: di samping folder. / The file to write; else beside the folder.
        hz: Gambar per detik. / Frames per second.
    """
    from game.session.export import NotOurFileError, to_jupedsim
    from game.session.replay import Replay

    replay = Replay(folder)
    path = out or beside(folder)
    if replay.cut:
        complain(words("recording_has_no_end", second=int(replay.length)))
    try:
        with interruptible():
            to_jupedsim(replay, path, hz)
    except NotOurFileError as other:
        raise RefusalError("not_an_export", file=str(path)) from other
    except OSError as wrong:
        raise RefusalError("cannot_write", file=str(path), system=name_of(wrong)) from wrong
    tell("exported", file=str(path))
    return Exit.DONE


def beside(folder: Path) -> Path:
    """Where the export of `folder` is looked for: next to it, with its name."""
    whole = folder.resolve()  # `.` has no name of its own
    return whole.parent / f"{whole.name}.sqlite"
