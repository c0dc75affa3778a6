"""Stage 4: the only room with SQL."""
