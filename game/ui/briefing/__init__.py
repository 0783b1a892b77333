"""The briefing before an exercise (APP): what is known, who does what when, and who is placed where."""
