"""What must not be missed: a few slips under the bar, each as long as its cause lasts, but not for long."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import numpy as np

from game.session.view import View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.hud.gaps import is_open
from game.ui.hud.layout import EDGE, Layout
from game.ui.wording import fields_of, stopwatch, values_in_words
from game.world.events import Event
from game.world.ground import Ground
from game.world.world import TICK

SHOWN_FOR: Final = 12.0  # s; as long as what happens on the map is marked
AGAIN: Final = 60.0  # s after which a cause that still lasts is shown again; guess
MOST: Final = 3  # at once: what one can still take in
HEIGHT: Final = 28  # steps
WIDEST: Final = 430

TREATS_WITHIN: Final = 2.5  # m of a medic within which somebody is looked after; guess
DUE_SOON: Final = 60.0  # s before a promise is due
FLEE: Final = 5  # people who run near an exit that is shut; guess
NEAR_EXIT: Final = 30.0  # m; guess
EXHAUSTED: Final = 0.9  # strain; guess, short of the end of their tether

ICONS: Final = {  # from what is worst: the order in which they are shown
    "hurt_alone": "cross",
    "crush": "users",
    "exit_shut": "log-out",
    "gap": "shield",
    "line_broken": "shield",
    "gave_way": "unlock",
    "lane_blocked": "ban",
    "threat_changed": "triangle-alert",
    "talks_broken": "message-circle",
    "promise_broken": "handshake",
    "spray_stopped": "droplets",
    "way_blocked": "ban",
    "promise_due": "clock",
    "exhausted": "user",
}
THREAT: Final = "threat_changed"
TOLD: Final = (
    "line_broken",
    "gave_way",
    "talks_broken",
    "promise_broken",
    "spray_stopped",
    "lane_blocked",
    "way_blocked",
)


@dataclass(frozen=True)
class Alert:
    """One thing not to be missed; `key` stays the same as long as it is the same thing."""

    code: str
    key: tuple[object, ...]
    place: tuple[float, float] | None = None  # m
    values: dict[str, Any] = field(default_factory=dict)


def alerts_of(view: View, events: Sequence[Event], ground: Ground) -> list[Alert]:
    """All that holds in `view` or was told in `events` within SHOWN_FOR, the worst first."""
    found = [*_hurt(view), *_crush(view), *_exits(view, ground), *_lines(view), *_promises(view), *_told(view, events)]
    return sorted(found, key=lambda alert: list(ICONS).index(alert.code))


def _hurt(view: View) -> Iterator[Alert]:
    """Who lies with nobody beside them who treats."""
    lying = np.flatnonzero(view.fallen & view.hurt & view.present & ~view.treated & ~view.custody)
    medics = [row for unit in view.units if "treat" in unit.orders for row in unit.rows]
    for row in lying.tolist():
        near = np.hypot(*(view.position[medics] - view.position[row]).T)
        if not (near < TREATS_WITHIN).any():
            place = (float(view.position[row, 0]), float(view.position[row, 1]))
            yield Alert("hurt_alone", (row,), place, {"count": len(lying)})
            return  # one slip for all; the next when this one is looked after


def _crush(view: View) -> Iterator[Alert]:
    """Where people are about to be crushed, the most dangerous first, until it has eased."""
    for crush in sorted(view.scene.crushes, key=lambda crush: (crush.severity != "grave", -crush.density)):
        values = {"severity": crush.severity, "density": crush.density, "count": crush.people}
        yield Alert("crush", (crush.since,), crush.at, values)


def _exits(view: View, ground: Ground) -> Iterator[Alert]:
    """A way out that is shut while people run near it."""
    running = view.position[view.running & view.present & (view.cast.unit < 0)]
    for name in view.scene.exits_shut:
        middle = ground.exits[name].centre
        if (np.hypot(*(running - middle).T) < NEAR_EXIT).sum() >= FLEE:
            label = ground.exits[name].label
            place = (float(middle[0]), float(middle[1]))
            yield Alert("exit_shut", (name,), place, {"exit": label or name.replace("-", " ")})


def _lines(view: View) -> Iterator[Alert]:
    """A line that is open, and who cannot go on."""
    for unit in view.units:
        if unit.mine and is_open(unit):
            yield Alert("gap", (unit.name,), unit.centre, {"unit": unit.label, "gap": round(unit.gap or 0.0, 1)})
        if unit.mine and unit.strain >= EXHAUSTED:
            yield Alert("exhausted", (unit.name,), unit.centre, {"unit": unit.label})


def _promises(view: View) -> Iterator[Alert]:
    """One's word that must be kept at once."""
    if view.talks is None:
        return
    x, y = view.position[view.talks.korlap].tolist()
    for promise in view.talks.promises:
        left = promise.due - view.seconds
        if promise.kept is None and promise.what != "time" and 0.0 <= left < DUE_SOON:
            values = {"what": promise.what, "to": promise.to, "left": stopwatch(left)}
            yield Alert("promise_due", (promise.what, promise.to, promise.due), (x, y), values)


