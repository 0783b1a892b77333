"""What kinds of people and units exist: frozen, read from levels/catalogue."""

from dataclasses import dataclass, field

from game.world.quantities import Text

ON_FOOT = (1.0, 1.0)
RANK_DEPTH, INTERVAL = 0.9, 0.76  # m between people in formation, in depth and along the front; formations/bersaf.py
CAR_DEPTH, CAR_SIDE = 1.0, 1.7  # m between vehicles in formation, behind and beside: each can be turned about; guess


@dataclass(frozen=True)
class Range:
    """Uniform between `low` and `high`."""

    low: float
    high: float


@dataclass(frozen=True)
class Normal:
    """Normal with `mean` and `sd`, cut to `low` … `high`."""

    mean: float
    sd: float
    low: float
    high: float


@dataclass(frozen=True)
class Role:
    """A civilian's body and disposition; crowd-model.md 1.5 and 3.5."""

    name: str
    label: Text
    look: str  # how an observer sees them: a figure's name
    free_speed: Normal  # m/s
    radius: Range  # m
    mass: Normal  # kg
    predisposition: Range
    risk_aversion: Range
    threshold: Normal
    trust: float
    unity: float
    anger: float
    expressiveness: Range
    openness: Range
    kin: str  # roles of one kin hear each other as their own: protest, radical, public
    feels: bool = True  # False for who only walks: neither feels nor is felt, and counts in no threat


@dataclass(frozen=True)
class Vehicle:
    """A body on wheels: each row of the unit is one such vehicle with its crew inside."""

    length: float  # m
    width: float  # m
    speed: float  # m/s on a clear road
    crawl: float  # m/s among people
    keeps: float  # m it stops short of anyone ahead
    turn: float  # m, radius of its tightest curve


@dataclass(frozen=True)
class UnitType:
    """What a unit is made of and what it may be asked; doctrine.md 2.2 and 2.3."""

    name: str
    label: Text
    call: str  # letters of the call-sign, DA
    look: str
    strength: int
    rank: str  # who leads it
    orders: tuple[str, ...]  # words of orders it can carry out
    formations: tuple[str, ...]
    postures: tuple[str, ...]  # the first is how it arrives
    gear: dict[str, float]  # posture → 0 soft … 1 full gear, crowd-model.md 3.5.6
    brace: dict[str, float]  # posture → N an officer holds
    walk: float  # m/s
    run: float  # m/s
    reach: float  # m within which its himbauan is heard, 0 without a loudhailer
    dialogue: float  # m within which its presence facilitates, 0 none
    mass: float  # kg with kit
    radius: float  # m
    in_line: bool = True  # stands against a crowd; False for who came to talk, treat, arrest or drive
    crew: int = 1  # people in each row
    vehicle: Vehicle | None = None
    shield: dict[str, float] = field(default_factory=dict)  # posture → share of what is thrown that it stops
    carries_hurt: bool = False  # takes the hurt along, lying: an ambulance
    tank: float = 0.0  # litres of water when full
    pumps: dict[str, float] = field(default_factory=dict)  # jet, diffuse → l/s

    @property
    def apart(self) -> tuple[float, float]:
        """How much farther apart than people on foot they stand in a formation, in depth and along the front."""
        box = self.vehicle
        return ON_FOOT if box is None else ((box.length + CAR_DEPTH) / RANK_DEPTH, (box.width + CAR_SIDE) / INTERVAL)

    @property
    def talks(self) -> bool:
        """Whether it has come to talk: such a unit is no line."""
        return self.dialogue > 0.0


@dataclass(frozen=True)
class Catalogue:
    """Everything a level may name."""

    roles: tuple[Role, ...]
    units: dict[str, UnitType] = field(default_factory=dict)
