"""What a negotiator can say to the coordinator, one file each."""
