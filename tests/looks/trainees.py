"""Trainees of whom pictures are taken: one talks, one does nearly all wrong."""

from game.session.commanders.keras import Keras
from game.session.staff import care
from game.session.staff.conversation import Conversation
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.world import Command


class Talking:
    """Orders of a trainee who talks: the negotiators listen, explain and offer."""

    def __init__(self) -> None:
        self.conversation = Conversation(Patience())

    def __call__(self, view: View) -> list[Command]:
        return self.conversation.orders(view, unit_of(view, "ne1"))


class Wrong:
    """Orders of a trainee who shows shields and force before a word was said, but has those treated who are hurt."""

    def __init__(self, seat: str) -> None:
        self.patience, self.hard = Patience(), Keras(seat)

    def __call__(self, view: View) -> list[Command]:
        return [*self.hard.orders(view), *care.orders(view, self.patience)]


def unit_of(view: View, name: str) -> UnitView:
    """The unit called `name`."""
    return next(unit for unit in view.units if unit.name == name)
