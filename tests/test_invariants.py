"""What holds whatever anybody orders: on the shipped square and on places drawn by chance.

Many more examples by hand: INVARIANTS=200 pytest tests/test_invariants.py
"""

import functools
import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError, ValidationError

from game.level.read import read_level, read_texts
from game.paths import LEVELS
from game.rules import radio
from game.rules.advance import advance
from game.rules.behaviours.go import Go
from game.rules.behaviours.leave import Leave
from game.rules.behaviours.protest import Protest
from game.rules.behaviours.stroll import Stroll
from game.session.session import Session
from game.text import LANGUAGES
from game.ui.wording import reason_in_words
from game.world import polygons
from game.world.bodies import FASTEST
from game.world.ground import Ground, Zone
from game.world.people import Floats
from game.world.state import save, state_hash
from game.world.world import TICKS_PER_SECOND, Command, World
from tests.pictures import POSTURES, scene

EXAMPLES = int(os.environ.get("INVARIANTS", "0"))
CHECKED_EVERY = 7  # ticks
OVERLAP = 0.05  # m that a body may stand in a wall; issue 2
SMALL, WIDE = (30.0, 24.0), (60.0, 48.0)  # m
FEELINGS = ("anger", "fear", "trust", "unity")

WILD = st.one_of(st.floats(), st.floats(-1e3, 1e3), st.integers(-5, 5))
POINT = st.one_of(
    st.tuples(st.floats(0.0, 120.0), st.floats(0.0, 80.0)).map(list), st.lists(WILD, min_size=1, max_size=3)
)
DEGREES = st.one_of(st.none(), st.floats(-360.0, 360.0), WILD)
QUEUE = st.booleans()
FORMATION = st.one_of(
    st.sampled_from(["banjar_tiga", "paruh_lembing", "lingkar", "setengah_lingkar", "formasi_berlindung", "melintang"]),
    st.integers(0, 7).map(lambda ranks: {"bersaf": {"ranks": ranks}}),
    st.just("lingkaran"),
)
POSTURE = st.sampled_from([*POSTURES, "tidur"])
UNIT = st.sampled_from(
    ["da1", "dl1", "dl2", "ne1", "rp1", "md1", "am1", "aw1", "rm1", "tn1", "da2", "l", "a", "n", "xx1"]
)
PERSON = st.integers(-2, 650)
ZONE = st.sampled_from(["gerbang", "halaman", "depan-gerbang", "gudang-logistik", "pasar", "zona", "nirwana"])
METRES = st.floats(0.5, 20.0) | WILD
SHARE = st.one_of(st.floats(-1.0, 1.0), WILD)
GROUP = st.sampled_from(["pendukung", "penghasut", "warga", "supporter", "agitator", "siapa"])
GIVEN = st.fixed_dictionaries(
    {
        "what": st.sampled_from(["delegation", "hearing", "time", "route", "uang"]),
        "to": st.sampled_from(["3", "99", "5m", "hear_us", "keluar", ""]) | WILD,
    }
)
TURN = st.one_of(
    st.sampled_from(["listen", "explain"]), *(GIVEN.map(lambda x, say=say: {say: x}) for say in ("offer", "promise"))
)
FIELDS = {
    "form": {"formation": FORMATION, "at": st.none() | POINT, "facing": DEGREES, "frontage": st.none() | WILD},
    "move": {"to": POINT, "facing": DEGREES, "run": st.booleans()},
    "face": {"facing": DEGREES},
    "posture": {"posture": POSTURE},
    "warn": {
        "level": st.integers(0, 4),
        "text": st.text(max_size=40),
        "names": st.lists(st.sampled_from(["push", "spray", "arrest", "peluru"]), max_size=2),
    },
    "open_gate": {"gate": st.sampled_from(["gerbang", "nirwana"])},
    "close_gate": {"gate": st.sampled_from(["gerbang", "nirwana"])},
    "open_exit": {"exit": st.sampled_from(["keluar", "ujung-timur", "ujung-utara", "pasar", "nirwana"])},
    "negotiate": {"say": TURN},
    "escort": {"to": st.sampled_from(["gerbang", "halaman", "zona", "nirwana"])},
    "relieve": {"whom": UNIT},
    "push": {"metres": METRES, "stepwise": st.booleans()},
    "withdraw": {"metres": METRES},
    "guard": {"zone": ZONE},
    "arrest": {"person": PERSON},
    "release": {"person": PERSON},
    "treat": {"person": st.none() | PERSON},
    "spray": {
        "at": POINT,
        "mode": st.sampled_from(["jet", "diffuse", "foam"]),
        "for": st.sampled_from(["5s", "1m", "x"]),
    },
    "deploy": {"at": ZONE},
    "stand_down": {},
    "request": {},
    "hold": {},
    "cancel": {},
}
UNQUEUED = ("posture", "hold", "cancel", "release", "deploy", "stand_down", "request")
UNIT_ORDERS = [
    st.fixed_dictionaries({"unit": UNIT} | fields, optional={} if word in UNQUEUED else {"queue": QUEUE}).map(
        lambda what, word=word: {word: what}
    )
    for word, fields in FIELDS.items()
]
OTHERS = [
    st.sampled_from(["raise_flag", "lower_flag"]).flatmap(
        lambda word: st.sampled_from(["hijau", "kuning", "merah", "ungu"]).map(lambda flag: {word: {"flag": flag}})
    ),
    st.fixed_dictionaries({"group": GROUP}, optional=dict.fromkeys(FEELINGS, SHARE)).map(lambda what: {"mood": what}),
    GROUP.map(lambda group: {"go_home": {"group": group}}),
    st.tuples(GROUP, SHARE).map(lambda told: {"rumour": {"group": told[0], "trust": told[1]}}),
    st.integers(-1, 60).map(lambda event: {"account": {"event": event, "why": "other", "note": "begitu"}}),
]
SEAT = st.sampled_from(["kapolres", "danton", "kapolda", "script", "instructor", "lurah"])
STEPS = st.lists(st.tuples(st.floats(0.0, 3.0), SEAT, st.one_of(*UNIT_ORDERS, *OTHERS)), max_size=14)


