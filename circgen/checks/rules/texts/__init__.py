"""Rules about one text in all languages: `check(saying: Saying, desk: Desk)`.

Each module is a rule, of the name of the module, and its docstring is the page of the rule.
"""
