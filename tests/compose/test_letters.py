"""Paragraphs that one circular inserts, replaces or leaves out, its annexes, and drafts."""

import pytest

from circgen.findings import Location

SIDE = "side_events: {event: webinar, title: {aa: Cities, bb: Cities}, date: 2025-10-31}"
OBJECTIVES = "objectives: [{aa: meet, bb: meet}]"


def ids(project):
    return [paragraph.id for paragraph in project.paragraphs()]


def with_paragraphs(project, *paragraphs):
    project.facts(OBJECTIVES, SIDE, "paragraphs: [" + ", ".join(paragraphs) + "]")


TEXT = "text: {aa: Bring a visa., bb: Bring a visa.}"


@pytest.mark.parametrize(
    ("paragraphs", "order"),
    [
        ((), ["opening", "objectives", "side-events[0]"]),
        ((f"{{id: visa, after: opening, {TEXT}}}",), ["opening", "visa", "objectives", "side-events[0]"]),
        ((f"{{id: visa, before: opening, {TEXT}}}",), ["visa", "opening", "objectives", "side-events[0]"]),
        ((f"{{id: visa, after: side-events, {TEXT}}}",), ["opening", "objectives", "side-events[0]", "visa"]),
        ((f"{{id: objectives, {TEXT}}}",), ["opening", "objectives", "side-events[0]"]),
        ((f"{{id: objectives, before: opening, {TEXT}}}",), ["objectives", "opening", "side-events[0]"]),
        (("{id: objectives, omit: yes}",), ["opening", "side-events[0]"]),
        (("{id: side-events, omit: yes}",), ["opening", "objectives"]),
        (("{id: objectives, omit: yes}", f"{{id: visa, after: objectives, {TEXT}}}"), ["opening", "visa", "side-events[0]"]),
        ((f"{{id: visa, after: objectives, {TEXT}}}", "{id: objectives, omit: yes}"), ["opening", "visa", "side-events[0]"]),
        ((f"{{id: visa, after: opening, {TEXT}}}", f"{{id: dress, after: visa, {TEXT}}}"), ["opening", "visa", "dress", "objectives", "side-events[0]"]),
        ((f"{{id: visa, after: opening, {TEXT}}}", f"{{id: dress, after: opening, {TEXT}}}"), ["opening", "visa", "dress", "objectives", "side-events[0]"]),
        ((f"{{id: x, after: opening, {TEXT}}}", f"{{id: y, after: x, {TEXT}}}", f"{{id: z, after: opening, {TEXT}}}"), ["opening", "x", "y", "z", "objectives", "side-events[0]"]),
        ((f"{{id: x, after: opening, {TEXT}}}", f"{{id: y, before: x, {TEXT}}}", f"{{id: z, after: opening, {TEXT}}}"), ["opening", "y", "x", "z", "objectives", "side-events[0]"]),
    ],
)  # fmt: skip
def test_paragraphs_stand_where_the_facts_say_and_are_numbered_through(project, paragraphs, order):
    with_paragraphs(project, *paragraphs) if paragraphs else project.facts(OBJECTIVES, SIDE)
    assert ids(project) == order
    assert [paragraph.number for paragraph in project.paragraphs()] == list(
        range(1, len(order) + 1)
    )


def test_a_paragraph_after_one_that_this_letter_lacks_stands_in_its_place(project):
    project.facts(SIDE, f"paragraphs: [{{id: visa, after: objectives, {TEXT}}}]")
    assert ids(project) == ["opening", "visa", "side-events[0]"]


def test_a_paragraph_in_the_place_of_another_has_its_words(project):
    with_paragraphs(project, f"{{id: objectives, {TEXT}}}")
    assert "2\tBring a visa.\n" in project.text()
    assert "Its objectives" not in project.text()


def test_a_paragraph_of_markdown_may_have_bullets_and_links(project):
    project.facts(
        "paragraphs:",
        "  - id: visa",
        "    after: opening",
        "    text:",
        "      aa: |",
        "        Bring **these**:",
        "",
        "        * a visa;",
        "        * [a form](https://www.itu.int/form).",
        "      bb: Bring a visa.",
    )
    paragraph = project.paragraphs()[1]
    words, bullets = paragraph.blocks
    assert [(run.text, run.bold) for run in words.runs] == [
        ("Bring ", False),
        ("these", True),
        (":", False),
    ]
    assert bullets.items[1][0].link == "https://www.itu.int/form"


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ('"* a\\n* b"', "markup", "the paragraph begins with a list"),
        ("'[a](b)'", "markup", "`b` is not a web address"),
        ("'a [ ](https://www.itu.int/) b'", "markup", "a link has no words"),
        ('"a:\\n\\n* b\\n  * c"', "markup", "a list inside a list has no place here"),
    ],
)  # fmt: skip
def test_wrong_markup_in_a_paragraph_is_found_in_the_facts(project, text, rule, message):
    project.facts(f"paragraphs: [{{id: visa, after: opening, text: {{aa: {text}, bb: b}}}}]")
    (finding,) = project.findings("aa")
    assert (finding.rule, finding.message) == (rule, message)
    assert finding.location == Location("facts.yaml", 11, 52)


