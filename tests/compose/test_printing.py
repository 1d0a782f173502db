"""What a template may print: facts and words. Whatever has lost its origin is an error."""

import re

import pytest
from compose.little_project import LittleProject
from jinja2.filters import FILTERS

from circgen.document import Paragraph
from circgen.findings import Finding

LINE = 6  # of the first line of the opening paragraph
TEMPLATE = "templates/aa/meeting.md.j2"
FACTS = (
    "topic: {aa: on cities, bb: on cities}",
    "objectives: [{aa: meet, bb: meet}, {aa: part, bb: part}]",
    "contact: {email: tsb@itu.int, tel: +41 22 730 5852}",
    "registration: {mandatory: yes}",
    "ordinal: 2",
    "website: https://www.itu.int/",
    "variant: R1",
)


@pytest.fixture
def project(tmp_path):
    made = LittleProject(tmp_path)
    made.facts(*FACTS)
    return made


def printed(project, words):
    """The runs of the opening paragraph with these words."""
    project.block("opening", words, "aa")
    (block,) = project.paragraphs()[0].blocks
    assert isinstance(block, Paragraph)
    return block.runs


def text_of(project, words):
    return "".join(run.text for run in printed(project, words))


def refused(project, words) -> list[Finding]:
    """The findings of the first language, which all stand in its template."""
    project.block("opening", words, "aa")
    found = project.findings("aa")
    assert {finding.location.file for finding in found} <= {TEMPLATE}
    return found


# --- what can be printed


@pytest.mark.parametrize(
    ("words", "text", "kind", "path"),
    [
        ("{{ number }}", "7", "number", "number"),
        ("{{ topic }}", "on cities", "text", "topic.aa"),
        ("{{ contact.email }}", "tsb@itu.int", "email", "contact.email"),
        ("{{ contact.tel }}", "+41 22 730 5852", "phone", "contact.tel"),
        ("{{ website }}", "https://www.itu.int/", "url", "website"),
        ("{{ issued_at }}", "Geneva", "name", "issued_at"),
        ("{{ addressees[0] }}", "Member States", "name", "addressees[0]"),
        ("{{ objectives[1] }}", "part", "text", "objectives[1].aa"),
        ('{{ event|form("plain") }}', "meeting", "name", "event"),
        ('{{ issued|date("plain") }}', "1 September 2025", "date", "issued"),
        ("{{ study_period|years }}", "2025-2028", "years", "study_period"),
        ("{{ sessions[0].hours[0]|hours }}", "from 1100 to 1200 hours", "hours", "sessions[0].hours[0]"),
        ("{{ ordinal|ordinal }}", "Second", "ordinal", "ordinal"),
        ("{{ topic|sentence_case }}", "On cities", "text", "topic.aa"),
        ("{% for item in objectives %}{% if loop.last %}{{ item }}{% endif %}{% endfor %}", "part", "text", "objectives[1].aa"),
        ("{{ topic if topic else venue }}", "on cities", "text", "topic.aa"),
        ("{{ venue or topic }}", "on cities", "text", "topic.aa"),
    ],
)  # fmt: skip
def test_a_fact_is_a_run_that_knows_its_path(project, words, text, kind, path):
    (run,) = printed(project, words)
    assert (run.text, run.fact.text) == (text, text)
    assert (run.fact.kind, run.fact.path) == (kind, path)


def test_words_are_a_run_without_a_fact(project):
    words, fact, end = printed(project, "It is number {{ number }} of them.")
    assert (words.text, words.fact) == ("It is number ", None)
    assert (fact.text, fact.fact.value) == ("7", 7)
    assert (end.text, end.fact) == (" of them.", None)


def test_a_list_in_a_sentence_is_facts_with_words_between(project):
    runs = printed(project, "{{ objectives|listing }}")
    assert [(run.text, run.fact and run.fact.path) for run in runs] == [
        ("meet", "objectives[0].aa"),
        (" and ", None),
        ("part", "objectives[1].aa"),
    ]


def test_a_counted_noun_is_a_fact_and_words(project):
    runs = printed(project, '{{ number|counted("members") }}')
    assert [(run.text, run.fact and run.fact.path) for run in runs] == [
        ("7", "number"),
        ("\u00a0members", None),
    ]


# --- what cannot


LOST = "print facts through filters, and write words outside of `{{ }}`"


