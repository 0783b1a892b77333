"""`make validate`: the stock commanders on the shipped levels, the relief, the reference cases; docs/validation.*."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.paths import LEVELS
from tests import reliefs
from tests.reference.cases import CLAIMS
from tests.reference.part import NAMED, find_all, part
from tests.reference.plots import draw
from tests.validation.page import page
from tests.validation.runs import Run, hold_all
from tests.validation.stamp import ROOT, stale, stamp

SEEDS = (1, 2, 3, 4, 5)
RUNS = {  # level → who holds it: mornings have no units to be strict with
    "tps-pagi.yaml": ("diam", "tenang"),
    "kantor-kpu-pagi.yaml": ("diam", "tenang"),
    "pleno-kpu.yaml": ("diam", "tenang", "buku", "keras"),
}
PUSHED = (0.0, 150.0)  # N a person on the line that is relieved; the contract's two cases
PAGE, DATA = ROOT / "docs" / "validation.md", ROOT / "docs" / "validation.json"
PLOTS = ROOT / "docs" / "reference"
CTRL_C = 130


def main() -> int:
    """Validate, or say whether the last validation still holds."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--stale", action="store_true", help="only say whether the last validation still holds")
    asked.add_argument("--reference", action="store_true", help="only the walking against published data")
    asked.add_argument("--page", action="store_true", help="only write the page anew of what was found last")
    asked.add_argument("--levels", nargs="+", choices=RUNS, default=list(RUNS))
    asked.add_argument("--seeds", type=int, nargs="+", help="instead of those that each part has")
    asked.add_argument("--seconds", type=float, default=float("inf"), help="simulated, at most")
    given = asked.parse_args()
    try:
        if given.stale:
            return say_stale()
        if given.page:
            write({})
            return 0
        if not given.reference:
            write(validate(given))
        write(refer(given))
    except KeyboardInterrupt:
        print("Interrupted; docs/validation.* hold the parts that were finished.", file=sys.stderr)
        return CTRL_C
    print(PAGE)
    return 0


def say_stale() -> int:
    """One line about the last validation."""
    if not DATA.exists():
        print("There is no validation yet: make validate.")
        return 0
    data = json.loads(DATA.read_text(encoding="utf-8"))
    if "reference" not in data:
        print("The walking has not been validated yet: python tests/validate.py --reference.")
        return 0
    stamps = [data["stamp"], data["reference"]["stamp"]]
    old = next((stamped for stamped in stamps if stale(stamped)), None)
    if old is not None:
        print(f"The validation of {old['date']} is stale: game or levels have changed since {old['commit']}.")
    else:
        print(f"The validation of {stamps[0]['date']} holds.")
    return 0


def validate(given: argparse.Namespace) -> dict[str, Any]:
    """What all runs and reliefs came to."""
    began, seeds = time.perf_counter(), given.seeds or SEEDS
    levels = {level: _held(level, seeds, given.seconds) for level in given.levels}
    relieved = [{"seed": seed, "newtons": push} | reliefs.relief(seed, push) for push in PUSHED for seed in seeds]
    return {"stamp": stamp(time.perf_counter() - began), "levels": levels, "reliefs": relieved}


def refer(given: argparse.Namespace) -> dict[str, Any]:
    """What the walking held against published data came to."""
    began, claims = time.perf_counter(), []
    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("reference", total=len(CLAIMS))
        for claim in find_all(given.seeds or ()):
            claims.append(claim)
            verdict = NAMED[claim["name"]].verdict(claim["holds"])
            bar.console.print(f"{claim['name']}: {claim['ours']} [{verdict}]", markup=False)
            bar.update(task, advance=1)
    return {"reference": {"stamp": stamp(time.perf_counter() - began), "claims": claims}}


def write(found: dict[str, Any]) -> None:
    """Put `found` in the place of what was found before, and write the page and its plots once both parts are there."""
    before = json.loads(DATA.read_text(encoding="utf-8")) if DATA.exists() else {}
    data = {**before, **found}
    DATA.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    if "levels" in data and "reference" in data:
        claims = data["reference"]["claims"]
        runs = page(data["levels"], data["reliefs"], data["stamp"])
        PAGE.write_text(runs + part(claims, data["reference"]["stamp"]), encoding="utf-8")
        draw(claims, PLOTS)


def _held(level: str, seeds: Sequence[int], seconds: float) -> list[dict[str, Any]]:
    """All runs of `level`, by commander and seed, with a bar while they run."""
    runs = [Run(LEVELS / level, who, seed, seconds) for seed in seeds for who in RUNS[level]]
    held = []
    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task(level, total=len(runs))
        for summary in hold_all(runs):
            held.append(summary)
            bar.update(task, advance=1, description=f"{summary['commander']} {summary['seed']}")
    return sorted(held, key=lambda summary: (summary["commander"], summary["seed"]))


if __name__ == "__main__":
    sys.exit(main())