def command(plain: object) -> Command | None:
    """What the door makes of `plain`; None where it is turned away there."""
    try:
        return Command.read(plain)
    except (ValidationError, PydanticCustomError):
        return None


def give_soundly(world: World, seat: str, order: Command) -> None:
    """Give `order`; where it is refused that is said in words, and nothing else changes."""
    assert Command.read(order.plain()) == order
    why, before = order.check(world, seat), state_hash(world)
    radio.give(world, seat, order)
    if why is not None:
        world.events_said -= 1
        assert state_hash(world) == before
        world.events_said += 1
        assert all(reason_in_words(why, language) for language in LANGUAGES)


def assert_sound(world: World) -> None:
    people = world.people
    for name, values in save(world).arrays.items():
        assert np.isfinite(values).all(), name
    for feeling in FEELINGS:
        assert ((getattr(people, feeling) >= 0.0) & (getattr(people, feeling) <= 1.0)).all(), feeling
    assert ((people.custody >= -1) & (people.custody < len(world.units))).all()
    assert (people.custody[~people.civilian] == -1).all()
    assert all(0.0 <= unit.strain <= 1.0 and 0.0 <= unit.water <= unit.type.tank for unit in world.units.values())
    place, radius = people.position[people.present], people.radius[people.present]
    assert (np.minimum(place, world.ground.size - place).min(axis=1) > radius - OVERLAP).all()
    for wall in world.ground.obstacles:
        assert (polygons.signed_distance(wall, place) > radius - OVERLAP).all()
    assert np.hypot(*people.velocity.T).max() <= FASTEST * (1.0 + 1e-9)


@pytest.fixture(scope="module", params=["kantor-kpu-pagi.yaml", "pleno-kpu.yaml"])
def level(request):
    """A shipped level, but its crowd is before the gate already."""
    shipped = read_level(LEVELS / request.param)
    nearer = (("in: jalan-timur", "in: depan-gerbang"), (", hidden: true", ""))
    texts = {
        file.path: functools.reduce(lambda text, change: text.replace(*change), nearer, file.text)
        for file in shipped.files
    }
    return read_texts(texts, request.param)


