"""What is read out at the briefing: the situation on one sheet, the task and its limits on two."""

from collections.abc import Iterator
from typing import Final

from game.level.forces import Unit
from game.level.schema import Level
from game.text import known
from game.ui import theme
from game.ui.briefing.known import Detail, Gathering, gatherings, in_list, objects, partners, ways_out, wind_from
from game.ui.briefing.sections import Section
from game.ui.canvas import Canvas

# Perkap 16/2006 Article 7(1) and (2) in short; doctrine.md 2.6, 2.7: their status
FORBIDDEN: Final = ("arrogance", "violence", "other_kit", "weapons", "leaving", "turning_back", "abuse", "unlawful")
REQUIRED: Final = ("rights", "serve", "protect", "until_the_end", "obey", "formation")
STATUS: Final = "recalled"


def situation(level: Level, canvas: Canvas) -> list[Section]:
    """The day as its author tells it, the crowd, the object, ways out and weather."""
    return [
        Section("ui.briefing.brief", "info", (level.brief.say(canvas.language),)),
        Section("ui.briefing.crowd", "users", tuple(_crowd(level, canvas))),
        Section("ui.briefing.object", "landmark", tuple(_object(level, canvas))),
    ]


def task(level: Level, canvas: Canvas) -> list[Section]:
    """Who takes part, what is to be learnt, and by what it is judged."""
    taught = tuple(canvas.say(f"teaches.{lesson}") for lesson in level.teaches)
    measured = tuple(canvas.say(f"measure.{measure.word}") for measure in level.objectives)
    sections = [
        Section("ui.briefing.partners", "handshake", tuple(_partners(level, canvas))),
        Section("ui.briefing.teaches", "list-ordered", taught, "circle", theme.HIJAU),
        Section("ui.briefing.judged", "scale", measured, "circle", theme.ORDER_BLUE),
    ]
    return [section for section in sections if section.lines]


def limits(level: Level, canvas: Canvas) -> list[Section]:
    """What every officer must not do, and must do."""
    source = canvas.say("ui.briefing.source", status=canvas.say(f"status.{STATUS}"))
    forbidden = tuple(canvas.say(f"ui.forbidden.{each}") for each in FORBIDDEN)
    required = tuple(canvas.say(f"ui.required.{each}") for each in REQUIRED)
    return [
        Section("ui.briefing.forbidden", "octagon", forbidden, "ban", theme.MERAH),
        Section("ui.briefing.required", "shield", required, "circle", theme.HIJAU),
        Section("ui.briefing.sources", "info", (source, level.ladder.title.say(canvas.language))),
    ]


def _crowd(level: Level, canvas: Canvas) -> Iterator[str]:
    for gathering in gatherings(level):
        yield _gathering(gathering, canvas)
    if level.korlap is not None:
        demands = "; ".join(canvas.say(f"demand.{demand}") for demand in level.korlap.demands)
        yield canvas.say("ui.briefing.demands", demands=demands)


def _gathering(gathering: Gathering, canvas: Canvas) -> str:
    """As "Peserta aksi: sekitar 300, di Jalan Timur, menuju Depan gerbang. Membawa bendera dan spanduk."."""
    language, count = canvas.language, f"{gathering.count}"
    told = [canvas.say("ui.briefing.about", count=count) if gathering.rounded else count]
    if gathering.at:
        told.append(canvas.say("ui.briefing.at", places=in_list(gathering.at, language)))
    if gathering.heading is not None:
        told.append(canvas.say("ui.briefing.heading", place=gathering.heading.say(language)))
    carries = f"ui.briefing.carries.{gathering.look}"
    who = gathering.label.say(language)
    return f"{who}: {', '.join(told)}. {canvas.say(carries) if known(carries) else ''}".strip()


def _object(level: Level, canvas: Canvas) -> Iterator[str]:
    language, kept = canvas.language, objects(level)
    yield in_list(kept or [level.place.title], language) + "."
    if shut := ways_out(level, shut=True):
        yield canvas.say("ui.briefing.shut", places=in_list(shut, language))
    yield canvas.say("ui.briefing.open", places=in_list(ways_out(level, shut=False), language))
    if level.weather is not None:
        quarter = canvas.say(f"ui.wind.{wind_from(level.weather.wind_from)}")
        yield canvas.say("ui.briefing.wind", quarter=quarter, speed=level.weather.wind_speed)


def _partners(level: Level, canvas: Canvas) -> Iterator[str]:
    for agency, details in partners(level).items():
        name = level.district.agencies[agency].say(canvas.language)
        yield f"{name}: {', '.join(_detail(level, detail, canvas) for detail in details)}."


def _detail(level: Level, detail: Detail, canvas: Canvas) -> str:
    """As "2 × Dalmas Lanjut (menjaga Gudang logistik)"."""
    count = f"{len(detail.units)} × " if len(detail.units) > 1 else ""
    notes = [note for unit in detail.units for note in _notes(level, unit, canvas)]
    return f"{count}{detail.type.label.say(canvas.language)}" + (f" ({', '.join(notes)})" if notes else "")


def _notes(level: Level, unit: Unit, canvas: Canvas) -> Iterator[str]:
    if unit.guards is not None:
        label = level.place.everywhere[unit.guards].label
        yield canvas.say("ui.briefing.guards", zone=label.say(canvas.language) if label else unit.guards)
    if unit.on_request is not None:
        yield canvas.say("ui.briefing.on_request", minutes=round(unit.on_request.arrives_after / 60))
