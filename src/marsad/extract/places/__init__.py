"""Places: names of the gazetteer, names that it lacks, and words that go back to a place named before."""
