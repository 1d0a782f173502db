"""How letters word a paragraph, and where a character of that stands in the template."""

import pytest
from checks.trial import ROOT
from checks.tried import desk_of, words_of

from circgen.checks.sensitivity.trials import block_of
from circgen.checks.sensitivity.verdicts import bench
from circgen.checks.sensitivity.wordings import place_of, printed_in, wordings
from circgen.checks.subjects import FACT, Template
from circgen.checks.subjects.writings import of_template
from circgen.compose.sources import pieces_of
from circgen.findings import Location

SOURCE = """\
{% block opening %}
The "{{ title }}" and the
"{{ topic }}"{% if late %} or in "{{ place }}"{% endif %}.
{% endblock %}
{% block notes %}
{{ n|plural(one="It's \'one\'", other='They are "many"') }} of {{ n|counted("people") }}.
{% endblock %}
"""
TEMPLATE = Template("aa", "t.md.j2", SOURCE, tuple(pieces_of(SOURCE)), {"opening": 1, "notes": 5})


@pytest.fixture(scope="module")
def corrigendum():
    desk, library = desk_of(ROOT / "templates")
    return bench(words_of(library, "corrigendum"), desk)


def _place(text, offset, name="opening", among=None):
    return str(place_of(TEMPLATE, name, text, offset, among)).removeprefix("t.md.j2")


def test_a_mark_stands_where_the_words_around_it_stand():
    text = f'The "{FACT}" and the "{FACT}" or in "{FACT}".'
    marks = [offset for offset, sign in enumerate(text) if sign == '"']
    assert [_place(text, offset) for offset in marks] == [
        ":2:5",
        ":2:17",
        ":3:1",
        ":3:13",
        ":3:34",
        ":3:46",
    ]


def test_a_fact_is_one_of_those_that_it_may_be():
    text = f'The "{FACT}" and the "{FACT}".'
    other = Location("t.md.j2", 3, 35)
    assert _place(text, 5) == ":2:6"
    assert _place(text, 5, among={other}) == ":3:35"


def test_what_is_nowhere_stands_where_the_paragraph_begins():
    assert _place("What?", 4) == ":1"
    assert _place(FACT, 0, among=()) == ":1"


def test_words_that_agree_with_a_number_are_the_words_of_the_last_form():
    passage = list(of_template(TEMPLATE))[1].passages[0]
    assert passage.text == f'\nThey are "many" of {FACT}.\n'
    places = [str(passage.at(passage.text.index(each))) for each in ("They", "many", FACT)]
    assert places == ["t.md.j2:6:38", "t.md.j2:6:48", "t.md.j2:6:62"]


def test_wordings_are_said_once(corrigendum):
    found = list(wordings(corrigendum, "en"))
    assert len(found) == len(set(found))
    assert {name for name, _ in found} == {"subject", "corrections"}
    assert ("subject", (f"{FACT} {FACT} {FACT}",)) in found
    assert ("subject", (f"{FACT} {FACT}",)) in found


def test_a_fact_that_is_printed_twice_is_found_in_its_branch(corrigendum):
    with_ordinal, without = (
        next(
            part
            for outcome in corrigendum.study.outcomes()
            for name, part in outcome.parts["ru"].items()
            if block_of(name) == "subject" and len(part.facts) == length
        )
        for length in (3, 2)
    )
    brackets = [
        printed_in(corrigendum, "ru", "subject", part, "event") for part in (with_ordinal, without)
    ]
    assert [each.text for each in brackets] == [
        '{{ event|form("nominative") }}',
        '{{ event|form("nominative")|sentence_case }}',
    ]
    assert [(each.at.line, each.at.column) for each in brackets] == [(4, 74), (4, 114)]


def test_a_fact_that_is_not_printed_stands_where_the_paragraph_begins(corrigendum):
    part = corrigendum.study.samples[0].parts["en"]["corrections"]
    found = printed_in(corrigendum, "en", "corrections", part, "event")
    assert (found.text, found.at.line, found.at.column) == ("", 7, 0)
