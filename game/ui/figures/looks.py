"""Who is who: what an observer there could tell a person by, colour and headgear and kit."""

from dataclasses import dataclass
from typing import Final, Literal

from game.ui import theme
from game.ui.theme import Colour, rgb, shade

SKINS: Final = tuple(map(rgb, ("C8966B", "B78259", "D5A67B")))
HAIRS: Final = tuple(map(rgb, ("2A211C", "3A2A20", "1F1B1B")))
NAVY: Final = rgb("14263A")


@dataclass(frozen=True)
class Look:
    """One kind of person: body colours (one tint per person), what is on the head and on the back."""

    bodies: tuple[Colour, ...]
    officer: bool = False
    head: Literal["hair", "cap", "helmet"] = "hair"
    mark: Literal["none", "sash", "bib", "vest"] = "none"
    kit: Literal["none", "megaphone", "camera", "shield"] = "none"

    def body(self, tint: int) -> Colour:
        """The body's colour of somebody whose tint is `tint`."""
        return self.bodies[tint % len(self.bodies)]

    def skin(self, tint: int) -> Colour:
        """The skin of somebody whose tint is `tint`."""
        return SKINS[tint % len(SKINS)]

    def hair(self, tint: int) -> Colour:
        """The hair of somebody whose tint is `tint`."""
        return HAIRS[tint % len(HAIRS)]

    def edge(self, tint: int) -> Colour:
        """The outline's colour: the body's, at half its light."""
        return shade(self.body(tint), 0.5)


LOOKS: Final[dict[str, Look]] = {
    "supporter": Look(theme.SUPPORTERS),
    "korlap": Look(theme.SUPPORTERS, mark="sash", kit="megaphone"),
    "bystander": Look(theme.BYSTANDERS),
    "journalist": Look((rgb("F2F0F2"),), mark="vest", kit="camera"),
    "negosiator": Look((theme.DALMAS_AWAL,), officer=True, head="cap", mark="bib"),
    "dalmas_awal": Look((theme.DALMAS_AWAL,), officer=True, head="cap"),
    "dalmas_lanjut": Look((theme.DALMAS_LANJUT,), officer=True, head="helmet", kit="shield"),
}
TINTS: Final = max(len(look.bodies) for look in LOOKS.values())  # more would only repeat
