"""What every measure can be asked, and what it sees."""

import abc
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from game.world.events import Event
from game.world.kind import Kind
from game.world.people import Bools, Floats
from game.world.world import World


class Mark(Protocol):
    """Somebody seen doing something forbidden."""

    @property
    def person(self) -> int: ...


class Scene(Protocol):
    """What can be seen beside the people."""

    @property
    def marks(self) -> tuple[Mark, ...]: ...


class Talks(Protocol):
    """The conversation with the coordinator."""

    @property
    def delegates(self) -> tuple[int, ...]: ...


class Look(Protocol):
    """One moment, live or recorded, as far as measures need it: a View is one. Arrays are (n,) or (n, 2) m."""

    @property
    def seconds(self) -> float: ...
    @property
    def position(self) -> Floats: ...
    @property
    def present(self) -> Bools: ...
    @property
    def fallen(self) -> Bools: ...
    @property
    def hurt(self) -> Bools: ...
    @property
    def custody(self) -> Bools: ...
    @property
    def running(self) -> Bools: ...
    @property
    def scene(self) -> Scene: ...
    @property
    def talks(self) -> Talks | None: ...


@dataclass(frozen=True)
class Finding:
    """What a measure says so far, told in words of ``finding.<measure>`` filled with `values`."""

    number: float  # in the measure's own unit
    reached: bool
    values: dict[str, Any] = field(default_factory=dict)
    evidence: tuple[int, ...] = ()  # ids of events
    noted: dict[str, Bools] = field(default_factory=dict)  # (n,) people it has noted so far


class Measure(Kind, abc.ABC):
    """An objective of a level and the number that tells how far it is reached."""

    @abc.abstractmethod
    def update(self, stage: World, look: Look, events: Iterable[Event], before: Finding | None) -> Finding:
        """The finding a second after `before`, None at first. Of `stage` only what never changes is read."""
