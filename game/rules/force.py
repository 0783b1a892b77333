"""Force used: told, judged against the doctrine at that moment, and felt by all who see it."""

from dataclasses import dataclass

from game.rules import mood
from game.world.events import Event
from game.world.ladder import Rule
from game.world.people import Floats, Ints
from game.world.units import Unit
from game.world.world import TICK, World

TIME_TO_GO = 60.0  # s between the himbauan that names a tool and its use; doctrine.md 4.3


@dataclass(frozen=True, kw_only=True)
class ForceUsed(Event):
    """A unit used force on people; the actor is the unit."""

    tool: str  # word of the order, or order:detail
    level: int  # 3 soft hands, 4 hard hands, 5 blunt tools, water: Perkap 1/2009 Art. 5
    threat: int  # class at that moment
    call: str
    ordered_by: str  # seat that answers for it
    hit: int  # people
    innocent: int  # of them nobody had seen do anything forbidden
    faults: tuple[str, ...]  # what the doctrine holds against it, in words of `fault.<this>`


def use(
    world: World,
    unit: Unit,
    tool: str,
    *,
    level: int,
    place: Floats,
    radius: float,
    severity: float,
    hit: Ints,
    faults: tuple[str, ...] = (),
) -> int:
    """`unit` uses `tool` on the people of rows `hit` within `radius` m of `place` (2,) m; gives the event's id.

    `faults` are those only the tool itself can know, as of its distance; call it once a second at the most.
    """
    seen = {sighting.person for sighting in world.sightings}
    told = ForceUsed(
        tool=tool,
        level=level,
        threat=world.threat,
        call=unit.label,
        ordered_by=unit.ordered_by,
        hit=len(hit),
        innocent=sum(row not in seen for row in hit.tolist()),
        faults=(*doctrine_faults(world, tool), *faults),
        actor=unit.name,
        place=(float(place[0]), float(place[1])),
    )
    event = world.say(told)
    mood.force_event(world, place, radius, severity, hit, event)
    return event


def rule_for(world: World, tool: str) -> Rule | None:
    """What the doctrine says of `tool`, an order word or order:detail; None where it says nothing."""
    order = tool.partition(":")[0]
    return world.ladder.rules.get(tool) or world.ladder.rules.get(order)


def doctrine_faults(world: World, tool: str) -> tuple[str, ...]:
    """What speaks against using `tool` now, whoever does it: threat, warning, time and a way to leave."""
    rule = rule_for(world, tool)
    if rule is None:
        return ()
    warned = world.warned_of.get(tool.partition(":")[0])
    found = {
        "threat_below": world.threat < rule.threat,
        "not_warned": rule.warned and warned is None,
        "no_time_to_go": rule.warned and warned is not None and (world.tick - warned) * TICK < TIME_TO_GO,
        "no_way_out": rule.warned and set(world.ground.exits) <= set(world.exits_shut),
    }
    return tuple(fault for fault, holds in found.items() if holds)
