"""Sensitivity: which words change with which facts, tried by changing one fact at a time."""
