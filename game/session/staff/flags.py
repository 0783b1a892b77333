"""The flag that the threat asks for."""

from game.rules.commands.command import FlagName
from game.rules.commands.lower_flag import LowerFlag
from game.rules.commands.raise_flag import RaiseFlag
from game.session.staff import reading
from game.session.staff.patience import Patience
from game.session.view import View
from game.world.ladder import FLAGS
from game.world.world import Command

FLAG_EVERY = 30.0  # s between two orders about the flag; guess
FLAG_FOR: tuple[FlagName, ...] = ("hijau", "hijau", "kuning", "merah", "merah")  # at threat 1 … 5; doctrine.md 2.5


def follow(view: View, patience: Patience) -> list[Command]:
    """Raise or lower it; merah is not the Kapolres's to raise, and is asked for all the same."""
    asked = FLAG_FOR[reading.threat(view) - 1]
    if view.flag == asked or not patience.allows(view, "flag", FLAG_EVERY):
        return []
    higher = FLAGS.index(asked) > FLAGS.index(view.flag)
    return [RaiseFlag(flag=asked)] if higher else [LowerFlag(flag=asked)]
