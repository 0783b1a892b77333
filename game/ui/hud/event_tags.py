"""Slips of paper on the map: where something is happening that anybody there would see or hear."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from game.session.view import View
from game.ui import theme
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas
from game.ui.hud.layout import EDGE, layout_of
from game.ui.theme import Colour
from game.ui.wording import fields_in_words
from game.world.events import Event
from game.world.people import Bools, Floats
from game.world.world import TICK

SHOWN_FOR: Final = 12.0  # s; about as long as a himbauan takes to be said
MOST: Final = 6  # at once; look.md
# people from whom on a crowd's doing is worth a slip; guess
CROWDS: Final = {"pushing": 5, "throw": 1, "sit": 10, "jeer": 12, "chant": 30}
OUTLIERS: Final = 90  # percentile: a slip stands above the crowd, not above the one who stands far off; guess
HEIGHT: Final = 21  # steps
ABOVE: Final = 2.4  # m above what happens, so that no slip covers it
ICONS: Final[dict[str, tuple[str, Colour]]] = {
    "himbauan_given": ("megaphone", theme.ORDER_BLUE),
    "pushing": ("hand", theme.MERAH),
    "jeer": ("users", theme.ANGER),
    "chant": ("message-circle", theme.INK),
    "throw": ("triangle-alert", theme.MERAH),
    "sit": ("users", theme.INK),
    "fire_lit": ("flame", theme.MERAH),
    "held_back": ("hand", theme.INK),
    "force_used": ("scale", theme.MERAH),
    "talks_opened": ("message-circle", theme.ORDER_BLUE),
    "talks_broken": ("message-circle", theme.MERAH),
    "delegation_agreed": ("handshake", theme.ORDER_BLUE),
    "delegation_received": ("landmark", theme.ORDER_BLUE),
    "delegation_turned_away": ("ban", theme.MERAH),
    "arrested": ("hand", theme.ORDER_BLUE),
    "arrest_given_up": ("undo-2", theme.INK),
    "ill_treated": ("triangle-alert", theme.MERAH),
    "first_aid": ("cross", theme.TEAL),
    "evacuated": ("cross", theme.TEAL),
    "lane_blocked": ("ban", theme.MERAH),
    "crush_warning": ("users", theme.MERAH),
    "exit_opened": ("log-out", theme.HIJAU),
    "line_broken": ("shield", theme.MERAH),
    "gave_way": ("unlock", theme.MERAH),
}


def draw_event_tags(
    canvas: Canvas, camera: Camera, view: View, events: Sequence[Event], others: Sequence[Area] = ()
) -> None:
    """Draw the latest of `events` that can still be noticed, and what the crowd does, clear of `others`."""
    taken = list(others)
    for word, least in CROWDS.items():
        who = view.position[_doing(view, word)]
        if len(who) >= least:
            top = np.array([who[:, 0].mean(), np.percentile(who[:, 1], OUTLIERS)])
            _draw(canvas, camera, top, word, {"count": len(who)}, taken)
    for event in _fresh(view, events):
        _draw(canvas, camera, np.array(event.place), event.word, fields_in_words(event, canvas.language), taken)


def _beside_panels(canvas: Canvas, area: Area) -> Area:
    """`area` shifted so that no panel cuts it, if the middle of its foot can be seen."""
    layout = layout_of(canvas)
    left, right = layout.card.right + EDGE, layout.log.left - EDGE
    seen = left <= area.centerx <= right and layout.bar.bottom <= area.bottom <= layout.ribbon.top
    return (
        area.clamp(Area(left, layout.bar.bottom + EDGE, right - left, layout.ribbon.top - layout.bar.bottom))
        if seen
        else area
    )


def _clear_of(taken: list[Area], area: Area) -> Area:
    """`area`, moved up until it lies on none of `taken`."""
    while area.collidelist(taken) >= 0:
        area.bottom = taken[area.collidelist(taken)].top - 2
    return area


def _doing(view: View, word: str) -> Bools:
    """(n,) which civilians are seen pushing, or doing the act `word`; who pushes is not counted twice."""
    acts = view.act == view.acts.index(word) if word in view.acts else np.zeros(len(view.act), np.bool_)
    doing: Bools = view.pressing if word == "pushing" else acts & ~view.pressing
    return doing & view.present & (view.cast.unit < 0)


def _fresh(view: View, events: Sequence[Event]) -> list[Event]:
    """The newest first, one of each unit: what it did last says enough; of the crowd one of each kind."""
    units = [unit.name for unit in view.units]
    fresh: dict[str, Event] = {}
    for event in reversed(events):
        if view.seconds - event.tick * TICK > SHOWN_FOR or len(fresh) >= MOST:
            break
        if event.word in ICONS and event.place is not None:
            fresh.setdefault(event.actor if event.actor in units else event.word, event)
    return list(fresh.values())


def _draw(canvas: Canvas, camera: Camera, place: Floats, word: str, values: dict[str, Any], taken: list[Area]) -> None:
    """One slip above `place` (2,) m, clear of those already `taken`; none where they leave no room under the bar."""
    icon, colour = ICONS[word]
    text, more = canvas.say(f"ui.mark.{word}"), canvas.say(f"ui.mark.{word}.more", **values)
    bold = canvas.width(text, theme.SIZE_BUTTON, "semibold")
    x, y = camera.to_screen(place + np.array([0.0, ABOVE])) / canvas.scale
    area = Area(0, 0, round(bold + canvas.width(more, theme.SIZE_SMALL) + 42), HEIGHT)
    area.midbottom = round(x), round(y)
    area = _clear_of(taken, _beside_panels(canvas, area))
    if area.top < theme.TOP_BAR:
        return
    taken.append(area)
    canvas.panel(area, theme.PAPER_LIGHT, 245, theme.LINE)
    canvas.icon(icon, (area.left + 13, area.centery), 14, colour)
    canvas.text(text, (area.left + 25, area.top + 2), theme.SIZE_BUTTON, colour, "semibold")
    canvas.text(more, (area.left + 32 + bold, area.top + 3), theme.SIZE_SMALL, theme.INK_SOFT)
