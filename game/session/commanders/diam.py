"""The commander who does nothing: how the day goes by itself."""

from dataclasses import dataclass

from game.session.commanders.commander import Commander
from game.session.view import View
from game.world.world import Command


@dataclass
class Diam(Commander):
    """Says nothing, whatever happens."""

    def orders(self, view: View) -> list[Command]:
        return []
