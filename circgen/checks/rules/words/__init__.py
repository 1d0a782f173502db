"""Rules about the words of a kind in all languages: `check(words: Words, desk: Desk)`.

Each module is a rule, of the name of the module, and its docstring is the page of the rule.
"""
