"""The rules: a module each, in the folder of what it looks at."""
