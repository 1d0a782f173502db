"""Checks: whether facts, words and style of a project hold, in all languages alike."""
