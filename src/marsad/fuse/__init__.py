"""Stage 3: the same happening told by many documents becomes one incident (still to be furnished)."""
