"""What a unit does over time, one file each."""
