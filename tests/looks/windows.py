"""What the window shows in each picture of the afternoon."""

from collections.abc import Callable

import numpy as np

from game.session.view import View
from game.ui.hands import kneeling
from game.ui.screens.exercise import Exercise
from game.world.people import Floats
from tests.looks.rehearsal import Rehearsal
from tests.looks.scene import Size
from tests.looks.trainees import unit_of


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
    return over(rehearsal, language, size, at=lambda view: view.scene.thrown[:, :2].mean(axis=0))


def water(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """The water cannon at work, and whom it hits."""
    return over(rehearsal, language, size, "aw1", at=_under_the_jet)


def arrest(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """Somebody is led away."""
    return over(rehearsal, language, size, "rp1", at=lambda view: view.position[view.custody].mean(axis=0))


def ambulance(rehearsal: Rehearsal, language: str, size: Size) -> Exercise:
    """Medics beside who lies, the ambulance behind."""
    return over(rehearsal, language, size, "md1", at=_on_the_way_out)


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


def _on_the_way_out(view: View) -> Floats:
    """(2,) m, half way from who is treated to the ambulance."""
    middle: Floats = (view.position[kneeling(view)].mean(axis=0) + unit_of(view, "am1").centre) / 2
    return middle


def _under_the_jet(view: View) -> Floats:
    """(2,) m, half way from the nozzle to where the water comes down."""
    jet = view.scene.jets[0]
    middle: Floats = (np.array(jet.nozzle) + np.array(jet.at)) / 2
    return middle
