"""What is true now, in one place."""

import abc
import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from game.world.air import Jet, Missiles
from game.world.catalogue import Catalogue
from game.world.causes import Causes
from game.world.crush import Crush
from game.world.custody import Arrest, Sighting
from game.world.events import Event
from game.world.fields import Course, Field
from game.world.ground import Ground
from game.world.kind import Kind
from game.world.ladder import Ladder
from game.world.people import Bools, Floats, Ints, People
from game.world.reason import Reason
from game.world.rumours import Hearsay
from game.world.talks import Talks
from game.world.things import Fire
from game.world.units import Unit
from game.world.wheels import Driver

if TYPE_CHECKING:
    from game.world.bodies import Bodies
    from game.world.senses import Senses

TICKS_PER_SECOND = 30
TICK = 1.0 / TICKS_PER_SECOND  # s
TICKS_PER_CHOICE = 3  # people and units decide at 10 Hz; crowd-model.md 3.5
REBUILD_EVERY = 60 * TICKS_PER_SECOND  # ticks; a World at a multiple of it is an exact checkpoint


class Command(Kind, abc.ABC):
    """The only way in. Given as a seat, checked, then applied."""

    @property
    def doing(self) -> str:
        """What it is called on the radio: ``doing.<this>`` of the texts."""
        return self.word

    @abc.abstractmethod
    def check(self, world: "World", seat: str) -> Reason | None:
        """Why `seat` may not give this now, or None."""

    def cautions(self, world: "World") -> tuple[str, ...]:
        """What the doctrine would hold against it now, in words of ``fault.<this>``; it can be given all the same."""
        return ()

    @abc.abstractmethod
    def apply(self, world: "World", seat: str) -> None:
        """Make it so."""


@dataclass(frozen=True)
class Seat:
    """Someone who may give orders."""

    name: str
    rank: str
    units: tuple[str, ...]  # what the seat commands
    played_by: str


@dataclass(frozen=True)
class Group:
    """A part of the crowd as the level declares it."""

    name: str
    role: str
    rows: Ints = field(compare=False)
    plan: tuple[Kind, ...]  # goal behaviours in order
    loops: bool = False  # the plan begins again at its end


@dataclass(frozen=True)
class Radio:
    """How orders travel."""

    delay_low: float  # s
    delay_high: float  # s
    fails: float  # share of transmissions that must be repeated


@dataclass
class OrderInAir:
    """An order on the radio; lands at `arrives`."""

    number: int
    seat: str
    order: Command
    arrives: int  # tick
    because: int  # id of the event that told of its sending
    garbled: bool = False  # will not be understood and must be repeated once


@dataclass
class ScriptMemory:
    """What the level's script has done."""

    phase: str
    since: int = 0  # tick at which the phase began
    fired: dict[str, int] = field(default_factory=dict)  # inject → tick at which it was last given
    holding: dict[str, int] = field(default_factory=dict)  # condition → tick since which it holds
    happened: dict[str, int] = field(default_factory=dict)  # word of an event or act → tick of the latest
    shields_seen: dict[str, int] = field(default_factory=dict)  # group → tick at which it first saw shields


@dataclass
class World:
    """The whole truth. What a level gives and never changes comes first, what changes after it."""

    ground: Ground
    catalogue: Catalogue
    ladder: Ladder
    seats: dict[str, Seat]
    groups: tuple[Group, ...]
    radio: Radio
    starts: float  # s after midnight at tick 0

    people: People
    units: dict[str, Unit]
    script: ScriptMemory
    rng: np.random.Generator
    causes: Causes
    deploy_at_most: int | None = None  # officers of the own district on the square; the rest keeps it running

    flag: str = "hijau"
    threat: int = 1  # class measured now
    threat_candidate: int = 1  # class seen, not yet long enough
    threat_since: int = 0  # tick since which the candidate is seen
    tick: int = 0
    orders_sent: int = 0
    events_said: int = 0
    air: list[OrderInAir] = field(default_factory=list)
    facilitating: dict[str, int] = field(default_factory=dict)  # unit → tick until which its words work
    warned_of: dict[str, int] = field(default_factory=dict)  # tool → tick of the latest third himbauan that named it
    exits_shut: list[str] = field(default_factory=list)  # exits that nobody can leave by now
    gates_shut: list[str] = field(default_factory=list)  # gates and barriers that bar the way now
    gates_closing: list[str] = field(default_factory=list)  # gates that shut as soon as nobody stands in them
    gates_broken: list[str] = field(default_factory=list)  # gates and barriers that have given way
    gate_load: dict[str, Floats] = field(default_factory=dict)  # gate → (e,) N/m on each element, averaged over 0.5 s
    talks: Talks | None = None
    rumours: list[Hearsay] = field(default_factory=list)
    missiles: Missiles = field(default_factory=Missiles.none)
    jets: dict[str, Jet] = field(default_factory=dict)  # unit → the water it sprays now
    fires: list[Fire] = field(default_factory=list)
    drivers: dict[int, Driver] = field(default_factory=dict)  # row of a vehicle on its way → how it is driven
    staggering: dict[int, int] = field(default_factory=dict)  # row → tick since which water strikes too hard to stand
    sightings: list[Sighting] = field(default_factory=list)  # newest last
    arrests: list[Arrest] = field(default_factory=list)
    crushes: list[Crush] = field(default_factory=list)
    crowding: Floats | None = None  # (by, bx) people/m² on each block of the ground, lately; None before anyone looks

    said: list[Event] = field(default_factory=list)  # since the last drain; not part of the truth
    wet: Floats | None = None  # (n, 2) N with which water pushes each; made anew as senses are, None when none flows
    senses: "Senses | None" = None  # made anew ten times a second, before anything reads it
    quickest: dict[Course, Field] = field(default_factory=dict)  # made anew from crowding
    bodies: "Bodies | None" = None  # made anew each simulated minute

    @property
    def seconds(self) -> float:
        """Simulated seconds since the start."""
        return self.tick * TICK

    def of_group(self, name: str) -> Bools:
        """(n,) who belongs to the group `name`."""
        members: Bools = self.people.group == [group.name for group in self.groups].index(name)
        return members

    def say(self, event: Event, **header: Any) -> int:
        """Tell `event`, numbered and dated; gives its id for later events' `because`."""
        number = self.events_said
        self.events_said += 1
        self.said.append(dataclasses.replace(event, id=number, tick=self.tick, **header))
        return number
