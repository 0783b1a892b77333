"""An ASCII square becomes a World: how a test draws its scene.

One character is one square of `cell` metres, seen from above, north up::

    ....L..     c supporter, b bystander, x agitator
    .c..L.#     L dalmas_lanjut, A dalmas_awal, N negosiator: one unit each, named after its letter in lower case
    .c....#     P regu_penangkap, M tim_medis, V one ambulance
                # wall, Z the zone "zona", X the exit "keluar" (each the box round its letters)
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from game.rules import contact, walking
from game.world.catalogue import Catalogue, Normal, Range, Role, UnitType, Vehicle
from game.world.causes import Causes
from game.world.ground import Ground, Zone
from game.world.kind import Kind
from game.world.ladder import Ladder, Rule
from game.world.people import Floats, People
from game.world.quantities import Text
from game.world.units import Formation, Unit
from game.world.world import TICKS_PER_SECOND, Group, Radio, ScriptMemory, Seat, World

POSTURES = (
    "siap",
    "siaga",
    "tangan_berkait",
    "pegang_tali",
    "berlindung",
    "dorong_maju",
    "desak_maju",
    "mundur_teratur",
)  # all there are; doctrine.md 2.3
RANKS = ("danton", "danki", "kapolsek", "kapolres", "kapolda")


def role(name: str, kin: str = "protest", **changes: object) -> Role:
    """A role; what is not said in `changes` is a moderate protester's, crowd-model.md 3.5."""
    moderate: dict[str, object] = {
        "free_speed": Normal(1.34, 0.26, 0.5, 2.2),
        "radius": Range(0.18, 0.18),
        "mass": Normal(60.0, 9.0, 40.0, 95.0),
        "predisposition": Range(0.2, 0.9),
        "risk_aversion": Range(0.2, 1.0),
        "threshold": Normal(0.35, 0.10, 0.05, 0.9),
        "trust": 0.70,
        "unity": 0.15,
        "anger": 0.20,
        "expressiveness": Range(0.3, 0.8),
        "openness": Range(0.3, 0.9),
    }
    return Role(name=name, label=Text(name, name), look=name, kin=kin, **(moderate | changes))


ROLES = (
    role("supporter"),
    role(
        "bystander",
        "public",
        predisposition=Range(0.0, 0.4),
        risk_aversion=Range(0.5, 1.0),
        threshold=Normal(0.45, 0.10, 0.05, 0.9),
        trust=0.75,
        unity=0.05,
        anger=0.10,
        expressiveness=Range(0.2, 0.6),
        openness=Range(0.2, 0.7),
    ),
    role(
        "agitator",
        predisposition=Range(0.7, 1.0),
        risk_aversion=Range(0.0, 0.3),
        threshold=Normal(0.15, 0.05, 0.05, 0.9),
        trust=0.20,
        unity=0.60,
        anger=0.50,
        expressiveness=Range(0.7, 1.0),
        openness=Range(0.3, 0.6),
    ),
)
CROWD = {"c": "supporter", "b": "bystander", "x": "agitator"}

ORDERS = ("form", "move", "face", "posture", "hold", "warn", "cancel", "negotiate", "escort", "open_exit")
ORDERS += ("open_gate", "close_gate")
ORDERS += ("relieve", "push", "withdraw", "guard")
FORMATIONS = (
    "bersaf",
    "banjar_tiga",
    "paruh_lembing",
    "lingkar",
    "setengah_lingkar",
    "melintang",
    "formasi_berlindung",
)
ON_THE_MOVE = ("dorong_maju", "desak_maju", "mundur_teratur")


def unit_type(name: str, call: str, rank: str, postures: tuple[str, ...], reach: float, dialogue: float) -> UnitType:
    """A unit type with the numbers that tests reckon with."""
    gear = {"siap": 0.1, "siaga": 0.6, "tangan_berkait": 0.2, "pegang_tali": 0.1, "berlindung": 1.0}
    gear |= {"dorong_maju": 0.7, "desak_maju": 0.7, "mundur_teratur": 0.2}
    brace = {"siap": 120.0, "siaga": 400.0, "tangan_berkait": 500.0, "pegang_tali": 350.0, "berlindung": 650.0}
    brace |= {"dorong_maju": 650.0, "desak_maju": 650.0, "mundur_teratur": 400.0}
    return UnitType(
        name=name,
        label=Text(name, name),
        call=call,
        look=name,
        strength=30,
        rank=rank,
        orders=ORDERS,
        formations=FORMATIONS,
        postures=postures,
        gear={posture: gear[posture] for posture in postures},
        brace={posture: brace[posture] for posture in postures},
        walk=1.12,
        run=2.2,
        reach=reach,
        dialogue=dialogue,
        in_line=dialogue == 0.0,
        mass=95.0,
        radius=0.2,
    )


