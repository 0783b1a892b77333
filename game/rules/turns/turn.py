"""What every turn of the conversation can be asked."""

import abc
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from game.rules.negotiation import promises
from game.rules.negotiation.subject import Subject, What
from game.world.kind import Kind
from game.world.quantities import Duration
from game.world.reason import Reason
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import World


class Turn(Kind, abc.ABC):
    """What a negotiator says to the coordinator, or lets him say, in one go."""

    takes: ClassVar[float]  # s

    @property
    def detail(self) -> str:
        """What of it needs a rank of its own, and its name on the radio."""
        return self.word

    def refuses(self, world: World, talks: Talks) -> Reason | None:
        """Why it cannot be said now, or None."""
        return None

    def ready(self, world: World, talks: Talks) -> bool:
        """Whether it can be said yet; what must be asked for first is asked for."""
        return True

    @abc.abstractmethod
    def take(self, world: World, talks: Talks, unit: Unit) -> None:
        """It has been said: let it work."""


def _as_text(value: Any) -> Any:
    """An author writes ``to: 3``."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


@dataclass(frozen=True)
class Given(Turn, abstract=True):
    """A turn in which something is given: `what`, `to` whom or what of it, and `within` which time."""

    what: What
    to: Annotated[str, BeforeValidator(_as_text)]  # number of delegates, demand, duration or exit
    within: Duration = 600.0  # s; guess, as long as a crowd waits that is told why

    @property
    def detail(self) -> str:
        return f"{self.word}_{self.what}"

    def subject(self, talks: Talks) -> Subject:
        """What is given."""
        return Subject(self.what, self.to, self.within, self.to == talks.demands[0])

    def refuses(self, world: World, talks: Talks) -> Reason | None:
        subject = self.subject(talks)
        return subject.unfit(world, talks) or promises.refuses(talks, subject)
