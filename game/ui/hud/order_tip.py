"""What an order says of itself under the pointer: what speaks against it, what it does, who may give it and why."""

from game.rules.commands.command import UnitOrder
from game.ui.canvas import Canvas, Tip
from game.ui.desk import Verdict
from game.ui.offers import Offer, key_name
from game.ui.wording import reason_in_words
from game.world.ladder import Ladder
from game.world.world import Command

BY_RANK = "rank_too_low"  # a reason that tells the rule itself


def order_tip(canvas: Canvas, offer: Offer, verdict: Verdict, ladder: Ladder) -> Tip:
    """The tip of `offer` as it stands by `verdict`, under the doctrine of `ladder`."""
    name = canvas.say(offer.code, level=offer.level)
    about = canvas.say(f"ui.about.{offer.name}{f'.{offer.level}' if offer.level else ''}")
    rule = () if verdict.why and verdict.why.code == BY_RANK else _rule(canvas, offer.commands[0], ladder)
    key = key_name(offer.key) or canvas.say("ui.ribbon.no_key")
    lines = (*_against(canvas, verdict), ("info", about), *rule, ("keyboard", key))
    title = canvas.say("ui.ribbon.not_now", order=name) if verdict.why else name
    return Tip(title, lines, verdict.why is None, bool(verdict.faults))


def _against(canvas: Canvas, verdict: Verdict) -> tuple[tuple[str, str], ...]:
    """Why it is refused, or what the doctrine would hold against it."""
    if verdict.why is not None:
        return (("ban", reason_in_words(verdict.why, canvas.language)),)
    held = ", ".join(canvas.say(f"fault.{fault}") for fault in verdict.faults)
    return (("triangle-alert", canvas.say("ui.ribbon.held", faults=held)),) if held else ()


def _rule(canvas: Canvas, order: Command, ladder: Ladder) -> tuple[tuple[str, str], ...]:
    """Who may give `order`, and where that is written."""
    rule = ladder.rule(order.word, order.detail if isinstance(order, UnitOrder) else "")
    rank, status = canvas.say(f"rank.{rule.rank}"), canvas.say(f"status.{rule.status}")
    return (("scale", canvas.say("ui.ribbon.rule", rank=rank, source=rule.source, status=status)),)
