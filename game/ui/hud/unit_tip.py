"""What a unit says of itself: on its card in short, under the pointer in full."""

from game.session.view import UnitView
from game.ui.canvas import Canvas, Tip
from game.ui.hud.gaps import in_metres
from game.ui.offers import ICONS, waits_elsewhere

LAST_KEY = 9  # units beyond have no key of their own


def name_of(unit: UnitView) -> str:
    """As "Dalmas Awal 1": the doctrine's name, the same in every language, with the number of the call-sign.

    What stands in brackets is left to the tip.
    """
    return f"{unit.type_label['id'].partition(' (')[0]} {''.join(filter(str.isdigit, unit.label))}".strip()


def doing(canvas: Canvas, unit: UnitView) -> str:
    """What the unit does, and how many orders come after."""
    said = canvas.say(f"ui.task.{unit.task}")
    waiting = len(unit.queue) + unit.in_air
    return f"{said} +{waiting}" if waiting else said


def agency_of(canvas: Canvas, unit: UnitView, agencies: dict[str, dict[str, str]]) -> str:
    """The agency that sends it."""
    return agencies[unit.agency][canvas.language]


def key_of(canvas: Canvas, number: int) -> str:
    """How the unit with card `number` is selected by keys."""
    return canvas.say("ui.card.keys", key=number) if number <= LAST_KEY else canvas.say("ui.card.next_keys")


def water_of(canvas: Canvas, unit: UnitView) -> str:
    """As "4.200 L"."""
    return f"{unit.water:,.0f} L".replace(",", "." if canvas.language == "id" else ",")


def unit_tip(canvas: Canvas, unit: UnitView, number: int, agencies: dict[str, dict[str, str]]) -> Tip:
    """All that is known of `unit`, whose card is the one with `number`."""
    lines = [
        ("info", unit.type_label[canvas.language]),
        ("landmark", agency_of(canvas, unit, agencies)),
        _strength(canvas, unit),
        *_presence(canvas, unit),
        ("keyboard", key_of(canvas, number)),
    ]
    return Tip(f"{name_of(unit)} · {unit.label}", tuple(lines))


def _strength(canvas: Canvas, unit: UnitView) -> tuple[str, str]:
    if unit.wheels:
        return "truck", canvas.say("ui.card.vehicles", up=unit.strength, roster=unit.roster, crew=unit.crew)
    return "users", canvas.say("ui.card.strength", up=unit.strength, roster=unit.roster)


def _presence(canvas: Canvas, unit: UnitView) -> list[tuple[str, str]]:
    """When it comes; or how it stands, what it does, how tired it is, and what it has left."""
    if waits_elsewhere(unit) and unit.coming is None:
        return [("phone-call", canvas.say("ui.card.ask"))]
    if waits_elsewhere(unit):
        return [("clock", canvas.say("ui.card.coming", minutes=max(1, round((unit.coming or 0.0) / 60))))]
    if not len(unit.rows):
        return [("info", canvas.say("ui.card.not_there"))]
    told = [
        (ICONS[unit.posture], canvas.say(f"posture.{unit.posture}")),
        ("list-ordered", doing(canvas, unit)),
        ("heart-pulse", canvas.say("ui.card.strain", percent=round(100 * unit.strain))),
    ]
    if unit.gap is not None:
        told.append(("unfold-horizontal", canvas.say("ui.card.gap", gap=in_metres(canvas, unit.gap))))
    if unit.tank:
        told.append(("droplets", canvas.say("ui.card.water", left=water_of(canvas, unit), tank=round(unit.tank))))
    return told