@pytest.mark.parametrize(
    ("words", "message", "help_text"),
    [
        ('{{ "words" }}', "`words` has lost its origin on the way", LOST),
        ("{{ 5 }}", "`5` has lost its origin on the way", LOST),
        ("{{ 2.5 }}", "`2.5` has lost its origin on the way", LOST),
        ("{{ topic[0] }}", "`o` has lost its origin on the way", LOST),
        ("{{ objectives|length }}", "`2` has lost its origin on the way", LOST),
        (
            "{% for item in objectives %}{{ loop.index }}{% endfor %}",
            "`1` has lost its origin on the way",
            LOST,
        ),
        (
            "{{ issued }}",
            "`issued` is a date",
            'say how it is written: `{{ issued|date("plain") }}`',
        ),
        (
            "{{ sessions[0].hours[0] }}",
            "`sessions[0].hours[0]` are hours",
            "write `{{ sessions[0].hours[0]|hours }}`",
        ),
        ("{{ study_period }}", "`study_period` are years", "write `{{ study_period|years }}`"),
        (
            "{{ objectives }}",
            "`objectives` is a list",
            "write `{{ objectives|listing }}`, or loop over it",
        ),
        ("{{ sessions[0] }}", "this is a record, not a fact", "print one of its keys"),
        ("{{ registration.mandatory }}", "yes and no cannot be printed", "use it in an `if`"),
        ("{{ number == 7 }}", "yes and no cannot be printed", "use it in an `if`"),
        ("{{ true }}", "yes and no cannot be printed", "use it in an `if`"),
        ("{{ none }}", "there is nothing to print", "print a fact"),
        (
            "{{ venue }}",
            "`venue` is not stated in the facts",
            "print it only where it is there: `{% if venue %}`",
        ),
        ("{{ [number] }}", "`[7]` has lost its origin on the way", LOST),
    ],
)
def test_what_is_no_fact_is_refused_where_it_is_printed(project, words, message, help_text):
    (finding,) = refused(project, "The meeting takes place\n{{ number }} times.\n" + words)
    assert (finding.location.line, finding.rule, finding.message) == (LINE + 2, "template", message)
    assert finding.help == f"{help_text} (rendering facts.yaml)"


@pytest.mark.parametrize(
    ("words", "message", "help_text"),
    [
        (
            "{{ topic ~ number }}",
            "`~` joins texts and loses where they come from: print them one after the other",
            "",
        ),
        (
            "{{ number + 1 }}",
            "arithmetic loses where a fact comes from: state the result as a fact",
            "",
        ),
        (
            "{{ -number }}",
            "arithmetic loses where a fact comes from: state the result as a fact",
            "",
        ),
        ("{{ topic.upper() }}", "calls are not available: use a filter", ""),
        ("{{ tpoic }}", "`tpoic` is not a fact", "did you mean `topic`?"),
        ("{% if tpoic %}x{% endif %}", "`tpoic` is not a fact", "did you mean `topic`?"),
        ("{% for x in sesions %}x{% endfor %}", "`sesions` is not a fact", "did you mean `sessions`?"),
        ("{{ topic|sentense_case }}", "there is no filter `sentense_case`", "did you mean `sentence_case`?"),
        ("{% if topic is evn %}x{% endif %}", "there is no test `evn`", "did you mean `even`?"),
    ],
)  # fmt: skip
def test_what_can_never_be_right_is_refused_before_any_fact_is_there(
    project, words, message, help_text
):
    (finding,) = refused(project, "The meeting takes place\n{{ number }} times.\n" + words)
    assert (finding.location.line, finding.rule) == (LINE + 2, "template")
    assert (finding.message, finding.help) == (message, help_text)


@pytest.mark.parametrize(
    ("words", "message", "help_text"),
    [
        ("{{ contact.emial }}", "`emial` is not a fact", "did you mean `email`?"),
        ("{% if contact.emial %}x{% endif %}", "`emial` is not a fact", "did you mean `email`?"),
        ("{% for s in sessions %}{{ s.hour }}{% endfor %}", "`hour` is not a fact", "did you mean `hours`?"),
        ("{% for s in sessions %}{{ s.nonsense }}{% endfor %}", "`nonsense` is not a fact", "allowed: "),
        ("{{ participation.opento }}", "`opento` is not a fact", "did you mean `open_to`?"),
        ('{{ issued|date("plian") }}', "there is no date style `plian`", "did you mean `plain`?"),
        ('{{ number|counted("membres") }}', "there is no counted noun `membres`", "did you mean `members`?"),
    ],
)  # fmt: skip
def test_a_misspelt_key_or_form_is_refused_with_a_suggestion(project, words, message, help_text):
    (finding,) = refused(project, "The meeting\n\n" + words)
    assert (finding.location.line, finding.rule, finding.message) == (LINE + 2, "template", message)
    assert finding.help.startswith(help_text)


