"""Files → Level. Every mistake of every file at once."""

import hashlib
from pathlib import Path
from typing import TypeVar

from game.level import lint, lint_fit, lint_names, lint_place
from game.level.document import Document, read_document
from game.level.exercise import USUAL_DISTRICT, Exercise
from game.level.mistake import LevelErrors, Mistake
from game.level.place import Place
from game.level.schema import File, Level
from game.level.shelf import District, Doctrine, Roles, UnitTypes
from game.level.source import Folder, Source, Texts
from game.level.validate import validated
from game.rules import kinds
from game.text.system import name_of
from game.world.catalogue import Catalogue
from game.world.ladder import Ladder, Rule

T = TypeVar("T")

ROLES, UNITS = "catalogue/roles.yaml", "catalogue/units.yaml"
SHELF: dict[str, type] = {"places": Place, "districts": District, "doctrines": Doctrine}
CATALOGUE: dict[str, type] = {ROLES: Roles, UNITS: UnitTypes}
BASES = kinds.BASES  # importing them makes every word of the language known


def read_level(path: Path) -> Level:
    """The level in the file `path`; what it names is looked for beside it and then among the shipped levels.

    Raises:
        LevelErrors: every mistake of every file.
    """
    return Reading(Folder(path.parent, path.name)).level(path.name, str(path))


def read_texts(texts: dict[str, str], main: str) -> Level:
    """The level `main` from `texts`, name below the levels folder → text, as a recording keeps them.

    Raises:
        LevelErrors: every mistake of every file.
    """
    return Reading(Texts(texts)).level(main, main)


class Reading:
    """The files of one level while they are being read."""

    def __init__(self, source: Source) -> None:
        """Read from `source`."""
        self.source = source
        self.files: list[File] = []
        self.documents: dict[str, Document] = {}  # by the kind of thing in them: place, roles …

    def level(self, main: str, path: str) -> Level:
        """The level in the file `main`."""
        exercise = self._file("exercise", main, Exercise)
        place = self._named("place", "places", Place)
        district = self._named("district", "districts", District, USUAL_DISTRICT)
        doctrine = self._named("doctrine", "doctrines", Doctrine)
        roles = self._file("roles", ROLES, Roles)
        types = self._file("types", UNITS, UnitTypes)
        self._lint(lint.Known(exercise, place, district, doctrine, roles, types))
        self.stop_if_wrong()  # so none of them is None
        level = _level(path, tuple(self.files), exercise, place, district, doctrine, roles, types)  # type: ignore[arg-type]
        self.documents["exercise"].mistakes += lint_fit.mistakes(level, self.documents["exercise"])
        self.stop_if_wrong()
        return level

    def alone(self, name: str, kind: type) -> None:
        """Read the one file `name` that is no exercise and belongs to no level yet."""
        key = {Place: "place", District: "district", Doctrine: "doctrine", Roles: "roles", UnitTypes: "types"}[kind]
        self._lint(lint.Known(**{key: self._file(key, name, kind)}))
        self.stop_if_wrong()

    def stop_if_wrong(self) -> None:
        """Raise LevelErrors if any file has a mistake."""
        mistakes = [mistake for document in self.documents.values() for mistake in document.mistakes]
        if mistakes:
            raise LevelErrors(mistakes)

    def _lint(self, known: lint.Known) -> None:
        for key, value in known.by_key():
            self.documents[key].mistakes += lint.mistakes(value, known, self.documents[key])
        if known.exercise is None and "exercise" in self.documents:
            self.documents["exercise"].mistakes += lint_names.mistakes(self.documents["exercise"], known.names())
        if known.place is not None:
            self.documents["place"].mistakes += lint_place.mistakes(known.place, self.documents["place"])

    def _named(self, key: str, folder: str, kind: type[T], default: str | None = None) -> T | None:
        """The file of `folder` that the exercise names under `key`."""
        exercise = self.documents["exercise"]
        name = exercise.plain.get(key, default) if isinstance(exercise.plain, dict) else None
        known = self.source.names(folder)
        if name in known:
            return self._file(key, f"{folder}/{name}.yaml", kind)
        if isinstance(name, str):
            exercise.mistakes.append(exercise.no_such(key, name, known, (key,)))
        return None

    def _file(self, key: str, name: str, kind: type[T]) -> T | None:
        """The file `name` as a `kind`, or None if it has mistakes."""
        shown = self.source.shown(name)
        try:
            content = self.source.content(name)
        except OSError as wrong:
            self.documents[key] = Document(shown, mistakes=[unreadable(shown, wrong)])
            return None
        self.documents[key] = document = read_document(shown, content)
        text = content.decode("utf-8", "replace")
        self.files.append(File(name, text, hashlib.sha256(content).hexdigest()))
        return validated(kind, document)


def unreadable(shown: str, wrong: OSError) -> Mistake:
    """What to say of a file that cannot be opened."""
    codes = {FileNotFoundError: "no_file", NotADirectoryError: "no_file", IsADirectoryError: "no_plain_file"}
    code = codes.get(type(wrong), "unreadable")
    return Mistake(shown, 1, 1, "", code, {"system": name_of(wrong)} if code == "unreadable" else {})


def _level(
    path: str,
    files: tuple[File, ...],
    exercise: Exercise,
    place: Place,
    district: District,
    doctrine: Doctrine,
    roles: Roles,
    types: UnitTypes,
) -> Level:
    return Level(
        path=path,
        files=files,
        title=exercise.title,
        brief=exercise.brief,
        teaches=tuple(exercise.teaches),
        best=exercise.best,
        place=place,
        starts=exercise.starts,
        district=district,
        ladder=_ladder(exercise.doctrine, doctrine),
        catalogue=Catalogue(tuple(roles.roles.values()), types.units),
        seed=exercise.seed,
        weather=exercise.weather,
        provenance=exercise.provenance,
        crowd=exercise.crowd,
        korlap=exercise.korlap,
        seats=exercise.seats,
        units=exercise.units,
        personnel=exercise.personnel,
        radio=exercise.radio,
        flag=exercise.flag,
        exits_shut=tuple(map(str, exercise.exits_shut)),
        aids=exercise.aids,
        start=exercise.start,
        phases=exercise.phases,
        objectives=tuple(exercise.objectives),
        limits=exercise.limits,
    )


def _ladder(name: str, doctrine: Doctrine) -> Ladder:
    rules = {
        order: Rule(rule.rank, rule.source, rule.status, rule.threat, rule.warned)
        for order, rule in doctrine.orders.items()
    }
    return Ladder(name, doctrine.title, tuple(doctrine.ranks), tuple(doctrine.flag_for), rules)