# --- annexes


ANNEX = "annexes: [{title: {aa: Hotels, bb: Hotels}, file: {aa: a.md, bb: b.md}}]"


@pytest.fixture
def annexed(project):
    project.facts(ANNEX)
    project.write("a.md", "## Near by\n\n1. One\n2. Two\n\n| a | b |\n|---|---|\n| c | d |\n")
    project.write("b.md", "Text.")
    return project


def test_an_annex_has_headings_lists_and_tables(annexed):
    (annex,) = annexed.circular().annexes
    assert [type(block).__name__ for block in annex.blocks] == ["Heading", "ItemList", "Table"]
    assert annex.blocks[1].ordered
    assert "".join(run.text for run in annex.heading) == "ANNEX 1 (to Circular 7)"


def test_a_numbered_list_of_an_annex_goes_on_with_the_numbers_that_were_typed(annexed):
    annexed.write("a.md", "1. One\n2. Two\n\n*Coffee*\n\n3. Three\n4. Four\n")
    assert [line for line in annexed.text().splitlines() if line[:1].isdigit()][-4:] == [
        "1.\tOne",
        "2.\tTwo",
        "3.\tThree",
        "4.\tFour",
    ]


@pytest.mark.parametrize("name", ["../a.md", "sub/../../a.md", "/etc/hostname"])
def test_an_annex_stands_beside_the_facts_or_below(annexed, name):
    annexed.facts(ANNEX.replace("aa: a.md", f"aa: {name}"))
    assert f"`{name}` is not beside the facts file" in [f.message for f in annexed.findings()]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("> a", "blockquote"),
        ("a\n\n---\n", "hr"),
        ("```\na\n```", "fence"),
        ("<div>\na\n</div>", "html block"),
        ("a ![map](https://www.itu.int/map.png)", "a picture"),
    ],
)
def test_what_an_annex_cannot_have_is_refused(annexed, content, what):
    annexed.write("a.md", content)
    assert f"{what} has no place here" in [finding.message for finding in annexed.findings()]


def test_a_link_without_words_is_refused_at_its_line_in_the_annex(annexed):
    annexed.write("a.md", "## Near by\n\n| a | b |\n|---|---|\n| c | [ ](https://www.itu.int/) |\n")
    (finding,) = [finding for finding in annexed.findings() if finding.rule == "markup"]
    assert (finding.message, finding.help) == (
        "a link has no words",
        "say in the brackets where it leads",
    )
    assert finding.location == Location("a.md", 5)


@pytest.mark.parametrize("entity", ["&#12;", "&#xE000;", "&#x202E;", "&NewLine;", "&#8232;"])
def test_an_entity_lets_nothing_in_that_may_not_be_typed(annexed, entity):
    annexed.write("a.md", f"a {entity} b")
    assert [finding.message for finding in annexed.findings()] == [
        f"`{entity}` cannot stand in a circular"
    ]


def test_an_annex_that_is_not_there_is_a_finding_in_the_facts(annexed):
    (annexed.folder / "a.md").unlink()
    (finding,) = annexed.findings()
    assert (finding.location, finding.rule) == (Location("facts.yaml", 11, 56), "annex")
    assert finding.message == "a.md: cannot be read: no such file or directory"


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_an_empty_annex_is_a_finding_in_the_facts(annexed, content):
    annexed.write("a.md", content)
    (finding,) = annexed.findings()
    assert (str(finding.location), finding.message) == ("facts.yaml:11:56", "`a.md` is empty")


def test_an_annex_that_is_a_folder_is_a_finding(annexed):
    (annexed.folder / "a.md").unlink()
    (annexed.folder / "a.md").mkdir()
    (finding,) = annexed.findings()
    assert finding.rule == "annex"


@pytest.mark.parametrize(
    ("content", "place", "rule"),
    [
        ("Text\nЖ".encode("cp1251"), "a.md:2:1", "encoding"),
        (b"Text\nab\x00", "a.md:2:3", "character"),
        ("Text\n\n\ue000".encode(), "a.md:3:1", "character"),
        (b"x" * 1_000_001, "a.md", "too-large"),
        (b"Text\n\n* a\n  * b\n", "a.md:4", "markup"),
        (b"Text\n\n[a](b)\n", "a.md:3", "markup"),
        (b"Text\n\n*\n* b\n", "a.md:3", "markup"),
    ],
)
def test_what_is_wrong_inside_an_annex_is_found_there(annexed, content, place, rule):
    annexed.write("a.md", content)
    (finding,) = annexed.findings()
    assert (str(finding.location), finding.rule) == (place, rule)


def test_annexes_are_looked_for_beside_the_facts_not_in_the_working_directory(annexed, monkeypatch):
    monkeypatch.chdir(annexed.folder / "templates")
    assert annexed.findings() == []
    annexed.write("a.md", "Text\n\n* a\n  * b\n")
    (finding,) = annexed.findings()
    assert (str(finding.location), finding.rule) == ("a.md:4", "markup")


