"""What has come of the conversation so far, line by line."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from game.session.dealings import PromiseView, TalksView
from game.session.view import View
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour
from game.ui.wording import offer_in_words, stopwatch

Line: TypeAlias = tuple[str, Colour, str]  # shape, its colour, words

OFFERS: Final = (  # field of TalksView, which is its text, and its mark
    ("refused", "cross", theme.INK_SOFT),
    ("denied", "cross", theme.INK_SOFT),
    ("granted", "tick", theme.HIJAU),
    ("asked", "circle", theme.ORDER_BLUE),
)


def lines_of(canvas: Canvas, view: View, talks: TalksView) -> list[Line]:
    """All of it, what presses most at the end; one line that says so where there is nothing yet."""
    found = [
        *_heard(canvas, talks),
        *_offers(canvas, talks),
        *_promises(canvas, view, talks),
        *_delegates(canvas, talks),
    ]
    return found or [("circle", theme.INK_SOFT, canvas.say("ui.talks.nothing"))]


def _heard(canvas: Canvas, talks: TalksView) -> Iterator[Line]:
    """What he asks for, and what he will not bear."""
    for demand in talks.demands:
        yield "square", theme.INK_SOFT, canvas.say("ui.talks.demand", demand=canvas.say(f"demand.{demand}"))
    for word in talks.red_lines:
        crossed = word in talks.crossed
        code = "ui.talks.red_line.crossed" if crossed else "ui.talks.red_line"
        yield "cross" if crossed else "triangle", theme.MERAH, canvas.say(code, red_line=canvas.say(f"red_line.{word}"))


def _offers(canvas: Canvas, talks: TalksView) -> Iterator[Line]:
    """What became of each offer, and what he asked for instead."""
    settled = {f"{promise.what}:{promise.to}" for promise in talks.promises}
    for name, shape, colour in OFFERS:
        for offer in getattr(talks, name):
            if offer not in settled:
                yield shape, colour, canvas.say(f"ui.talks.{name}", offer=_worded(offer, canvas))
    if talks.counter:
        yield "up", theme.ORDER_BLUE, canvas.say("ui.talks.counter", offer=_worded(talks.counter, canvas))


def _promises(canvas: Canvas, view: View, talks: TalksView) -> Iterator[Line]:
    """Each word given: kept, broken, or how long there still is."""
    for promise in talks.promises:
        yield *_mark(promise), _promise(canvas, view, promise)


def _mark(promise: PromiseView) -> tuple[str, Colour]:
    if promise.kept is None:
        return "circle", theme.ORDER_BLUE
    return ("tick", theme.HIJAU) if promise.kept else ("cross", theme.MERAH)


def _promise(canvas: Canvas, view: View, promise: PromiseView) -> str:
    offer = offer_in_words(promise.what, promise.to, canvas.language)
    state = {None: "open", True: "kept", False: "broken"}[promise.kept]
    return canvas.say(f"ui.talks.promise.{state}", offer=offer, left=stopwatch(max(0.0, promise.due - view.seconds)))


def _delegates(canvas: Canvas, talks: TalksView) -> Iterator[Line]:
    """Who goes in for him, and where they are."""
    if talks.delegates:
        yield "square", theme.ORDER_BLUE, canvas.say(f"ui.talks.stage.{talks.stage}", count=len(talks.delegates))


def _worded(offer: str, canvas: Canvas) -> str:
    what, _, to = offer.partition(":")
    return offer_in_words(what, to, canvas.language)
