"""What a second of a recording says in JSON: the square, its units, and what is known of dealings with people."""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from game.session.dealings import ArrestView, TalksView
from game.session.scene import CrushView, JetView, Mark
from game.session.view import Meters, UnitView, View

# What of a UnitView never changes is in the file's header, the rest in each second; `mine` depends on who looks.
UNIT_GIVEN = (
    *("name", "label", "type", "type_label", "agency", "roster", "crew", "wheels", "postures", "orders", "formations"),
    *("on_request", "guards", "tank"),
)
UNIT_CHANGES = (
    *("strength", "posture", "formation", "task", "queue", "in_air", "centre", "facing", "goal"),
    *("coming", "strain", "water", "gap"),
)


@dataclass(frozen=True)
class Head:
    """One second in words, as the instructor sees it."""

    tick: int  # of the first frame
    frames: int
    flag: str
    over: bool
    phase: str | None
    meters: Meters | None
    units: list[dict[str, Any]]
    fires: list[tuple[float, float]]  # m
    jets: tuple[JetView, ...]
    marks: tuple[Mark, ...]
    exits_shut: tuple[str, ...]
    crushes: tuple[CrushView, ...]
    talks: TalksView | None
    arrests: tuple[ArrestView, ...]
    gates_shut: tuple[str, ...] = ()
    gates_broken: tuple[str, ...] = ()


_HEAD = TypeAdapter(Head)


def head_of(view: View, frames: int) -> Head:
    """What `view`, at the first of so many `frames`, says."""
    scene = view.scene
    return Head(
        tick=view.tick,
        frames=frames,
        flag=view.flag,
        over=view.over,
        phase=view.phase,
        meters=view.meters,
        units=[_unit_plain(unit) for unit in view.units],
        fires=[(float(x), float(y)) for x, y in scene.fires],
        jets=scene.jets,
        marks=scene.marks,
        exits_shut=scene.exits_shut,
        crushes=scene.crushes,
        talks=view.talks,
        arrests=view.arrests,
        gates_shut=scene.gates_shut,
        gates_broken=scene.gates_broken,
    )


def written(head: Head) -> bytes:
    """JSON."""
    return _HEAD.dump_json(head)


def read(block: bytes | memoryview) -> Head:
    """The Head of JSON; raises ValueError."""
    return _HEAD.validate_json(bytes(block))


def _unit_plain(unit: UnitView) -> dict[str, Any]:
    plain = {name: getattr(unit, name) for name in UNIT_CHANGES}
    return plain | {"rows": unit.rows.tolist(), "slots": unit.slots.round(2).tolist()}
