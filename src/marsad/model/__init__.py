"""Nouns: the frozen dataclasses in which the stages speak to each other."""
