"""Letters as a page for a browser. How it looks and behaves there is tried in tests/real/."""

import base64
import hashlib
import re
from collections import Counter

import pytest
from lxml import etree
from writers.example import ANNEXED, ARABIC, DRAFT, ENGLISH, RUSSIAN, line, paragraph

from circgen.document import Annex, Entry, Fact, ItemList, Paragraph, Run, Table
from circgen.findings import Evidence, Finding, Level, Location
from circgen.writers.html import is_page, page
from circgen.writers.text import text

FILE = "data/meetings/a.yaml"
PNG = b"\x89PNG\r\n\x1a\n not looked into"
WARNING = Finding(
    Location(FILE, 4, 5),
    "text-disagreement",
    "objectives[1]: `2026` is 2025",
    "make both say `2025`",
    Level.WARNING,
    "objectives",
    Evidence("2025", "in 2025", Location(FILE, 3, 5)),
    Evidence("2026", "2026", Location(FILE, 4, 5)),
)
ERROR = Finding(Location(FILE, 2, 9), "number", "`x` is no number", "write figures")


def tree(*letters, findings=None, **how):
    """The page of letters, under the names of their languages."""
    named = [(each.language, each) for each in letters]
    made = page("Circular 81", named, findings or {}, **how)
    return etree.fromstring(made, etree.HTMLParser())


def markup(element):
    return etree.tostring(element, encoding="unicode", method="html", with_tail=False)


def within(element):
    """The markup within an element."""
    return re.sub(r"\A<[^>]*>|<[^>]*>\Z", "", markup(element))


def one(element, path):
    (found,) = element.iterfind(path)
    return found


def part(document, id_, language="en-GB"):
    """The markup of a part of a letter."""
    return within(one(document, f".//*[@id='{language}.{id_}']"))


def saying(*blocks, letter=ENGLISH):
    """The markup of a numbered paragraph."""
    document = tree(letter._replace(paragraphs=(paragraph(1, "it", *blocks),)))
    return within(one(document, ".//*[@class='blocks']"))


def shown(*runs, letter=ENGLISH):
    """The markup of runs in a paragraph."""
    return saying(Paragraph(runs), letter=letter).removeprefix("<p>").removesuffix("</p>")


def characters(words):
    """How often each character is there; a page has its spaces where it likes."""
    return Counter("".join(words.split()))


# --- the letter


def test_a_letter_has_the_words_of_its_text(circular):
    column = one(tree(circular), ".//article")
    heading = one(column, "h2")
    column.remove(heading)
    for running in column.findall(".//*[@class='running']"):
        running.getparent().remove(running)

    # What the text shows by marks and addresses in brackets, a page shows by its looks.
    said = re.sub(r"^•\t|^–\t|^\d+\.|\(https?:[^)]*\)", "", text(circular), flags=re.MULTILINE)
    assert characters("".join(column.itertext())) == characters(said)


def test_parts_stand_in_the_order_in_which_they_are_read():
    document = tree(ANNEXED._replace(draft="DRAFT"))
    ids = [each.get("id") for each in one(document, ".//article").iterfind("div")]
    paragraphs = [each.id for each in ANNEXED.paragraphs]
    head = ["draft", "letterhead", "dateline", "reference", "subject", "salutation"]
    end = ["closing", "signature", "annex-note", "footer", "annexes[0]", "annexes[1]"]
    assert ids == [f"en-GB.{each}" for each in (*head, *paragraphs, *end)]


@pytest.mark.parametrize("letter", [ENGLISH, RUSSIAN, ARABIC])
def test_a_column_says_its_language_and_direction(letter):
    column = one(tree(letter), ".//article")
    assert (column.get("lang"), column.get("dir")) == (letter.language, letter.direction)


def test_the_title_is_in_the_language_of_the_first_letter():
    document = tree(RUSSIAN, ENGLISH)
    for tag in ("title", "h1"):
        assert markup(one(document, f".//{tag}")) == f'<{tag} lang="ru-RU">Circular 81</{tag}>'
    assert document.get("lang") == "en"


