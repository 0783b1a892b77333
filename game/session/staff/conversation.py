"""How a commander who talks goes on talking: listen, explain, offer what is granted, escort who is sent in."""

from dataclasses import dataclass

import numpy as np

from game.rules.commands.escort import Escort
from game.rules.commands.negotiate import Negotiate
from game.rules.negotiation.red_lines import COOLS
from game.rules.turns.explain import Explain
from game.rules.turns.listen import Listen
from game.rules.turns.offer import Offer
from game.rules.turns.turn import Turn
from game.session.dealings import TalksView
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName, ZoneName
from game.world.world import Command

AT_IT = ("negotiate", "escort")  # tasks that one does not interrupt
EXPLAINS_EVERY = 120.0  # s after which an explanation is worth hearing again; negotiation/words.py
LISTENS_EVERY = 60.0  # s, so that talking does not die down; guess
OFFERS_EVERY = 70.0  # s; who turned an offer down thinks again after 60, negotiation/bargain.py
IN_REACH = 60.0  # m that negotiators walk up to the coordinator; guess
DELEGATES = 5  # UU 9/1998: 1 … 5 responsible persons per 100; doctrine.md 2.1


@dataclass
class Conversation:
    """Chooses the next turn from what the negotiators have been told."""

    patience: Patience

    def orders(self, view: View, unit: UnitView) -> list[Command]:
        """What `unit` says or does next; nothing while it is at it, or while nobody can be talked to."""
        talks = view.talks
        if talks is None or unit.in_air or unit.task in AT_IT:
            return []
        if talks.stage == "waiting" and talks.rooms and self.patience.allows(view, "escort", OFFERS_EVERY):
            return [Escort(unit=UnitName(unit.name), to=ZoneName(talks.rooms[0]))]
        turn = self._turn(view, talks) if reachable(view, talks, unit) else None
        return [Negotiate(unit=UnitName(unit.name), say=turn)] if turn else []

    def _turn(self, view: View, talks: TalksView) -> Turn | None:
        """Listening comes first: who was not listened to accepts nothing."""
        if not talks.demands and self.patience.allows(view, "listen", LISTENS_EVERY / 2):
            return Listen()
        if self.patience.allows(view, "explain", EXPLAINS_EVERY):
            return Explain()
        if (offer := self._offer(view, talks)) is not None:
            return offer
        return Listen() if self.patience.allows(view, "listen", LISTENS_EVERY) else None

    def _offer(self, view: View, talks: TalksView) -> Offer | None:
        """What he asked for instead; else a hearing of what matters most to him, else a delegation."""
        open_now = [promise for promise in talks.promises if promise.kept is None]
        if not talks.demands or open_now or talks.delegates or talks.received:
            return None
        wanted = talks.counter or f"hearing:{talks.demands[0]}"
        if wanted in (*talks.refused, *talks.denied):
            wanted = f"delegation:{DELEGATES}"
        what, _, to = wanted.partition(":")
        return Offer(what=what, to=to) if self.patience.allows(view, f"offer {wanted}", OFFERS_EVERY) else None  # type: ignore[arg-type]


def reachable(view: View, talks: TalksView, unit: UnitView) -> bool:
    """Whether the coordinator is there, near enough, and will hear anybody."""
    row = talks.korlap
    apart = view.position[row] - np.array(unit.centre)
    there = view.present[row] and not view.fallen[row] and not view.custody[row]
    cools = talks.standing == "broken" and view.seconds - talks.since < COOLS
    return bool(there and not cools and np.hypot(apart[0], apart[1]) <= IN_REACH)
