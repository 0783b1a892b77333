"""`python -m game` and the `sispamkota` command: a sound installation first, then the commands of `game.cli`."""

from game.guard import refuse_clashing_pygame


def main() -> None:
    """Run the command line of this process; leaves with the exit codes of `game.cli`."""
    refuse_clashing_pygame()
    from game.cli import main as run_command  # only now, since it may import pygame

    run_command()


if __name__ == "__main__":
    main()
