"""The changing part of a World as arrays and plain data: what is saved is what is hashed, and all that is loaded."""

import dataclasses
import hashlib
import json
import types
import typing
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.world.kind import Kind
from game.world.talks import Talks
from game.world.units import Unit
from game.world.world import World

# A level gives these again; they never change.
GIVEN: dict[type, tuple[str, ...]] = {
    World: ("ground", "catalogue", "ladder", "seats", "groups", "radio", "starts", "deploy_at_most"),
    Unit: ("name", "index", "type", "agency", "label", "on_request", "guards"),
    Talks: ("korlap", "demands", "red_lines", "granters", "rooms"),
}
# Told already, or made anew before anything reads it.
TRANSIENT: dict[type, tuple[str, ...]] = {World: ("said", "wet", "senses", "quickest", "bodies")}


@dataclass
class State:
    """What is true of a World at one tick."""

    plain: dict[str, Any]  # JSON values, with the dotted name of an array where one belongs
    arrays: dict[str, np.ndarray] = field(default_factory=dict)  # dotted name → the World's own array, not a copy


def save(world: World) -> State:
    """Everything that changes in `world`; shares its arrays, so write it down before the next tick."""
    arrays: dict[str, np.ndarray] = {}
    return State(_write(world, "world", arrays), arrays)


def load(world: World, state: State) -> None:
    """Make `world`, built from the same level, what was saved; its bodies and senses are made anew."""
    _read_into(world, state.plain, state.arrays)
    world.ground = world.ground.with_shut(world.gates_shut)
    world.said.clear()
    world.quickest.clear()
    world.wet = world.senses = world.bodies = None


def state_hash(world: World) -> str:
    """SHA-256 over exactly what :func:`save` gives, as 64 hexadecimal digits."""
    state = save(world)
    digest = hashlib.sha256(json.dumps(state.plain, sort_keys=True).encode())
    for name, array in sorted(state.arrays.items()):
        digest.update(f"{name} {array.dtype.str} {array.shape}".encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def changing(record: type) -> list[str]:
    """Names of the fields of the dataclass `record` that are saved."""
    left_out = GIVEN.get(record, ()) + TRANSIENT.get(record, ())
    return [each.name for each in dataclasses.fields(record) if each.name not in left_out]


def _write(value: Any, name: str, arrays: dict[str, np.ndarray]) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case np.generic():
            return value.item()
        case np.ndarray():
            arrays[name] = value
            return name
        case np.random.Generator():
            return value.bit_generator.state
        case Kind():
            return value.plain()
        case dict():
            return [[key, _write(item, f"{name}.{key}", arrays)] for key, item in value.items()]
        case list():
            return [_write(item, f"{name}.{i}", arrays) for i, item in enumerate(value)]
    return {each: _write(getattr(value, each), f"{name}.{each}", arrays) for each in changing(type(value))}


def _read_into(record: Any, plain: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    """Set each changing field of the dataclass instance `record`."""
    hints = _hints(type(record))
    for name in changing(type(record)):
        setattr(record, name, _read(hints[name], plain[name], arrays, getattr(record, name)))


def _read(hint: Any, plain: Any, arrays: dict[str, np.ndarray], before: Any) -> Any:
    """The value of type `hint` that `plain` stands for; a dataclass that was there `before` is kept and filled."""
    if plain is None:
        return None
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _read(next(each for each in inner if each is not type(None)), plain, arrays, before)
    if origin is np.ndarray:
        return arrays[plain].copy()
    if origin is dict:
        return {key: _read(inner[1], item, arrays, (before or {}).get(key)) for key, item in plain}
    if origin is list:
        return [_read(inner[0], item, arrays, None) for item in plain]
    return _read_one(hint, plain, arrays, before)


def _read_one(hint: Any, plain: Any, arrays: dict[str, np.ndarray], before: Any) -> Any:
    if hint is np.random.Generator:
        before.bit_generator.state = plain
        return before
    if not isinstance(hint, type):
        return plain
    if issubclass(hint, Kind):
        return hint.read(plain)
    if not dataclasses.is_dataclass(hint):
        return plain
    if before is None:
        hints = _hints(hint)
        return hint(**{name: _read(hints[name], plain[name], arrays, None) for name in changing(hint)})
    _read_into(before, plain, arrays)
    return before


def _hints(record: type) -> dict[str, Any]:
    """Types of the fields; Bodies and Senses are named only for the type checker and never saved."""
    return typing.get_type_hints(record, localns={"Bodies": object, "Senses": object})
