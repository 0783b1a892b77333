"""A bar on the map that says how long five, ten or twenty metres are."""

from game.ui import theme
from game.ui.camera import Camera
from game.ui.canvas import Area, Canvas

LONGEST = 150  # steps
LENGTHS = (50, 20, 10, 5, 2)  # m


def draw_scale_bar(canvas: Canvas, camera: Camera, foot: tuple[int, int]) -> None:
    """Draw the longest bar that fits, its left end at `foot` (steps)."""
    per_metre = camera.zoom / canvas.scale
    metres = next((length for length in LENGTHS if length * per_metre <= LONGEST), LENGTHS[-1])
    left, top, width = foot[0], foot[1] - 5, round(metres * per_metre)
    canvas.fill(Area(left - 1, top - 1, width + 2, 6), theme.PAPER_LIGHT)
    canvas.fill(Area(left, top, width // 2, 4), theme.INK)
    canvas.fill(Area(left + width // 2, top, width - width // 2, 4), theme.INK_SOFT)
    canvas.text(f"{metres} m", (left + width + 6, top - 6), theme.SIZE_BUTTON, theme.INK)
