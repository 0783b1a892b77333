"""How a unit stands, one file each."""
