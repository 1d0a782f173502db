"""Two versions of a circular: what changed from one to the other, and in which letters."""
