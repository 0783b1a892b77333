"""Orders and injects, one file each: the only way into the world."""
