"""Languages: what `templates/<language>/language.yaml` says, and how facts are worded by it."""
