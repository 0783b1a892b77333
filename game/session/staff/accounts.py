"""Why now? One answer for each flag and each use of force, as the record asks for it."""

from game.rules.commands.account import Account, Why
from game.rules.force import ForceUsed
from game.session.staff.patience import Patience
from game.session.view import View
from game.world.world import Command

FLAGS = ("flag_raised", "flag_lowered")
USED_AGAIN = 10.0  # s after which the same tool in the same hands is another use; session/episodes.py
GRAVE = 4  # class of threat from which force protects life; doctrine.md 2.5


def orders(view: View, seat: str, patience: Patience) -> list[Command]:
    """Accounts for what `seat` has done since the last look."""
    flags: list[Command] = [
        Account(event=event.id, why="crowd_changed")
        for event in view.events
        if event.word in FLAGS and event.actor == seat
    ]
    ours = [event for event in view.events if isinstance(event, ForceUsed) and event.ordered_by == seat]
    asked = [use for use in ours if patience.allows(view, f"account {use.actor} {use.tool}", USED_AGAIN)]
    return flags + [Account(event=use.id, why=_why(use)) for use in asked]


def _why(use: ForceUsed) -> Why:
    return "protect_life" if use.threat >= GRAVE else "warned_in_vain"
