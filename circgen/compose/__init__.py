"""Composing: facts and the words of one language become a `Circular`."""
