"""marsad (مرصد, "observatory"): Arabic news about armed conflict in, records checked against their words out."""

__version__ = "0.1.0"
