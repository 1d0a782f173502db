"""Mistakes in templates are found before anything is written, in all languages at once."""

import pytest

from circgen.findings import Location

AA, BB = "templates/aa/meeting.md.j2", "templates/bb/meeting.md.j2"
LAYOUT = "templates/layouts/meeting.yaml"


def told(findings):
    return [(str(finding.location), finding.message) for finding in findings]


def lines_with(project, name, *parts):
    """The numbers of the lines of a file that hold one of the parts."""
    lines = (project.folder / name).read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if any(part in line for part in parts)]


# --- paragraphs


def test_a_missing_paragraph_is_named_with_what_to_add(project):
    template = project.folder / AA
    text = template.read_text("utf-8")
    start = text.index("{% block objectives %}")
    (before,) = lines_with(project, AA, "{% block opening %}")
    template.write_text(text[:start] + text[text.index("{% block side_events") :], "utf-8")
    (finding,) = project.findings()
    assert (finding.location, finding.rule) == (Location(AA, before), "missing-paragraph")
    assert finding.message == "no words for the paragraph `objectives`"
    assert finding.help == "add `{% block objectives %}…{% endblock %}`"


def test_a_paragraph_with_a_hyphen_is_named_as_its_block(project):
    line, _ = project.change(AA, "{% block side_events %}", "{% block side_evnts %}")
    missing, unknown = project.findings()
    assert missing.message == "no words for the paragraph `side-events`"
    assert missing.help == "add `{% block side_events %}…{% endblock %}`"
    assert (unknown.location, unknown.rule) == (Location(AA, line), "unknown-paragraph")
    assert unknown.message == f"no paragraph `side_evnts` in {LAYOUT}"
    assert unknown.help == "did you mean `side_events`?"


def test_an_extra_paragraph_is_found_at_its_line(project):
    line, _ = project.change(
        AA, "{% block objectives %}", "{% block visa %}\nx\n{% endblock %}\n{% block objectives %}"
    )
    (finding,) = project.findings()
    assert (finding.location, finding.rule) == (Location(AA, line), "unknown-paragraph")


def test_a_paragraph_twice_is_an_error_at_the_second(project):
    project.change(
        AA,
        "{% block objectives %}",
        "{% block opening %}\nx\n{% endblock %}\n{% block objectives %}",
    )
    (finding,) = project.findings()
    assert (finding.location.file, finding.location.line, finding.rule) == (AA, 9, "template")


def test_a_language_without_the_template_says_which(project):
    (project.folder / BB).unlink()
    (finding,) = project.findings()
    assert (str(finding.location), finding.rule) == (BB, "missing-template")
    assert finding.message == "no words for `meeting` in `bb`"


# --- all at once


def test_the_mistakes_of_all_languages_are_found_at_once(project):
    project.block("opening", "{{ sesions|schedule }}", "aa")
    project.block("opening", "One\n{{ evnt }}", "bb")
    assert told(project.findings()) == [
        (f"{AA}:6", "`sesions` is not a fact"),
        (f"{BB}:7", "`evnt` is not a fact"),
    ]


def test_all_mistakes_of_a_template_are_found_at_once(project):
    project.block(
        "opening",
        "{{ sesions|schedule }}\n{{ topic|uper }}\n{% set x = 1 %}\n{{ number + 1 }}\n{{ topic.x() }}",
        "aa",
    )
    project.block("subject", "{{ evnt }}", "aa")
    assert told(project.findings()) == [
        (f"{AA}:2", "`evnt` is not a fact"),
        (f"{AA}:6", "`sesions` is not a fact"),
        (f"{AA}:7", "there is no filter `uper`"),
        (f"{AA}:8", "`set` is not visible in blocks: use the fact where it is needed"),
        (f"{AA}:9", "arithmetic loses where a fact comes from: state the result as a fact"),
        (f"{AA}:10", "calls are not available: use a filter"),
    ]


def test_mistakes_of_several_paragraphs_that_only_rendering_shows_are_found_at_once(project):
    project.facts("objectives: [{aa: a, bb: b}]")
    project.block("subject", "{{ venue }}", "aa")
    project.block("opening", "On\n{{ issued }}", "aa")
    project.block("objectives", "On\n\n{{ sessions[0].date }}", "aa", "bb")
    wanted = [f"{AA}:{line}" for line in lines_with(project, AA, "venue", "issued", ".date")]
    wanted += [f"{BB}:{line}" for line in lines_with(project, BB, ".date")]
    assert [at for at, _ in told(project.findings())] == wanted


def test_a_mistake_in_a_paragraph_that_this_letter_lacks_is_found_all_the_same(project):
    project.block("side_events", "{{ item.title }} {{ nonsense }}", "aa")
    (line,) = lines_with(project, AA, "nonsense")
    assert told(project.findings()) == [(f"{AA}:{line}", "`nonsense` is not a fact")]