def test_the_problems_of_all_annexes_are_found_at_once(annexed):
    annexed.write("a.md", b"\xff")
    (annexed.folder / "b.md").unlink()
    assert [f.rule for f in annexed.findings()] == ["encoding", "annex"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("<b>no html</b>", "<b>no html</b>"),
        ("`no code`", "`no code`"),
        ("    four spaces", "four spaces"),
        ("[U4SSC]: x", "[U4SSC]: x"),
        ("{{ number }}", "{{ number }}"),
        ("https://no.link.example/", "https://no.link.example/"),
    ],
)
def test_an_annex_is_no_more_markdown_than_a_letter_needs(annexed, text, printed):
    annexed.write("a.md", text)
    (block,) = annexed.circular().annexes[0].blocks
    assert "".join(run.text for run in block.runs) == printed


# --- drafts and variants


def test_a_draft_prints_what_stands_for_its_number_and_date(project):
    project.facts("status: draft", "number:", "issued:")
    text = (project.folder / "facts.yaml").read_text("utf-8")
    project.write("facts.yaml", text.replace("number:\n", "").replace("issued:\n", ""))
    letter = project.circular()
    assert letter.draft == "DRAFT"
    assert "".join(run.text for run in letter.dateline) == "Geneva, [date]"
    assert letter.running_head == "Circular [number]"


@pytest.mark.parametrize(
    ("variant", "name"),
    [
        ("R1", "Revision 1 of Circular 7"),
        ("A2", "Addendum 2 to Circular 7"),
        ("C3", "Corrigendum 3 to Circular 7"),
    ],
)
def test_a_variant_has_the_name_of_its_kind(project, variant, name):
    project.facts(f"variant: {variant}")
    assert project.circular().running_head == name


def test_both_languages_have_the_same_facts_in_the_same_paragraphs(project):
    project.facts(OBJECTIVES, SIDE)

    def facts(language):
        return [
            (paragraph.id, sorted((run.fact.path, str(run.fact.value)) for run in found))
            for paragraph in project.paragraphs(language)
            for block in paragraph.blocks
            for line in ([block.runs] if hasattr(block, "runs") else block.items)
            if (found := [run for run in line if run.fact])
        ]

    first = facts("aa")
    assert first
    assert [(id_, [p.replace(".aa", ".bb") for p, _ in found]) for id_, found in first] == [
        (id_, [path for path, _ in found]) for id_, found in facts("bb")
    ]


# --- places and forms


@pytest.mark.parametrize(
    ("zone", "printed"),
    [
        ("Asia/Seoul", "local time (Seoul, UTC+9)"),
        ("Asia/Tokyo", "local time (UTC+9)"),
        ("America/New_York", "local time (UTC\N{MINUS SIGN}4)"),
    ],
)
def test_a_town_is_named_only_with_its_own_clocks(project, zone, printed):
    project.facts("mode: hybrid", "place: seoul", f"zone: {zone}")
    assert printed in project.text()


def test_a_name_in_one_form_is_no_other_form(project):
    project.block("opening", '{{ place|form("in") }}', "aa")
    project.facts("mode: hybrid", "place: {name: {aa: Pusan, bb: Pusan}, zone: Asia/Seoul}")
    (finding,) = project.findings("aa")
    assert (finding.rule, finding.location.file) == ("missing-form", "facts.yaml")
    assert finding.message == "`place` has no form `in`"


def test_a_name_in_one_form_stands_for_the_optional_ones(project):
    project.block("opening", 'Held {{ place|form("in") }}.', "aa")
    project.change("templates/aa/language.yaml", "ordinals:\n", "optional_forms: in\nordinals:\n")
    project.facts("mode: hybrid", "place: {name: {aa: Pusan, bb: Pusan}, zone: Asia/Seoul}")
    assert "Held Pusan." in project.text()


@pytest.mark.parametrize(
    ("topic", "printed"), [("Oslo", "Meeting d'Oslo."), ("Rome", "Meeting de Rome.")]
)
def test_words_in_front_of_a_fact_sound_as_the_pack_says(project, topic, printed):
    project.block("opening", "Meeting de {{ topic }}.", "aa")
    joints = "joints: {end: 'de ', before: '[AEIOU]', put: \"d'\"}"
    project.change("templates/aa/language.yaml", "ordinals:\n", f"{joints}\nordinals:\n")
    project.facts(f"topic: {{aa: {topic}, bb: {topic}}}")
    assert printed in project.text()


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("{% if topic %}x{% endif %}", "the subject came out empty"),
        ("Meeting\n\n* on cities", "the subject has a list"),
    ],
)
def test_a_subject_is_lines_of_words(project, words, problem):
    project.block("subject", words, "aa")
    (finding,) = project.findings("aa")
    assert (finding.message, finding.location.file) == (problem, "templates/aa/meeting.md.j2")
