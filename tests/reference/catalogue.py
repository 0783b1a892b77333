"""The catalogue beside the cases: walkers with bodies as the references ask, and units of such a size."""

from pathlib import Path
from typing import Any

import yaml

from game.paths import LEVELS as SHIPPED
from tests.reference.scene import LEVELS, as_yaml

UNITS: dict[str, tuple[str, dict[str, Any]]] = {  # name → the shipped type it is, and what differs
    "negosiator": ("negosiator", {}),
    "satu_saf": ("dalmas_lanjut", {"strength": 10}),
    "dua_saf": ("dalmas_lanjut", {"strength": 20}),
    "kokoh": ("dalmas_lanjut", {"strength": 10, "brace": 2000.0, "mass": 200.0}),  # the most a unit can be given
    "kokoh_lebar": ("dalmas_lanjut", {"strength": 24, "brace": 2000.0, "mass": 200.0}),
}
ORDERS = ["form", "posture", "hold"]
RUSH = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)  # m/s, free speeds of faster-is-slower; Helbing 2000
AGES = {  # RiMEA 4.1.1, test 7: class → least and greatest m/s
    "muda": (0.58, 1.61),
    "dewasa": (1.41, 1.54),
    "tua": (0.68, 1.41),
    "terbatas": (0.46, 0.76),
}


def _body(
    mean: float, sd: float, low: float, high: float, radius: tuple[float, float] = (0.18, 0.22)
) -> dict[str, Any]:
    return {
        "free_speed": {"mean": mean, "sd": sd, "low": low, "high": high},
        "radius": {"low": radius[0], "high": radius[1]},
    }


BODIES: dict[str, dict[str, Any]] = {
    "walker": {},
    "tetap": _body(1.33, 0.0, 1.33, 1.33),  # RiMEA test 1
    "rapat": _body(1.34, 0.26, 0.5, 2.2, (0.18, 0.20)),  # as many as 6 /m² must be that narrow
    "sama": _body(1.34, 0.0, 1.34, 1.34, (0.19, 0.19)),  # alike, so that an overlap can be told from a place
    "pelan": _body(0.9, 0.0, 0.9, 0.9),
    "cepat": _body(1.5, 0.0, 1.5, 1.5),
    "lamban": _body(0.5, 0.0, 0.5, 0.5, (0.30, 0.30)),  # NIST 2.10: slow and wide
    **{f"laju-{speed:g}".replace(".", "-"): _body(speed, 0.0, speed, speed) for speed in RUSH},
    **{name: _body((low + high) / 2.0, (high - low) / 4.0, low, high) for name, (low, high) in AGES.items()},
}


def files() -> dict[Path, str]:
    """Path → text of roles.yaml and units.yaml."""
    walker = _shipped("roles")["roles"]["walker"]
    roles = {name: {**walker, "label": {"id": name, "en": name}, **body} for name, body in BODIES.items()}
    shipped = _shipped("units")["units"]
    units = {name: _unit(shipped[kind], changes) for name, (kind, changes) in UNITS.items()}
    contents = {"roles": {"format": 1, "roles": roles}, "units": {"format": 1, "units": units}}
    return {
        LEVELS / "catalogue" / f"{name}.yaml": as_yaml("Bodies and units of the reference cases", content)
        for name, content in contents.items()
    }


def _unit(shipped: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The shipped type with `changes`, and no more orders than a case could give; a brace holds in every posture."""
    brace = {posture: changes.get("brace", newtons) for posture, newtons in shipped["brace"].items()}
    return {**shipped, **changes, "orders": ORDERS, "brace": brace}


def _shipped(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((SHIPPED / "catalogue" / f"{name}.yaml").read_text(encoding="utf-8"))
    return content
