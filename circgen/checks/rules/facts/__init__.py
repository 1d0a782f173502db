"""Rules about one circular: `check(meeting: Meeting, desk: Desk)`.

Each module is a rule, of the name of the module, and its docstring is the page of the rule.

A rule with `NEEDS` also looks at a file of which only parts could be read, unless one of the keys
that it names is among what could not be. Lists then hold other things, too: `circgen.facts.reading`
has `real` for them.
"""
