"""Conditions of a level, one file each."""
