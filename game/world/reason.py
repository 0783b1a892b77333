"""Why something is so: a code with values. Words are made above, in game/text."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reason:
    """`code` names a sentence of assets/text under ``reason.<code>``; `values` fill it."""

    code: str
    values: dict[str, str | int | float] = field(default_factory=dict)


def reason(code: str, **values: str | int | float) -> Reason:
    """A Reason as one reads it: ``reason("too_soon", wait=20)``."""
    return Reason(code, values)
