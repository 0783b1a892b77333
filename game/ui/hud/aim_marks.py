"""What an order being aimed would come to: how far it reaches, what it can hit, what speaks against that."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pygame

from game.rules.tasks.arrest import REACH
from game.rules.water import STREAMS
from game.session.view import UnitView, View
from game.ui import theme
from game.ui.aim import Aim
from game.ui.canvas import Area, Canvas
from game.ui.desk import Verdict
from game.ui.hud.gaps import in_metres
from game.ui.hud.tooltip import draw_lamp
from game.ui.hud.unit_marks import arrow_head, draw_front, draw_rings, draw_slots
from game.ui.input import Hands
from game.ui.targets import Area as Zones
from game.ui.targets import Exit, Facing, Fallen, Gate, Held, Line, Metres, Person, Place
from game.ui.wording import reason_in_words
from game.world.ground import Zone
from game.world.people import Floats
from game.world.world import Command

COARSE: Final = 4  # px of the window in one of the mask that finds an outline
RING: Final = 0.75  # m, round a person
DASHES: Final = 7  # px on, and off
WIDEST: Final = 300  # steps of a slip
WATER: Final = 70  # of 255, how much the cone hides


def draw_aim(canvas: Canvas, view: View, hands: Hands, pointer: tuple[int, int]) -> None:
    """Draw what `hands` aim at with the pointer at `pointer`, px."""
    aim = hands.desk.aim
    if aim is None or pointer[0] < 0:
        return
    point = hands.point_at(np.array(pointer, float), view)
    units = [unit for unit in hands.desk.units(view) if aim.word in unit.orders and len(unit.rows)]
    DRAWN[type(aim.target)](canvas, view, hands, units, point)
    orders = hands.aimed(point, view)
    if orders:
        _slip(canvas, hands, orders, _named(canvas, view, hands, aim, orders[0]), pointer)


def _water(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """The cone from the front of the vehicle to the pointer and on to where it comes down, and the farthest ring."""
    camera, mode = hands.desk.camera, dict(hands.desk.aim.fields)["mode"] if hands.desk.aim else "diffuse"
    stream = STREAMS["jet" if mode == "jet" else "diffuse"]
    veil = pygame.Surface(canvas.surface.get_size(), pygame.SRCALPHA)
    for row in [row for unit in units for row in unit.rows.tolist()]:
        heading = float(view.heading[row])
        nozzle = view.position[row] + view.cast.size[row, 0] / 2 * np.array([np.cos(heading), np.sin(heading)])
        away = point - nozzle
        far = max(float(np.hypot(*away)), 0.1)
        aside = np.array([-away[1], away[0]]) / far
        wide = stream.mouth + stream.spread * far
        cone = [
            nozzle + stream.mouth * aside,
            point + wide * aside,
            point - wide * aside,
            nozzle - stream.mouth * aside,
        ]
        pygame.draw.polygon(veil, (*theme.WATER, WATER), camera.to_screen(np.array(cone)).tolist())
        _circle(canvas.surface, camera.to_screen(nozzle), stream.metres[-1] * camera.zoom, theme.ORDER_BLUE)
    canvas.surface.blit(veil, (0, 0))


def _reach_of_a_team(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """How far from the lines and from the team itself somebody can be fetched, and a ring round who is meant."""
    camera, surface = hands.desk.camera, canvas.surface
    lines = [unit for unit in view.units if "push" in unit.orders or unit in units]
    rows = np.concatenate([unit.rows for unit in lines]).astype(int)
    mask = pygame.Mask((surface.get_width() // COARSE, surface.get_height() // COARSE))
    disc = pygame.Surface([2 * max(1, round(REACH * camera.zoom / COARSE))] * 2, pygame.SRCALPHA)
    pygame.draw.circle(disc, theme.INK, disc.get_rect().center, disc.get_width() // 2)
    stamp = pygame.mask.from_surface(disc)
    for x, y in camera.to_screen(view.position[rows]) / COARSE - disc.get_width() / 2:
        mask.draw(stamp, (round(x), round(y)))
    for part in mask.connected_components(COARSE):
        outline = np.array(part.outline(3)) * COARSE
        if len(outline) > 2:
            _dashed(surface, outline, theme.ORDER_BLUE)
    _ring_round(canvas, view, hands, units, point)


def _ring_round(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """A ring round who is meant."""
    aim, camera = hands.desk.aim, hands.desk.camera
    meant = aim.target.at(point, units[0], view, hands.ground) if aim and units else None
    if meant is not None:
        _circle(canvas.surface, camera.to_screen(view.position[meant]), RING * camera.zoom, theme.ORDER_BLUE, 3)


def _front(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """Where the line would be afterwards."""
    target, camera = hands.desk.aim.target if hands.desk.aim else None, hands.desk.camera
    if not isinstance(target, Metres):
        return
    for unit in units:
        ahead = np.array([np.cos(unit.facing), np.sin(unit.facing)]) * (
            target.metres if target.ahead else -target.metres
        )
        slots = unit.slots + ahead
        aside = np.array([-np.sin(unit.facing), np.cos(unit.facing)])
        draw_slots(canvas.surface, camera, slots, unit.facing, hands.ground.stands(slots, 0.3))
        draw_front(canvas.surface, camera, np.array(unit.centre) + ahead, unit.facing, float(np.ptp(slots @ aside)))


def _other_line(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """Rings under the unit meant, before anything is pointed at under all that come into question."""
    orders = hands.aimed(point, view)
    names = [order.plain()["relieve"]["whom"] for order in orders] or [
        name for unit in units for name in Line("whom").likely(unit, view, hands.ground)
    ]
    draw_rings(canvas.surface, hands.desk.camera, view, view.position, names)


def _zones(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """Every zone in outline; the one meant filled."""
    _outlines(canvas, view, hands, units, point, list(hands.ground.zones.values()))


def _exits(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """Every exit that is shut in outline, or all where none is."""
    shut = [zone for name, zone in hands.ground.exits.items() if name in view.scene.exits_shut]
    _outlines(canvas, view, hands, units, point, shut or list(hands.ground.exits.values()))


def _gates(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """The gates that can be opened, or shut, each under a broad line; the one meant broader."""
    aim, camera = hands.desk.aim, hands.desk.camera
    if aim is None or not units:
        return
    meant = aim.target.at(point, units[0], view, hands.ground)
    for name in aim.target.likely(units[0], view, hands.ground):
        points = camera.to_screen(hands.ground.gates[name].line).tolist()
        pygame.draw.lines(canvas.surface, theme.ORDER_BLUE, False, points, 8 if name == meant else 4)


def _outlines(
    canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats, zones: list[Zone]
) -> None:
    aim, camera = hands.desk.aim, hands.desk.camera
    meant = aim.target.at(point, units[0], view, hands.ground) if aim and units else None
    for zone in zones:
        outline = camera.to_screen(zone.shape)
        if zone.name == meant:
            veil = pygame.Surface(canvas.surface.get_size(), pygame.SRCALPHA)
            pygame.draw.polygon(veil, (*theme.ORDER_BLUE, 50), outline.tolist())
            canvas.surface.blit(veil, (0, 0))
        _dashed(canvas.surface, outline, theme.ORDER_BLUE)


def _arrows(canvas: Canvas, view: View, hands: Hands, units: list[UnitView], point: Floats) -> None:
    """From each unit the way it would face."""
    for unit in units:
        foot, tip = hands.desk.camera.to_screen(np.array([unit.centre, point]))
        pygame.draw.aaline(canvas.surface, theme.ORDER_BLUE, foot, tip, 2)
        arrow_head(canvas.surface, foot, tip, theme.ORDER_BLUE)


Draw = Callable[[Canvas, View, Hands, list[UnitView], Floats], None]
DRAWN: Final[dict[type, Draw]] = {
    Facing: _arrows,
    Metres: _front,
    Place: _water,
    Person: _reach_of_a_team,
    Fallen: _ring_round,
    Held: _ring_round,
    Line: _other_line,
    Zones: _zones,
    Exit: _exits,
    Gate: _gates,
}


def _named(canvas: Canvas, view: View, hands: Hands, aim: Aim, order: Command) -> str:
    """The order, and what it is aimed at where that has a name or a measure."""
    name, value = canvas.say(aim.code), getattr(order, aim.target.field)
    places = {**hands.ground.zones, **hands.ground.exits}
    if isinstance(aim.target, Metres):
        return f"{name} · {in_metres(canvas, value)}"
    if isinstance(aim.target, Zones | Exit):
        label = places[value].label
        return f"{name} · {label.say(canvas.language) if label else value}"
    if isinstance(aim.target, Line):
        return f"{name} · {next(unit.label for unit in view.units if unit.name == value)}"
    if isinstance(aim.target, Place):
        unit = next(unit for unit in view.units if unit.name == getattr(order, "unit", ""))
        row = int(unit.rows[0])
        far = np.hypot(*(np.array(value) - view.position[row])) - view.cast.size[row, 0] / 2
        return f"{name} · {in_metres(canvas, float(far))}"
    return name


def _slip(canvas: Canvas, hands: Hands, orders: tuple[Command, ...], name: str, pointer: tuple[int, int]) -> None:
    """Beside the pointer: the lamp, what would be ordered, and what speaks against it."""
    verdict = hands.desk.verdict(orders)
    against, wide = _against(canvas, verdict), canvas.width(name, theme.SIZE_NAME, "semibold") + 50
    lines = canvas.lines(against, theme.SIZE_READ, WIDEST - 24) if against else ()
    wide = max([wide, *(canvas.width(line, theme.SIZE_READ) + 26 for line in lines)])
    slip = Area(0, 0, round(wide), 28 + 18 * len(lines))
    slip.topleft = round(pointer[0] / canvas.scale) + 18, round(pointer[1] / canvas.scale) + 14
    slip = slip.clamp(canvas.area)
    canvas.panel(slip, theme.PAPER_LIGHT, 250, theme.LINE)
    draw_lamp(canvas, (slip.left + 18, slip.top + 14), verdict.why is None, bool(verdict.faults))
    canvas.text(name, (slip.left + 34, slip.top + 5), theme.SIZE_NAME, theme.INK, "semibold")
    ink = theme.MERAH if verdict.why else theme.INK
    for number, line in enumerate(lines):
        canvas.text(line, (slip.left + 12, slip.top + 25 + 18 * number), theme.SIZE_READ, ink)


def _against(canvas: Canvas, verdict: Verdict) -> str:
    if verdict.why is not None:
        return reason_in_words(verdict.why, canvas.language)
    faults = ", ".join(canvas.say(f"fault.{fault}") for fault in verdict.faults)
    return canvas.say("ui.ribbon.held", faults=faults) if faults else ""


def _circle(surface: pygame.Surface, centre: Floats, radius: float, ink: theme.Colour, width: int = 2) -> None:
    pygame.draw.aacircle(surface, ink, centre.round().astype(int).tolist(), max(6, round(radius)), width)


def _dashed(surface: pygame.Surface, corners: Floats, ink: theme.Colour) -> None:
    """A closed dashed line through `corners` (m, 2) px, the dashes running on round every corner."""
    ends = np.roll(corners, -1, axis=0)
    steps = np.hypot(*(ends - corners).T)
    run = np.concatenate([[0.0], np.cumsum(steps)])
    closed = np.vstack([corners, corners[:1]])
    for start in np.arange(0.0, run[-1], 2.0 * DASHES):
        at = np.array([start, min(start + DASHES, run[-1])])
        dash = np.column_stack([np.interp(at, run, closed[:, 0]), np.interp(at, run, closed[:, 1])])
        pygame.draw.line(surface, ink, dash[0], dash[1], 2)
