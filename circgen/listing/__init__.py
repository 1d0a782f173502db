"""Where every circular of a project stands."""
