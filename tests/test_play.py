"""A trainee at the mouse: real events drive an exercise from the first click to the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.app import Stage, stage, trainee
from game.level.read import read_level
from game.level.schema import Level
from game.paths import LEVELS
from game.session.session import Session
from game.ui.live import Live, Record
from game.ui.screens.exercise import Exercise

LEFT, RIGHT = 1, 3
FRAME = 1 / 30  # s of real time per frame


@pytest.fixture(scope="module")
def level() -> Level:
    return read_level(LEVELS / "kantor-kpu-pagi.yaml")


@pytest.fixture
def shown() -> Iterator[Stage]:
    with stage("id") as opened:
        yield opened


class Trainee:
    """Plays `session` in a window, posting what a hand would; every step is followed by two frames."""

    def __init__(self, shown: Stage, session: Session, record: Record) -> None:
        self.session, seat = session, trainee(session.level)
        self.page = Exercise(session.level, session, seat, session.view(seat), "id", shown.window.size)
        self.live, self.shown = Live(session, self.page, record), shown

    def does(self, *steps: Callable[[], None]) -> None:
        """Look once, take the steps in the real loop, then close the window."""
        frames = iter([_nothing, *(step for one in steps for step in (one, _nothing))])

        def advance(_seconds: float) -> None:
            self.live.advance(FRAME)
            next(frames, lambda: pygame.event.post(pygame.event.Event(pygame.QUIT)))()

        self.shown.run(self.page, advance)

    def px(self, place: object) -> tuple[int, int]:
        x, y = self.page.desk.camera.to_screen(place)
        return round(x), round(y)

    def centre(self, unit: str) -> np.ndarray:
        return np.array(next(one.centre for one in self.page.view.units if one.name == unit))

    def officer(self, unit: str) -> np.ndarray:
        return self.page.view.position[next(one.rows[0] for one in self.page.view.units if one.name == unit)]

    @property
    def given(self) -> list[dict[str, object]]:
        return [command.plain() for _, _, command in self.session.given]


def _nothing() -> None:
    """A frame in which the hand rests."""


def post(kind: int, **fields: object) -> None:
    pygame.event.post(pygame.event.Event(kind, **fields))


def key(code: int) -> Callable[[], None]:
    return lambda: post(pygame.KEYDOWN, key=code, mod=pygame.key.get_mods(), unicode="", scancode=0)


def click(where: Callable[[], tuple[int, int]], button: int = LEFT) -> Callable[[], None]:
    return drag(where, where, button)


def drag(
    start: Callable[[], tuple[int, int]], end: Callable[[], tuple[int, int]], button: int = RIGHT
) -> Callable[[], None]:
    def move() -> None:
        one, other = start(), end()
        post(pygame.MOUSEBUTTONDOWN, pos=one, button=button)
        post(pygame.MOUSEMOTION, pos=other, rel=(other[0] - one[0], other[1] - one[1]), buttons=(0, 0, 1))
        post(pygame.MOUSEBUTTONUP, pos=other, button=button)

    return move


def test_a_trainee_selects_lays_a_line_warns_pauses_queues_and_goes(level: Level, shown: Stage, tmp_path: Path) -> None:
    session = Session(level)
    hand = Trainee(shown, session, Record(session, tmp_path / "run", lambda: 0.0))
    before_pause: list[int] = []
    seen: dict[str, object] = {}
    start = hand.centre("da1")

    def from_centre(x: float, y: float) -> Callable[[], tuple[int, int]]:
        return lambda: hand.px(hand.centre("da1") + np.array([x, y]))

    hand.does(
        click(lambda: hand.px(hand.officer("da1"))),
        lambda: seen.update(selected=list(hand.page.desk.selected)),
        drag(from_centre(1.0, 8.0), from_centre(1.0, -8.0)),
        key(pygame.K_1),
        key(pygame.K_j),
        key(pygame.K_j),
        key(pygame.K_SPACE),
        lambda: before_pause.append(session.world.tick),
        key(pygame.K_2),
        lambda: pygame.key.set_mods(pygame.KMOD_LSHIFT),
        click(from_centre(4.0, 0.0), RIGHT),
        lambda: pygame.key.set_mods(pygame.KMOD_NONE),
        lambda: seen.update(stood_still=session.world.tick == before_pause[0], given=len(session.given)),
        key(pygame.K_SPACE),
    )

    assert seen == {"selected": ["da1"], "stood_still": True, "given": 2}
    form, warn, move = hand.given
    assert form["form"]["unit"] == "da1"
    assert form["form"]["facing"] == pytest.approx(0.0, abs=0.5)
    assert form["form"]["at"] == pytest.approx((start + np.array([1.0, 0.0])).tolist(), abs=0.2)
    assert warn["warn"].items() >= {"unit": "ne1", "level": 1, "queue": False, "text": ""}.items()
    assert move["move"]["unit"] == "da1"
    assert move["move"]["queue"] is True
    assert session.world.tick > before_pause[0]


def test_a_window_closed_in_the_middle_leaves_a_recording_that_is_whole(
    level: Level, shown: Stage, tmp_path: Path
) -> None:
    from game.session.replay import Replay

    session = Session(level)
    record = Record(session, tmp_path / "run", lambda: 0.0)
    hand = Trainee(shown, session, record)
    hand.does(*[_nothing] * 20, key(pygame.K_1), key(pygame.K_j), *[_nothing] * 20)
    summary = record.finish("left")
    replay = Replay(tmp_path / "run")
    assert record.whole
    assert not replay.cut
    assert replay.length >= 1.0
    assert summary["end"] == "left"


def test_the_exercise_goes_on_where_nothing_can_be_recorded(level: Level, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    session = Session(level)
    record = Record(session, tmp_path / "file" / "run", lambda: 0.0)
    session.tick()
    record.after_tick()
    assert not record.whole
    assert record.finish("left")["end"] == "left"


def test_drawing_changes_no_hash(level: Level, shown: Stage) -> None:
    watched, alone = Session(level), Session(level)
    seat = trainee(level)
    page = Exercise(level, watched, seat, watched.view(seat), "id", (1280, 720))
    page.desk.select(["da1", "dl1"])
    surface = shown.window.get_surface()
    for _ in range(30):
        watched.tick()
        alone.tick()
        page.show(watched.view(seat), 0.5)
        page.draw(surface)
    assert watched.state_hash() == alone.state_hash()


def test_a_slow_machine_is_slower_and_never_different(level: Level, shown: Stage) -> None:
    hashes = []
    for frame in (1 / 60, 1 / 7):
        session = Session(level)
        page = Exercise(level, session, trainee(level), session.view(trainee(level)), "id", (1280, 720))
        live = Live(session, page, Record(session, None, lambda: 0.0))
        while session.world.tick < 32:
            live.advance(frame)
            if session.world.tick == 32:
                hashes.append(session.state_hash())
        hashes.append("")
    assert len({digest for digest in hashes if digest}) <= 1


def test_pause_and_speed_are_real_time_only(level: Level, shown: Stage) -> None:
    session = Session(level)
    page = Exercise(level, session, trainee(level), session.view(trainee(level)), "id", (1280, 720))
    live = Live(session, page, Record(session, None, lambda: 0.0))
    page.desk.pace.toggle()
    live.advance(5.0)
    assert session.world.tick == 0
    page.desk.pace.toggle()
    page.desk.pace.change(-2)
    live.advance(0.2)
    slow = session.world.tick
    page.desk.pace.change(4)
    live.advance(0.05)
    assert (slow, session.world.tick - slow) == (1, 6)
