"""Whether there is a screen to open a window on."""

import os
import sys


def has_display() -> bool:
    """On Linux a window needs X11, Wayland, or a driver named by hand; elsewhere there always is one."""
    needed = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in needed)
