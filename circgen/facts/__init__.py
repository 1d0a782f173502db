"""Facts of a circular: YAML with positions becomes typed, validated values."""
