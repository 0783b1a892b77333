"""`python -m game` and the `sispamkota` command: a sound installation first, then the commands of `game.cli`."""

CTRL_C = 130  # exit code; product.md


def main() -> None:
    """Run the command line of this process; leaves with the exit codes of `game.cli`."""
    try:  # from here on, since half a second goes by before the first command can mind Ctrl-C
        from game.guard import refuse_clashing_pygame

        refuse_clashing_pygame()
        from game.cli import main as run_command  # only now, since it may import pygame

        run_command()
    except KeyboardInterrupt:
        raise SystemExit(CTRL_C) from None


if __name__ == "__main__":
    main()
