"""Attributed statements: cues, who speaks, what is said, who passed it on, and what it answers."""
