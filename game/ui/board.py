"""The square with what lies over it whoever looks: exercise, replay and screenshot share it."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from game.level.place import Place
from game.session.view import View
from game.text import known
from game.ui import theme
from game.ui.camera import ZOOMS, Camera
from game.ui.canvas import Area, Canvas, Tip, scale_of
from game.ui.desk import Desk
from game.ui.effects import Effects
from game.ui.ground import Ground
from game.ui.hud.clock import Clock
from game.ui.hud.crowding_layer import CrowdingLayer
from game.ui.hud.event_tags import draw_event_tags
from game.ui.hud.flag_chip import FlagChip
from game.ui.hud.gaps import draw_gaps
from game.ui.hud.ladder import Ladder
from game.ui.hud.layout import Layout
from game.ui.hud.meters import Meters
from game.ui.hud.minimap import Minimap
from game.ui.hud.people_marks import PeopleMarks, mark_in_words, mark_of
from game.ui.hud.place_names import PlaceNames
from game.ui.hud.radio_log import RadioLog
from game.ui.hud.scale_bar import draw_scale_bar
from game.ui.hud.unit_cards import own_units
from game.ui.hud.unit_tags import UnitTags
from game.ui.pace import Pace
from game.ui.square import STATES, People, person_at, positions_at, states_of
from game.world.people import Floats
from game.world.world import TICK

NORMAL_ZOOM: Final = 16  # px/m at scale 1; look.md
METERS_LEFT: Final = 478  # steps
BESIDE: Final = 25.0  # m from the front unit within which others are shown with it, if the window is high enough
PANELS: Final = 164  # steps of the window's height that bar and ribbon cover
LADDER: Final = {True: 348, False: 252}  # steps wide, with room and without


class Board:
    """One window's look at `place`; `desk` is None where nobody commands."""

    def __init__(self, place: Place, camera: Camera, pace: Pace, desk: Desk | None) -> None:
        self.place, self.camera = place, camera
        self.people, self.effects = People(), Effects(place)
        self.tags, self.marks = UnitTags(desk), PeopleMarks()
        self.flag, self.clock = FlagChip(desk), Clock(pace)
        self.meters, self.ladder = Meters(), Ladder()
        self.crowding = CrowdingLayer()
        self.log = RadioLog(camera.look_at)
        self.names = PlaceNames(place)
        self._grounds: dict[str, Ground] = {}
        self.minimap = Minimap(camera, self.ground("id").overview)

    def ground(self, language: str) -> Ground:
        """The printed map in `language`."""
        if language not in self._grounds:
            self._grounds[language] = Ground(self.place, language)
        return self._grounds[language]

    def fit(self, canvas: Canvas, layout: Layout) -> None:
        """Follow the window's size."""
        left, top, right, bottom = (canvas.px(part) for part in layout.inset)
        window, inset = canvas.surface.get_size(), (left, top, right, bottom)
        if (window, inset) != (self.camera.window, self.camera.inset):
            self.camera.resize(window, inset)

    def paint_people(self, canvas: Canvas, view: View, blend: float, slips: Sequence[Area] = ()) -> None:
        """Everybody between what burns and what flies, and over them ink: gaps, marks, tags of units and events.

        No tag stands where `slips` will lie over it.
        """
        seconds, positions = view.seconds + blend * TICK, positions_at(view, blend)
        self.effects.draw_under(canvas.surface, self.camera, view, seconds)
        self.people.draw(view, canvas.surface, self.camera, blend)
        self.crowding.draw(canvas, self.camera, view, positions)
        self.effects.draw_over(canvas.surface, self.camera, view, seconds)
        draw_gaps(canvas, self.camera, view, positions)
        self.tags.draw(view, canvas, self.camera)
        taken = [*self.tags.areas, *slips]
        self.marks.draw(canvas, self.camera, view, positions, taken)
        draw_event_tags(canvas, self.camera, view, self.log.events, [*taken, *self.marks.areas])

    def paint_panels(self, canvas: Canvas, view: View, layout: Layout) -> None:
        """The bar above, radio and minimap at the right, the scale below."""
        canvas.fill(layout.bar, theme.PANEL)
        canvas.spot(layout.bar)
        self.flag.draw(view, canvas)
        self.clock.draw(view, canvas)
        ladder = Area(0, 0, LADDER[layout.roomy], layout.bar.height)
        ladder.right = layout.bar.right - 8
        meters = Area(METERS_LEFT, 0, ladder.left - METERS_LEFT, layout.bar.height)
        self.meters.draw(view, canvas, meters, layout.roomy)
        self.ladder.draw(view, canvas, ladder, layout.roomy)
        self.log.draw(view, canvas, layout.log)
        self.minimap.draw(view, canvas, layout.minimap)
        draw_scale_bar(canvas, self.camera, (layout.card.right + 16, layout.ribbon.top - 10))
        self.crowding.draw_legend(canvas, view, layout.ribbon.right - 8, layout.ribbon.top - 8)

    def name_what_is_at(self, canvas: Canvas, view: View, pointer: tuple[int, int]) -> None:
        """Let the person under `pointer` (px) say what an observer sees of them, else the place what it is called."""
        if pointer[0] < 0:
            return
        point = self.camera.to_world(pointer)
        person, named = person_at(view, point), self.names.tip(canvas, pointer, point)
        tip = named if person is None else Tip(seen(canvas, view, person))
        if tip is not None:
            canvas.spot(Area(int(pointer[0] / canvas.scale), int(pointer[1] / canvas.scale), 2, 2), tip)


def seen(canvas: Canvas, view: View, person: int) -> str:
    """As "Peserta aksi · tenang · melempar 14:07": what an observer can tell of `person`, and has seen."""
    unit = next((unit for unit in view.units if person in unit.rows), None)
    look = canvas.say(f"look.{view.cast.looks[view.cast.look[person]]}")
    state = STATES[states_of(view)[person]]
    posture = f"posture.{state}"
    told = [
        look if unit is None else unit.type_label[canvas.language],
        canvas.say(posture if known(posture) else f"state.{state}"),
    ]
    mark = mark_of(view, person)
    return " · ".join(told if mark is None else [*told, mark_in_words(canvas, view, mark)])


def camera_over(place: Place, view: View, window: tuple[int, int]) -> Camera:
    """A camera over where the seat's units and the crowd will meet, near enough to read a posture."""
    wanted = NORMAL_ZOOM * scale_of(window)
    step = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - wanted))
    camera = Camera((place.size[0], place.size[1]), window, step=step)
    camera.look_at(_middle(view, camera))
    return camera


def _middle(view: View, camera: Camera) -> Floats:
    """(2,) m, the middle of the units at the front and the head of the crowd before them."""
    units = [unit for unit in own_units(view) or view.units if len(unit.rows)]
    crowd = view.position[view.present & (view.cast.unit < 0)]
    if not units or not len(crowd):
        return np.array(units[0].centre) if units else np.array(camera.size) / 2
    front = min(units, key=lambda unit: float(np.hypot(*(crowd - unit.centre).T).mean()))
    head = crowd[np.argsort(np.hypot(*(crowd - front.centre).T))[: max(1, len(crowd) // 2)]].mean(axis=0)
    near = [unit.rows for unit in units if np.hypot(*np.subtract(unit.centre, front.centre)) <= BESIDE]
    for rows in (np.concatenate(near), front.rows):
        shown = np.vstack([view.position[rows], head])
        if np.ptp(shown[:, 1]) <= (camera.window[1] - PANELS * scale_of(camera.window)) / camera.zoom:
            break
    middle: Floats = (shown.min(axis=0) + shown.max(axis=0)) / 2
    return middle
