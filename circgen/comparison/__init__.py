"""Comparing finished letters: what one says and the other does not."""
