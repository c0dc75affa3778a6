"""Stage 1: captures (an address to captures) and parse (a capture to documents)."""
