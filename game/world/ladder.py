"""Doctrine as data: flags, what threat asks for which, and who may order what."""

from dataclasses import dataclass

from game.world.quantities import Text

FLAGS = ("hijau", "kuning", "merah")
NEVER = 6  # the least class of threat of what a doctrine forbids: above all five


@dataclass(frozen=True)
class Rule:
    """The lowest rank that may give an order, when it is in order, and where that is written.

    Who has the rank can give it at any time; given outside of `threat` and `warned` it is done, recorded and judged.
    """

    rank: str
    source: str
    status: str  # read | recalled | proposed
    threat: int = 1  # the least class of threat at which it is in order
    warned: bool = False  # whether the third himbauan must have named it, and left time to go


@dataclass(frozen=True)
class Ladder:
    """A doctrine; what is not `read` is marked where shown."""

    name: str
    title: Text
    ranks: tuple[str, ...]  # lowest first
    flag_for: tuple[str, ...]  # the flag asked for at threat 1 … 5
    rules: dict[str, Rule]  # order word, or word:detail such as warn:3, raise_flag:merah

    def rule(self, order: str, detail: str = "") -> Rule:
        """The rule for `order`, the more exact one first."""
        return self.rules.get(f"{order}:{detail}") or self.rules[order]

    def allows(self, rank: str, rule: Rule) -> bool:
        """Whether `rank` is as high as the rule asks."""
        return self.ranks.index(rank) >= self.ranks.index(rule.rank)
