"""What the walking is judged by: published cases, each a level run as any other and measured by pedpy."""
