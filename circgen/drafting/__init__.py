"""Drafting: a new facts file from answers, from what a project knows, and from an earlier file."""
