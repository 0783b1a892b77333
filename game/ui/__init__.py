"""The screen: what a View looks like, and what hands do to it; pygame lives here and in `app.py`, nowhere else."""
