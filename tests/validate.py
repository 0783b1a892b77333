"""`make validate`: all seeds of the stock commanders on the shipped levels, and the relief; docs/validation.*."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.paths import LEVELS
from tests import reliefs
from tests.validation.page import page
from tests.validation.runs import Run, hold_all
from tests.validation.stamp import ROOT, stale, stamp

SEEDS = (1, 2, 3, 4, 5)
RUNS = {  # level → who holds it: the morning has no units to be strict with
    "kantor-kpu-pagi.yaml": ("diam", "tenang"),
    "pleno-kpu.yaml": ("diam", "tenang", "buku", "keras"),
}
PUSHED = (0.0, 150.0)  # N a person on the line that is relieved; the contract's two cases
PAGE, DATA = ROOT / "docs" / "validation.md", ROOT / "docs" / "validation.json"
CTRL_C = 130


def main() -> int:
    """Validate, or say whether the last validation still holds."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--stale", action="store_true", help="only say whether the last validation still holds")
    asked.add_argument("--levels", nargs="+", choices=RUNS, default=list(RUNS))
    asked.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    asked.add_argument("--seconds", type=float, default=float("inf"), help="simulated, at most")
    given = asked.parse_args()
    try:
        return say_stale() if given.stale else validate(given)
    except KeyboardInterrupt:
        print("Interrupted; docs/validation.* are as they were.", file=sys.stderr)
        return CTRL_C


def say_stale() -> int:
    """One line about the last validation."""
    if not DATA.exists():
        print("There is no validation yet: make validate.")
    elif stale(stamped := json.loads(DATA.read_text(encoding="utf-8"))["stamp"]):
        print(f"The validation of {stamped['date']} is stale: game or levels have changed since {stamped['commit']}.")
    else:
        print(f"The validation of {stamped['date']} holds.")
    return 0


def validate(given: argparse.Namespace) -> int:
    """Hold all runs and reliefs, and write down what they came to."""
    began = time.perf_counter()
    levels = {level: _held(level, given) for level in given.levels}
    relieved = [{"seed": seed, "newtons": push} | reliefs.relief(seed, push) for push in PUSHED for seed in given.seeds]
    stamped = stamp(time.perf_counter() - began)
    DATA.write_text(json.dumps({"stamp": stamped, "levels": levels, "reliefs": relieved}, indent=1) + "\n")
    PAGE.write_text(page(levels, relieved, stamped), encoding="utf-8")
    print(PAGE)
    return 0


def _held(level: str, given: argparse.Namespace) -> list[dict[str, Any]]:
    """All runs of `level`, by commander and seed, with a bar while they run."""
    runs = [Run(LEVELS / level, who, seed, given.seconds) for seed in given.seeds for who in RUNS[level]]
    held = []
    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task(level, total=len(runs))
        for summary in hold_all(runs):
            held.append(summary)
            bar.update(task, advance=1, description=f"{summary['commander']} {summary['seed']}")
    return sorted(held, key=lambda summary: (summary["commander"], summary["seed"]))


if __name__ == "__main__":
    sys.exit(main())
