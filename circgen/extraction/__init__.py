"""Extraction: a draft of a facts file from finished letters."""
