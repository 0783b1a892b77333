"""The live preview of a formation being laid: every slot, red where nobody can stand, and what it comes to."""

from typing import Final

from game.ui import theme
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas
from game.ui.hud.unit_marks import draw_front, draw_slots
from game.ui.plan import Laid, ranks_of

HEIGHT: Final = 22  # steps of the label


def draw_plan(canvas: Canvas, camera: Camera, laid: list[Laid]) -> None:
    """Draw where each unit would stand."""
    for one in laid:
        draw_slots(canvas.surface, camera, one.slots, one.facing, one.stands)
        draw_front(canvas.surface, camera, one.at, one.facing, one.frontage)
    for one in laid:
        _label(canvas, camera, one)


def _label(canvas: Canvas, camera: Camera, one: Laid) -> None:
    """Call-sign, formation and ranks, frontage, slots that can be stood on."""
    name = f"{one.unit.label} · {canvas.say(f'formation.{one.formation.word}')}"
    free, of = int(one.stands.sum()), len(one.stands)
    size = f"{one.frontage:.1f}".replace(".", "," if canvas.language == "id" else ".")
    code = "ui.plan.line" if one.formation.word == "bersaf" else "ui.plan.other"
    facts = canvas.say(code, ranks=ranks_of(one.formation), frontage=size, free=free, of=of)
    bold, light = canvas.width(name, theme.SIZE_BUTTON, "semibold"), canvas.width(facts, theme.SIZE_BUTTON)
    area = Area(0, 0, round(bold + light + 26), HEIGHT)
    y = camera.to_screen(one.slots)[:, 1].min() / canvas.scale
    area.midbottom = round(camera.to_screen(one.at)[0] / canvas.scale), round(y - 10)
    area = area.clamp(canvas.area)
    canvas.panel(area, theme.PAPER_LIGHT, 250, theme.LINE)
    canvas.text(name, (area.left + 9, area.top + 3), theme.SIZE_BUTTON, theme.ORDER_BLUE, "semibold")
    ink = theme.INK_SOFT if free == of else theme.MERAH
    canvas.text(facts, (area.left + 17 + bold, area.top + 3), theme.SIZE_BUTTON, ink)