# --- lines


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("{{ venue }}", 6),
        ("One\ntwo\n{{ venue }}", 8),
        ("One\n{% if number %}\ntwo\n{% endif %}\n{{ venue }}", 10),
        ("One\n{% if number\n   and event %}\ntwo\n{% endif %}\n{{ venue }}", 11),
        ("{# one\ntwo\nthree #}\n{{ venue }}", 9),
        ("{% for session in sessions %}\none\n{{ venue }}\n{% endfor %}", 8),
        ("{% for session in sessions %}\none\n{{\n\n  session.date }}\n{% endfor %}", 10),
        ("One {% if number %}{{ number }}{% endif %}\ntwo {{ number }}\n* {{ venue }}\n", 8),
    ],
)
def test_the_line_of_an_error_is_that_of_the_template(project, words, line):
    project.block("opening", words, "aa")
    (finding,) = project.findings("aa")
    assert finding.location.file == AA
    # Jinja knows where a tag begins, not the line inside it.
    assert finding.location.line in {line, line - words.count("{{\n\n") * 2}


def test_the_line_is_right_in_every_block_though_each_is_called_by_itself(project):
    project.facts(
        "objectives: [{aa: a, bb: b}]",
        "side_events: {event: webinar, title: {aa: a, bb: b}, date: 2025-10-31}",
    )
    project.block("subject", "One\n{{ venue }}", "aa")
    project.block("opening", "One\n\n\n{{ venue }}", "aa")
    project.block("objectives", "One {{ venue }}", "aa")
    project.block("side_events", "One\ntwo\n{{ venue }}", "aa")
    found = [finding.location.line for finding in project.findings("aa")]
    assert found == lines_with(project, AA, "venue")


def test_a_mistake_in_a_paragraph_for_each_item_is_found_at_its_line(project):
    project.facts(
        "side_events:",
        "  - {event: webinar, title: {aa: a, bb: b}, date: 2025-10-30}",
        "  - {event: webinar, title: {aa: c, bb: d}, date: 2025-10-31}",
    )
    project.block("side_events", "{{ item.website }}", "aa")
    (line,) = lines_with(project, AA, "item.website")
    assert {finding.location for finding in project.findings("aa")} == {Location(AA, line)}


# --- broken syntax


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("One\n{% if number %}\ntwo", 9),
        ("One\n{% endif %}\ntwo", 7),
        ("One\n{{ number }\ntwo", 7),
        ("One\n{{ }}\ntwo", 7),
        ("One\n{% iff number %}{% endif %}", 7),
        ("One\n{{ number|| }}", 7),
        ("One\n{% for x sessions %}{% endfor %}", 7),
        ('One\n{{ event|form("plain) }}', 7),
        ("One\n{{ event|form('plain' }}", 7),
        ("One\n{{ 'a", 7),
        ("One\n{{ number! }}", 7),
    ],
)
def test_broken_syntax_is_a_finding_at_its_line(project, words, line):
    project.block("opening", words, "aa")
    found = project.findings()
    assert {finding.rule for finding in found} == {"template"}
    assert found[0].location.file == AA
    assert found[0].location.line >= line, "where it goes wrong, or where that is noticed"
    assert found[0].message


def test_an_unclosed_comment_is_a_finding(project):
    project.block("opening", "One\n{# two", "aa")
    (finding,) = project.findings()
    assert (finding.location.file, finding.location.line) == (AA, 7)


# --- what is not available


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{% set x = number %}{{ x }}", "`set` is not visible in blocks: use the fact where it is needed"),
        ("{% set x %}words{% endset %}{{ x }}", "`set` is not visible in blocks: use the fact where it is needed"),
        ("{% macro m() %}x{% endmacro %}", "macros are not available: write the words in each block"),
        ('{% import "x" as x %}', "`import` is not available: a template stands alone"),
        ('{% from "x" import y %}', "`import` is not available: a template stands alone"),
        ('{% include "x" %}', "`include` is not available: a template stands alone"),
        ("{% filter sentence_case %}x{% endfilter %}", "`filter` blocks are not available: use the filter on each fact"),
        ("{% call number() %}x{% endcall %}", "`call` is not available: write the words out"),
        ("{% with x = number %}{{ number }}{% endwith %}", "`with` is not available: use the fact where it is needed"),
        ("{% autoescape false %}{{ number }}{% endautoescape %}", "`autoescape` is not available: a template's words are always markup"),
        ("{{ super() }}", "calls are not available: use a filter"),
        ("{{ self.subject() }}", "calls are not available: use a filter"),
        ("{{ caller() }}", "calls are not available: use a filter"),
        ("{{ range(3) }}", "calls are not available: use a filter"),
        ("{{ {'a': number} }}", "`dict` is not available in templates"),
        ("{{ number ** 9 }}", "arithmetic loses where a fact comes from: state the result as a fact"),
        ("{{ topic[1:] }}", "`slice` is not available in templates"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["inside", "outside"])
def test_what_loses_the_origin_or_is_not_seen_is_refused_with_what_to_do(
    project, words, message, where
):
    if where == "inside":
        project.block("opening", "One\n" + words, "aa")
        line = 7
    else:
        line, _ = project.change(
            AA, "\n\n{% block opening %}", f"\n\n{words}\n{{% block opening %}}"
        )
        line += 2
    found = project.findings()
    assert (Location(AA, line), message) in [(f.location, f.message) for f in found]
    assert {finding.location for finding in found} == {Location(AA, line)}


