"""The plots of the page: what was measured over the bands of the experiments."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np

from tests.reference import bottleneck, line, ring

SIZE = (5.0, 3.6)  # inches
SAME = {"svg.hashsalt": "sispamkota"}  # the same drawing is the same file
OURS = "#0F766E"
BAND = {"color": "#CBD5E1", "label": "passes"}
STUDIES = {  # m → least and greatest p/s of the studies; crowd-model.md 1.4
    0.8: (1.29, 1.74),
    1.0: (1.71, 2.77),
    1.2: (2.03, 2.75),
    1.6: (2.84, 3.26),
    2.0: (3.55, 3.87),
}


def draw(claims: list[dict[str, Any]], folder: Path) -> None:
    """Write every plot for which something was measured."""
    folder.mkdir(parents=True, exist_ok=True)
    series = {key: value for claim in claims for key, value in claim["series"].items()}
    plots: dict[str, tuple[str, Callable[[Any, Any], None]]] = {
        "diagram": ("states", _diagram),
        "bottleneck": ("flow", _bottleneck),
        "line": ("line", _line),
        "rows": ("rows", _rows),
    }
    for name, (needs, drawn) in plots.items():
        if needs not in series:
            continue
        with mpl.rc_context(SAME):
            figure, axes = plt.subplots(figsize=SIZE, layout="constrained")
            drawn(axes, series[needs])
            axes.legend(frameon=False)
            figure.savefig(folder / f"{name}.svg", metadata={"Date": None})
            plt.close(figure)


def _diagram(axes: Any, states: list[tuple[float, float]]) -> None:
    density = np.linspace(0.5, 6.5, 121)
    low, high = np.transpose([ring.band(each) for each in density])
    axes.fill_between(density, low, high, **BAND)
    axes.plot(*np.transpose(states), "o", ms=4, color=OURS, label="ours, three areas")
    axes.set(xlabel="people/m²", ylabel="m/s", title="Speed against density (R4)")


def _bottleneck(axes: Any, flows: dict[Any, list[float]]) -> None:
    width = np.array([0.8, 3.0])
    axes.fill_between(width, bottleneck.LOW * width, bottleneck.HIGH * width, **BAND)
    for each, (low, high) in STUDIES.items():
        axes.plot([each, each], [low, high], color="#475569", lw=3, label="studies" if each == 0.8 else None)
    points = [(float(each), flow) for each, found in flows.items() for flow in found]
    axes.plot(*np.transpose(points), "o", ms=4, color=OURS, label="ours")
    axes.set(xlabel="width, m", ylabel="people/s", title="Flow against width")


def _line(axes: Any, curves: dict[str, list[tuple[float, float]]]) -> None:
    for (type_, points), mark in zip(curves.items(), ("o-", "s--"), strict=True):
        axes.plot(*np.transpose(points), mark, ms=4, label=line.RANKS[type_])
        axes.axvspan(*line.HOLDS[type_], color="#CBD5E1", alpha=0.5)
    axes.set(xlabel="load, kN/m", ylabel="driven back in 20 s, m", title="Line under load")


def _rows(axes: Any, points: list[tuple[float, float]]) -> None:
    axes.axhline(line.LEAST_FAR, color="#475569", ls=":", label="at most, crowd-model.md 4")
    axes.plot(*np.transpose(points), "o-", ms=4, color=OURS, label="ours, 150 N each")
    axes.set(xlabel="rows", ylabel="kN/m on the line", title="Force against rows")
