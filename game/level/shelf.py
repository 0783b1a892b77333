"""The other files of levels/: roles, unit types, doctrines, districts."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from game.level.grammar import Name, RankName, Written, named
from game.world.catalogue import Role, UnitType
from game.world.ladder import NEVER
from game.world.quantities import Text

Flag = Literal["hijau", "kuning", "merah"]


@dataclass(frozen=True)
class Roles(Written):
    """catalogue/roles.yaml."""

    format: Literal[1]
    roles: Annotated[dict[Name, Role], BeforeValidator(named), Field(min_length=1)]


@dataclass(frozen=True)
class UnitTypes(Written):
    """catalogue/units.yaml."""

    format: Literal[1]
    units: Annotated[dict[Name, UnitType], BeforeValidator(named), Field(min_length=1)]


def _read_class(value: Any) -> Any:
    """``never`` is the class above all that there are."""
    return NEVER if value == "never" else value


@dataclass(frozen=True)
class OrderRule(Written):
    """The lowest rank that may give an order, when it is in order, and where that is written."""

    rank: RankName
    source: Annotated[str, Field(min_length=1)]
    status: Literal["read", "recalled", "proposed"]
    threat: Annotated[int, Field(ge=1, le=NEVER, strict=True), BeforeValidator(_read_class)] = 1  # least class
    warned: bool = False  # whether the third himbauan must have named it


@dataclass(frozen=True)
class Doctrine(Written):
    """doctrines/*.yaml: `orders` are called as the order, or as order:detail such as warn:3."""

    format: Literal[1]
    title: Text
    ranks: Annotated[list[Name], Field(min_length=1)]  # lowest first
    flag_for: Annotated[list[Flag], Field(min_length=5, max_length=5)]  # asked for at threat 1 … 5
    orders: dict[str, OrderRule]


@dataclass(frozen=True)
class District(Written):
    """districts/*.yaml: what agencies and ranks are called there."""

    format: Literal[1]
    name: Text
    agencies: Annotated[dict[Name, Text], Field(min_length=1)]
    titles: dict[Name, Text]  # rank → what its holder is called
