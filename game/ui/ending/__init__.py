"""The end of an exercise on paper: ten honest lines, and what went on when."""
