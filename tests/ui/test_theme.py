"""The palette keeps the contrast that look.md computed."""

import pytest

from game.ui import theme
from game.ui.theme import Colour


def luminance(colour: Colour) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        (theme.INK, theme.PAPER, 12),
        (theme.INK_SOFT, theme.PAPER, 6),
        (theme.INK_SOFT, theme.ROOF_SHADED, 6),
        (theme.ORDER_BLUE, theme.PAPER, 5.5),
        (theme.TEXT, theme.PANEL, 13),
        (theme.TEXT_SECOND, theme.PANEL, 7),
        (theme.TEXT_THIRD, theme.PANEL, 5),
        (theme.INK, theme.KUNING, 7),
        (theme.TEXT, theme.HIJAU, 4),  # a large word on the flag chip
        (theme.TEXT, theme.MERAH, 4.5),
    ],
)
def test_text_can_be_read_on_its_ground(ink, ground, least):
    assert contrast(ink, ground) >= least


def test_police_and_crowd_differ_in_light_or_hue_for_every_eye():
    for supporter in theme.SUPPORTERS:  # without red-green sight blue minus yellow remains
        for officer in (theme.DALMAS_AWAL, theme.DALMAS_LANJUT):
            warm = (supporter[0] + supporter[1]) / 2 - supporter[2]
            cold = (officer[0] + officer[1]) / 2 - officer[2]
            assert warm - cold > 80
