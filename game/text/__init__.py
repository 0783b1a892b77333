"""Code, values and language → words. Imports nothing of ours but where the assets lie."""

import functools
import json
from collections.abc import Mapping
from typing import Any

from game.paths import ASSETS

LANGUAGES = ("id", "en")


@functools.cache
def catalogue(language: str) -> dict[str, str]:
    """All texts of `language`, code → sentence with ``{places}``."""
    texts: dict[str, str] = json.loads((ASSETS / "text" / f"{language}.json").read_text(encoding="utf-8"))
    return texts


def say(code: str, values: Mapping[str, Any] | None = None, language: str = "id") -> str:
    """The sentence of `code` with `values` filled in. A code without a text is a fault of ours: KeyError."""
    shown = {name: _shown(value, language) for name, value in (values or {}).items()}
    return catalogue(language)[code].format_map(shown)


def known(code: str) -> bool:
    """Whether `code` has a text."""
    return code in catalogue("id")


def _shown(value: Any, language: str) -> str:
    """Numbers as the language writes them: 1.250,5 in Indonesian, 1,250.5 in English."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}".removesuffix(".0")
    return text.translate(str.maketrans(",.", ".,")) if language == "id" else text
