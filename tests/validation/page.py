"""docs/validation.md: what the runs came to, said as it is."""

from collections.abc import Iterator
from typing import Any

from tests.validation.runs import mean

Runs = list[dict[str, Any]]

STRICT = "keras"  # the commander against whom the page is honest
# What is compared: the line, where it stands in a summary, and whether less of it is better.
MEASURES: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("highest threat", ("highest_threat",), True),
    ("final threat", ("final_threat",), True),
    ("civilians hurt", ("hurt", "civilians"), True),
    ("officers hurt", ("hurt", "officers"), True),
    ("people who lay hurt", ("harm", "lying"), True),
    ("peaceful protesters driven away", ("protest", "driven_away"), True),
    ("trust at the end", ("trust", "after"), False),
    ("calm ends (share)", ("calm",), False),
)
FEELINGS = ("trust", "anger")  # whose causes are told


def page(levels: dict[str, Runs], reliefs: list[dict[str, Any]], stamped: dict[str, Any]) -> str:
    """The whole page: the runs of each level, and the reliefs."""
    parts = [_head(stamped)]
    for level, runs in levels.items():
        parts += [_level(level, runs), *_runs(runs), *_means(runs), *_better(runs), *_causes(runs)]
    return "\n".join([*parts, *_reliefs(reliefs)]) + "\n"


def by_commander(runs: Runs) -> dict[str, Runs]:
    """Commander → runs, by seed."""
    ordered = sorted(runs, key=lambda run: (run["commander"], run["seed"]))
    return {name: [run for run in ordered if run["commander"] == name] for name in {r["commander"]: 0 for r in ordered}}


def _head(stamped: dict[str, Any]) -> str:
    return (
        f"# Validation\n\nWritten by `make validate`: "
        f"commit {stamped['commit']}, {stamped['date']}, {stamped['machine']}, {stamped['wall_seconds']} s.\n"
        "Whatever it says is left as it is: no constant of the crowd is changed because of it. "
        "`python tests/validate.py --stale` says whether what a run depends on has changed since."
    )


def _level(level: str, runs: Runs) -> str:
    seeds = sorted({run["seed"] for run in runs})
    return f"\n## `{level}`, seeds {', '.join(map(str, seeds))}\n"


def _runs(runs: Runs) -> Iterator[str]:
    yield "### Each run\n"
    yield _row("commander", "seed", "threat highest, final", "hurt civilians, officers (lying)", "trust before → after",
               "uses of force (against doctrine)", "faults", "s hijau, kuning, merah", "arrests", "delegates received",
               "driven away", "calm end", "ended")  # fmt: skip
    yield _row(*["---"] * 13)
    for of_one in by_commander(runs).values():
        yield from (_row(*_cells(run)) for run in of_one)


def _cells(run: dict[str, Any]) -> Iterator[str]:
    hurt, force, flags, trust = run["hurt"], run["force"], run["seconds_of_flag"], run["trust"]
    faults = ", ".join(f"{fault} {count}" for fault, count in force["faults"].items())
    yield run["commander"]
    yield str(run["seed"])
    yield f"{run['highest_threat']}, {run['final_threat']}"
    yield f"{hurt['civilians']}, {hurt['officers']} ({run['harm']['lying']})"
    yield f"{trust['before']:.2f} → {trust['after']:.2f}"
    yield f"{len(force['uses'])} ({force['faulted']})"
    yield faults or "none"
    yield ", ".join(str(flags[flag]) for flag in ("hijau", "kuning", "merah"))
    yield str(run["custody"]["taken"])
    yield str((run["talks"] or {}).get("delegates_received", 0))
    yield str(run["protest"]["driven_away"])
    yield "yes" if run["calm"] else "no"
    yield f"{run['end']}, {run['seconds']:.0f} s, {run['final_phase']}"


def _means(runs: Runs) -> Iterator[str]:
    of_all = by_commander(runs)
    yield "\n### Means over the seeds\n"
    yield _row("", *of_all)
    yield _row("---", *["---:"] * len(of_all))
    for name, path, _ in MEASURES:
        yield _row(name, *(f"{mean(of_one, *path):.2f}" for of_one in of_all.values()))


def _better(runs: Runs) -> Iterator[str]:
    """Where the strict commander does better than another, said as plainly as where not."""
    of_all = by_commander(runs)
    if STRICT not in of_all:
        return
    yield f"\n### Where `{STRICT}` does better\n"
    for name, of_one in of_all.items():
        if name != STRICT:
            better = ", ".join(_gains(of_all[STRICT], of_one))
            yield f"- than `{name}`: {better or 'nowhere in these measures'}."


def _gains(strict: Runs, other: Runs) -> Iterator[str]:
    for name, path, less in MEASURES:
        ours, theirs = mean(strict, *path), mean(other, *path)
        if (ours < theirs) if less else (ours > theirs):
            yield f"{name} {ours:.2f} against {theirs:.2f}"


def _causes(runs: Runs) -> Iterator[str]:
    """What moved the crowd, so that a difference can be argued about."""
    of_all = by_commander(runs)
    for feeling in FEELINGS:
        yield f"\n### What moved {feeling}, mean of all civilians\n"
        yield _row("cause", *of_all)
        yield _row("---", *["---:"] * len(of_all))
        for cause in sorted({cause for run in runs for cause in run["causes"][feeling]}):
            yield _row(cause, *(f"{_moved(of_one, feeling, cause):+.3f}" for of_one in of_all.values()))


def _moved(runs: Runs, feeling: str, cause: str) -> float:
    return sum(run["causes"][feeling].get(cause, 0.0) for run in runs) / len(runs)


def _reliefs(reliefs: list[dict[str, Any]]) -> Iterator[str]:
    yield "\n## Relief of Dalmas Awal by Dalmas Lanjut\n"
    names = list(dict.fromkeys(name for relief in reliefs for name in relief))
    yield _row(*names)
    yield _row(*["---:"] * len(names))
    for relief in reliefs:
        yield _row(*(_figure(relief.get(name)) for name in names))


def _figure(value: Any) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
