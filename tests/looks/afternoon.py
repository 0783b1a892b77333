"""What the hand does in the exercise itself: decided like a person from the View that is on the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from game.session.dealings import TalksView
from game.session.view import UnitView, View
from game.ui.hud.unit_cards import Ask, Pick
from game.ui.screens.exercise import Exercise
from game.ui.wording import reason_in_words, stopwatch
from tests.looks.fingers import Pixels
from tests.looks.hand import RIGHT, Hand, Steps

TENSE: Final = 3  # class of threat
WITNESSED: Final = ("throw", "burn_tyres", "strike")  # acts for which somebody is taken
OUT_OF_REACH: Final = 55.0  # m; a line that comes to relieve is led nearer first
AGAIN: Final = {"listen": 60, "explain": 120, "offer": 70, "escort": 60, "himbauan": 150, "arrest": 40, "treat": 20}
AGAIN_AFTER: Final = 45  # s until something else is tried again
WHY: Final = {  # of force, and of the flag: in one's own words, and which reason is chosen
    True: ("perbuatan disaksikan", "himbauan tidak dipatuhi"),
    False: ("barisan depan berubah", "perilaku massa berubah"),
}
CALM_FOR: Final = 60.0  # s until the flag comes down
RELIEVED_AT: Final = 8 * 60.0  # s at which the line is relieved at the latest
HELP_AT: Final = 2 * 60.0  # s at which the neighbours are asked for help


class Afternoon:
    """One exercise from its first second to its last."""

    def __init__(self, hand: Hand, folder: Path, most: float = np.inf) -> None:
        """It goes on for `most` s; pictures go to `folder`."""
        self.hand, self.folder, self.most = hand, folder, most
        self._done: dict[str, float] = {}  # what → s
        self._shown: set[str] = set()
        self._calm_since = 0.0

    @property
    def page(self) -> Exercise:
        assert isinstance(self.hand.page, Exercise)
        return self.hand.page

    @property
    def view(self) -> View:
        return self.page.view

    def play(self) -> Steps:
        """All of it."""
        yield from self.hand.see(Exercise)
        yield from self._while_it_runs(self._take_over())
        while isinstance(self.hand.page, Exercise) and self.view.seconds < self.most:
            yield from self._while_it_runs(self._next())
            yield

    def _while_it_runs(self, deed: Steps) -> Steps:
        """`deed`, given up where the exercise ends in the middle of it."""
        for _ in deed:
            yield
            if not isinstance(self.hand.page, Exercise):
                return

    def _take_over(self) -> Steps:
        """Look at all of it while time stands still, lay the first line, then let it go on, fast."""
        yield from self.hand.key("space", "Home")
        yield from self.hand.rest(20)
        self._tell("paused, whole place looked at")
        yield from self._lay_a_line("da1")
        self.hand.fingers.move(self._px(self._unit("da1").centre))
        self.hand.fingers.wheel(1)
        yield from self.hand.rest()
        yield from self.hand.key("2", "2", "space", "plus", "plus", "plus")
        self._tell(f"time goes on, pace {self.page.desk.pace.speed:g}")

    def _next(self) -> Steps:
        """The most pressing thing, if there is one."""
        threat = self.view.meters.threat if self.view.meters else 1
        self._calm_since = self.view.seconds if threat > 2 else self._calm_since
        if self.page.slips.rationale.asked is not None:
            yield from self._answer_why()
        elif (lying := self._alone_and_hurt()) is not None and self._time_for("treat"):
            yield from self._treat(lying)
        elif (deed := self._talk()) is not None:
            yield from deed
        elif self.view.seconds > 10 and self._time_for("himbauan"):
            yield from self._say_himbauan(1 if threat < TENSE else 2)
        elif threat >= TENSE and self.view.flag == "hijau" and self._time_for("flag"):
            yield from self._flag("Prior", "flag up")
        elif self.view.seconds > HELP_AT and waits_to_be_asked(self._unit("dl2")) and self._time_for("help"):
            yield from self._ask_for("dl2")
        elif self._ought_to_relieve(threat):
            yield from self._relieve("dl1", "da1")
        elif (seen := self._witnessed()) is not None and self._time_for("arrest"):
            yield from self._arrest(seen)
        elif self._may_calm_down():
            yield from self._flag("Next", "flag down")

    def _talk(self) -> Steps | None:
        """The next turn of the conversation, None while nothing is to be said."""
        talks, talker = self.view.talks, self._unit("ne1")
        if talks is None or talker.in_air or talker.task in ("negotiate", "escort") or talks.standing == "broken":
            return None
        if talks.stage == "waiting" and self._time_for("escort"):
            return self._press_in_panel("5", "Antar")
        if not talks.demands and self._time_for("listen"):
            return self._press_in_panel("1", "Dengarkan")
        if talks.demands and self._time_for("explain"):
            return self._press_in_panel("2", "Jelaskan")
        if talks.demands and not self._in_hand(talks) and self._time_for("offer"):
            return self._offer(talks)
        return self._press_in_panel("1", "Dengarkan") if self._time_for("listen") else None

    def _in_hand(self, talks: TalksView) -> bool:
        return bool(talks.delegates or talks.received or any(each.kept is None for each in talks.promises))

    def _press_in_panel(self, number: str, name: str) -> Steps:
        """A turn by its key, or where it lies in the open by the mouse."""
        yield from self._open_talks()
        button = self.hand.named(name)
        if button is not None and number != "5":
            yield from self.hand.click_on(button, name)
        else:
            yield from self.hand.key(f"alt+{number}")
        self._tell(f"talks: {name.lower()}")
        self._photo("talks", when=number == "2")

    def _offer(self, talks: TalksView) -> Steps:
        """What he asked for instead, or that he is heard, or else a delegation."""
        yield from self._open_talks()
        wanted = talks.counter or f"hearing:{talks.demands[0]}"
        if wanted in (*talks.refused, *talks.denied):
            wanted = "delegation:5"
        what, _, to = wanted.partition(":")
        giving = self.page.slips.talks.giving
        yield from self._turn_until("alt+Down", lambda: giving.what(self.view, talks) == what)
        yield from self._turn_until("alt+Right", lambda: giving.to(self.view, talks) == to)
        yield from self.hand.click_on(self.hand.named("Tawarkan"), "the button that offers")
        self._tell(f"talks: offers {wanted}")

    def _turn_until(self, chord: str, holds: Callable[[], bool]) -> Steps:
        for _ in range(20):
            if holds():
                return
            yield from self.hand.key(chord)

    def _open_talks(self) -> Steps:
        yield from self._select("ne1")
        if self.page.desk.asking != "negotiate":
            yield from self.hand.key("n")
            yield from self.hand.rest()

    def _say_himbauan(self, level: int) -> Steps:
        """The standard words with a sentence of one's own behind them."""
        yield from self._select("da1")
        yield from self.hand.key("jkl"[level - 1])
        yield from self.hand.key("Tab")
        yield from self.hand.write(" Kami mendengar Saudara.")
        self._photo(f"himbauan-{level}")
        words = self.page.slips.himbauan.field.text
        assert "Kami mendengar Saudara" in words, words
        yield from self.hand.key("Return")
        self._tell(f"himbauan {level}: …{words[-40:]}")

    def _flag(self, key: str, what: str) -> Steps:
        before = self.view.flag
        yield from self.hand.key(key)
        yield from self.hand.rest(20)
        self._tell(f"{what}: {before} → {self.view.flag}")

    def _answer_why(self) -> Steps:
        """A line typed into the slip, then the reason chosen."""
        yield from self.hand.rest()
        field = self.hand.named("Alasan dengan kata sendiri")
        if field is None:
            return  # withdrawn in the same moment: it asks for a minute only
        yield from self.hand.click_on(field, "the field of the reason")
        asked = self.page.slips.rationale.asked
        note, why = WHY[asked is not None and asked.word == "force_used"]
        yield from self.hand.write(note)
        self._photo("rationale")
        yield from self.hand.click_on(self.hand.named(why), "the reason")
        self._tell(f"why now: {why}")

    def _ask_for(self, name: str) -> Steps:
        yield from self.hand.click_on(
            self.hand.find(lambda spot: isinstance(spot.press, Ask) and spot.press.name == name), f"button of {name}"
        )
        self._tell(f"asks for {name}")

    def _ought_to_relieve(self, threat: int) -> bool:
        due = threat >= TENSE or self.view.seconds > RELIEVED_AT
        fresh, worn = self._unit("dl1"), self._unit("da1")
        free = fresh.task == "hold" and not fresh.in_air and worn.task == "hold"
        return due and free and "relieved" not in self._shown and self._time_for("relieve")

    def _relieve(self, fresh: str, worn: str) -> Steps:
        """Lapis ganti; who stands too far away is led up first."""
        line, coming = self._unit(worn), self._unit(fresh)
        if np.hypot(*np.subtract(line.centre, coming.centre)) > OUT_OF_REACH:
            yield from self._lead_behind(fresh, line)
            return
        yield from self._select(fresh)
        yield from self.hand.key("y")
        yield from self._click_person(int(line.rows[len(line.rows) // 2]))
        self._shown.add("relieved" if self.page.desk.refusal is None else "")
        self._tell(f"lapis ganti: {fresh} relieves {worn}{self._refused()}")

    def _lead_behind(self, name: str, line: UnitView) -> Steps:
        """20 m behind `line`."""
        back = np.array([np.cos(line.facing), np.sin(line.facing)])
        yield from self._select(name)
        yield from self.hand.click(self._px(line.centre - 20.0 * back), RIGHT)
        self._tell(f"{name} comes up behind {line.name}{self._refused()}")

    def _arrest(self, person: int) -> Steps:
        """Click on who was seen; where that is not on the screen, look there first."""
        yield from self._select("rp1")
        yield from self.hand.key("c")
        yield from self._click_person(person)
        self._photo("arrest")
        self._tell(f"arrest of somebody marked{self._refused()}")

    def _treat(self, person: int) -> Steps:
        """Medics to who needs it most: the same key twice."""
        yield from self._select("md1")
        yield from self.hand.key("c", "c")
        self._tell(f"medics sent{self._refused()}")

    def _lay_a_line(self, name: str) -> Steps:
        """Right-drag a line of 16 m two metres before where it stands."""
        yield from self._select(name)
        unit = self._unit(name)
        ahead = np.array([np.cos(unit.facing), np.sin(unit.facing)])
        middle, along = unit.centre + 2.0 * ahead, np.array([-ahead[1], ahead[0]])
        yield from self.hand.drag(self._px(middle + 8.0 * along), self._px(middle - 8.0 * along))
        self._tell(f"{name} laid as a line of 16 m{self._refused()}")

    def _select(self, name: str) -> Steps:
        """By its card."""
        if self.page.desk.selected != [name]:
            card = self.hand.find(lambda spot: isinstance(spot.press, Pick) and spot.press.name == name)
            yield from self.hand.click_on(card, f"card of {name}")

    def _click_person(self, person: int) -> Steps:
        """Click on somebody, after bringing them on the screen where they are not."""
        x, y = self._px(self.view.position[person])
        left, top, width, height = self.page.desk.camera.free
        if not (left < x < left + width and top < y < top + height):
            yield from self.hand.key("Home")
            yield from self.hand.rest(8)
        yield from self.hand.click(self._px(self.view.position[person]))

    def _alone_and_hurt(self) -> int | None:
        lying = np.flatnonzero(self.view.fallen & self.view.hurt & self.view.present & ~self.view.treated)
        return int(lying[0]) if len(lying) and self._unit("md1").task == "hold" else None

    def _witnessed(self) -> int | None:
        """The newest marked person who did something for which one is taken, if the team is free."""
        marks = [mark for mark in self.view.scene.marks if mark.act in WITNESSED and self._can_be_taken(mark.person)]
        return marks[-1].person if marks and self._unit("rp1").task == "hold" else None

    def _can_be_taken(self, person: int) -> bool:
        return bool(self.view.present[person] and not self.view.custody[person])

    def _may_calm_down(self) -> bool:
        calm = self.view.seconds - self._calm_since > CALM_FOR
        return self.view.flag != "hijau" and calm and self._time_for("flag")

    def _unit(self, name: str) -> UnitView:
        return next(unit for unit in self.view.units if unit.name == name)

    def _px(self, place: object) -> Pixels:
        x, y = np.round(self.page.desk.camera.to_screen(np.asarray(place, float))).astype(int).tolist()
        return x, y

    def _time_for(self, what: str) -> bool:
        """Whether `what` was not done just now; then it is."""
        if self.view.seconds - self._done.get(what, -np.inf) < AGAIN.get(what, AGAIN_AFTER):
            return False
        self._done[what] = self.view.seconds
        return True

    def _refused(self) -> str:
        """Why the order just given is refused, as the screen says it."""
        why = self.page.desk.refusal
        return "" if why is None else f" – refused: {reason_in_words(why, 'id')}"

    def _photo(self, name: str, when: bool = True) -> None:
        """The first time."""
        if when and name not in self._shown:
            self._shown.add(name)
            self.hand.photo(self.folder / f"by-hand-{name}.png")

    def _tell(self, what: str) -> None:
        print(f"{stopwatch(self.view.seconds)} {what}")


def waits_to_be_asked(unit: UnitView) -> bool:
    """Whether `unit` comes only on request, and nobody has asked for it."""
    return unit.on_request and unit.coming is None and not len(unit.rows)
