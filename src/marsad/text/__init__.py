"""Arabic writing: folding with exact offsets, segmentation, morphology, numerals, dates, shingles."""
