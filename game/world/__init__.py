"""What is true now: arrays and plain records. No rules."""