UNITS = {
    "L": unit_type("dalmas_lanjut", "DL", "danton", ("siap", "siaga", "berlindung", *ON_THE_MOVE), 60.0, 0.0),
    "A": unit_type(
        "dalmas_awal", "DA", "danton", ("siap", "siaga", "tangan_berkait", "pegang_tali", *ON_THE_MOVE), 60.0, 0.0
    ),
    "N": unit_type("negosiator", "NE", "danton", ("siap",), 25.0, 12.0),
    "P": dataclasses.replace(
        unit_type("regu_penangkap", "RP", "danton", ("siap",), 0.0, 0.0),
        orders=(*ORDERS, "arrest", "release"),
        in_line=False,
        run=2.8,
    ),
    "M": dataclasses.replace(
        unit_type("tim_medis", "MD", "danton", ("siap",), 0.0, 0.0), orders=(*ORDERS, "treat"), in_line=False, run=2.5
    ),
    "V": dataclasses.replace(
        unit_type("ambulans", "AM", "danton", ("siap",), 0.0, 0.0),
        in_line=False,
        mass=3000.0,
        radius=1.0,
        vehicle=Vehicle(length=5.2, width=2.0, speed=6.0, crawl=1.4, keeps=1.5, turn=6.0),
        carries_hurt=True,
    ),
    "W": dataclasses.replace(
        unit_type("awc", "AW", "danton", ("siap",), 0.0, 0.0),
        orders=(*ORDERS, "spray"),
        in_line=False,
        mass=10_000.0,
        radius=1.25,
        vehicle=Vehicle(length=7.5, width=2.5, speed=5.0, crawl=1.4, keeps=1.5, turn=8.0),
        tank=5000.0,
        pumps={"jet": 20.0, "diffuse": 8.0},
    ),
    "R": dataclasses.replace(
        unit_type("raimas", "RM", "danton", ("siap",), 0.0, 0.0),
        in_line=False,
        mass=300.0,
        radius=0.4,
        vehicle=Vehicle(length=2.1, width=0.8, speed=6.0, crawl=1.4, keeps=15.0, turn=3.0),
    ),
}


@dataclass(frozen=True)
class AsDrawn(Formation):
    """Stands in one rank, a metre apart: what a drawn unit is in until it is ordered to form up."""

    def places(self, count: int) -> Floats:
        return np.column_stack([np.zeros(count), (count - 1) / 2 - np.arange(count)])


def test_ladder() -> Ladder:
    """A doctrine in which a platoon leader may do all but what is raised above him."""
    orders = {order: Rule("danton", "test", "proposed") for order in (*ORDERS, "raise_flag", "lower_flag")}
    raised = {
        "warn:3": Rule("kapolres", "test", "proposed"),
        "raise_flag:kuning": Rule("kapolres", "test", "proposed"),
        "raise_flag:merah": Rule("kapolda", "test", "proposed"),
    }
    flags = ("hijau", "hijau", "kuning", "merah", "merah")
    return Ladder("uji", Text("Uji", "Test"), RANKS, flags, orders | raised)


test_ladder.__test__ = False  # type: ignore[attr-defined]


def picture(
    text: str,
    cell: float = 1.0,
    facing: Mapping[str, float] | None = None,
    plans: Mapping[str, tuple[Kind, ...]] | None = None,
    zones: Mapping[str, Floats] | None = None,
    seed: int = 0,
) -> World:
    """The World that `text` draws; `facing` degrees by unit letter (0, toward +x), `plans` by crowd letter."""
    lines = [line.strip() for line in text.strip().splitlines()]
    size = max(map(len, lines)) * cell, len(lines) * cell
    marks = _marks(lines, cell)
    return scene(marks, _ground(size, marks, cell, zones or {}), facing, plans, seed)


def scene(
    marks: Mapping[str, Floats],
    ground: Ground,
    facing: Mapping[str, float] | None = None,
    plans: Mapping[str, tuple[Kind, ...]] | None = None,
    seed: int = 0,
) -> World:
    """A World with people at `marks`, letter → (k, 2) m; letters, `facing` and `plans` as in a picture."""
    letters = [letter for letter in (*CROWD, *UNITS) if letter in marks]
    position = np.concatenate([marks[letter] for letter in letters] or [np.empty((0, 2))])
    rng = np.random.default_rng(seed)
    people = _people(position, rng)
    world = World(
        ground=ground,
        catalogue=Catalogue(ROLES, {unit.name: unit for unit in UNITS.values()}),
        ladder=test_ladder(),
        seats={},
        groups=(),
        radio=Radio(0.0, 0.0, 0.0),
        starts=14 * 3600.0,
        people=people,
        units={},
        script=ScriptMemory("aman"),
        rng=rng,
        causes=Causes.none_yet(len(people)),
    )
    first = 0
    for letter in letters:
        rows = np.arange(first, first + len(marks[letter]))
        first += len(rows)
        if letter in UNITS:
            _enlist(world, letter, rows, np.radians((facing or {}).get(letter, 0.0)))
        else:
            _gather(world, letter, rows, (plans or {}).get(letter, ()))
    world.seats = {
        "danton": Seat("danton", "danton", tuple(world.units), "trainee"),
        "kapolres": Seat("kapolres", "kapolres", tuple(world.units), "trainee"),
        "kapolda": Seat("kapolda", "kapolda", tuple(world.units), "trainee"),
    }
    return world


