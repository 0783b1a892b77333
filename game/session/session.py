"""One running exercise: commands in, ticks, events and views out."""

from game.level.build import build
from game.level.schema import Level
from game.rules import radio
from game.rules.advance import advance
from game.rules.why import Share, why
from game.session.script import END, Script
from game.session.view import View, cast_of, view_of
from game.world.events import Event
from game.world.reason import Reason
from game.world.state import state_hash
from game.world.world import TICKS_PER_SECOND, Command, World

BEFORE = -1  # the tick noted for what was given before the first


class Session:
    """An exercise from its first tick to its end. The same level, seed and commands give the same run, bit for bit."""

    def __init__(self, level: Level, seed: int | None = None, world: World | None = None) -> None:
        """Begin `level`, or go on from `world`, a World of that level saved at a whole minute."""
        self.level = level
        self.seed = level.seed if seed is None else seed
        self.world = world or build(level, self.seed)
        self.script = Script(level)
        self.cast = cast_of(self.world)
        self.given: list[tuple[int, str, Command]] = []  # tick, seat, command: all from outside, in order
        self._waiting: list[tuple[str, Command]] = []
        self._news: dict[str, list[Event]] = {}
        self.happened: tuple[Event, ...] = ()  # events of the latest tick

    @property
    def over(self) -> bool:
        """Whether the exercise has come to its end."""
        return self.world.script.phase == END

    def submit(self, *commands: Command, seat: str) -> None:
        """Give `commands` as `seat`; they are taken at the next tick, by seat and then in the order given."""
        self._waiting += [(seat, command) for command in commands]

    def check(self, command: Command, seat: str) -> Reason | None:
        """Why `seat` may not give `command` now, or None; asks without giving."""
        return command.check(self.world, seat)

    def cautions(self, command: Command) -> tuple[str, ...]:
        """What the doctrine would hold against `command` now; asks without giving."""
        return command.cautions(self.world)

    def prepare(self) -> None:
        """Take what was given so far without letting time pass: units are placed before the first tick."""
        self._take(BEFORE)

    def tick(self) -> None:
        """Let 1/30 s pass."""
        self._take(self.world.tick)
        for command in self.script.due(self.world):
            radio.give(self.world, "script", command)
        advance(self.world)
        self._spread_news()

    def _take(self, tick: int) -> None:
        taken, self._waiting = sorted(self._waiting, key=lambda given: given[0]), []
        self.given += [(tick, seat, command) for seat, command in taken]
        for seat, command in taken:
            radio.give(self.world, seat, command)

    def _spread_news(self) -> None:
        self.happened = tuple(self.world.said)
        self.world.said.clear()
        for news in self._news.values():
            news += self.happened

    def view(self, seat: str) -> View:
        """What `seat` may know now, with the events since its last view."""
        events = tuple(self._news.get(seat, ()))
        self._news[seat] = []
        return view_of(self.world, self.cast, seat, events, self.level.aids.meters, self.over)

    def why(self, person: int) -> list[Share]:
        """What moved `person`'s feelings, the strongest first."""
        return why(self.world, person)

    def state_hash(self) -> str:
        """SHA-256 of everything that is true."""
        return state_hash(self.world)

    @property
    def at_whole_second(self) -> bool:
        """Whether a second has just become full."""
        return self.world.tick % TICKS_PER_SECOND == 0
