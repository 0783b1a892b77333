"""A new kind = its file and its texts in both catalogues: this says what is missing."""

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.rules.kinds import BASES
from game.world.kind import snake

ROOT = Path(__file__).resolve().parents[1]

# Folder → family, the first half of the key of a kind's text.
KINDS = {
    "game/rules/acts": "act",
    "game/rules/behaviours": "behaviour",
    "game/rules/commands": "command",
    "game/rules/formations": "formation",
    "game/rules/measures": "measure",
    "game/rules/tasks": "task",
    "game/rules/triggers": "trigger",
    "game/rules/turns": "turn",
    "game/session/commanders": "commander",
}


def kind_files(root: Path) -> Iterator[tuple[str, str, ast.Module]]:
    """Every kind: its family, its word, its file; the base class lies in `__init__.py` or is called as its family.

    A word that Python keeps for itself has an underscore behind: `not_.py`.
    """
    for folder, family in KINDS.items():
        for path in sorted((root / folder).glob("*.py")):
            if path.stem not in ("__init__", family):
                yield family, path.stem.rstrip("_"), ast.parse(path.read_text(encoding="utf-8"))


def misnamed(root: Path) -> list[str]:
    """Kind files without a class of their name, or whose class says nothing about itself."""
    wrong = []
    for family, word, tree in kind_files(root):
        classes = {snake(node.name): node for node in tree.body if isinstance(node, ast.ClassDef)}
        if word not in classes:
            wrong.append(f"{family} {word}: no class of that name")
        elif not ast.get_docstring(classes[word]):
            wrong.append(f"{family} {word}: no docstring")
    return wrong


def untold(root: Path, texts: dict[str, str]) -> list[str]:
    """Kinds whose word has no text."""
    return [f"{family}.{word}" for family, word, _ in kind_files(root) if f"{family}.{word}" not in texts]


def catalogue(language: str) -> dict[str, str]:
    """The texts of one language."""
    path = ROOT / "assets" / "text" / f"{language}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def placeholders(text: str) -> set[str]:
    """What a text leaves to be filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_each_kind_is_called_as_its_file_and_says_what_it_is():
    assert misnamed(ROOT) == []


@pytest.mark.parametrize("text", ['class Wedge:\n    """A V."""', "class ParuhLembing:\n    pass"])
def test_a_kind_of_another_name_or_without_a_docstring_is_found(house, text):
    assert len(misnamed(house("game/rules/formations/paruh_lembing.py", text))) == 1


def test_each_word_is_read_from_the_file_of_that_name():
    read = [(word, kind.__module__) for base in BASES for word, kind in base.words.items()]
    ours = [(word, module) for word, module in read if module.startswith("game.")]  # other tests make kinds, too
    assert ours
    assert [(word, module) for word, module in ours if module.rpartition(".")[2].rstrip("_") != word] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_kind_has_a_text(language):
    assert untold(ROOT, catalogue(language)) == []


def test_both_languages_say_the_same_things():
    indonesian, english = catalogue("id"), catalogue("en")
    assert indonesian.keys() ^ english.keys() == set()
    assert [key for key in indonesian if placeholders(indonesian[key]) != placeholders(english[key])] == []
