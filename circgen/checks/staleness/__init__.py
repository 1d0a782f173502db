"""Staleness: which translations somebody has confirmed, and against which words."""