def test_values_stand_beside_their_labels_and_recipients_are_a_list():
    letter = ENGLISH._replace(
        reference=(Entry("reference", "Ref:", (line("Circular 81"), line("TSB"))),),
        recipients=(Entry("to", "To:", (line("Members;"), line("Academia"))),),
    )
    assert part(tree(letter), "reference") == (
        '<div role="group" aria-label="Reference, addressees and subject">'
        '<dl class="labels"><dt>Ref:</dt><dd><p>Circular 81</p><p>TSB</p></dd></dl>'
        '<div class="recipients"><dl><dt>To:</dt>'
        "<dd><ul><li>Members;</li><li>Academia</li></ul></dd></dl></div></div>"
    )


def test_the_number_of_a_paragraph_stands_beside_its_blocks():
    items = ItemList((line("one"), line("two")))
    letter = ENGLISH._replace(paragraphs=(paragraph(4, "aims", "Aims:", items, "So far."),))
    assert part(tree(letter), "aims") == (
        '<div><span class="number">4</span><div class="blocks"><p>Aims:</p>'
        '<ul class="items"><li>one</li><li>two</li></ul><p>So far.</p></div></div>'
    )


def test_runs_look_as_they_are():
    fact = Fact("date", "sessions[0].date", None, "31 October")
    bold = Run("on ", bold=True)
    assert shown(bold, Run("31\nOctober", fact, italic=True), Run(" & <so> on")) == (
        '<strong>on </strong><span class="fact" title="sessions[0].date">'
        "<em>31<br>October</em></span> &amp; &lt;so&gt; on"
    )


def test_runs_that_share_an_address_are_one_link():
    site = "https://itu.int/?a=1&b=2"
    linked = (Run("a", link=site), Run("b", bold=True, link=site), Run("c"))
    href = '<a href="https://itu.int/?a=1&amp;b=2" rel="noreferrer">'
    assert shown(*linked) == f"{href}a<strong>b</strong></a>c"


@pytest.mark.parametrize(
    "address",
    ["https://itu.int", "http://itu.int", "HTTPS://itu.int", "mailto:a@b", "tel:+41227306301"],
)
def test_addresses_of_the_web_mail_and_telephone_are_links(address):
    assert shown(Run("a", link=address)) == f'<a href="{address}" rel="noreferrer">a</a>'


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " javascript:x"),
        *("data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "//itu.int", "x.html"),
        "https://[",
    ],
)
def test_any_other_address_stays_text(address):
    assert shown(Run("a", link=address)) == "a"


def test_figures_and_latin_words_keep_their_direction_in_an_arabic_letter():
    assert shown(Run("ألو +41 22 (U4SSC)"), letter=ARABIC) == (
        'ألو <bdi dir="ltr">+41 22</bdi> (<bdi dir="ltr">U4SSC</bdi>)'
    )
    assert shown(Run("+41 22")) == "+41 22"


def test_a_first_line_in_brackets_stands_for_the_hand():
    assert part(tree(ENGLISH), "signature").startswith('<p class="signed">(Signed)</p><p>Seizo')
    unsigned = ENGLISH._replace(signature=ENGLISH.signature[1:])
    assert part(tree(unsigned), "signature").startswith("<p>Seizo Onoe</p>")


def test_an_annex_has_its_heading_and_the_reference_of_the_circular():
    annex = Annex(line("ANNEX 1\n(to it)"), line("Fees"), (Paragraph(line("None.")),))
    assert part(tree(ENGLISH._replace(annexes=(annex,))), "annexes[0]") == (
        f'<p class="running">{ENGLISH.running_head}</p><h3>ANNEX 1<br>(to it)<br>Fees</h3>'
        '<div class="blocks"><p>None.</p></div>'
    )


def test_headings_in_an_annex_are_below_its_own():
    blocks = one(tree(ANNEXED), ".//*[@id='en-GB.annexes[0]']/div")
    assert [(each.tag, each.text) for each in blocks if each.tag[0] == "h"] == [
        *(("h4", "Deadlines"), ("h5", "How to connect"), ("h6", "If that fails"))
    ]


def test_numbered_items_begin_where_they_say():
    assert saying(ItemList((line("c"),), ordered=True, start=3)) == (
        '<ol class="items" start="3"><li>c</li></ol>'
    )


