"""One level on the menu: a line of it, and when chosen a sheet of paper with brief and seed, or its first mistake."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.level.mistake import LevelErrors, Mistake
from game.level.schema import Level
from game.ui import theme
from game.ui.canvas import LINE_HEIGHT, Area, Canvas, Tip
from game.ui.theme import Colour

if TYPE_CHECKING:  # pygame_gui comes once the menu is seen
    from game.ui.seed_field import SeedField

ROW: Final = 58  # steps high, not chosen
INDENT: Final = 56  # steps from the left to the words, after the icon
TITLE: Final = 17
SEED: Final = 46  # steps for the line of the seed
FIELD: Final = (150, 28)
SIZES: Final = (theme.SIZE_READ, theme.SIZE_BUTTON)  # of a brief: the first with which all of it has room


@dataclass(frozen=True)
class LevelCard:
    """`level` in `language`, `width` steps wide; when `chosen` at most `room` steps high."""

    level: Level | LevelErrors
    language: str
    width: int
    room: int
    chosen: bool

    def height(self, canvas: Canvas) -> int:
        """Steps that it needs."""
        if not self.chosen:
            return ROW
        return min(self.room, ROW + self._told_height(canvas, self._size(canvas)) + self._seed_height)

    def draw(self, canvas: Canvas, area: Area, field: "SeedField | None") -> None:
        """Draw it in `area`; the chosen one is paper, here as everywhere."""
        if self.chosen:
            canvas.panel(area, theme.PAPER_LIGHT, 255)
        ink, soft = (theme.INK, theme.INK_SOFT) if self.chosen else (theme.TEXT, theme.TEXT_SECOND)
        self._heading(canvas, area, ink, soft)
        if self.chosen:
            size = self._size(canvas)
            told = Area(area.left + INDENT, area.top + ROW, self._wide, area.height - ROW - self._seed_height - 6)
            canvas.paragraph(_first_lines(canvas, self._told, size, told), told, size, ink)
        if self.chosen and field is not None and isinstance(self.level, Level):
            self._seed(canvas, Area(area.left + INDENT, area.bottom - SEED + 4, self._wide, FIELD[1]), field)

    @property
    def _wide(self) -> int:
        return self.width - INDENT - 18

    @property
    def _seed_height(self) -> int:
        return SEED if isinstance(self.level, Level) else 0

    @property
    def _told(self) -> str:
        """The brief, or the first mistake."""
        if isinstance(self.level, LevelErrors):
            return _first_mistake(self.level).tell(self.language)
        return self.level.brief.say(self.language)

    def _told_height(self, canvas: Canvas, size: int) -> int:
        return round(len(canvas.lines(self._told, size, self._wide)) * size * LINE_HEIGHT) + 12

    def _size(self, canvas: Canvas) -> int:
        """The larger type, if all has room in it."""
        room = self.room - ROW - self._seed_height
        return next((size for size in SIZES if self._told_height(canvas, size) <= room), SIZES[-1])

    def _heading(self, canvas: Canvas, area: Area, ink: Colour, soft: Colour) -> None:
        """Title in both languages, or how many mistakes there are."""
        left, room = area.left + INDENT, self.width - INDENT - 14
        if isinstance(self.level, LevelErrors):
            canvas.shape("triangle", (area.left + 28, area.top + 28), 10, theme.KUNING)
            title = canvas.say("ui.menu.broken", count=len(self.level.mistakes))
            other = Path(self.level.mistakes[0].file).name
        else:
            canvas.icon("map", (area.left + 28, area.top + 29), 22, ink)
            title = self.level.title.say(self.language)
            other = self.level.title.say("en" if self.language == "id" else "id")
        canvas.text(title, (left, area.top + 9), TITLE, ink, "semibold", room)
        canvas.text(other, (left, area.top + 33), theme.SIZE_BUTTON, soft, width=room)

    def _seed(self, canvas: Canvas, area: Area, field: "SeedField") -> None:
        """The seed of chance, by which a class can play the same morning."""
        assert isinstance(self.level, Level)
        wide = canvas.text(
            canvas.say("ui.menu.seed"), (area.left, area.top + 6), theme.SIZE_NAME, theme.INK, "semibold"
        )
        where = Area(area.left + round(wide) + 12, area.top, *FIELD)
        tip = Tip(canvas.say("ui.menu.seed.tip"), (("info", canvas.say("ui.menu.seed.more")), ("keyboard", "Tab")))
        field.draw(canvas, where, canvas.say("ui.menu.seed.own", seed=self.level.seed), tip)


def _first_mistake(errors: LevelErrors) -> Mistake:
    """The first one, with its file's name alone: the menu shows one folder."""
    first = errors.mistakes[0]
    return replace(first, file=Path(first.file).name)


def _first_lines(canvas: Canvas, text: str, size: int, area: Area) -> str:
    """As much of `text` as `area` holds, with … if there is more."""
    lines = canvas.lines(text, size, area.width)
    room = max(1, int((area.height + 1) / (size * LINE_HEIGHT)))
    if len(lines) <= room:
        return text
    return " ".join(" ".join(lines[:room]).split()[:-1]).rstrip(",.;:") + " …"
