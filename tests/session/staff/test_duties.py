"""Care, arrests and accounts: what is ordered, and what is not."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.commands.raise_flag import FlagRaised
from game.rules.force import ForceUsed
from game.session.staff import accounts, arrests, care, reading
from game.session.staff.patience import Patience
from tests.session.views import hurt, marked, unit_of


def test_medics_go_while_anybody_is_hurt_and_are_not_told_twice(look):
    patience = Patience()
    assert care.orders(look(), patience) == []
    (order,) = care.orders(hurt(look(), 0), patience)
    assert (order.word, order.person) == ("treat", None)
    assert care.orders(hurt(look(11.0), 0), patience) == []


def test_officers_are_cared_for_as_others_are(look):
    officer = int(np.flatnonzero(look().cast.unit >= 0)[0])
    assert len(care.orders(hurt(look(), officer), Patience())) == 1


def test_who_was_seen_throwing_near_the_line_is_taken(look):
    view = look()
    line = unit_of(view, "dalmas_awal")
    (order,) = arrests.orders(marked(view, 2), Patience(), line)
    assert (order.word, order.person) == ("arrest", 2)


@pytest.mark.parametrize(("act", "seconds"), [("jeer", 5.0), ("sit", 5.0), ("throw", 200.0)])
def test_nobody_is_taken_for_words_or_long_afterwards(look, act, seconds):
    view = look(300.0)
    seen = marked(view, 2, act, seconds)
    assert arrests.orders(seen, Patience(), unit_of(view, "dalmas_awal")) == []


def test_without_a_line_nobody_is_taken(look):
    assert arrests.orders(marked(look(), 2), Patience(), None) == []


def test_a_team_that_is_elsewhere_goes_behind_the_line_first(look):
    view = look()
    team = unit_of(view, "dalmas_awal")
    elsewhere = replace(team, centre=(team.centre[0] + 60.0, team.centre[1]))
    (order,) = arrests.orders(replace(marked(view, 2), units=(elsewhere,)), Patience(), team)
    assert order.word == "move"
    assert order.to == reading.behind(team, arrests.BEHIND)


def test_each_flag_and_each_use_of_force_of_ones_own_is_accounted_for_once(look):
    raised = FlagRaised(flag="kuning", before="hijau", id=4, actor="kapolres")
    told = {"call": "DL1", "ordered_by": "kapolres", "hit": 3, "innocent": 0, "faults": ()}
    pushes = [ForceUsed(tool="push", level=4, threat=t, id=i, actor="l", **told) for i, t in ((5, 4), (6, 4))]
    others = ForceUsed(tool="spray", level=5, threat=3, id=7, actor="w", **told | {"ordered_by": "kapolda"})
    orders = accounts.orders(look(events=(raised, *pushes, others)), "kapolres", Patience())
    assert [(order.event, order.why) for order in orders] == [(4, "crowd_changed"), (5, "protect_life")]


def test_the_thickest_of_a_crowd_is_where_most_stand_together(look):
    view = look()
    position = view.position.copy()
    position[:4] = [(30.0, 1.0), (30.5, 1.0), (30.0, 1.5), (9.0, 1.0)]
    who = np.zeros(len(position), dtype=bool)
    who[:4] = True
    x, _ = reading.thickest(replace(view, position=position), who, 2.0)
    assert x >= 30.0
