"""Rules about words of one language: `check(writing: Writing, desk: Desk)`.

Each module is a rule, of the name of the module, and its docstring is the page of the rule.
"""
