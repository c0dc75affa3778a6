"""Happenings: triggers, their grouping into one event a happening and place, arguments, status, joining."""