def test_rows_of_a_table_are_filled_up():
    table = Table((line("Item"), line("Hour")), ((line("one"),), ((), line("1100"), line("x"))))
    assert saying(table) == (
        '<table><thead><tr><th scope="col">Item</th><th scope="col">Hour</th>'
        '<th scope="col"></th></tr></thead>'
        "<tbody><tr><td>one</td><td></td><td></td></tr>"
        "<tr><td></td><td>1100</td><td>x</td></tr></tbody></table>"
    )


def test_the_logo_is_in_the_page():
    head = part(tree(ENGLISH, logo=PNG), "letterhead")
    source = base64.b64encode(PNG).decode()
    lines = "".join(f"<p>{each}</p>" for each in ENGLISH.letterhead)
    assert head == (
        f'<div class="logo"><img src="data:image/png;base64,{source}" alt="Logo of the Union">'
        f"<div>{lines}</div></div>"
    )
    assert "<img" not in part(tree(ENGLISH), "letterhead")


# --- letters beside each other


def cells(document, language):
    column = one(document, f".//article[@lang='{language}']")
    return [each.get("id", "").removeprefix(f"{language}.") for each in column]


def test_a_letter_has_an_empty_cell_where_it_lacks_a_part():
    document = tree(DRAFT, ARABIC)
    english, arabic = cells(document, "en-GB"), cells(document, "ar")
    assert english[:3] == ["", "draft", "letterhead"]
    assert arabic[:3] == ["", "", "letterhead"]
    assert [each for each in arabic if each] == [
        each for each in english if each in arabic and each
    ]
    assert len(english) == len(arabic)
    empty = one(document, ".//article[@lang='ar']")[1]
    assert markup(empty) == '<div class="part top empty"></div>'


def test_the_styles_have_a_row_for_each_part_and_a_column_for_each_letter():
    document = tree(ENGLISH, RUSSIAN)
    rows = len(cells(document, "en-GB"))
    *_, beside, stacked = document.iterfind(".//style")
    assert beside.get("media") == "screen and (min-width: 43rem)"
    assert stacked.get("media") == "screen and (max-width: 42.99rem)"
    assert (
        f"#letters {{ grid-template: repeat({rows}, auto) / repeat(2, minmax(20rem, 50rem)); }}"
        in beside.text
    )
    order = "".join(
        f"#letters > * > :nth-child({n}) {{ order: {n}; }}\n" for n in range(1, rows + 1)
    )
    assert stacked.text.endswith(order)
    assert f":nth-child({rows + 1})" not in stacked.text


def test_findings_have_a_column_of_their_own():
    document = tree(ENGLISH, findings={"objectives": [WARNING]})
    *_, beside, _ = document.iterfind(".//style")
    assert beside.get("media") == "screen and (min-width: 40rem)"
    assert "/ repeat(1, minmax(20rem, 50rem)) minmax(17rem, 22rem); }" in beside.text
    notes = one(document, ".//aside")
    assert [each.get("id", "") for each in notes if each.get("id")] == [
        "notes-title",
        "notes.objectives",
    ]
    assert len(notes) == len(cells(document, "en-GB"))


def test_on_paper_each_letter_has_pages_of_its_own_whose_texts_mean_nothing_to_a_style_sheet():
    hostile = ENGLISH._replace(running_head='a"}\\A é', footer="*/ </style> ;\n")
    document = tree(RUSSIAN, hostile)
    _, paper, *_ = document.iterfind(".//style")
    assert paper.text.count("@page letter-1 {") == paper.text.count("@page letter-2 {") == 1
    assert ".letter:nth-of-type(2) { page: letter-2; }" in paper.text
    assert r'symbols: "a\22 \7d \5c A \e9 "; range: 2' in paper.text
    assert r'system: fixed; symbols: "\2a \2f  \3c \2f style\3e  \3b \a "; fallback' in paper.text


def test_a_note_has_the_number_of_its_paragraph_for_readers_on_paper():
    document = tree(ENGLISH, findings={"objectives": [WARNING], "subject": [ERROR]})
    notes = {each.get("id"): each.get("data-paragraph") for each in one(document, ".//aside")}
    assert (notes["notes.objectives"], notes["notes.subject"]) == ("4", None)


