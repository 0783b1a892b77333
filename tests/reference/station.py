"""A polling station: four booths and five minutes a voter make 300 voters in six hours; doctrine.md 3.

Nobody sets that pace: it comes of the times at each table, the walk between them and the order in which people go.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.polling import PUBLISHED, voters_a_minute
from tests.reference.claim import Claim, Finding

MINUTES = 40.0  # of the morning, from its eighth on
WITHIN = 0.2  # of the published pace: sixteen voters are counted for each booth or fewer; guess


def measure(seeds: Sequence[int]) -> Finding:
    """Voters a minute."""
    with tempfile.TemporaryDirectory() as folder:
        paces = [voters_a_minute(Path(folder), seed, MINUTES) for seed in seeds]
    told = ", ".join(f"{pace:.2f}" for pace in paces)
    return Finding(told, all(abs(pace / PUBLISHED - 1.0) <= WITHIN for pace in paces))


SCENES = ()
CLAIMS = (
    Claim("voters a minute", "doctrine.md 3: 300 voters, 07:00–13:00", "0.83 a minute, within 20 %", measure,
          seeds=(1, 2, 3, 4)),
)  # fmt: skip
