"""What orders share: orders to a unit, flags, and injects, each with who may give them."""

import abc
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from game.rules import authority, force, presence, slots
from game.world.events import Event
from game.world.ladder import FLAGS
from game.world.names import UnitName
from game.world.people import Floats
from game.world.quantities import Point
from game.world.reason import Reason, reason
from game.world.units import Formation, Unit
from game.world.world import Command, World

ROOM = 0.5  # share of the slots that must be free for a formation to be worth ordering; guess

Person = Annotated[int, Field(strict=True)]  # row of People; whose there is none is refused in words
Degrees = Annotated[float, Field(ge=-360.0, le=360.0)]
FlagName = Literal["hijau", "kuning", "merah"]


@dataclass(frozen=True)
class OrderSetAside(Event):
    """A unit leaves what one seat ordered for what another orders; `rank` is the former's, the actor is the unit."""

    doing: str
    rank: str
    call: str


@dataclass(frozen=True)
class UnitOrder(Command, abstract=True):
    """An order to `unit`. It travels by radio unless it only concerns what has not been heard yet."""

    unit: UnitName

    travels: ClassVar[bool] = True
    of_any_type: ClassVar[bool] = False  # every type of unit can do it
    needs_presence: ClassVar[bool] = True  # only who is there can do it

    @property
    def detail(self) -> str:
        """What of the order needs a rank of its own, and its name on the radio."""
        return ""

    @property
    def doing(self) -> str:
        return f"{self.word}.{self.detail}" if self.detail else self.word

    def check(self, world: World, seat: str) -> Reason | None:
        if self.unit not in world.units:
            return reason("unknown_unit", unit=self.unit)
        unit = world.units[self.unit]
        return (
            authority.refuses(world, seat, self.word, self.detail, self.unit)
            or authority.outranked(world, seat, unit, self.sets_aside(world, unit))
            or self._unable(world, unit)
            or self.cannot(world, unit)
        )

    def cautions(self, world: World) -> tuple[str, ...]:
        return force.doctrine_faults(world, f"{self.word}:{self.detail}" if self.detail else self.word)

    def apply(self, world: World, seat: str) -> None:
        unit = world.units[self.unit]
        task, giver, unit.heard_from = unit.task, unit.ordered_by, seat
        self.carry(world, unit)
        if task is not None and unit.task is not task and giver != seat and giver in world.seats:
            told = OrderSetAside(doing=task.doing, rank=world.seats[giver].rank, call=unit.label)
            world.say(told, actor=unit.name, place=unit.spot)

    def sets_aside(self, world: World, unit: Unit) -> list[str]:
        """The seats whose orders `unit` would leave for this one."""
        if getattr(self, "queue", False):
            return []
        return [*([unit.ordered_by] if unit.task else []), *unit.queued_by]

    @abc.abstractmethod
    def cannot(self, world: World, unit: Unit) -> Reason | None:
        """Why `unit` cannot do this here and now, or None."""

    @abc.abstractmethod
    def carry(self, world: World, unit: Unit) -> None:
        """Make it so."""

    def _unable(self, world: World, unit: Unit) -> Reason | None:
        why = presence.absent(world, unit) if self.needs_presence else None
        if why is None and not self.of_any_type and self.word not in unit.type.orders:
            return reason("not_for_this_type", unit=unit.label, command=self.word)
        return why


@dataclass(frozen=True)
class FlagOrder(Command, abstract=True):
    """`flag` is up, further on the ladder in one direction than the flag before."""

    flag: FlagName

    direction: ClassVar[int]  # 1 upward, -1 downward

    @property
    def doing(self) -> str:
        return f"{self.word}.{self.flag}"

    def check(self, world: World, seat: str) -> Reason | None:
        if self.flag == world.flag:
            return reason("flag_already", flag=self.flag)
        if self.direction * (FLAGS.index(self.flag) - FLAGS.index(world.flag)) < 0:
            return self.contrary(world.flag)
        return authority.refuses(world, seat, self.word, self.flag)

    def apply(self, world: World, seat: str) -> None:
        world.flag, before = self.flag, world.flag
        world.say(self.told(before), actor=seat)

    @abc.abstractmethod
    def contrary(self, before: str) -> Reason:
        """Why not, when `flag` lies the other way from `before`."""

    @abc.abstractmethod
    def told(self, before: str) -> Event:
        """The news of it."""


@dataclass(frozen=True)
class Inject(Command, abstract=True):
    """What only the script and the instructor may do."""

    def check(self, world: World, seat: str) -> Reason | None:
        return authority.refuses_inject(seat)


def no_room_after(world: World, unit: Unit, metres: float) -> Reason | None:
    """Why `unit` cannot go straight and stand as it does `metres` m farther ahead, or None."""
    to = unit.centre + metres * np.array([np.cos(unit.facing), np.sin(unit.facing)])
    why = no_room(world, unit, unit.formation, to.tolist(), None)
    if why is None and not world.ground.sees(unit.centre, to)[0]:
        return reason("wall_in_the_way", unit=unit.label, metres=round(abs(metres)))
    return why


def no_room(world: World, unit: Unit, formation: Formation, at: Point | None, facing: float | None) -> Reason | None:
    """Why `unit` cannot go to `at` m and stand there in `formation` facing `facing` degrees, or None."""
    middle = unit.centre if at is None else np.array(at)
    if not world.ground.inside(middle[None])[0]:
        return reason("outside")
    heading = unit.facing if facing is None else float(np.radians(facing))
    places = slots.laid_out(formation, len(slots.on_feet(world, unit)), middle, heading)
    fits = world.ground.stands(places, unit.type.radius)
    if fits.mean() < ROOM:
        return reason("no_room", fits=int(fits.sum()), of=len(fits))
    return None if _leads_a_way(world, unit, middle) else reason("unreachable", unit=unit.label)


def _leads_a_way(world: World, unit: Unit, at: Floats) -> bool:
    """Whether `unit` can walk to `at` (2,) m; what it sees needs no search."""
    if world.ground.sees(unit.centre, at)[0]:
        return True
    return bool(np.isfinite(world.ground.field_to_point(at).distance(unit.centre[None])[0]))
