"""Who could take part: how many of the district are deployed, each unit with where it stands, who comes when asked."""

from functools import cache, partial
from typing import Final

import pygame

from game.session.view import UnitView
from game.ui import theme
from game.ui.briefing.placing import Placing
from game.ui.canvas import Area, Canvas, Tip
from game.ui.figures import portrait
from game.ui.hud.unit_tip import name_of

PADDING: Final = 12
METER: Final = 84  # steps high
ROW: Final = {True: 44, False: 34}  # with room for two lines of words, and without
GAP: Final = 4
BAR: Final = 10


def draw_roster(canvas: Canvas, area: Area, placing: Placing) -> None:
    """Draw it in `area`, the chosen unit as paper."""
    canvas.panel(area, theme.PANEL, 255, theme.EDGE)
    _meter(canvas, area, placing)
    units = [*placing.units, *placing.later]
    top, room = area.top + METER, area.bottom - area.top - METER - PADDING
    roomy = len(units) * (ROW[True] + GAP) <= room
    height = min(ROW[roomy], room // max(1, len(units)) - GAP)
    for number, unit in enumerate(units):
        row = Area(area.left + PADDING, top + number * (height + GAP), area.width - 2 * PADDING, height)
        _row(canvas, row, placing, unit, roomy)


def _meter(canvas: Canvas, area: Area, placing: Placing) -> None:
    left, right = area.left + PADDING, area.right - PADDING
    people, most, personnel = placing.people, placing.most, placing.level.personnel
    wide = canvas.digits(str(people), (left, area.top + 10), theme.SIZE_DISPLAY)
    room = right - left - wide - 12
    if most is None or personnel is None:
        canvas.paragraph(
            canvas.say("ui.placing.free"), Area(round(left + wide + 12), area.top + 14, round(room), 40),
            theme.SIZE_BUTTON, theme.TEXT_SECOND,
        )  # fmt: skip
        return
    said = canvas.say("ui.placing.deployed", most=most)
    canvas.text(said, (left + wide + 12, area.top + 10), theme.SIZE_READ, theme.TEXT, width=room)
    code = "ui.placing.roster" if personnel.deploy_at_most is None else "ui.placing.some"
    canvas.paragraph(
        canvas.say(code, roster=personnel.roster), Area(round(left + wide + 12), area.top + 28, round(room), 30),
        theme.SIZE_SMALL, theme.TEXT_SECOND,
    )  # fmt: skip
    _bar(canvas, Area(left, area.top + 62, right - left, BAR), people, most, personnel.roster)


def _bar(canvas: Canvas, bar: Area, people: int, most: int, roster: int) -> None:
    """The whole roster; beyond the mark it is hatched: that part stays at home."""
    canvas.fill(bar, theme.INSET)
    limit = bar.left + round(bar.width * most / roster)
    for x in range(limit + 3, bar.right, 6):
        canvas.line((x, bar.top + 1), (x, bar.bottom - 1), theme.EDGE)
    canvas.fill(Area(bar.left, bar.top, round(bar.width * people / roster), bar.height), theme.METER_TRUST)
    canvas.fill(Area(limit - 1, bar.top - 4, 2, bar.height + 8), theme.TEXT)


def _row(canvas: Canvas, row: Area, placing: Placing, unit: UnitView, roomy: bool) -> None:
    chosen = placing.chosen is not None and placing.chosen.name == unit.name
    there = bool(len(unit.rows))
    canvas.panel(row, theme.PAPER_LIGHT if chosen else theme.INSET if there else theme.PANEL, 255, theme.EDGE)
    ink = theme.INK if chosen else theme.TEXT if there else theme.TEXT_SECOND
    soft = theme.INK_SOFT if chosen else theme.TEXT_SECOND if there else theme.TEXT_THIRD
    figure = _figure(placing.view.cast.look_of(unit.name), unit.posture, canvas.scale * (1.2 if roomy else 0.9))
    canvas.surface.blit(figure, figure.get_rect(center=canvas.rect(Area(row.left, row.top, 40, row.height)).center))
    people = str(unit.roster * unit.crew)
    room = row.width - 44 - 38
    where, agency = _where(canvas, placing, unit), placing.level.district.agencies[unit.agency].say(canvas.language)
    name, second = f"{unit.label} · {name_of(unit)}", f"{agency} · {where}"
    if roomy:
        canvas.text(name, (row.left + 44, row.top + 5), theme.SIZE_NAME, ink, "semibold", room)
        canvas.text(second, (row.left + 44, row.top + 24), theme.SIZE_SMALL, soft, width=room)
    else:
        middle = row.centery
        canvas.text(name, (row.left + 44, middle - 15), theme.SIZE_BUTTON, ink, "semibold", room)
        canvas.text(where, (row.left + 44, middle), theme.SIZE_SMALL, soft, width=room)
    canvas.text(people, (row.right - 32, row.centery - 8), theme.SIZE_NAME, ink, "semibold", align="right")
    mark = ("tick" if there else "circle", theme.HIJAU if there else soft)
    if unit.on_request:
        canvas.icon("clock", (row.right - 15, row.centery), 15, soft)
    elif there:
        canvas.shape("circle", (row.right - 15, row.centery), 8, mark[1])
        canvas.shape("tick", (row.right - 15, row.centery), 7, theme.TEXT)
    else:
        canvas.icon("circle", (row.right - 15, row.centery), 15, soft)
    _spot(canvas, row, placing, unit, agency, where)


def _spot(canvas: Canvas, row: Area, placing: Placing, unit: UnitView, agency: str, where: str) -> None:
    tip = Tip(f"{name_of(unit)} · {unit.label}", (("landmark", agency), ("map", where)))
    press = None if unit.on_request else partial(_press, placing, unit)
    canvas.spot(row, tip, press)


def _press(placing: Placing, unit: UnitView) -> None:
    """A second press on the unit in hand sends it to its barracks, or back."""
    if placing.chosen is not None and placing.chosen.name == unit.name:
        placing.toggle()
    else:
        placing.pick(unit.name)


def _where(canvas: Canvas, placing: Placing, unit: UnitView) -> str:
    """In which zone it stands, or when it could be there."""
    asked = placing.level.units[unit.name].on_request
    if asked is not None:
        return canvas.say("ui.placing.coming", minutes=round(asked.arrives_after / 60))
    zone = placing.zone_of(unit)
    if not len(unit.rows):
        return canvas.say("ui.placing.barracks")
    if zone is None:
        return canvas.say("ui.placing.elsewhere")
    label = placing.level.place.zones[zone].label
    return label.say(canvas.language) if label else zone


@cache
def _figure(look: str, posture: str, scale: float) -> pygame.Surface:
    return portrait(look, posture, scale)
