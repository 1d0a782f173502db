"""Rules about all circulars together: `check(project: Project, desk: Desk)`.

Each module is a rule, of the name of the module, and its docstring is the page of the rule.
"""
