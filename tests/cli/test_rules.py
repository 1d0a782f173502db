"""`circgen rules`: the list of all rules, and the page of one."""

import pytest

from circgen.checks.registry import rules

OVERLAP = """\
overlap

Hours of a session overlap, or a session stands twice.

Parts of a day that are held one after the other are hours of one session, in
order. What runs in parallel is a session of its own, with other hours: nothing
else would tell the two apart in the letter.

Bad:

    {date: 2025-10-31, hours: [11:00-12:00, 11:30-15:30]}

Good:

    {date: 2025-10-31, hours: [11:00-12:00, 13:30-15:30]}

To mend it: Correct the hours or put them in order, and keep one of two sessions
that are the same.
"""
GROUP = """
Letters that cannot be written

  edited                  A letter in the output folder was edited, or is not by
                          circgen.
  font                    A PDF is printed in another font than the letterhead
                          asks for.
  issued                  A letter of an issued circular is missing and cannot
                          be written as it went out.
"""


def test_a_rule_is_explained(folder):
    ended = folder.run("rules", "overlap")
    assert (ended.stdout, ended.stderr, ended.returncode) == (OVERLAP, "", 0)


def test_examples_of_several_lines_stand_apart(folder):
    shown = folder.run("rules", "disagreement").stdout
    assert (
        "Bad:\n\n"
        "    Subject: Ninth Meeting of the Initiative (Virtual, 30 October 2025)\n"
        "    Dear Sir/Madam,\n"
        "    1   The ninth meeting will take place virtually on 31 October 2025.\n"
    ) in shown
    shown = folder.run("rules", "brackets").stdout
    assert (
        "    The meeting will be held in Geneva (Switzerland on 31 October 2025.\n"
        "    The meeting will be held in Geneva (Switzerland] on 31 October 2025.\n"
    ) in shown


def test_all_rules_are_listed_in_groups(folder):
    ended = folder.run("rules")
    assert (ended.stderr, ended.returncode) == ("", 0)
    assert GROUP in ended.stdout
    assert ended.stdout.endswith("\n\n`circgen rules RULE` explains one of them.\n")
    named = [
        line.split()[0] for line in ended.stdout.splitlines() if line[:3].strip() and line[0] == " "
    ]
    assert sorted(named) == list(rules())


@pytest.mark.parametrize("words", [(), ("hours",), ("missing-item",), ("unknown-zone",)])
def test_it_is_read_in_eighty_columns(folder, words):
    shown = folder.run("rules", *words).stdout
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("name", "hint"),
    [("overlpa", "did you mean `overlap`?"), ("xyz", "`circgen rules` lists them")],
)
def test_a_rule_that_is_not_there_is_named(folder, name, hint):
    ended = folder.run("rules", name)
    problem = f"circgen: there is no rule `{name}`: {hint}\n"
    assert (ended.stdout, ended.stderr, ended.returncode) == ("", problem, 2)