# --- findings


def test_notes_reach_down_to_the_next_ones():
    document = tree(ENGLISH, findings={"opening": [ERROR], "objectives": [WARNING], "": [ERROR]})
    rows = [element.get("id") for element in one(document, ".//aside")]
    first, second = (rows.index(f"notes.{id_}") + 1 for id_ in ("opening", "objectives"))
    *_, beside, stacked = document.iterfind(".//style")
    assert beside.text.endswith(
        f".notes > :nth-child({first}) {{ grid-row: {first} / {second}; }}\n"
        f".notes > :nth-child({second}) {{ grid-row: {second} / {len(rows) + 1}; }}\n"
    )
    assert ".notes > :nth-child" not in stacked.text


def test_a_finding_says_everything_at_its_paragraph():
    document = tree(RUSSIAN, ENGLISH, findings={"objectives": [WARNING]})
    assert within(one(document, ".//*[@id='notes.objectives']")) == (
        '<div class="finding warning" id="finding-1" role="note" tabindex="-1">'
        '<p><span class="level">warning</span>: <bdi>objectives[1]: </bdi>'
        '<code dir="auto">2026</code><bdi> is 2025</bdi></p>'
        '<ul><li><bdi class="value">2025</bdi> <span><q><bdi>in 2025</bdi></q> </span>'
        f'<span class="at"><bdi>{FILE}:3:5 </bdi></span></li>'
        f'<li><bdi class="value">2026</bdi> <span class="at"><bdi>{FILE}:4:5 </bdi></span></li></ul>'
        '<p><bdi>make both say </bdi><code dir="auto">2025</code></p>'
        '<p class="at">[text-disagreement] '
        '<a href="#ru-RU.objectives" class="back">to the paragraph</a></p></div>'
    )


def test_a_finding_without_evidence_says_where_it_is():
    found = one(tree(ENGLISH, findings={"": [ERROR]}), ".//*[@id='finding-1']/p[@class='at']")
    assert within(found) == f"[number] <bdi>{FILE}:2:9 </bdi>"


def test_what_was_not_found_is_said():
    missing = WARNING._replace(source=Evidence("2025", "", Location(FILE, 3)))
    document = tree(ENGLISH, findings={"objectives": [missing]})
    assert "".join(one(document, ".//aside//li[1]").itertext()) == f"2025 nothing found {FILE}:3 "


def test_of_two_versions_of_a_text_the_changes_are_shown():
    old = Evidence("", "one two three", Location(FILE, 3))
    stale = Finding(
        Location(FILE, 2),
        "stale",
        "changed",
        source=old,
        target=old._replace(text="one four three six"),
    )
    note = one(tree(ENGLISH, findings={"": [stale]}), ".//*[@id='finding-1']")
    assert within(note[1]) == "one<del> two</del><ins> four</ins> three<ins> six</ins>"
    assert note.find("ul") is None


def test_the_list_of_findings_leads_to_those_at_paragraphs_and_has_the_others_in_full():
    findings = {"objectives": [WARNING], "telephone": [ERROR], "": [ERROR._replace(rule="other")]}
    document = tree(ENGLISH, findings=findings)
    top = one(document, ".//section")
    assert one(top, "h2").text == "Findings: 2 errors, 1 warning"
    assert [one(each, "div").get("id") for each in top.iterfind("ol/li")] == [
        "finding-1",
        None,
        None,
    ]
    assert [each.get("href") for each in top.iterfind("ol/li/div/a")] == [
        "#finding-2",
        "#finding-3",
    ]
    assert one(document, ".//*[@id='notes.reference']/div").get("id") == "finding-2"
    assert one(document, ".//*[@id='notes.objectives']/div").get("id") == "finding-3"


def test_a_part_with_findings_says_so_and_how_bad_they_are():
    findings = {"objectives": [WARNING], "opening": [WARNING, ERROR]}
    document = tree(ENGLISH, RUSSIAN, findings=findings)
    for language in ("en-GB", "ru-RU"):
        looks = {
            each.get("id").removeprefix(f"{language}."): (
                each.get("class"),
                each.get("aria-details"),
            )
            for each in document.iterfind(f".//article[@lang='{language}']/div")
        }
        assert looks["objectives"] == ("part numbered found warning", "notes.objectives")
        assert looks["opening"] == ("part numbered found error", "notes.opening")
        assert looks["background"] == ("part numbered", None)


