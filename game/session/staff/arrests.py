"""Arrests of those who were seen, one by one, by the team behind the line."""

from game.rules.commands.arrest import Arrest
from game.rules.commands.move import Move
from game.session.staff import reading
from game.session.staff.patience import Patience
from game.session.view import UnitView, View
from game.world.names import UnitName
from game.world.world import Command

GRAVE = ("throw", "burn_tyres")  # acts for which somebody is taken; nobody is for words or for sitting down
UNHEEDED = (*GRAVE, "press")  # when the last himbauan was not heeded either: KUHP 2023 Pasal 354, doctrine.md 2.1
FRESH = 120.0  # s after which a sighting is left to the detectives; guess
AGAIN = 15.0  # s between two orders to the same team; guess
BEHIND = 6.0  # m behind the line, where the team waits; guess
NEAR = 12.0  # m from there, within which it stays where it is; guess
WITHIN = 25.0  # m of the line, beyond which nobody is chased; doctrine.md 2.6, value: guess


def orders(view: View, patience: Patience, line: UnitView | None, acts: tuple[str, ...] = GRAVE) -> list[Command]:
    """Behind `line` the team waits, and takes who was seen at `acts` nearby; without a line it does nothing."""
    if line is None:
        return []
    teams = [unit for unit in reading.able(view, "arrest") if reading.idle(unit)]
    return [order for team in teams for order in _one(view, patience, team, line, acts)]


def _one(view: View, patience: Patience, team: UnitView, line: UnitView, acts: tuple[str, ...]) -> list[Command]:
    post = reading.behind(line, BEHIND)
    apart = reading.away((post[0], post[1]), reading.here(team))
    if apart > NEAR:
        goes = patience.allows(view, f"post {team.name}", 2 * AGAIN)
        return [Move(unit=UnitName(team.name), to=post, facing=reading.degrees(line.facing))] if goes else []
    near = [row for row in reading.offenders(view, acts, FRESH) if _near(view, row, line)]
    if not near or not patience.allows(view, f"arrest {team.name}", AGAIN):
        return []
    return [Arrest(unit=UnitName(team.name), person=near[0])]


def _near(view: View, row: int, line: UnitView) -> bool:
    return reading.away(line.centre, view.position[row]) <= WITHIN