@settings(max_examples=EXAMPLES or 5)
@given(seed=st.integers(0, 2**32 - 1), steps=STEPS)
def test_no_orders_break_the_shipped_square(level, seed, steps):
    session = Session(level, seed)
    for wait, seat, plain in [*steps, (3.0, "script", None)]:
        given_now = command(plain)
        if given_now is not None:
            session.submit(given_now, seat=seat)
        for tick in range(1 + round(wait * TICKS_PER_SECOND)):
            session.tick()
            if tick % CHECKED_EVERY == 0:
                assert_sound(session.world)


def square_of_chance(seed: int, walls: int, crowd: int, size: tuple[float, float] = SMALL, push: float = 0.0) -> World:
    """A place of `size` m with boxes and thin walls set by chance, a crowd with every plan, and three units."""
    rng = np.random.default_rng(seed)
    ground = _ground(rng, walls, size)
    free = ground.nearest_stand(_apart(rng, crowd + 26, size), 0.25)
    free = free[ground.stands(free, 0.2)]
    who = np.split(free, [crowd // 2, crowd // 2 + 5, crowd, crowd + 10, crowd + 20])
    plans = {
        "c": (Go(to="pasar"), Protest(toward="balai")),
        "b": (Stroll(),) if seed % 2 else (Stroll.read({"stroll": {"in": "pasar"}}),),
        "x": (Go(to="balai"), Leave(push=push)),
    }
    return scene(dict(zip("cxbLAN", who, strict=True)), ground, {"A": 90.0, "N": 180.0}, plans, seed)


def _ground(rng: np.random.Generator, walls: int, size: tuple[float, float]) -> Ground:
    obstacles = []
    for _ in range(walls):
        low, thick = rng.uniform(2.0, size[1] - 2.0, 2), rng.choice([0.2, 1.0, 5.0], 2)
        obstacles.append(_box(low, np.minimum(low + thick, np.array(size) - 0.5)))
    middles = {"pasar": np.array([5.0, 5.0]), "balai": np.array([23.0, 17.0])}
    zones = {name: Zone(name, _box(middle - 3.0, middle + 3.0)) for name, middle in middles.items()}
    exits = {"keluar": Zone("keluar", _box(np.array([0.0, size[1] - 6.0]), np.array([2.0, size[1]])))}
    return Ground(size, tuple(obstacles), zones, exits)


def _box(low: Floats, high: Floats) -> Floats:
    return np.array([low, (high[0], low[1]), high, (low[0], high[1])], dtype=float)


def _apart(rng: np.random.Generator, count: int, size: tuple[float, float]) -> Floats:
    """(count, 2) m, places on a grid of 0.6 m, in any order."""
    x, y = np.meshgrid(np.arange(0.5, size[0], 0.6), np.arange(0.5, size[1], 0.6))
    return rng.permutation(np.column_stack([x.ravel(), y.ravel()]))[:count]


@settings(max_examples=EXAMPLES or 12)
@given(seed=st.integers(0, 2**32 - 1), walls=st.integers(0, 8), crowd=st.integers(12, 90), steps=STEPS)
def test_no_orders_break_any_square(seed, walls, crowd, steps):
    world = square_of_chance(seed, walls, crowd)
    for wait, seat, plain in [*steps, (4.0, "script", {"mood": {"group": "supporter", "anger": 1.0, "trust": -1.0}})]:
        given_now = command(plain)
        if given_now is not None:
            give_soundly(world, seat, given_now)
        for tick in range(1 + round(wait * TICKS_PER_SECOND)):
            advance(world)
            if tick % CHECKED_EVERY == 0:
                assert_sound(world)


@settings(max_examples=EXAMPLES or 4)
@given(
    seed=st.integers(0, 2**32 - 1),
    walls=st.integers(0, 30),
    crowd=st.integers(200, 2000),
    push=st.sampled_from([0.0, 150.0, 400.0]),
)
def test_no_crowd_breaks_any_place(seed, walls, crowd, push):
    world = square_of_chance(seed, walls, crowd, WIDE, push)
    world.people.press[world.people.civilian] = push
    for tick in range(5 * TICKS_PER_SECOND):
        advance(world)
        if tick % CHECKED_EVERY == 0:
            assert_sound(world)
