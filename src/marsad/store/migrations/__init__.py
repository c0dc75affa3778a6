"""How the tables came to be what they are: one Alembic revision a file, run when a store is opened."""
