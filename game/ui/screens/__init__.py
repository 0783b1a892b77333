"""What fills the window: one file per screen."""
