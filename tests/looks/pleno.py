"""The afternoon before the election office in pictures: once there is talk, once nearly all is done wrong."""

from pathlib import Path

import numpy as np

from game.level.read import read_level
from game.paths import LEVELS
from game.session.view import View
from game.ui.hands import kneeling
from tests.looks.paper import draw
from tests.looks.rehearsal import Rehearsal
from tests.looks.scene import LARGE, SMALL, Scene
from tests.looks.trainees import Talking, Wrong, unit_of
from tests.looks.windows import ambulance, arrest, himbauan, relief, stones, talks, water, why

LATEST = 420.0  # s, when the last picture is taken at the latest
FLYING = 3  # things in the air that make a picture
COME = 45.0  # s, when the crowd has come up to the line
REPORTED = 70.0  # s, when so much has been said that a himbauan would be next


def _talked(view: View) -> bool:
    """Whether the coordinator has said what he wants."""
    return view.talks is not None and view.talks.standing == "open" and bool(view.talks.demands)


def _passing(view: View) -> bool:
    """Whether those who relieve are among those whom they relieve, and people push."""
    apart = np.subtract(unit_of(view, "dl1").centre, unit_of(view, "da1").centre)
    return unit_of(view, "dl1").task == "relieve" and float(np.hypot(*apart)) < 3.0 and bool(view.pressing.any())


def _hit(view: View) -> bool:
    """Whether water comes down on people."""
    return any(event.word == "force_used" and event.hit > 2 for event in view.events) and bool(view.scene.jets)


def _used(view: View) -> bool:
    """Whether force was used just now, with the crowd there."""
    return view.seconds > COME and any(event.word == "force_used" for event in view.events)


TALK = (
    Scene("talks", _talked, talks, (("en", LARGE),)),
    Scene("himbauan", lambda view: view.seconds >= REPORTED, himbauan, (("en", SMALL),)),
)
FORCE = (
    Scene("water", _hit, water),
    Scene("why", _used, why),
    Scene("relief", _passing, relief),
    Scene("stones", lambda view: len(view.scene.thrown) >= FLYING, stones, (("en", LARGE),)),
    Scene("arrest", lambda view: bool(view.custody.any()), arrest, (("id", SMALL),)),
    Scene("ambulance", lambda view: len(kneeling(view)) > 0, ambulance),
)


def pleno(folder: Path) -> None:
    """All of them, each when it comes."""
    level = read_level(LEVELS / "pleno-kpu.yaml")
    take(Rehearsal(level, Talking()), TALK, folder)
    take(Rehearsal(level, Wrong("kapolres"), seed=8), FORCE, folder)


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
