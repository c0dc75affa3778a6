"""The workbench (still to be furnished)."""
