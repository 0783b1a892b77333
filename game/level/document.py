"""YAML text → plain data that remembers where each value stood. What could harm a reader is refused here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.level.mistake import Mistake, Path, Value, dotted, quoted, suggestion
from game.level.syntax import code_of

LARGEST_FILE = 2_000_000  # bytes; levels.md
DEEPEST = 40  # nested lists and mappings; levels.md
MOST_NODES = 200_000  # stack.md 3
TOO_DEEP_FOR_PARSER = "exceeded maximum nesting depth"  # libyaml 0.2.6 looks 1,000 brackets ahead

_PARSER = getattr(yaml, "CLoader", yaml.Loader)  # ten times faster where libyaml is there; stack.md 3
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Plain scalars of YAML 1.2, core schema: `10:30` and `yes` are text, `0700` is seven hundred.
_NULL = re.compile(r"~|null|Null|NULL|")
_TRUE, _FALSE = ("true", "True", "TRUE"), ("false", "False", "FALSE")
_WHOLE = re.compile(r"[-+]?[0-9]{1,40}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class _NotYamlError(Exception):
    """Reading stops here."""

    def __init__(self, code: str, mark: Any, **values: Value) -> None:
        self.code, self.values, self.place = code, values, _place(mark)


@dataclass
class Document:
    """One file: plain data and the line and column of everything in it."""

    file: str
    plain: Any = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)  # of values
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)  # of the names before them
    mistakes: list[Mistake] = field(default_factory=list)

    def mistake(self, path: Path, code: str, **values: Value) -> Mistake:
        """A mistake of the value at `path`, or of the nearest one around it that the author wrote."""
        written, near = self._as_written(path)
        return Mistake(self.file, *self.places.get(near, (1, 1)), dotted(written), code, values)

    def mistake_of_name(self, path: Path, code: str, **values: Value) -> Mistake:
        """A mistake that lies in the last name of `path`, not in what stands behind it."""
        written, near = self._as_written(path)
        place = self.keys.get(near) or self.places.get(near, (1, 1))
        return Mistake(self.file, *place, dotted(written), code, values)

    def no_such(self, kind: str, name: str, known: Iterable[str], path: Path) -> Mistake:
        """A name at `path` that names nothing of its `kind`; `known` are those that there are."""
        choices = list(known)
        likely = suggestion(name, choices)
        return self.mistake(path, "no_such_name", kind=kind, got=name, choices=", ".join(choices), **likely)

    def _as_written(self, path: Path) -> tuple[Path, Path]:
        """`path` without the fields that the author left unnamed, and the last of it that is in the file."""
        near: Path = ()
        unnamed: Path = ()
        for step in path:
            if (*near, step) in self.places:
                near, unnamed = (*near, step), ()
            else:
                unnamed = (*unnamed, step)
        return (*near, *unnamed), near


def read_document(file: str, content: bytes) -> Document:
    """The data of `content`; whatever is wrong with it stands in `mistakes`, and then `plain` may be None."""
    document = Document(file)
    try:
        document.plain = _Reader(document, _decoded(content)).read()
    except _NotYamlError as wrong:
        document.mistakes.append(Mistake(file, *wrong.place, "", wrong.code, wrong.values))
    return document


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise _NotYamlError("too_large", _mark(""), bytes=len(content), most=LARGEST_FILE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise _NotYamlError("not_text", _mark(content[: wrong.start].decode("utf-8", "replace"))) from wrong
    if unprintable := _UNPRINTABLE.search(text):
        raise _NotYamlError("not_text", _mark(text[: unprintable.start()]))
    return text


def _place(mark: Any) -> tuple[int, int]:
    """Line and column as editors count them, from 1."""
    return mark.line + 1, mark.column + 1


def _mark(before: str) -> yaml.Mark:
    """The place behind the text `before`."""
    return yaml.Mark("", 0, before.count("\n"), len(before) - before.rfind("\n") - 1, None, 0)


class _Reader:
    """Walks the events of the parser once; no tree of its own, so nothing can grow that is not in the file."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.events = self._events(text)
        self.nodes = 0

    def read(self) -> Any:
        event = self._next(yaml.NodeEvent, yaml.StreamEndEvent)
        if isinstance(event, yaml.StreamEndEvent):
            raise _NotYamlError("empty", event.start_mark)
        plain = self._value(event, ())
        another = self._next(yaml.NodeEvent, yaml.StreamEndEvent)
        if isinstance(another, yaml.NodeEvent):
            raise _NotYamlError("one_document", another.start_mark)
        return plain

    def _events(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=_PARSER)
        except yaml.MarkedYAMLError as wrong:
            mark = wrong.problem_mark or wrong.context_mark or _mark("")
            if wrong.problem == TOO_DEEP_FOR_PARSER:
                raise _NotYamlError("too_deep", mark, most=DEEPEST) from wrong
            raise _NotYamlError("syntax", mark, problem=code_of(wrong.problem or "?")) from wrong

    def _next(self, *kinds: type) -> Any:
        return next(event for event in self.events if isinstance(event, kinds))

    def _value(self, event: Any, path: Path) -> Any:
        """The plain value that begins with `event`; what is in it is read, too."""
        self._guard(event, path)
        self.document.places[path] = _place(event.start_mark)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return event.value if event.style else _scalar(event.value)

    def _guard(self, event: Any, path: Path) -> None:
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _NotYamlError("alias", event.start_mark)
        if event.tag:
            raise _NotYamlError("tag", event.start_mark, got=quoted(event.tag))
        if len(path) > DEEPEST:
            raise _NotYamlError("too_deep", event.start_mark, most=DEEPEST)
        if self.nodes > MOST_NODES:
            raise _NotYamlError("too_many", event.start_mark, most=MOST_NODES)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._guard(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise _NotYamlError("name_expected", event.start_mark)
            key, place = event.value, _place(event.start_mark)
            if key in fields:
                first = self.document.keys[(*path, key)][0]
                where = dotted((*path, key))
                self.document.mistakes.append(Mistake(self.document.file, *place, where, "twice", {"line": first}))
            self.document.keys[(*path, key)] = place
            fields[key] = self._value(next(self.events), (*path, key))
        return fields


def _scalar(text: str) -> Any:
    """A plain scalar as it looks."""
    if _NULL.fullmatch(text):
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _WHOLE.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    if special := _SPECIAL.fullmatch(text):
        return float(special[1] + "inf") if special[2] else float("nan")
    return text
