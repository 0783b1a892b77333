"""What a person goes for, one file each."""
