"""What a person does in place, one file each."""
