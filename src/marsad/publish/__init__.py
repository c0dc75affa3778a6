"""Stage 5: exports and reports made from records."""