def test_words_outside_of_a_block_are_refused(project):
    line, _ = project.change(AA, "\n\n{% block opening %}", "\n\nLost words\n\n{% block opening %}")
    (finding,) = project.findings()
    assert finding.message == "words outside of a block are never printed"
    assert finding.location.file == AA
    assert line <= finding.location.line <= line + 2


def test_a_comment_outside_of_a_block_is_welcome(project):
    project.change(AA, "\n\n{% block opening %}", "\n\n{# why #}\n\n{% block opening %}")
    assert project.findings() == []


def test_a_block_inside_a_block_is_refused(project):
    project.block("opening", "One\n{% block inner %}x{% endblock %}", "aa")
    assert (f"{AA}:7", "a block inside a block") in told(project.findings())


@pytest.mark.parametrize("character", ["\ue000", "\uf8fe", "\uf8ff", "\x00", "\u202e", "\ufeff"])
def test_a_character_that_stands_for_something_is_refused(project, character):
    project.block("opening", f"One\ntwo {character}", "aa")
    (finding,) = project.findings()
    assert (finding.location, finding.rule) == (Location(AA, 7, 5), "character")
    assert f"U+{ord(character):04X}" in finding.message


@pytest.mark.parametrize("name", ["paragraphs", "annexes"])
def test_such_a_character_is_refused_in_texts_beside_the_facts_too(project, name):
    project.facts(
        'paragraphs: {id: opening, text: {aa: "a \\uE000", bb: b}}'
        if name == "paragraphs"
        else "annexes: {title: {aa: a, bb: b}, file: {aa: a.md, bb: a.md}}"
    )
    project.write("a.md", "Text\n\n\ue000")
    (finding,) = project.findings()
    assert finding.rule == "character"
    assert str(finding.location) in {"facts.yaml:11:38", "a.md:3:1"}


def test_a_template_in_another_encoding_is_a_finding(project):
    project.write(AA, "{% block opening %}\nЖенева\n{% endblock %}".encode("cp1251"))
    (finding,) = project.findings()
    assert (finding.location, finding.rule) == (Location(AA, 2, 1), "encoding")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(project, end, mark):
    before = project.circular()
    text = (project.folder / AA).read_text("utf-8")
    project.write(AA, mark + text.replace("\n", end))
    assert project.circular() == before


# --- the sandbox


@pytest.mark.parametrize(
    "words",
    [
        "{{ topic.__class__ }}",
        "{{ topic.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''['__class__'] }}",
        "{{ topic['__class__'] }}",
        "{{ topic['__cl' 'ass__'] }}",
        "{{ topic|attr('__class__') }}",
        "{{ topic|map(attribute='__class__')|listing }}",
        "{{ '{0.__class__}'.format(topic) }}",
        "{{ '%s' % topic }}",
        "{{ self }}",
        "{{ self.__init__.__globals__ }}",
        "{{ loop }}",
        "{{ loop.__class__ }}",
        "{{ cycler }}",
        "{{ lipsum.__globals__ }}",
        "{{ joiner }}",
        "{{ namespace }}",
        "{{ dict }}",
        "{{ config }}",
        "{{ _ }}",
        "{{ sessions[0]._record }}",
        "{{ sessions[0]._language }}",
        "{{ sessions[0]['_record'] }}",
        "{{ sessions[0].__class__ }}",
        "{{ event.forms }}",
        "{{ event.forms.title }}",
        "{{ event.name }}",
        "{{ event.name.id }}",
        "{{ event.path }}",
        "{{ topic.path }}",
        "{{ topic.kind }}",
        "{{ number.real }}",
        "{{ issued.year }}",
        "{{ issued.max }}",
        "{{ sessions[0].hours[0].value }}",
        "{{ sessions[0].hours[0].value.start }}",
        "{% for x in topic.__class__.__mro__ %}{{ number }}{% endfor %}",
        "{% for x in topic %}{{ x }}{% endfor %}",
        "{% if topic.__class__ %}words{% endif %}",
        "{% if topic['__init__'] %}words{% endif %}",
        "{{ event|form(topic.__class__) }}",
        "{{ number|counted(self) }}",
    ],
)
def test_nothing_but_facts_can_be_reached(project, words):
    project.facts("topic: {aa: cities, bb: cities}")
    project.block("opening", "The letter.\n" + words, "aa")
    found = project.findings("aa")
    assert {(f.location, f.rule) for f in found} == {(Location(AA, 7), "template")}


@pytest.mark.parametrize("words", ["One {number }} two.", "One\n{ number }} two.", "One } two."])
def test_a_brace_that_was_lost_is_found(project, words):
    project.block("opening", words, "aa")
    (finding,) = project.findings("aa")
    assert finding.message.startswith("a single `")


def test_an_if_inside_braces_needs_its_else(project):
    project.block("opening", "{{ topic if number }}", "aa")
    (finding,) = project.findings("aa")
    assert finding.message == "an `if` inside `{{ }}` needs its `else`"