def _marks(lines: list[str], cell: float) -> dict[str, Floats]:
    """Letter → (k, 2) m, the middles of its squares, west to east and north to south."""
    found: dict[str, list[tuple[float, float]]] = {}
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            found.setdefault(letter, []).append(((column + 0.5) * cell, (len(lines) - row - 0.5) * cell))
    return {letter: np.array(points) for letter, points in found.items()}


def box(west: float, south: float, east: float, north: float) -> Floats:
    """The four corners (4, 2) m of a rectangle along the axes."""
    return np.array([(west, south), (east, south), (east, north), (west, north)], dtype=np.float64)


def _ground(size: tuple[float, float], marks: dict[str, Floats], cell: float, zones: Mapping[str, Floats]) -> Ground:
    walls = tuple(box(*(middle - cell / 2), *(middle + cell / 2)) for middle in marks.get("#", []))
    named = {name: Zone(name, np.asarray(shape, dtype=float)) for name, shape in zones.items()}
    boxes = {
        letter: box(*(marks[letter].min(axis=0) - cell / 2), *(marks[letter].max(axis=0) + cell / 2))
        for letter in "ZX"
        if letter in marks
    }
    if "Z" in boxes:
        named["zona"] = Zone("zona", boxes["Z"], Text("Zona", "Zone"))
    exits = {"keluar": Zone("keluar", boxes["X"], Text("Keluar", "Exit"))} if "X" in boxes else {}
    return Ground(size, walls, named, exits)


def _people(position: Floats, rng: np.random.Generator) -> People:
    """Everyone alike and facing east; units and groups fill in the rest."""
    people = People.strangers(position, rng)
    people.heading[:], people.radius[:], people.mass[:], people.free_speed[:] = 0.0, 0.18, 65.0, 1.34
    return people


def _gather(world: World, letter: str, rows: np.ndarray, plan: tuple[Kind, ...]) -> None:
    """Give `rows` the body and disposition of their role."""
    index = [role.name for role in ROLES].index(CROWD[letter])
    kind, people = ROLES[index], world.people
    people.role[rows] = index
    people.group[rows] = len(world.groups)
    for feeling in ("anger", "trust", "unity"):
        getattr(people, feeling)[rows] = getattr(people, f"{feeling}_base")[rows] = getattr(kind, feeling)
    for trait in ("predisposition", "risk_aversion", "expressiveness", "openness"):
        drawn, span = getattr(people, trait), getattr(kind, trait)
        drawn[rows] = span.low + (span.high - span.low) * drawn[rows]
    spread = kind.threshold
    people.threshold[rows] = np.clip(spread.mean + spread.sd * people.threshold[rows], spread.low, spread.high)
    world.groups += (Group(kind.name, kind.name, rows, plan),)


def _enlist(world: World, letter: str, rows: np.ndarray, facing: float) -> None:
    """Make `rows` a unit that stands where it was drawn, numbered from its left."""
    kind, people = UNITS[letter], world.people
    left = np.array([-np.sin(facing), np.cos(facing)])
    rows = rows[np.argsort(-(people.position[rows] @ left), kind="stable")]
    people.unit[rows] = len(world.units)
    people.radius[rows], people.mass[rows] = kind.radius, kind.mass
    people.brace[rows] = kind.brace[kind.postures[0]]
    people.heading[rows] = people.slot_heading[rows] = facing
    world.units[letter.lower()] = Unit(
        name=letter.lower(),
        index=len(world.units),
        type=kind,
        agency="polres",
        label=f"{kind.call}1",
        rows=rows,
        centre=people.position[rows].mean(axis=0),
        facing=facing,
        formation=AsDrawn(),
        posture=kind.postures[0],
        water=kind.tank,
    )


def walk(world: World, seconds: float) -> Iterator[int]:
    """Let `world` walk and meet for `seconds`, without minds or orders: each tick's number, once it has passed."""
    for tick in range(round(seconds * TICKS_PER_SECOND)):
        walking.avoid(world)
        contact.move(world)
        contact.feel_force(world)
        world.tick += 1
        yield tick
