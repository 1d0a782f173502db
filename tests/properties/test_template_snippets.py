"""Whatever a translator writes between braces: a letter, or a finding at its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.packs import KIND, LANGUAGES, LIBRARY, ROOT

from circgen.compose.letter import Composer, fact_names
from circgen.compose.templates import Words
from circgen.findings import FindingsError

NAMES = (*fact_names(KIND), "item", "loop", "nothing", "self", "range")
KEYS = (
    "name",
    "date",
    "hours",
    "website",
    "title",
    "__class__",
    "_record",
    "_path",
    "items",
    "format",
    "mandatory",
    "nothing",
)
FILTERS = (
    "counted", "date", "days", "form", "hours", "length", "listing", "lower_first", "moment", "ordinal",
    "plural", "schedule", "sentence_case", "years", "upper", "join", "safe", "e", "nothing",
)  # fmt: skip
ARGUMENTS = (
    "", '("nominative")', '("brackets")', '("un-agencies")', "(event)", '(one="a", other="b")', "(1)",
    '("a", "b", "c")', "(none)", '(event, "accusative")', "(style=1)", "(**{})", "(*sessions)",
)  # fmt: skip
OPERATORS = (
    "==",
    "!=",
    "<",
    ">=",
    "in",
    "not in",
    "and",
    "or",
    "~",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "**",
    "is",
    "|",
)
FACTS = [LIBRARY.load(path) for path in sorted((ROOT / "data" / "meetings").glob("*.yaml"))]

_atom = st.sampled_from(NAMES) | st.sampled_from(
    [
        "1",
        "0",
        "-1",
        '"x"',
        "''",
        "true",
        "none",
        "[]",
        "[1, 2]",
        "{}",
        "()",
        "1.5",
        "sessions[0]",
        "sessions[99]",
        "sessions[:1]",
    ]
)
_expression = st.recursive(
    _atom,
    lambda inner: (
        st.builds("{}.{}".format, inner, st.sampled_from(KEYS))
        | st.builds("{}|{}{}".format, inner, st.sampled_from(FILTERS), st.sampled_from(ARGUMENTS))
        | st.builds("({} {} {})".format, inner, st.sampled_from(OPERATORS), inner)
        | st.builds("(not {})".format, inner)
        | st.builds("{}[{}]".format, inner, inner)
        | st.builds("({} if {} else {})".format, inner, inner, inner)
        | st.builds("{}({})".format, inner, inner)
    ),
    max_leaves=4,
)
_print = st.builds("{{{{ {} }}}}".format, _expression)
_words = st.sampled_from(
    [
        "words",
        "*em*",
        "**",
        "_",
        "[x](",
        "](https://x.int)",
        "\n\n",
        "\n* ",
        "\n1. ",
        "\n# ",
        "\n    ",
        "<b>",
        "&amp;",
        "\\",
        "\n",
        "|",
        "\ue001",
        "`",
        "---",
        "\n> ",
        "\t",
    ]
)
_snippet = st.recursive(
    _print | _words,
    lambda inner: (
        st.builds("{}{}".format, inner, inner)
        | st.builds("{{% if {} %}}{}{{% endif %}}".format, _expression, inner)
        | st.builds("{{% for x in {} %}}{}{{{{ x }}}}{{% endfor %}}".format, _expression, inner)
        | st.builds("{{% set x = {} %}}{}".format, _expression, inner)
        | st.builds("{{# {} #}}".format, inner)
        | st.builds("{{% raw %}}{}{{% endraw %}}".format, inner)
        | st.builds("{{% macro m(a) %}}{}{{% endmacro %}}".format, inner)
        | st.builds("{{% include {} %}}".format, _expression)
        | st.builds("{{% block other %}}{}{{% endblock %}}".format, inner)
        | st.builds("{{% {} %}}".format, _expression)
        | st.builds("{{{{ {}".format, _expression)
    ),
    max_leaves=5,
)


def source(language):
    return LIBRARY.project.template(language, KIND.id).read_text("utf-8")


def compose(language, template, loaded):
    """Findings, of which each has a line of the template, or an edition."""
    words = Words(template, "snippet.md.j2", LIBRARY.language(language), fact_names(KIND))
    return Composer(LIBRARY.language(language), KIND, words).compose(loaded.file, loaded.annexes)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_a_snippet_in_a_template_gives_a_letter_or_a_finding_at_its_line(language, data):
    start = "{% block opening %}\n"
    before, after = source(language).split(start)
    snippet = data.draw(_snippet)
    template = before + start + snippet + "\n" + after
    try:
        letter = compose(language, template, data.draw(st.sampled_from(FACTS)))
    except FindingsError as error:
        lines = range(1, template.count("\n") + 2)
        places = {(found.location.file, found.location.line) for found in error.findings}
        assert places
        assert places <= {("snippet.md.j2", line) for line in lines}
    else:
        assert letter.paragraphs[0].id == "opening"


@pytest.mark.parametrize("language", LANGUAGES)
@given(key=st.sampled_from(["when", "each"]), expression=_expression)
def test_a_condition_of_a_layout_holds_or_is_a_finding(language, key, expression):
    at = KIND.where["paragraphs[1]"]
    first, second, *others = KIND.paragraphs
    second = second._replace(**{"when": None, "each": None, key: expression})
    kind = KIND._replace(paragraphs=(first, second, *others))
    words = Words(source(language), "words.md.j2", LIBRARY.language(language), fact_names(kind))
    try:
        Composer(LIBRARY.language(language), kind, words).compose(FACTS[0].file, {})
    except FindingsError as error:
        places = {(found.location.file, found.location.line) for found in error.findings}
        assert {place for place in places if place[0] != "words.md.j2"} <= {(at.file, at.line)}
