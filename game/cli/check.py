"""`check`: every mistake in levels and what belongs to them."""

import json
from dataclasses import asdict
from pathlib import Path

from game.cli.outcome import Exit
from game.cli.words import answer, language, tell
from game.paths import LEVELS


def check(*paths: Path, json_: bool = False) -> int:
    """Semua kesalahan dalam level. / Every mistake in levels, places, districts, catalogues and doctrines.

    Args:
        paths: Berkas atau folder; bawaan: level bawaan. / Files or folders; else the shipped levels.
        json_: Jawaban sebagai JSON. / The answer as JSON.
    """
    from game.level.check import check as mistakes_in

    mistakes = mistakes_in(paths or (LEVELS,))
    if json_:
        answer(json.dumps([asdict(mistake) for mistake in mistakes], ensure_ascii=False, indent=1))
    elif mistakes:
        answer("\n".join(mistake.tell(language.get()) for mistake in mistakes))
    else:
        tell("no_mistake")
    return Exit.WRONG_INPUT if mistakes else Exit.DONE
