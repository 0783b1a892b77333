"""An exercise without a window, as fast as it goes."""

from collections.abc import Iterator, Sequence

from game.session.commanders.commander import Commander
from game.session.orders import Orders
from game.session.recording import Recorder
from game.session.session import Session


def ask(session: Session, commanders: Sequence[Commander]) -> None:
    """Let each commander look and give orders; once each simulated second, with a window or without one."""
    for commander in commanders:
        session.submit(*commander.orders(session.view(commander.seat)), seat=commander.seat)


def rehearse(
    session: Session, commanders: Sequence[Commander], orders: Orders, recorder: Recorder, until: float
) -> Iterator[float]:
    """Run to the end, or for `until` simulated s; gives each second that is full, so that a caller may stop there.

    Raises:
        RecordingCutError: the disk is full.
    """
    while not session.over and session.world.seconds < until:
        if session.at_whole_second:
            ask(session, commanders)
        orders.submit_due(session)
        session.tick()
        recorder.after_tick()
        if session.at_whole_second:
            yield session.world.seconds
