"""The scenes of which ``make look`` takes pictures."""
