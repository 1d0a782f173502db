"""Reading `style.yaml`: what a guide says, and what is wrong with one."""

import pytest
from language.tables import ALL, LIBRARY

from circgen.findings import FindingsError
from circgen.language.style import Guide, ListStyle, Preference, Quotes, read_guide


def read(text):
    return read_guide(text.encode(), "style.yaml")


def refused(text):
    with pytest.raises(FindingsError) as error:
        read(text)
    return [(str(f.location), f.rule, f.message, f.help) for f in error.value.findings]


def test_a_guide_says_what_stands_in_its_file():
    guide = read(
        "quotes: ['«»', '“”']\n"
        'dash: "\\_– "\n'
        "marks: {',': ،}\n"
        "lists: ['a; b.', 'a b']\n"
        "terms: [{find: Chairman, put: Chair}]\n"
        "doubled: [that]\n"
    )
    assert guide.quotes == (Quotes("«", "»"), Quotes("“", "”"))
    assert guide.dash == "\N{NO-BREAK SPACE}– "
    assert guide.marks == {",": "،"}
    assert guide.lists == (ListStyle(";", "."), ListStyle("", ""))
    (term,) = guide.terms
    assert isinstance(term, Preference)
    assert (term.find.pattern, term.put) == ("Chairman", "Chair")
    assert guide.doubled == ("that",)
    assert guide.apostrophe == ""


def test_a_language_without_the_file_has_no_rules_of_its_own():
    assert read("doubled: [that]")._replace(doubled=()) == Guide()
    assert set(LIBRARY.guides) == set(ALL)


@pytest.mark.parametrize(
    ("after", "text", "gap"),
    [
        ("'\\d'", "at 1100 hours", (7, 8)),
        ("'(?i)AT 11|00'", "at 1100 hours", (7, 8)),
        ("'\\d'", "at 1100\nhours", (7, 8)),
        ("'\\d'", "at 1100\N{NO-BREAK SPACE}hours", None),
    ],
)
def test_what_belongs_together_is_found_with_its_space(after, text, gap):
    (pattern,) = read(f"no_break: [{{after: {after}, before: hours}}]").no_break
    match = pattern.search(text)
    assert (match.span("gap") if match else None) == gap


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "quots: ['\"\"']",
            (
                "style.yaml:1:1",
                "unknown-key",
                "`quots` is not a key of `style.yaml`",
                "did you mean `quotes`?",
            ),
        ),
        (
            "quotes: ['\"']",
            (
                "style.yaml:1:10",
                "pattern",
                '`"` is no pair of quotation marks',
                "write both of them: `«»`",
            ),
        ),
        (
            "dash: word",
            ("style.yaml:1:7", "pattern", "`word` is no mark", "write the mark alone"),
        ),
        (
            "lists: ['; .']",
            (
                "style.yaml:1:9",
                "pattern",
                "`; .` is no list",
                "write one of the items a and b: `a; b.`",
            ),
        ),
        (
            "spelling: [{find: '(a', put: b}]",
            (
                "style.yaml:1:19",
                "pattern",
                "`(a` is not a regular expression: missing ), unterminated subpattern at position 0",
                "",
            ),
        ),
        (
            "terms: [{find: a, put: '\\1'}]",
            (
                "style.yaml:1:24",
                "pattern",
                "`\\1`: invalid group reference 1 at position 1",
                "correct it",
            ),
        ),
        (
            "no_break: [{after: a}]",
            (
                "style.yaml:1:12",
                "missing-key",
                "`before` is missing",
                "it is one for what follows",
            ),
        ),
        (
            "no_break: [{after: '(?P<gap>a)', before: b}]",
            (
                "style.yaml:1:12",
                "pattern",
                "`after` and `before` do not go together: redefinition of group name 'gap' as group 2; was group 1 at position 18",
                "number no groups, and name none `gap`",
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_guide_is_named_with_its_place(text, finding):
    assert refused(text) == [finding]
