"""How the world changes: numpy in, numpy out."""
