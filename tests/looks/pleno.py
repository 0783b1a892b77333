"""The afternoon before the election office in pictures: once there is talk, once all is done wrong."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from game.level.read import read_level
from game.paths import LEVELS
from game.session.commanders.keras import Keras
from game.session.staff import arrests, care, line, reading, water
from game.session.staff.conversation import Conversation
from game.session.staff.line import Line
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.ui.hands import kneeling
from game.ui.screens.exercise import Exercise
from game.world.people import Floats
from game.world.world import Command
from tests.looks.paper import draw
from tests.looks.rehearsal import Rehearsal
from tests.looks.scene import LARGE, SMALL, Scene, Size

LATEST = 420.0  # s, when the last picture is taken at the latest
FLYING = 3  # things in the air that make a picture
RELIEVED_FROM = 60.0  # s, when the crowd has come up to the line
REPORTED = 70.0  # s, when so much has been said that a himbauan would be next


class Talking:
    """Orders of a trainee who talks: the negotiators listen, explain and offer."""

    def __init__(self) -> None:
        self.conversation = Conversation(Patience())

    def __call__(self, view: View) -> list[Command]:
        return self.conversation.orders(view, unit_of(view, "ne1"))


class Hard:
    """Orders of a trainee who shows shields and water before a word was said, and has those treated who are hurt."""

    def __init__(self) -> None:
        self.patience, self.line = Patience(), Line()

    def __call__(self, view: View) -> list[Command]:
        self.line.hear(view)
        before = self.line.front(view)
        assert before is not None
        return [
            *self._shields(view),
            *water.post(view, self.patience, before),
            *water.spray(view, self.patience, reading.crowd(view), hard=True),
            *(line.relieve(view, self.patience, before) if view.seconds > RELIEVED_FROM else ()),
            *arrests.orders(view, self.patience, before, arrests.UNHEEDED),
            *care.orders(view, self.patience),
        ]

    def _shields(self, view: View) -> list[Command]:
        carry = [unit for unit in reading.able(view, "posture") if "berlindung" in unit.postures]
        shown = [unit for unit in carry if self.patience.allows(view, f"shields {unit.name}", np.inf)]
        return [Command.read({"posture": {"unit": unit.name, "posture": "berlindung"}}) for unit in shown]


def unit_of(view: View, name: str) -> UnitView:
    """The unit called `name`."""
    return next(unit for unit in view.units if unit.name == name)


def talks(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """The panel in which a negotiator is told what to say, over the coordinator and his people."""
    page = over(rehearsal, language, size, "ne1")
    page.desk.asking = "negotiate"
    return page


def himbauan(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """The slip of the third himbauan, which names two tools."""
    page = over(rehearsal, language, size, "da1")
    page.desk.asking = "warn.3"
    page.slips.himbauan.tools = ["push", "spray"]
    return page


def relief(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """Those with shields pass through the line."""
    return over(rehearsal, language, size, "dl1")


def stones(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """Nobody selected: what everybody sees."""
    return over(rehearsal, language, size)


def water_used(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """The water cannon at work, and whom it hits."""
    return over(rehearsal, language, size, "aw1", at=_under_the_jet)


def arrest(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """Somebody is led away."""
    return over(rehearsal, language, size, "rp1", at=lambda view: view.position[view.custody].mean(axis=0))


def ambulance(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """Medics beside who lies, the ambulance behind."""
    return over(rehearsal, language, size, "am1", at=lambda view: view.position[kneeling(view)].mean(axis=0))


def why(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """The question why, and what must not be missed."""
    return over(rehearsal, language, size, "dl1", asked=True)


def over(
    rehearsal: Rehearsal, language: str, size: Size, *selected: str,
    at: Callable[[View], Floats] | None = None, asked: bool = False,
) -> Exercise:  # fmt: skip
    """The window over `at`, or the first line; unless `asked`, the trainee has answered why."""
    page = rehearsal.page(language, size, *selected)
    page.desk.camera.look_at(at(page.view) if at else unit_of(page.view, "da1").centre)
    if not asked:
        page.slips.rationale.close()
    return page


def _under_the_jet(view: View) -> Floats:
    """(2,) m, half way from the nozzle to where the water comes down."""
    jet = view.scene.jets[0]
    middle: Floats = (np.array(jet.nozzle) + np.array(jet.at)) / 2
    return middle


def _talked(view: View) -> bool:
    """Whether the coordinator has said what he wants."""
    return view.talks is not None and view.talks.standing == "open" and bool(view.talks.demands)


def _passing(view: View) -> bool:
    """Whether those who relieve are among those whom they relieve, and people push."""
    apart = np.subtract(unit_of(view, "dl1").centre, unit_of(view, "da1").centre)
    return unit_of(view, "dl1").task == "relieve" and float(np.hypot(*apart)) < 3.0 and bool(view.pressing.any())


def _used(view: View) -> bool:
    """Whether force was used just now, with the crowd there."""
    return view.seconds > 60.0 and any(event.word == "force_used" for event in view.events)


TALK = (
    Scene("talks", _talked, talks, (("en", LARGE),)),
    Scene("himbauan", lambda view: view.seconds >= REPORTED, himbauan, (("en", SMALL),)),
)
WATER = (
    Scene("water", lambda view: bool(view.scene.jets) and view.seconds > 45.0, water_used, (("en", SMALL),)),
    Scene("why", _used, why, (("en", SMALL),)),
    Scene("relief", _passing, relief, (("en", LARGE),)),
    Scene("arrest", lambda view: bool(view.custody.any()), arrest, (("id", SMALL),)),
    Scene("ambulance", lambda view: len(kneeling(view)) > 0, ambulance, (("en", SMALL),)),
)
STONES = (Scene("stones", lambda view: len(view.scene.thrown) >= FLYING, stones, (("en", LARGE),)),)


def pleno(folder: Path) -> None:
    """All of them, each when it comes."""
    level = read_level(LEVELS / "pleno-kpu.yaml")
    take(Rehearsal(level, Talking()), TALK, folder)
    take(Rehearsal(level, Hard()), WATER, folder)
    take(Rehearsal(level, Keras("kapolres").orders), STONES, folder)


def take(rehearsal: Rehearsal, scenes: tuple[Scene, ...], folder: Path) -> None:
    """Take the pictures of `scenes`; says which of them did not come."""
    waiting = list(scenes)
    while waiting and rehearsal.seconds < LATEST and not rehearsal.session.over:
        rehearsal.pass_until(rehearsal.seconds + 1.0)
        for scene in [scene for scene in waiting if scene.due(rehearsal.views[-1])]:
            waiting.remove(scene)
            for name, page, size in scene.pages(rehearsal):
                draw(page, size, folder / f"screenshot-afternoon-{name}.png")
    if waiting:
        print("not seen:", *(scene.name for scene in waiting))
