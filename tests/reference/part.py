"""The part of docs/validation.md that holds the walking against published data; its plots stand beside it."""

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from typing import Any

from tests.reference.cases import CLAIMS
from tests.reference.claim import Claim

NAMED = {claim.name: claim for claim in CLAIMS}
AT_ONCE = 2  # processes, one per core of the smallest machine we promise
HEAD = """
## The walking against published data

Each case is a level under `tests/reference/levels/`, run as `sispamkota run` runs it and measured by pedpy on its
exported trajectory; its source and how it is measured stand in the file of the case, in `tests/reference/`. A case
that is not met stays here with the reason: constants follow published data, never one test.
Commit {commit}, {date}, {machine}, {wall_seconds} s.

![speed against density](reference/diagram.svg) ![flow against width](reference/bottleneck.svg)
![line-hold curve](reference/line.svg) ![force against rows](reference/rows.svg)

| test | source | reference | ours | seeds | verdict |
| --- | --- | --- | --- | --- | --- |
"""


def found(numbered: tuple[int, tuple[int, ...]]) -> dict[str, Any]:
    """What one claim comes to, by its number and the seeds asked for, none for its own."""
    claim = CLAIMS[numbered[0]]
    seeds = numbered[1] or claim.seeds
    finding = claim.measure(seeds)
    told = {"name": claim.name, "seeds": list(seeds)}
    return told | {"ours": finding.ours, "holds": finding.holds, "series": finding.series}


def find_all(seeds: Sequence[int] = ()) -> Iterator[dict[str, Any]]:
    """All claims as they are found, in their order; leaving the loop ends what still runs."""
    asked = [(number, tuple(seeds)) for number in range(len(CLAIMS))]
    with multiprocessing.get_context("spawn").Pool(AT_ONCE, _leave_ctrl_c_to_the_parent) as pool:
        yield from pool.imap(found, asked)


def part(findings: list[dict[str, Any]], stamped: dict[str, Any]) -> str:
    """The part of the page."""
    return HEAD.format(**stamped) + "\n".join(_row(NAMED[found["name"]], found) for found in findings) + "\n"


def _row(claim: Claim, found: dict[str, Any]) -> str:
    seeds, verdict = _seeds(found["seeds"]), claim.verdict(found["holds"])
    return f"| {claim.name} | {claim.source} | {claim.reference} | {found['ours']} | {seeds} | {verdict} |"


def _seeds(seeds: list[int]) -> str:
    return f"{seeds[0]}–{seeds[-1]}" if len(seeds) > 1 else str(seeds[0])


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
