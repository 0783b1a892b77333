"""One running exercise, with or without a window, and what it leaves."""