def _told(view: View, events: Sequence[Event]) -> Iterator[Alert]:
    """What was told just now; of the threat only the latest."""
    threats = [event for event in events if event.word == THREAT]
    for event in [*(event for event in events if event.word in TOLD), *(threats[-1:] if _rose(view, threats) else ())]:
        if view.seconds - event.tick * TICK <= SHOWN_FOR:
            yield Alert(event.word, (event.id,), event.place, fields_of(event))


def _rose(view: View, threats: Sequence[Event]) -> bool:
    """Whether the threat rose when it last changed, and the level shows it."""
    return view.meters is not None and any(getattr(e, "now", 0) > getattr(e, "before", 0) for e in threats[-1:])


class Alerts:
    """The stack of one window; End goes to the first, a click to any."""

    def __init__(self, ground: Ground, jump: Callable[[tuple[float, float]], None]) -> None:
        """`jump` goes to a place, m."""
        self.ground, self.jump = ground, jump
        self.shown: list[Alert] = []
        self._events: list[Event] = []
        self._since: dict[tuple[object, ...], float] = {}  # code and key → s at which it was first seen
        self._second = -1
        self.areas: list[Area] = []  # steps, as last drawn

    def hear(self, view: View) -> None:
        """Note what was told, and once a second look at all there is."""
        self._events += [event for event in view.events if event.word in (THREAT, *TOLD)]
        if int(view.seconds) == self._second:
            return
        self._second = int(view.seconds)
        self._events = [event for event in self._events if view.seconds - event.tick * TICK <= SHOWN_FOR]
        found = alerts_of(view, self._events, self.ground)
        self._since = {_key(alert): self._since.get(_key(alert), view.seconds) for alert in found}
        self.shown = [alert for alert in found if (view.seconds - self._since[_key(alert)]) % AGAIN < SHOWN_FOR][:MOST]

    def go_to_first(self) -> bool:
        """Go to the place of the first; False if there is none."""
        place = next((alert.place for alert in self.shown if alert.place is not None), None)
        if place is not None:
            self.jump(place)
        return place is not None

    def draw(self, canvas: Canvas, layout: Layout) -> None:
        """Draw them one below the other, between the cards and the radio."""
        left, right = layout.card.right + EDGE, layout.log.left - EDGE
        self.areas = []
        for number, alert in enumerate(self.shown):
            text = _words(canvas, alert)
            room = min(WIDEST, right - left)
            area = Area(0, 0, min(room, round(canvas.width(text, theme.SIZE_READ, "semibold")) + 50), HEIGHT)
            area.midtop = (left + right) // 2, layout.bar.bottom + EDGE + number * (HEIGHT + 4)
            _slip(canvas, area, alert, text)
            self.areas.append(area)
            place = alert.place
            tip = Tip(text, (("keyboard", canvas.say("ui.alert.jump")),) if place else ())
            canvas.spot(area, tip, partial(self.jump, place) if place else None)


def _key(alert: Alert) -> tuple[object, ...]:
    return (alert.code, *alert.key)


def _words(canvas: Canvas, alert: Alert) -> str:
    """What it says."""
    return canvas.say(f"ui.alert.{alert.code}", **values_in_words(alert.values, canvas.language))


def _slip(canvas: Canvas, area: Area, alert: Alert, text: str) -> None:
    canvas.panel(Area(area.left + 2, area.top + 3, area.width, area.height), theme.INK, 60)
    canvas.panel(area, theme.PAPER_LIGHT, 252, theme.MERAH)
    canvas.fill(Area(area.left, area.top + 3, 5, area.height - 6), theme.MERAH)
    canvas.icon(ICONS[alert.code], (area.left + 21, area.centery), 17, theme.MERAH)
    canvas.text(text, (area.left + 36, area.top + 5), theme.SIZE_READ, theme.INK, "semibold", area.width - 46)
