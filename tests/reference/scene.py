"""A case as the files it is: a floor, who walks on it, and until when. Written out as levels by draw.py."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

LEVELS = Path(__file__).with_name("levels")
Corners = list[list[float]]
WIDTH = 120  # characters of a line of YAML

POSTED = {"type": "negosiator", "agency": "polres", "at": "pos", "facing": 90, "formation": {"bersaf": {"ranks": 2}}}
WALL, POST = 1.0, 3.0  # m, depth of the wall behind which the one unit stands that a level must have, and of its post


@dataclass(frozen=True)
class Floor:
    """The ground of a case, `width` × `depth` m; shapes are corners in m, two of a rectangle."""

    name: str
    width: float
    depth: float
    exits: dict[str, Corners]
    zones: dict[str, Corners] = field(default_factory=dict)
    solid: dict[str, Corners] = field(default_factory=dict)
    walls: list[Corners] = field(default_factory=list)  # 0.2 m thick

    def plain(self) -> dict[str, Any]:
        """The place file; north of the case, behind a wall, is where the unit stands."""
        wall, post = self.depth + WALL, self.depth + WALL + POST
        solid = {**self.solid, "tembok": [[0.0, self.depth], [self.width, wall]]}
        return {
            "format": 1,
            "title": _both(self.name),
            "size": [_round(self.width), _round(post)],
            "buildings": {name: {"shape": _rounded(shape)} for name, shape in solid.items()},
            "walls": [{"kind": "wall", "line": _rounded(line)} for line in self.walls],
            "zones": {
                name: {"shape": _rounded(shape)}
                for name, shape in {**self.zones, "pos": [[0.0, wall], [self.width, post]]}.items()
            },
            "exits": {name: {"shape": _rounded(shape)} for name, shape in self.exits.items()},
        }


@dataclass(frozen=True)
class Scene:
    """Who walks on `floor`: groups as a level writes them; over when all of `gone` have left, or after `seconds`."""

    name: str
    source: str
    floor: Floor
    crowd: dict[str, dict[str, Any]]
    seconds: float
    gone: tuple[str, ...] = ()
    injects: tuple[dict[str, Any], ...] = ()
    units: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Its level."""
        return LEVELS / f"{self.name}.yaml"

    def files(self) -> dict[Path, str]:
        """Path → text of its level and of its place."""
        place = LEVELS / "places" / f"{self.floor.name}.yaml"
        return {self.path: as_yaml(self.source, self._level()), place: as_yaml(self.source, self.floor.plain())}

    def _level(self) -> dict[str, Any]:
        over = {"all": [{"group_gone": {"group": name}} for name in self.gone]}
        phase: dict[str, Any] = {"injects": list(self.injects)} if self.injects else {}
        phase |= {"next": [{"to": "end", "when": over}]} if self.gone else {}
        return {
            "format": 1,
            "title": _both(self.name),
            "brief": {"id": "Uji acuan jalan kaki.", "en": "A reference case of walking."},
            "best": {"threat": 1},
            "place": self.floor.name,
            "starts": "09:00",
            "doctrine": "polri2025",
            "seed": 1,
            "provenance": {"based_on": self.source, "numbers": "paper"},
            "crowd": self.crowd,
            "seats": {"kapolres": {"rank": "kapolres", "commands": "all", "played_by": "trainee"}},
            "units": {"ne1": POSTED, **self.units},
            "start": "aman",
            "phases": {"aman": phase},
            "limits": {"time": f"{self.seconds:g}s"},
        }


def _both(name: str) -> dict[str, str]:
    return {"id": name, "en": name}


def as_yaml(head: str, content: dict[str, Any]) -> str:
    """A file of the level language, which knows no anchors."""
    dumper = type("Plain", (yaml.SafeDumper,), {"ignore_aliases": lambda self, data: True})
    return f"# {head}. Written by tests/reference/draw.py.\n" + yaml.dump(
        content, Dumper=dumper, sort_keys=False, default_flow_style=None, width=WIDTH
    )


def _rounded(shape: Corners) -> Corners:
    return [[_round(x), _round(y)] for x, y in shape]


def _round(metres: float) -> float:
    return round(float(metres), 4)
