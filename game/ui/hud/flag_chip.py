"""The flag as declared: shape, word and colour; arrows beside it raise and lower it."""

from typing import Final

from game.session.view import View
from game.ui import theme
from game.ui.canvas import Area, Canvas, Tip
from game.ui.desk import Desk
from game.ui.theme import Colour
from game.ui.wording import reason_in_words
from game.world.ladder import FLAGS
from game.world.world import Command

CHIPS: Final[dict[str, tuple[str, Colour, Colour]]] = {  # shape, ground, text
    "hijau": ("circle", theme.HIJAU, theme.TEXT),
    "kuning": ("triangle", theme.KUNING, theme.INK),
    "merah": ("octagon", theme.MERAH, theme.TEXT),
}


def draw_chip(canvas: Canvas, flag: str, area: Area) -> None:
    """The chip of `flag`, filling `area`."""
    shape, ground, ink = CHIPS[flag]
    canvas.panel(area, ground, 255)
    canvas.shape(shape, (area.left + 21, area.centery), 11, ink)
    canvas.text(canvas.say(f"ui.flag.{flag}"), (area.left + 42, area.top + 3), theme.SIZE_HEAD, ink, "semibold", 104)
    means = f"{canvas.say(f'ui.flag.means.{flag}')} · {canvas.beside(f'ui.flag.means.{flag}')}"
    canvas.text(means, (area.left + 42, area.top + 20), theme.SIZE_BUTTON, ink, width=104)


def next_flag(flag: str, steps: int) -> str | None:
    """The flag `steps` above (negative: below) `flag`, or None where there is none."""
    step = FLAGS.index(flag) + steps
    return FLAGS[step] if 0 <= step < len(FLAGS) else None


def flag_order(flag: str, steps: int) -> Command | None:
    """The order that goes one step up (1) or down (-1) from `flag`."""
    target = next_flag(flag, steps)
    return None if target is None else Command.read({"raise_flag" if steps > 0 else "lower_flag": {"flag": target}})


class FlagChip:
    """The chip at the left of the bar."""

    def __init__(self, desk: Desk | None) -> None:
        """Without a `desk`, as in a replay, the flag is only shown."""
        self.desk = desk

    def draw(self, view: View, canvas: Canvas) -> None:
        """Draw the chip and, with a desk, its two arrows."""
        area = Area(8, 8, *theme.FLAG_CHIP)
        draw_chip(canvas, view.flag, area)
        canvas.spot(area, Tip(canvas.say("ui.flag.tip"), (("info", canvas.say("ui.flag.tip.more")),)))
        if self.desk is not None:
            self._arrow(view, canvas, 1, Area(area.right + 3, area.top, 22, 18), "up")
            self._arrow(view, canvas, -1, Area(area.right + 3, area.top + 20, 22, 18), "down")

    def _arrow(self, view: View, canvas: Canvas, steps: int, area: Area, shape: str) -> None:
        assert self.desk is not None
        order, desk = flag_order(view.flag, steps), self.desk
        if order is None:
            return
        why = desk.why_not(order)
        canvas.panel(area, theme.INSET, 255)
        canvas.shape(shape, area.center, 6, theme.TEXT_THIRD if why else theme.TEXT)
        canvas.spot(area, self._tip(canvas, view, steps), lambda: desk.give_one(order))

    def _tip(self, canvas: Canvas, view: View, steps: int) -> Tip:
        assert self.desk is not None
        order = flag_order(view.flag, steps)
        assert order is not None
        why = self.desk.why_not(order)
        flag = canvas.say(f"flag.{next_flag(view.flag, steps)}")
        title = canvas.say("ui.flag.raise" if steps > 0 else "ui.flag.lower", flag=flag)
        lines = (("keyboard", "PgUp" if steps > 0 else "PgDn"),)
        return Tip(title, ((("ban", reason_in_words(why, canvas.language)),) if why else ()) + lines, why is None)
