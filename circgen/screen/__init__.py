"""The screen: a circular as a page in a terminal."""
