"""What lies over the square: one file per widget, each with `.draw(view, canvas)`."""
