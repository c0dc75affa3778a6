"""The revisions, oldest first. A test holds them against ``marsad.store.tables``."""
