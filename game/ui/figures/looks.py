"""Who is who: what an observer there could tell a person by, colour and headgear and kit."""

from dataclasses import dataclass
from typing import Final, Literal

from game.ui import theme
from game.ui.theme import Colour, rgb, shade

SKINS: Final = tuple(map(rgb, ("C8966B", "B78259", "D5A67B")))
HAIRS: Final = tuple(map(rgb, ("2A211C", "3A2A20", "1F1B1B")))
NAVY: Final = rgb("14263A")
SLATE: Final = rgb("3F5F86")
FIELD_GREEN: Final = rgb("3E4A28")

Head = Literal["hair", "cap", "plus", "helmet", "beret", "scarf"]
Mark = Literal["none", "sash", "bib", "vest", "plate", "bands"]
Kit = Literal["none", "megaphone", "camera", "shield", "card"]


@dataclass(frozen=True)
class Look:
    """One kind of person: body colours and heads (one per tint), what is on the back and in the hands.

    `hat` colours what is on the head, `afar` the dot that stands for the person from afar. `wheels`: not a person but
    a vehicle with its crew, drawn by vehicles.py.
    """

    bodies: tuple[Colour, ...]
    officer: bool = False
    heads: tuple[Head, ...] = ("hair",)
    hat: Colour = NAVY
    mark: Mark = "none"
    bib: Colour = theme.PAPER_LIGHT
    kit: Kit = "none"
    afar: Colour | None = None
    wheels: bool = False

    def body(self, tint: int) -> Colour:
        """The body's colour of somebody whose tint is `tint`."""
        return self.bodies[tint % len(self.bodies)]

    def dot(self, tint: int) -> Colour:
        """The colour, from afar, of somebody whose tint is `tint`."""
        return self.afar or self.body(tint)

    def head(self, tint: int) -> Head:
        """What somebody whose tint is `tint` wears on the head."""
        return self.heads[tint % len(self.heads)]

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
    "voter": Look(theme.VOTERS, kit="card"),
    "kpps": Look((theme.KPPS,), mark="bib", bib=theme.KPPS_BIB),
    "linmas": Look((theme.LINMAS,), heads=("cap",), hat=shade(theme.LINMAS, 0.7), mark="bib", bib=theme.LINMAS_BIB),
    "journalist": Look((rgb("F2F0F2"),), mark="vest", kit="camera"),
    "negosiator": Look((theme.DALMAS_AWAL,), officer=True, heads=("cap", "scarf", "scarf"), mark="bib"),
    "dalmas_awal": Look((theme.DALMAS_AWAL,), officer=True, heads=("cap",)),
    "dalmas_lanjut": Look((theme.DALMAS_LANJUT,), officer=True, heads=("helmet",), kit="shield"),
    "medis": Look((theme.MEDIC,), officer=True, heads=("plus",), hat=theme.TEAL, mark="bands", afar=theme.TEAL),
    "penangkap": Look((SLATE,), officer=True, heads=("cap",), mark="plate", afar=theme.INK),
    "tni": Look((theme.TNI,), officer=True, heads=("beret",), hat=FIELD_GREEN),
    "awc": Look((theme.DALMAS_LANJUT,), officer=True, wheels=True),
    "ambulans": Look((theme.MEDIC,), officer=True, afar=theme.TEAL, wheels=True),
    "raimas": Look((theme.DALMAS_LANJUT,), officer=True, heads=("helmet",), wheels=True),
}
TINTS: Final = max(len(look.bodies) for look in LOOKS.values())  # more would only repeat
