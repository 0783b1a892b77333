"""The exercise itself: the square and all that lies over it."""

from typing import Final

import numpy as np
import pygame

from game.level.schema import Level
from game.session.view import View
from game.ui import theme
from game.ui.board import Board, camera_over
from game.ui.canvas import Area, Canvas
from game.ui.desk import Desk, Orders
from game.ui.hud.aim_marks import draw_aim
from game.ui.hud.crowding_layer import KEY as CROWDING_KEY
from game.ui.hud.layout import Layout, layout_of
from game.ui.hud.order_ribbon import OrderRibbon
from game.ui.hud.plan_marks import draw_plan
from game.ui.hud.sheets import Choices, draw_help, draw_pause
from game.ui.hud.slip_stack import SlipStack
from game.ui.hud.unit_cards import UnitCards
from game.ui.hud.unit_marks import draw_rings, draw_slots, draw_tasks
from game.ui.input import Hands
from game.ui.screen import Page
from game.ui.square import positions_at
from game.ui.wording import reason_in_words
from game.world.people import Floats

NOTICE: Final = 420  # steps; the widest slip over the ribbon


class Exercise(Page):
    """A running exercise as `seat` sees it; `show` a View before each `draw`."""

    def __init__(
        self, level: Level, orders: Orders, seat: str, view: View, language: str, window: tuple[int, int]
    ) -> None:
        super().__init__(language)
        self.level = level
        self.view, self.blend = view, 0.0
        self.desk = Desk(orders, seat, camera_over(level.place, view, window))
        self.board = Board(level.place, self.desk.camera, self.desk.pace, self.desk)
        self.hands = Hands(self.desk, level.place.ground, self._marked)
        agencies = {key: {"id": name.id, "en": name.en} for key, name in level.district.agencies.items()}
        self.cards, self.ribbon = UnitCards(self.desk, agencies), OrderRibbon(self.desk, level)
        self.slips = SlipStack(self.desk, level)
        self.sheet = ""  # "pause" or "help" while one lies over the square
        self.choices = Choices(
            (
                ("ui.pause.go_on", self._close),
                ("ui.pause.again", lambda: self.want("again")),
                ("ui.pause.menu", lambda: self.want("menu")),
                ("ui.pause.quit", lambda: self.want("quit")),
            )
        )

    @property
    def rate(self) -> float:
        """Exercise seconds per real second; none pass under a sheet."""
        return 0.0 if self.sheet else self.desk.pace.rate

    def show(self, view: View, blend: float) -> None:
        """Let the next frame be `view`, `blend` of a tick later."""
        self.view, self.blend = view, blend
        self.board.log.hear(view.events)
        self.desk.hear(view)
        self.slips.hear(view)

    def act(self, event: pygame.event.Event) -> None:
        """Slips and sheets first, then the minimap, then hands on the map."""
        if not self.sheet and self.slips.act(event, self.view):
            return
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_ESCAPE, pygame.K_F1):
            self._key_of_sheets(event.key)
        elif event.type == pygame.KEYDOWN and event.key == CROWDING_KEY:
            self.board.crowding.toggle()
        elif self.sheet:
            self._act_on_sheet(event)
        elif not self._on_minimap(event) and not self._on_panel(event):
            self.hands.act(event, self.view)

    def _key_of_sheets(self, key: int) -> None:
        """Esc lets go of what the hands hold before it opens the menu."""
        if self.sheet:
            self.sheet = ""
        elif key == pygame.K_F1:
            self.sheet = "help"
        elif not self.hands.let_go():
            self.sheet = "pause"

    def _act_on_sheet(self, event: pygame.event.Event) -> None:
        if self.sheet == "pause":
            self.choices.act(event)
        elif event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.sheet = ""

    def _on_minimap(self, event: pygame.event.Event) -> bool:
        """Left button on the minimap: go there."""
        held = event.type == pygame.MOUSEMOTION and event.buttons[0] and self.hands.box is None
        if self.canvas is None or not (held or (event.type == pygame.MOUSEBUTTONDOWN and event.button == 1)):
            return False
        return self.board.minimap.go_to((event.pos[0] / self.canvas.scale, event.pos[1] / self.canvas.scale))

    def _on_panel(self, event: pygame.event.Event) -> bool:
        """Whether a press falls on a panel, so that nobody sends a unit through it."""
        return event.type == pygame.MOUSEBUTTONDOWN and self.spot is not None and not self.spot.area.size == (2, 2)

    def _marked(self, pixel: Floats) -> int | None:
        """Row of the person whose mark lies at `pixel` (2,) px."""
        if self.canvas is None:
            return None
        x, y = (pixel / self.canvas.scale).tolist()
        mark = self.board.marks.mark_at((x, y))
        return None if mark is None else mark.person

    def pan(self, seconds: float) -> None:
        """Let the held pan keys work for `seconds` of real time."""
        if not self.sheet and not self.slips.typing:
            self.hands.look.pan_by_keys(seconds)

    def paint(self, canvas: Canvas) -> None:
        """The square, the ink on it, the panels over it, and a sheet over all."""
        layout = self.slips.leave_room(self.view, canvas, layout_of(canvas))
        self.board.fit(canvas, layout)
        self._paint_square(canvas)
        if self.hands.plan is None and self.desk.aim is None:
            self.board.name_what_is_at(canvas, self.view, self.pointer)
        self.board.paint_panels(canvas, self.view, layout)
        self.cards.draw(self.view, canvas, layout.card, layout.roomy)
        self.ribbon.draw(self.view, canvas, layout.ribbon, layout.roomy)
        self.slips.draw(self.view, canvas, layout)
        self._notice(canvas, layout)
        if self.sheet == "pause":
            draw_pause(canvas, self.choices)
        elif self.sheet == "help":
            draw_help(canvas)

    def _paint_square(self, canvas: Canvas) -> None:
        """Ground, orders in ink, people, and what the hands are drawing."""
        camera, desk, surface = self.desk.camera, self.desk, canvas.surface
        self.board.ground(self.language).draw(surface, camera)
        draw_tasks(surface, camera, self.view, desk.selected)
        for given in desk.footprints:
            draw_slots(surface, camera, given.slots, given.facing, given.stands)
        draw_rings(surface, camera, self.view, positions_at(self.view, self.blend), desk.selected)
        self.board.paint_people(canvas, self.view, self.blend, self.slips.alerts.areas)
        draw_plan(canvas, camera, self.hands.laid(self.view))
        draw_aim(canvas, self.view, self.hands, self.pointer)
        self._paint_box(canvas)

    def _paint_box(self, canvas: Canvas) -> None:
        if self.hands.box is not None:
            one, other = self.hands.box
            low, size = np.minimum(one, other).astype(int), np.abs(other - one).astype(int)
            pygame.draw.rect(canvas.surface, theme.ORDER_BLUE, (*low.tolist(), *size.tolist()), 2)

    def _notice(self, canvas: Canvas, layout: Layout) -> None:
        """A slip over the ribbon: why the latest order is not taken, where to face, or that time stands still."""
        desk = self.desk
        if desk.refusal is not None:
            text, ink = reason_in_words(desk.refusal, self.language), theme.MERAH
        elif desk.aim is not None:
            text, ink = canvas.say(f"ui.notice.aim.{desk.aim.target.name}"), theme.ORDER_BLUE
        elif desk.pace.paused:
            text, ink = canvas.say("ui.notice.paused"), theme.INK
        else:
            return
        lines = canvas.lines(text, theme.SIZE_READ, NOTICE, "semibold")
        widest = max(canvas.width(line, theme.SIZE_READ, "semibold") for line in lines)
        slip = Area(0, 0, round(widest) + 30, 12 + 18 * len(lines))
        slip.midbottom = layout.ribbon.centerx, layout.ribbon.top - 8
        slip = self.slips.clear_of(slip)
        canvas.panel(slip, theme.PAPER_LIGHT, 250, theme.LINE)
        canvas.paragraph(text, slip.inflate(-28, -10), theme.SIZE_READ, ink, "semibold")

    def _close(self) -> None:
        self.sheet = ""