def test_without_findings_there_is_none_of_this():
    document = tree(ENGLISH)
    assert (
        within(one(document, ".//section"))
        == '<h2 id="findings-title" aria-live="polite">Findings: none</h2>'
    )
    assert document.find(".//aside") is None


def test_findings_alone_are_a_page():
    document = tree(findings={"": [ERROR, WARNING]})
    assert within(one(document, ".//main")) == ""
    assert [each.get("id") for each in document.iterfind(".//li/div")] == ["finding-1", "finding-2"]


def test_what_cannot_be_seen_in_a_finding_is_named():
    odd = ERROR._replace(message="a\u202eb\x07")
    found = one(tree(findings={"": [odd]}), ".//*[@id='finding-1']/p[1]/bdi")
    assert found.text == "a<U+202E>b<U+0007>"


# --- the page


def policy(document):
    (content,) = (each.get("content") for each in document.iterfind(".//meta[@http-equiv]"))
    return dict(each.split(" ", 1) for each in content.split("; "))


def digests(document, tag):
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(each.text.encode()).digest()).decode()}'"
        for each in document.iterfind(f".//{tag}")
    ]


def test_the_policy_allows_what_is_in_the_page_and_nothing_else():
    document = tree(ENGLISH)
    assert len(digests(document, "script")) == 1
    assert policy(document) == {
        "default-src": "'none'",
        "style-src": " ".join(digests(document, "style")),
        "script-src": " ".join(digests(document, "script")),
        "img-src": "data:",
        "connect-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert [each.get("http-equiv") for each in one(document, "head")][:2] == [
        None,
        "Content-Security-Policy",
    ]


def test_a_live_page_may_ask_its_server_whether_it_has_changed():
    document = tree(ENGLISH, version=7)
    assert one(document, "body").get("data-version") == "7"
    assert len(digests(document, "script")) == 2
    assert policy(document)["script-src"] == " ".join(digests(document, "script"))
    assert policy(document)["connect-src"] == "'self'"
    (nonce,) = {each.get("nonce") for each in document.iterfind(".//style")}
    assert policy(document)["style-src"] == f"'nonce-{nonce}'"
    assert len(nonce) > 20
    assert one(tree(ENGLISH), "body").get("data-version") is None


def test_nothing_in_the_page_comes_from_elsewhere(circular):
    document = tree(circular, logo=PNG, findings={"objectives": [WARNING]}, version=1)
    for element in document.iter():
        names = set(element.attrib)
        assert not {each for each in names if each.startswith("on")} | names & {"style", "srcset"}
        assert element.tag not in {"link", "iframe", "object", "embed", "base", "form"}
        assert element.get("src", "data:").startswith("data:")
    styles = "".join(each.text for each in document.iterfind(".//style"))
    assert re.findall(r"url\(|@import", styles) == []


def test_ids_are_there_once():
    document = tree(ANNEXED, RUSSIAN, ARABIC, findings={"objectives": [WARNING], "": [ERROR]})
    ids = [each.get("id") for each in document.iter() if each.get("id")]
    assert len(set(ids)) == len(ids)
    for link in document.iterfind(".//a[@href]"):
        if link.get("href").startswith("#"):
            assert link.get("href")[1:] in ids


def test_the_same_letters_make_the_same_page():
    letters = [("a", ANNEXED), ("b", ARABIC)]
    assert page("t", letters, {"": [ERROR]}) == page("t", letters, {"": [ERROR]})


def test_a_page_is_known_as_one_of_ours():
    assert is_page(page("t", [("a", ENGLISH)], {}).encode())
    assert is_page(page("t", [], {}).encode())


@pytest.mark.parametrize(
    "content", [b"", b"number: 81\n", b"<!doctype html>\n<title>circgen preview</title>"]
)
def test_other_files_are_none_of_ours(content):
    assert not is_page(content)
