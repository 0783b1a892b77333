"""How everything on screen is coloured and sized: a printed situation map on a dark briefing table.

The palette was computed for contrast (WCAG) and looked at under simulated deuteranopia and protanopia: police are blue
against an orange crowd; red and green never carry a meaning without a shape beside them.
"""

from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, int, int]  # red, green, blue, each 0 … 255


def rgb(code: str) -> Colour:
    """The colour that `code`, six hexadecimal digits, names."""
    red, green, blue = bytes.fromhex(code)
    return red, green, blue


def shade(colour: Colour, factor: float) -> Colour:
    """`colour` with its light multiplied by `factor`, 0 (black) … 1 (as it is)."""
    red, green, blue = (round(part * factor) for part in colour)
    return red, green, blue


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0 … 1) of it replaced by `other`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


# Ground
PAPER: Final = rgb("EFE8D9")
PAPER_LIGHT: Final = rgb("F8F3E8")
YARD: Final = rgb("E9E0CC")
PAVEMENT: Final = rgb("E6DFD0")
ASPHALT: Final = rgb("D3CEC4")
GRASS: Final = rgb("DCE0C4")
ROOF: Final = rgb("F6F0E3")
ROOF_SHADED: Final = rgb("EEE6D6")
FLOOR: Final = rgb("F1EADC")
WOOD: Final = rgb("CDAF82")
CARDBOARD: Final = rgb("7A5C3C")
CHAIR: Final = rgb("D9CDB6")
LANE: Final = rgb("F3EEE2")
TREE: Final = (rgb("B9CB95"), rgb("C9D8A8"), rgb("DAE4BF"))  # edge to crown
TREE_EDGE: Final = rgb("7F8F5E")
SHADOW: Final = rgb("5A4A36")

# Ink
INK: Final = rgb("1B2730")  # 12:1 on paper
INK_SOFT: Final = rgb("4A5660")  # 6:1
LINE: Final = rgb("8A8172")
ORDER_BLUE: Final = rgb("0A5AA8")  # 6:1: orders, slots, zones, selection ring

# HUD: panels of the table
TABLE: Final = rgb("18222B")
PANEL: Final = rgb("1B2730")
PANEL_ALPHA: Final = 240  # of 255: 94 %
INSET: Final = rgb("263641")
EDGE: Final = rgb("3A4B57")
TEXT: Final = rgb("F4EFE4")  # 13:1 on a panel
TEXT_SECOND: Final = rgb("AAB6BD")  # 7:1
TEXT_THIRD: Final = rgb("93A1AA")  # 5:1

# Flag and lamps: always with circle, triangle or octagon, and the word
HIJAU: Final = rgb("14805C")
KUNING: Final = rgb("F0B400")  # takes dark text
MERAH: Final = rgb("C62F25")

# Crowd: one tint per person
SUPPORTERS: Final = tuple(map(rgb, ("DA8B2C", "C4761F", "E8AE5E", "A9652A", "F0CB92", "D07F3A")))
BYSTANDERS: Final = tuple(map(rgb, ("A59C8E", "8E867B", "B9AE9C")))
VOTERS: Final = tuple(map(rgb, ("8FA7B8", "6F8FA6", "A9BBA6", "C7A79B", "B9B089")))  # look.md: Sunday dress, muted
KPPS: Final = rgb("6B4A3A")  # batik brown
KPPS_BIB: Final = rgb("C9B6E4")  # lilac; look.md
LINMAS: Final = rgb("7C8748")  # moss green, as their uniform
LINMAS_BIB: Final = rgb("F2D34F")  # yellow; look.md
SASH: Final = rgb("FFF6DC")  # cream: the coordinator's
VIOLET: Final = rgb("6B5B95")

# Services
DALMAS_AWAL: Final = rgb("3F7FBF")
DALMAS_LANJUT: Final = rgb("1E4A7A")
VISOR: Final = rgb("BFD3E0")
SHIELD: Final = rgb("E4EEF4")
TNI: Final = rgb("5F6E3A")
MEDIC: Final = rgb("F7F7F2")
TEAL: Final = rgb("0E8C8C")  # medical: a plus, never a red cross

# What flies, burns and sprays
STONE: Final = rgb("2B2622")
FLAMES: Final = tuple(map(rgb, ("B5482F", "D9541E", "F0A030", "FBE3A0")))  # edge to heart
TYRES: Final = rgb("2C2A2B")
SMOKE: Final = rgb("3A3432")
WATER: Final = rgb("7FB2D9")
WATER_LIGHT: Final = rgb("EAF4FB")

# Meters and mood
ANGER: Final = rgb("D9541E")
METER_TRUST: Final = rgb("5B9BD8")  # trust, light enough for a dark panel
METER_TENSION: Final = rgb("EE7A2E")

# Layout at 1280 × 720, px
GAP: Final = 6
RADIUS: Final = 6
TOP_BAR: Final = 54  # height
CARD: Final = (196, 56)
RIBBON: Final = (826, 92)
LOG: Final = (228, 372)  # the most it grows to
MINIMAP: Final = (228, 170)
FLAG_CHIP: Final = (150, 38)

# Type, px at text size M; 11 is the smallest ever
SIZE_DISPLAY: Final = 26
SIZE_TITLE: Final = 20
SIZE_HEAD: Final = 16
SIZE_NAME: Final = 14
SIZE_READ: Final = 13
SIZE_BUTTON: Final = 12
SIZE_SMALL: Final = 11
