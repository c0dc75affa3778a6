"""Export formats, each a plug-in point of its own."""
