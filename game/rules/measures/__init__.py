"""What an exercise is judged by, one file per objective."""
