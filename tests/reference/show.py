"""`python -m tests.reference.show [PART OF A NAME …] [--seeds 1 2 …]`: measure some claims and print what was found."""

import argparse
import time

from tests.reference.cases import CLAIMS


def main() -> None:
    """Measure the claims whose name holds any of the words, or all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="R4, bottleneck, N2.8 …")
    asked.add_argument("--seeds", type=int, nargs="+")
    asked.add_argument("--daily", action="store_true", help="the smaller case of every day")
    given = asked.parse_args()
    for claim in CLAIMS:
        if not given.names or any(name.lower() in claim.name.lower() for name in given.names):
            began = time.perf_counter()
            found = claim.daily() if given.daily and claim.daily else claim.measure(given.seeds or claim.seeds)
            print(f"{claim.name}  [{time.perf_counter() - began:.0f} s]\n  reference: {claim.reference}")
            print(f"  ours:      {found.ours}\n  {claim.verdict(found.holds)}", flush=True)


if __name__ == "__main__":
    main()
