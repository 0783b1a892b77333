"""`python -m tests.reference.draw`: write the levels of all cases anew."""

from pathlib import Path

from tests.reference import catalogue
from tests.reference.cases import SCENES
from tests.reference.scene import LEVELS


def files() -> dict[Path, str]:
    """Path → text of everything under levels/."""
    return {path: text for scene in SCENES for path, text in scene.files().items()} | catalogue.files()


def main() -> None:
    """Write what there should be, and take away what is left from before."""
    wanted = files()
    for old in {*LEVELS.glob("*.yaml"), *LEVELS.glob("places/*.yaml")} - set(wanted):
        old.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
