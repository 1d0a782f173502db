"""Rules about one circular: `check(meeting: Meeting, desk: Desk)`.

Each module is a rule, of the name of the module, and its docstring is the page of the rule.
"""
