"""Stage 2: a document to its annotations; ``annotate`` alone orders the extractors."""
