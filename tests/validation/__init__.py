"""How the shipped exercise goes under each stock commander, over seeds: held, compared, written down."""
