"""Facts never pass through the markup, and words do little more than what they say."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from circgen.document import ItemList, Paragraph
from circgen.facts.characters import forbidden, single_spaced

TEMPLATE = "templates/aa/meeting.md.j2"
HOSTILE = (
    "*not italic* and **not bold**",
    "_not italic_ and __not bold__",
    "<b>not bold</b> &amp; &#42; <!-- no comment -->",
    "{{ number }} {% if number %} {# no comment #}",
    "- no bullet",
    "* no bullet",
    "+ no bullet",
    "1. no number",
    "31. no number",
    "# no heading",
    "> no quote",
    "[no link](https://evil.example/)",
    "[U4SSC]: no reference",
    "![no picture](x.png)",
    "`no code` and ```no code```",
    "a \\* b \\ c \\\\ d\\",
    "| no | table |",
    "---",
    "===",
    "https://no.link.example/",
    "<https://no.link.example/>",
    "no@link.example",
    "end.",
    "[",
    "](",
    "*",
    "\"quoted\" 'quoted'",
    "50 % of A&B < C > D",
    "МСЭ – это *союз*",
    "::smile:: :smile: [red]no colour[/red]",
)


def yaml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def blocks(project, words, language="aa"):
    """The blocks of the opening paragraph with these words."""
    project.block("opening", words, language)
    return project.paragraphs(language)[0].blocks


def runs(project, words):
    (block,) = blocks(project, words)
    assert isinstance(block, Paragraph)
    return block.runs


def text_of(project, words):
    return "".join(run.text for run in runs(project, words))


# --- facts come out as themselves


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", ["{{ topic }}", "Words {{ topic }} words", "{{ topic }} words"])
def test_the_characters_of_a_fact_come_out_as_themselves(project, text, place):
    project.facts(f"topic: {{aa: {yaml(text)}, bb: b}}")
    found = runs(project, place)
    (fact,) = [run for run in found if run.fact]
    assert fact.text == text
    assert not any(run.bold or run.italic or run.link for run in found)
    assert "".join(run.text for run in found) == place.replace("{{ topic }}", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_characters_of_a_fact_come_out_as_themselves_in_a_list(project, text):
    project.facts(f"objectives: [{{aa: {yaml(text)}, bb: b}}, {{aa: {yaml(text)}, bb: b}}]")
    words = "Items:\n\n{% for x in objectives %}\n* {{ x }}{% if loop.last %}!{% else %};{% endif %}\n{% endfor %}"
    _first, items = blocks(project, words)
    assert items == ItemList(items.items)
    assert ["".join(run.text for run in item) for item in items.items] == [text + ";", text + "!"]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_characters_of_a_fact_come_out_as_themselves_outside_of_paragraphs(project, text):
    project.facts(
        f"addressees: {{aa: {yaml(text)}, bb: b}}",
        f"signatory: {{name: {{aa: {yaml(text)}, bb: b}}, office: {{aa: {yaml(text)}, bb: b}}}}",
        f"section: {yaml(text)}",
        f"annexes: {{title: {{aa: {yaml(text)}, bb: b}}, file: {{aa: a.md, bb: a.md}}}}",
    )
    project.write("a.md", "Text.")
    letter = project.circular()
    for line in (
        letter.recipients[0].values[0],
        letter.signature[1],
        letter.signature[2],
        letter.reference[0].values[1],
        letter.annexes[0].title,
    ):
        assert "".join(run.text for run in line) == text


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cn"]) | st.sampled_from(string.punctuation), min_size=1
).filter(lambda text: not forbidden(text))


@given(text=TEXTS)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None
)
def test_any_text_of_the_facts_comes_out_as_itself(project, text):
    escaped = "".join(f"\\U{ord(character):08X}" for character in text)
    project.facts(f'topic: {{aa: "{escaped}", bb: b}}')
    if any(character.isprintable() and not character.isspace() for character in text):
        assert text_of(project, "Before {{ topic }} after") == f"Before {single_spaced(text)} after"
    else:
        assert {finding.rule for finding in project.findings("aa")} == {"empty"}


def test_a_fact_in_emphasis_is_emphasized_and_still_a_fact(project):
    project.facts("topic: {aa: a*b, bb: b}")
    bold, words, italic = runs(project, "**{{ topic }}** and *{{ topic }}*")
    assert (bold.text, bold.bold, bold.fact.path) == ("a*b", True, "topic.aa")
    assert (words.text, words.bold) == (" and ", False)
    assert (italic.text, italic.italic) == ("a*b", True)


# --- full stops


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        ("cities etc.", "On {{ topic }}.", "On cities etc."),
        ("cities", "On {{ topic }}.", "On cities."),
        ("2025 г.", "({{ topic }}).", "(2025 г.)."),
        ("and so on...", "On {{ topic }}.", "On and so on..."),
        ("cities etc.", "On {{ topic }}. Then", "On cities etc. Then"),
        ("cities etc.", "On {{ topic }}…", "On cities etc.…"),
        ("cities etc.", "On {{ topic }}.\nThen", "On cities etc. Then"),
        ("a.", "{{ topic }}{{ topic }}", "a.a."),
        ("cities etc.", "**{{ topic }}**.", "cities etc."),
    ],
)
def test_a_full_stop_is_not_doubled(project, text, words, printed):
    project.facts(f"topic: {{aa: {yaml(text)}, bb: b}}")
    assert text_of(project, words) == printed


# --- lines


@pytest.mark.parametrize(
    "words",
    [
        "One\n{% if number %}\ntwo\n{% endif %}\nthree",
        "One {% if number %}two{% endif %}\nthree",
        "One{% if number %}\ntwo{% endif %}\nthree",
        "One\n{# a comment #}\ntwo\nthree",
        "One\n  {% if number %}\n  two\n  {% endif %}\nthree",
        "One\n{% if number %}{% if number %}\ntwo\n{% endif %}{% endif %}\nthree",
        "One\n{% if number %} {# why #}\ntwo\n{% endif %}\nthree",
        "One\n{%- if number %} two{% endif %} three",
        "One\n{% if number -%}\ntwo\n{%- endif %}\nthree",
        "{% if number %}\nOne two\n{% endif %}\n{% if not number %}\nno\n{% endif %}\nthree",
        "One\n{% if number\n   and topic == none %}\ntwo\n{% endif %}\nthree",
        "One\n{# a comment\n   of two lines #}\ntwo\nthree",
        "One\n{% for x in sessions %}\ntwo\n{% endfor %}\nthree",
        "One\r\n{% if number %}\r\ntwo\r\n{% endif %}\r\nthree",
    ],
)
def test_a_line_of_tags_leaves_no_line_and_a_tag_joins_no_words(project, words):
    assert text_of(project, words) == "One two three"


def test_an_empty_line_parts_paragraphs(project):
    first, second = blocks(project, "One\n\ntwo")
    assert [run.text for block in (first, second) for run in block.runs] == ["One", "two"]


def test_a_backslash_at_the_end_of_a_line_breaks_it(project):
    assert text_of(project, "One\\\ntwo") == "One\ntwo"


# --- what full CommonMark would do and letters don't want


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("    four spaces in front", "four spaces in front"),
        ("Until\n    four spaces in front", "Until four spaces in front"),
        ("Meeting on\n31. October", "Meeting on 31. October"),
        ("31. October", "31. October"),
        ("31) October", "31) October"),
        ("Meeting on\n1. October", "Meeting on 1. October"),
        ("[U4SSC]: x", "[U4SSC]: x"),
        ("[U4SSC]: https://u4ssc.itu.int/\n\n", "[U4SSC]: https://u4ssc.itu.int/"),
        ("# Not a heading", "# Not a heading"),
        ("Not a heading\n===", "Not a heading ==="),
        ("Not a heading\n---", "Not a heading ---"),
        ("> not a quote", "> not a quote"),
        ("`not code`", "`not code`"),
        ("```\nnot code\n```", "``` not code ```"),
        ("~~not struck~~", "~~not struck~~"),
        ("not <b>bold</b>", "not <b>bold</b>"),
        ("<div>\nno block\n</div>", "<div> no block </div>"),
        ("| no | table |\n|---|---|\n| a | b |", "| no | table | |---|---| | a | b |"),
        ("<https://no.link.example/>", "<https://no.link.example/>"),
        ("snake_case_words", "snake_case_words"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a \\* b", "a * b"),
        ("A &amp; B", "A & B"),
        ("A & B", "A & B"),
        ("© &copy; &nosuch;", "© © &nosuch;"),
        ("– not a bullet", "– not a bullet"),
        ("• not a bullet", "• not a bullet"),
    ],
)
def test_words_that_look_like_markup_do_nothing_surprising(project, words, printed):
    assert text_of(project, words) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("31. October", "31. October"),
        ("    four spaces in front", "four spaces in front"),
        ("[U4SSC]: x", "[U4SSC]: x"),
        ("# Not a heading", "# Not a heading"),
        ("{{ number }} {% if %} {# #}", "{{ number }} {% if %} {# #}"),
        ("**bold** and *italic*", "bold and italic"),
        ("A & B < C", "A & B < C"),
    ],
)
def test_the_text_of_an_ad_hoc_paragraph_is_markdown_but_no_template(project, text, printed):
    project.facts(f"paragraphs: {{id: opening, text: {{aa: {yaml(text)}, bb: b}}}}")
    (block,) = project.paragraphs()[0].blocks
    assert "".join(run.text for run in block.runs) == printed


@pytest.mark.parametrize(
    ("words", "line", "message", "help_text"),
    [
        ("One:\n\n* a\n* b\n  * c", 4, "a list inside a list has no place here", "write one list"),
        ("One:\n\n* a\n\n  b", 2, "a list item is one paragraph", "fill or join it"),
        ("One:\n\n* a\n*\n* b", 2, "a list item is one paragraph", "fill or join it"),
        ("One [two](javascript:alert)", 0, "`javascript:alert` is not a web address", "links begin with https://"),
        ("One\n\n[two](two.html)", 2, "`two.html` is not a web address", "links begin with https://"),
        ("One [](https://www.itu.int/)", 0, "a link has no words", "say in the brackets where it leads"),
        ("One\n\n* [\u200b\u00a0](https://www.itu.int/)", 2, "a link has no words", "say in the brackets where it leads"),
        ("One\n\n[ ](https://www.itu.int/{{ number }})", 2, "a link has no words", "say in the brackets where it leads"),
        ("One\n\n[two](https:two)", 2, "`https:two` is not a web address", "links begin with https://"),
    ],
)  # fmt: skip
def test_other_blocks_and_addresses_are_errors_at_their_line(
    project, words, line, message, help_text
):
    project.block("opening", words, "aa")
    (finding,) = project.findings("aa")
    assert (finding.rule, finding.message, finding.help) == ("markup", message, help_text)
    assert finding.location.file == TEMPLATE
    assert finding.location.line in {5, 6 + line}, "the line, or that of its block"


def test_a_paragraph_without_a_sentence_in_front_of_its_list_is_an_error(project):
    project.block("opening", "* a\n* b", "aa")
    (finding,) = project.findings("aa")
    assert finding.rule == "empty-paragraph"
    assert finding.message == (
        "the paragraph `opening` came out without words in front of its list"
    )
    assert str(finding.location) == f"{TEMPLATE}:5"


@pytest.mark.parametrize("words", ["", "{% if not number %}x{% endif %}", "\n\n  \n", "{# all #}"])
def test_an_empty_paragraph_is_an_error(project, words):
    project.block("opening", words, "aa")
    (finding,) = project.findings("aa")
    assert finding.message == "the paragraph `opening` came out empty"
    assert str(finding.location) == f"{TEMPLATE}:5"


# --- links


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://www.itu.int/", "https://www.itu.int/"),
        ("https://www.itu.int/a_b_c/d*e*f/(g)", "https://www.itu.int/a_b_c/d*e*f/(g)"),
        ("https://www.itu.int/?a=1&b=2#c", "https://www.itu.int/?a=1&b=2#c"),
        ("https://www.itu.int/%D0%B0", "https://www.itu.int/%D0%B0"),
        ("https://www.itu.int/города", "https://www.itu.int/%D0%B3%D0%BE%D1%80%D0%BE%D0%B4%D0%B0"),
        ("https://www.itu.int/a&amp;b", "https://www.itu.int/a&amp;b"),
    ],
)
def test_an_address_is_printed_as_typed_and_leads_where_it_says(project, address, link):
    project.facts(f'website: "{address}"')
    (run,) = runs(project, "{{ website }}")
    assert (run.text, run.link) == (address, link)


def test_an_email_address_is_a_link_to_it(project):
    project.facts("contact: {email: o'neil_b*c@itu.int}")
    (run,) = runs(project, "{{ contact.email }}")
    assert run.text == "o'neil_b*c@itu.int"
    assert run.link == "mailto:o%27neil_b%2Ac@itu.int"


def test_a_written_link_takes_its_address_from_the_facts(project):
    project.facts('website: "https://www.itu.int/города_и_(*)"')
    words, linked, end = runs(project, "See [the *page*]({{ website }}).")[:3]
    assert words.text == "See "
    assert linked.text == "the "
    address = "https://www.itu.int/%D0%B3%D0%BE%D1%80%D0%BE%D0%B4%D0%B0_%D0%B8_(*)"
    assert linked.link == end.link == address
    assert (end.text, end.italic) == ("page", True)
    assert words.link_facts == ()
    assert linked.link_facts == end.link_facts == ("website",)


def test_a_written_link_may_have_a_fact_in_its_address_and_in_its_text(project):
    linked, number = runs(project, "[Circular {{ number }}](https://www.itu.int/cir/{{ number }}/)")
    assert linked.link == number.link == "https://www.itu.int/cir/7/"
    assert number.fact.path == "number"


def test_a_written_link_to_a_fact_that_is_no_address_is_an_error(project):
    project.facts('topic: {aa: "javascript:alert(1)", bb: b}')
    project.block("opening", "See\n[the page]({{ topic }}).", "aa")
    (finding,) = project.findings("aa")
    assert finding.message == "`javascript:alert(1)` is not a web address"
    assert finding.location.line in {5, 7}
