"""Something has happened."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from game.rules.acts.act import Act
from game.rules.triggers.trigger import Trigger
from game.world.events import Event as News
from game.world.world import World


def _known(word: str) -> str:
    known = sorted({*News.words, *Act.words})
    if word not in known:
        raise PydanticCustomError("unknown_word", "unknown word", {"word": word, "known": known})
    return word


@dataclass(frozen=True)
class Event(Trigger):
    """Since the phase began, an event of `kind` was told, or somebody did the act of that name: burn_tyres, hurt."""

    kind: Annotated[str, AfterValidator(_known)]

    def holds(self, world: World) -> bool:
        return world.script.happened.get(self.kind, -1) >= world.script.since
