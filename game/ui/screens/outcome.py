"""How the exercise ended: what was, without praise; lives first, force judged against the threat."""

from collections.abc import Mapping
from typing import Any, Final

import pygame

from game.level.schema import Level
from game.ui import theme
from game.ui.canvas import Area, Canvas
from game.ui.hud.flag_chip import draw_chip
from game.ui.hud.sheets import Choices
from game.ui.screen import Page
from game.ui.theme import Colour
from game.ui.wording import stopwatch

SHEET: Final = (1000, 500)  # steps
CARD: Final = (224, 96)


class Outcome(Page):
    """The end of an exercise; `summary` as a Recorder gives it, `note` a sentence about the recording."""

    def __init__(self, level: Level, summary: Mapping[str, Any], note: str, language: str) -> None:
        super().__init__(language)
        self.level, self.summary, self.note = level, summary, note
        self.choices = Choices(
            (("ui.outcome.back", lambda: self.want("menu")), ("ui.outcome.again", lambda: self.want("again")))
        )

    def act(self, event: pygame.event.Event) -> None:
        """Arrows and Enter choose; Esc goes back to the menu."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.wish = "menu"
        self.choices.act(event)

    def paint(self, canvas: Canvas) -> None:
        """A sheet of paper on the table."""
        canvas.surface.fill(theme.TABLE)
        sheet = Area(0, 0, *SHEET)
        sheet.midtop = canvas.area.centerx, max(16, (canvas.area.height - SHEET[1] - 60) // 2)
        canvas.panel(sheet, theme.PAPER_LIGHT, 255)
        left, top = sheet.left + 40, sheet.top + 28
        wide = canvas.text(canvas.say("ui.outcome"), (left, top), theme.SIZE_DISPLAY, theme.INK, "display")
        canvas.text(canvas.beside("ui.outcome"), (left + wide + 10, top + 11), theme.SIZE_READ, theme.INK_SOFT)
        title = self.level.title.say(self.language)
        canvas.text(title, (left, top + 38), theme.SIZE_HEAD, theme.INK, "semibold", SHEET[0] - 80)
        self._paint_sentence(canvas, Area(left, top + 66, SHEET[0] - 80, 40))
        self._paint_cards(canvas, left, top + 116)
        self._paint_facts(canvas, Area(left, top + 242, 520, 0))
        self.choices.draw(canvas, Area(sheet.right - 40 - 330, top + 348, 330, 0))
        canvas.paragraph(self.note, Area(left, sheet.bottom - 78, 520, 50), theme.SIZE_BUTTON, theme.INK_SOFT)
        foot = canvas.say("ui.foot")
        canvas.text(
            foot, (canvas.area.centerx, canvas.area.bottom - 38), theme.SIZE_READ, theme.TEXT_SECOND, align="centre"
        )

    def _paint_sentence(self, canvas: Canvas, area: Area) -> None:
        """The one honest sentence."""
        canvas.paragraph(canvas.say(f"ui.outcome.{self.verdict}"), area, theme.SIZE_HEAD, theme.INK)

    @property
    def verdict(self) -> str:
        """Lives before everything; then whether it ended calm, and as calm as it could have."""
        facts = self.summary
        if sum(facts["hurt"].values()):
            return "hurt"
        if facts["end"] == "left":
            return "left"
        if facts["calm"]:
            return "calm" if facts["highest_threat"] <= facts["best_threat"] else "calm_late"
        return "tense"

    def _paint_cards(self, canvas: Canvas, left: int, top: int) -> None:
        """Four cards in the order of worth."""
        facts, hurt = self.summary, self.summary["hurt"]
        harm = sum(hurt.values())
        excess = facts["highest_force_level"] > max(facts["highest_threat"], 2)
        trust = round(100 * facts["feelings"].get("trust", 0.0))
        cards = (
            ("life", canvas.say("ui.outcome.life.fact", hurt=harm),
             canvas.say("ui.outcome.life.more", civilians=hurt["civilians"], officers=hurt["officers"]), harm == 0),
            ("threat", canvas.say("ui.outcome.threat.fact", final=facts["final_threat"]),
             canvas.say("ui.outcome.threat.more", highest=facts["highest_threat"], best=facts["best_threat"]),
             facts["highest_threat"] <= facts["best_threat"]),
            ("force", canvas.say("ui.outcome.force.fact", highest=facts["highest_force_level"]),
             canvas.say("ui.outcome.force.more" if excess else "ui.outcome.force.fits"), not excess),
            ("trust", canvas.say("ui.outcome.trust.fact", trust=trust), canvas.say("ui.outcome.trust.more"), None),
        )  # fmt: skip
        for number, card in enumerate(cards):
            self._paint_card(canvas, Area(left + number * (CARD[0] + 8), top, *CARD), *card)

    def _paint_card(self, canvas: Canvas, area: Area, name: str, fact: str, more: str, good: bool | None) -> None:
        canvas.panel(area, theme.PAPER, 255)
        wide = canvas.text(
            canvas.say(f"ui.outcome.{name}"), (area.left + 14, area.top + 10), theme.SIZE_BUTTON, theme.INK_SOFT
        )
        canvas.text(
            canvas.beside(f"ui.outcome.{name}"),
            (area.left + 20 + wide, area.top + 11),
            theme.SIZE_SMALL,
            theme.INK_SOFT,
        )
        canvas.text(fact, (area.left + 14, area.top + 29), theme.SIZE_TITLE, theme.INK, "semibold", area.width - 24)
        canvas.paragraph(
            more, Area(area.left + 14, area.top + 60, area.width - 24, 34), theme.SIZE_BUTTON, theme.INK_SOFT
        )
        if good is not None:
            mark: tuple[str, str, Colour] = ("circle", "tick", theme.HIJAU) if good else ("triangle", "", theme.KUNING)
            canvas.shape(mark[0], (area.right - 20, area.top + 18), 9, mark[2])
            if mark[1]:
                canvas.shape(mark[1], (area.right - 20, area.top + 18), 8, theme.TEXT)

    def _paint_facts(self, canvas: Canvas, area: Area) -> None:
        """The rest as lines: name at the left, fact at the right."""
        facts, events = self.summary, self.summary["events"]
        lines = (
            ("ui.outcome.length", stopwatch(facts["seconds"])),
            ("ui.outcome.himbauan", canvas.say("ui.outcome.times", count=events.get("himbauan_given", 0))),
            ("ui.outcome.differs", stopwatch(facts["seconds_flag_differs"])),
            ("ui.outcome.refused", canvas.say("ui.outcome.times", count=events.get("refused", 0))),
        )
        for number, (code, fact) in enumerate(lines):
            top = area.top + number * 32
            canvas.text(canvas.say(code), (area.left, top), theme.SIZE_NAME, theme.INK, width=area.width - 110)
            canvas.text(fact, (area.right, top), theme.SIZE_NAME, theme.INK, "semibold", align="right")
            canvas.line((area.left, top + 25), (area.right, top + 25), theme.LINE)
        self._paint_flags(canvas, Area(area.right + 70, area.top - 8, 0, 0))

    def _paint_flags(self, canvas: Canvas, corner: Area) -> None:
        """The highest flag and the last."""
        for number, which in enumerate(("highest", "final")):
            top = corner.top + number * 52
            canvas.text(
                canvas.say(f"ui.outcome.flag.{which}"), (corner.left, top + 10), theme.SIZE_NAME, theme.INK, width=176
            )
            draw_chip(canvas, self.summary[f"{which}_flag"], Area(corner.left + 180, top, *theme.FLAG_CHIP))
