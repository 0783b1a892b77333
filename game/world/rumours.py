"""What goes round among the people, true or not."""

from dataclasses import dataclass

from game.world.people import Bools


@dataclass
class Hearsay:
    """One rumour, and whom it has come to."""

    trust: float  # what believing it does to trust in the police, -1 … 1
    event: int  # id of the event that told of its beginning
    heard: Bools  # (n,) who has heard it
    tells: Bools  # (n,) who believes it and passes it on