@pytest.mark.parametrize("name", sorted(set(FILTERS) - {"length"}))
def test_filters_that_drop_the_origin_are_not_there(project, name):
    (finding,) = refused(project, f"{{{{ topic|{name} }}}}")
    assert finding.message == f"there is no filter `{name}`"
    assert finding.location.line == LINE


@pytest.mark.parametrize(
    "words",
    [
        "{{ event|form }}",
        "{{ topic|form('plain') }}",
        "{{ topic|date }}",
        "{{ issued|date(1, 2, 3) }}",
        "{{ issued|date(5) }}",
        "{{ number|length }}",
        "{{ topic|hours }}",
        "{{ issued|hours }}",
        "{{ study_period|hours }}",
        "{{ sessions[0].hours[0]|years }}",
        "{{ topic|ordinal }}",
        "{{ number|plural }}",
        "{{ number|plural(one='is') }}",
        "{{ number|plural(foo) }}",
        "{{ topic|listing }}",
        "{{ sessions|listing }}",
        "{{ topic|schedule }}",
        "{{ sessions|moment }}",
        "{{ sessions[0]|moment }}",
        "{{ registration|schedule }}",
        "{{ objectives|days }}",
        "{{ venue|sentence_case }}",
        "{{ venue|listing }}",
        "{{ registration.mandatory|sentence_case }}",
        "{{ number|counted }}",
        "{{ objectives[5] }}",
        "{{ objectives['x'] }}",
        "{{ objectives[topic] }}",
        "{{ topic < number }}",
        "{% for x in number %}{% endfor %}x",
        "{% for x, y in objectives %}x{% endfor %}",
        "{% for x in contact %}x{% endfor %}",
        "{% if 'a' in number %}x{% endif %}",
        "{{ variant }}",
    ],
)
def test_a_filter_or_comparison_that_makes_no_sense_is_a_finding_at_its_line(project, words):
    found = refused(project, "The meeting\n\n" + words)
    assert {(finding.location.line, finding.rule) for finding in found} == {(LINE + 2, "template")}
    for finding in found:
        assert finding.message.strip()
        python = r"\b(object|argument|instance|NoneType|Text|Number|View|Filters)\b"
        assert not re.search(python, finding.message), "the author of a template knows no Python"


# --- values in conditions and loops


@pytest.mark.parametrize(
    "condition",
    [
        "topic",
        "not venue",
        "not deadlines",
        "topic == 'on cities'",
        "topic != 'elsewhere'",
        "'cities' in topic",
        "mode == 'virtual'",
        "mode in ('virtual', 'hybrid')",
        "mode in ['virtual']",
        "number == 7",
        "number < 8 and number >= 7",
        "number is odd",
        "number is divisibleby 7",
        "number",
        "issued < sessions[0].date",
        "issued == issued",
        "objectives",
        "objectives|length == 2",
        "'meet' in objectives",
        "objectives[0] == 'meet'",
        "deadlines|length == 0",
        "registration.mandatory",
        "registration.mandatory == true",
        "not registration.website",
        "event == 'meeting'",
        "event != 'webinar'",
        "event in ('meeting', 'webinar')",
        "variant == 'R1'",
        "study_period == '2025-2028'",
        "sessions[0].hours[0] == '11:00-12:00'",
        "sessions|length == 1",
        "venue is not defined or true",
        "contact and contact.email",
        "not contact.fax",
        "not participation.open_to",
        "venue == none",
        "(number if topic else false)",
    ],
)
def test_values_behave_as_usual_in_conditions(project, condition):
    assert text_of(project, f"{{% if {condition} %}}yes{{% else %}}no{{% endif %}}") == "yes"


def test_a_loop_over_what_is_not_stated_has_no_rounds(project):
    assert text_of(project, "none{% for x in deadlines %}, {{ x.what }}{% endfor %}") == "none"


def test_a_loop_without_rounds_can_say_something_else(project):
    words = "{% for x in deadlines %}{{ x.what }}{% else %}none{% endfor %}"
    assert text_of(project, words) == "none"


def test_a_loop_may_have_a_condition(project):
    words = "only{% for x in objectives if x == 'part' %} {{ x }}{% endfor %}"
    assert text_of(project, words) == "only part"
