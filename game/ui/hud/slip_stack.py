"""All slips over the map of one exercise: alerts above, what is said at the left, what is asked at the right."""

import dataclasses

import pygame

from game.level.schema import Level
from game.session.view import View
from game.ui.canvas import Area, Canvas
from game.ui.desk import Desk
from game.ui.hud.alerts import Alerts
from game.ui.hud.himbauan_slip import HimbauanSlip
from game.ui.hud.layout import EDGE, Layout
from game.ui.hud.rationale import Rationale
from game.ui.hud.talks_panel import TalksPanel


class SlipStack:
    """Alerts, himbauan, talks and the question why."""

    def __init__(self, desk: Desk, level: Level) -> None:
        self.alerts = Alerts(level.place.ground, desk.camera.look_at)
        self.himbauan, self.talks = HimbauanSlip(desk, level), TalksPanel(desk, level)
        self.rationale = Rationale(desk)
        self._areas: list[Area] = []

    @property
    def typing(self) -> bool:
        """Whether keys are letters now."""
        return self.himbauan.focused or self.rationale.focused

    def hear(self, view: View) -> None:
        """Note what has happened."""
        self.alerts.hear(view)
        self.rationale.hear(view)

    def act(self, event: pygame.event.Event, view: View) -> bool:
        """Take one event; False if it is for others. Where somebody types is asked first."""
        asked, said = (self.rationale,), (self.himbauan, self.talks)
        slips = (*asked, *said) if self.rationale.focused else (*said, *asked)
        if any(slip.act(event, view) for slip in slips):
            return True
        return event.type == pygame.KEYDOWN and event.key == pygame.K_END and self.alerts.go_to_first()

    def draw(self, view: View, canvas: Canvas, layout: Layout) -> None:
        """Draw all that are open."""
        self.alerts.draw(canvas, layout)
        drawn = [slip.draw(view, canvas, layout) for slip in (self.himbauan, self.talks, self.rationale)]
        self._areas = [area for area in drawn if area is not None]

    def leave_room(self, view: View, canvas: Canvas, layout: Layout) -> Layout:
        """`layout` with a radio log that ends above the question why."""
        asked, log = self.rationale.area(view, canvas, layout), layout.log
        if asked is None:
            return layout
        height = min(log.height, asked.top - EDGE - log.top)
        return dataclasses.replace(layout, log=Area(log.left, log.top, log.width, height))

    def clear_of(self, area: Area) -> Area:
        """`area`, moved up until it lies on none of those drawn."""
        while area.collidelist(self._areas) >= 0:
            area.bottom = self._areas[area.collidelist(self._areas)].top - EDGE
        return area
