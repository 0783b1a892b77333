"""What is on a person's head, seen from above. Proportions: look.md, "Figure anatomy"."""

from typing import Final

from game.ui.figures.looks import Look
from game.ui.figures.pen import Pen
from game.ui.theme import PAPER_LIGHT, VISOR, mix, shade

HEAD: Final = 4.5  # u, radius
WHITE: Final = (255, 255, 255)


def draw_head(pen: Pen, who: Look, tint: int, x: float) -> None:
    """The head, its middle `x` u ahead: hair that leaves a crescent of skin where the person looks, or headgear."""
    hat = who.hat
    match who.head(tint):
        case "hair":
            pen.disc((x, 0), HEAD + 0.8, shade(who.hair(tint), 0.7))
            pen.disc((x, 0), HEAD, who.skin(tint))
            pen.disc((x - 1.5, 0), HEAD - 0.5, who.hair(tint))
        case "cap":
            pen.ellipse((x + 3.0, 0), (3.6, 4.3), shade(hat, 0.7))
            pen.disc((x, 0), 4.8, shade(hat, 0.7))
            pen.disc((x - 0.3, 0), 4.0, mix(hat, WHITE, 0.12))
            pen.disc((x - 0.3, 0), 1.6, mix(hat, WHITE, 0.3))
        case "plus":
            pen.disc((x, 0), 5.2, shade(hat, 0.6))
            pen.disc((x, 0), 4.4, hat)
            pen.stroke([(x - 2.6, 0), (x + 2.6, 0)], 1.9, WHITE)
            pen.stroke([(x, -2.6), (x, 2.6)], 1.9, WHITE)
        case "helmet":
            pen.disc((x + 0.4, 0), 5.9, shade(hat, 0.6))
            pen.disc((x + 0.6, 0), 5.0, VISOR)
            pen.disc((x - 1.3, 0), 4.7, mix(hat, WHITE, 0.06))
            pen.ellipse((x - 2.4, 1.4), (1.3, 1.9), mix(hat, WHITE, 0.3))
        case "beret":
            pen.disc((x, 0), HEAD + 0.6, shade(hat, 0.6))
            pen.disc((x + 0.4, 0), HEAD - 0.4, who.skin(tint))
            pen.ellipse((x - 0.8, -1.0), (4.2, 4.9), hat)
            pen.disc((x + 1.2, 2.2), 1.1, PAPER_LIGHT)
        case "scarf":
            pen.ellipse((x - 1.6, 0), (5.8, 5.4), shade(hat, 0.7))
            pen.ellipse((x - 1.6, 0), (5.0, 4.6), mix(hat, WHITE, 0.2))
            pen.ellipse((x + 2.0, 0), (2.0, 3.0), who.skin(tint))
