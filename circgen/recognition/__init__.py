"""Recognising facts in the running text of a language: dates, hours, zones, numbers, names."""
