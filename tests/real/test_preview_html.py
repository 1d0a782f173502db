"""The page of `circgen preview --html` in a real browser.

Chromium, axe-core and a PDF reader must be there (scripts/real_tools.sh installs them): without them
these tests fail.
"""

import re
import shutil
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pexpect
import pytest
from real.browser import Browser
from real.office import run
from writers.example import ANNEXED, ARABIC, CHINESE, DRAFT, ENGLISH, RUSSIAN, paragraph

from circgen.document import Entry, Fact, Paragraph, Run
from circgen.findings import Evidence, Finding, Level, Location
from circgen.writers.html import page
from circgen.writers.text import text

ROOT = Path(__file__).parents[2]
FACTS = Path("data/meetings/u4ssc-09.yaml")
WIDE, NARROW = 1400, 420
BREAKING = '</p></script><script>alert(1)</script><img src=x onerror="alert(2)">'
SCRIPT = "javascript:alert(3)"
PLACE = Location("data/meetings/a.yaml", 3, 5)
FINDINGS = {
    "": [Finding(Location("templates"), "template", "`aa` has no words", "write them")],
    "objectives": [
        Finding(
            PLACE,
            "text-disagreement",
            "objectives[1]: 2026 (aa) is 2025 (bb)",
            "make both say the same",
            Level.WARNING,
            "objectives",
            Evidence("2025", "in 2025", PLACE),
            Evidence("2026", "", Location("data/meetings/a.yaml", 4, 5)),
        ),
        Finding(
            PLACE,
            "stale",
            "the words have changed",
            source=Evidence("", "one two three", PLACE),
            target=Evidence("", "one four three", PLACE),
        ),
    ],
}


@pytest.fixture(scope="module")
def browser():
    with_pages = Browser()
    yield with_pages
    with_pages.close()


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The circulars of this project; one of them has an hour that overlaps and a wrong year."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    run(sys.executable, "-m", "circgen", "confirm", FACTS, "--lang", "ru", cwd=folder)
    facts = folder / FACTS
    changed = facts.read_text("utf-8").replace("hours: 12:00-13:00", "hours: 11:30-13:00")
    facts.write_text(changed.replace("2025–2026", "2025–2027"), "utf-8")
    return folder


def preview(folder, *words):
    """The address of the page that circgen has written."""
    ended = run(sys.executable, "-m", "circgen", "preview", FACTS, "--html", *words, cwd=folder)
    assert ended.returncode == (folder != ROOT), ended.stderr
    return (folder / ended.stdout.strip()).resolve().as_uri()


@pytest.fixture(scope="module")
def example(project):
    return preview(project)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Writes a page made by hand; returns its address."""

    def write(*letters, findings=FINDINGS):
        path = tmp_path_factory.mktemp("page") / "page.html"
        path.write_text(page("TSB Circular 81", letters, findings), "utf-8")
        return path.as_uri()

    return write


@pytest.fixture(scope="module")
def pages(example, written):
    """Pages with and without findings, in one language and several, in both directions."""
    return {
        "example": example,
        "without findings": written(("English", ANNEXED), findings={}),
        "right to left": written(("English", DRAFT), ("العربية", ARABIC), ("中文", CHINESE)),
        "annexes": written(("English", ANNEXED), ("Русский", RUSSIAN)),
        "findings alone": written(findings={"": FINDINGS["objectives"]}),
    }


def tops(browser):
    """Where each part of each letter begins, in pixels, by language and id."""
    script = """Object.fromEntries([...document.querySelectorAll(".letter > .part[id]")].map(
        (part) => [part.id, part.getBoundingClientRect().top]))"""
    found = {}
    for name, top in browser.evaluate(script=script).items():
        language, _, id_ = name.partition(".")
        found.setdefault(language, {})[id_] = top
    return found


# --- for everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "name", ["example", "without findings", "right to left", "annexes", "findings alone"]
)
def test_axe_finds_nothing(browser, pages, name, width, scheme):
    browser.open(url=pages[name], width=width, colorScheme=scheme)
    switches = (
        "['facts', 'findings'].map((each) => document.getElementById(`show-${each}`).checked)"
    )
    assert browser.evaluate(script=switches) == [False, True]
    assert browser.violations() == []
    browser.press(keys=["Tab", "Tab", "Space"])
    assert browser.evaluate(script=switches) == [True, True]
    assert browser.violations() == []
    browser.press(keys=["Tab", "Space"])
    assert browser.evaluate(script=switches) == [True, False]
    assert browser.violations() == []


def test_axe_would_find_something(browser, written):
    browser.open(url=written(("English", ENGLISH)))
    browser.evaluate(script="document.querySelector('h1').remove()")
    assert browser.violations() != []


@pytest.mark.parametrize("width", [320, NARROW, 700, 1000, WIDE, 2200])
def test_no_window_is_too_narrow(browser, pages, width):
    browser.open(url=pages["right to left"], width=width)
    assert browser.evaluate(script="document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_everything(browser, example):
    browser.open(url=example)
    focus = "document.activeElement.id || document.activeElement.textContent"
    reached = []
    for _ in range(6):
        browser.press(keys=["Tab"])
        reached.append(browser.evaluate(script=focus))
    assert reached[:4] == ["Skip to the letter", "show-facts", "show-findings", "print"]
    assert "2025-2027" in reached[5]
    browser.press(keys=["Enter"])
    assert browser.evaluate(script="document.activeElement.id") == "finding-2"
    browser.press(keys=["Tab"])
    assert browser.evaluate(script=focus) == "to the paragraph"
    browser.press(keys=["Enter"])
    assert browser.evaluate(script="location.hash") == "#en-GB.objectives"


def test_the_letter_is_a_key_away(browser, example):
    browser.open(url=example)
    browser.press(keys=["Tab"])
    assert browser.style(selector=".skip", name="outlineStyle") == "solid"
    browser.press(keys=["Enter"])
    assert browser.evaluate(script="document.activeElement.id") == "letters"


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_link_is_out_of_reach_of_the_keyboard(browser, example, width):
    browser.open(url=example, width=width)
    links = browser.evaluate(script="document.querySelectorAll('a[href]').length")
    reached = set()
    for _ in range(links + 10):
        browser.press(keys=["Tab"])
        reached.add(browser.evaluate(script="[...document.links].indexOf(document.activeElement)"))
    assert set(range(links)) <= reached


# --- languages beside each other


def test_the_same_paragraph_begins_at_the_same_height(browser, example):
    browser.open(url=example, width=WIDE)
    english, russian = tops(browser).values()
    assert english == russian
    assert len(english) > 12
    assert sorted(english.values()) == list(english.values())


def test_what_one_letter_lacks_leaves_its_place_empty(browser, pages):
    browser.open(url=pages["right to left"])
    english, arabic, chinese = tops(browser).values()
    assert set(arabic) < set(english)
    assert {id_: english[id_] for id_ in arabic} == arabic
    assert {id_: english[id_] for id_ in chinese} == chinese


def test_in_a_narrow_window_each_part_is_followed_by_the_other_languages(browser, example):
    browser.open(url=example, width=NARROW)
    english, russian = tops(browser).values()
    both = [top for id_ in english for top in (english[id_], russian[id_])]
    assert both == sorted(both)
    assert len(set(both)) == len(both)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_findings_stand_at_their_paragraph(browser, example, width):
    browser.open(url=example, width=width)
    place = """(selector) => document.querySelector(selector).getBoundingClientRect()"""
    part = browser.evaluate(script=f"({place})('[id=\"ru-RU.objectives\"]').toJSON()")
    after = browser.evaluate(script=f"({place})('[id=\"en-GB.participation\"]').top")
    note = browser.evaluate(script=f"({place})('[id=\"notes.objectives\"]').toJSON()")
    first = part["top"] if width == WIDE else part["bottom"]
    assert note["top"] == first
    assert width == WIDE or note["bottom"] <= after


def test_long_notes_stretch_no_paragraph_and_stand_below_each_other(browser, example):
    browser.open(url=example, width=WIDE)
    height = """document.querySelector('[id="ru-RU.objectives"]').offsetHeight"""
    stretched = browser.evaluate(script=height)
    script = """[...document.querySelectorAll(".notes .finding")].map((note) => {
        const { top, bottom } = note.getBoundingClientRect();
        return [top, bottom];
    })"""
    notes = browser.evaluate(script=script)
    assert len(notes) == 3
    assert all(above[1] < below[0] for above, below in pairwise(notes))
    assert notes[1][1] - notes[0][0] > stretched
    browser.evaluate(script="document.getElementById('show-findings').click()")
    assert browser.evaluate(script=height) == stretched


def test_columns_have_the_direction_and_the_language_of_their_letter(browser, pages):
    browser.open(url=pages["right to left"])
    script = "[...document.querySelectorAll('.letter')].map((each) => [each.lang, getComputedStyle(each).direction])"
    assert browser.evaluate(script=script) == [["en-GB", "ltr"], ["ar", "rtl"], ["zh-CN", "ltr"]]


def test_a_telephone_number_reads_from_the_left_in_arabic(browser, pages):
    browser.open(url=pages["right to left"])
    script = """(() => {
        const text = [...document.querySelectorAll('[lang=ar] .reference bdi')]
            .find((each) => each.textContent.startsWith("+41")).firstChild;
        const left = (from) => {
            const range = document.createRange();
            range.setStart(text, from);
            range.setEnd(text, from + 1);
            return range.getBoundingClientRect().left;
        };
        return left(0) < left(1) && left(1) < left(text.length - 1);
    })()"""
    assert browser.evaluate(script=script) is True


# --- switches


def look_of_facts(browser):
    return browser.style(selector=".fact", name="borderBottomStyle")


@pytest.mark.parametrize("has_script", [True, False])
def test_facts_are_set_off_by_a_key(browser, example, has_script):
    browser.open(url=example, javaScriptEnabled=has_script)
    assert look_of_facts(browser) == "none"
    browser.press(keys=["Tab", "Tab", "Space"])
    assert look_of_facts(browser) == "dotted"
    browser.press(keys=["Space"])
    assert look_of_facts(browser) == "none"


def test_what_was_set_stays_set(browser, example):
    browser.open(url=example)
    browser.press(keys=["Tab", "Tab", "Space", "Tab", "Space"])
    browser.reload()
    assert look_of_facts(browser) == "dotted"
    assert browser.style(selector="#findings", name="display") == "none"
    assert browser.style(selector=".notes", name="display") == "none"


def test_without_script_no_button_is_there_that_does_nothing(browser, example):
    browser.open(url=example, javaScriptEnabled=False)
    assert browser.style(selector="#print", name="display") == "none"


# --- nothing from elsewhere, nothing out of facts


def test_nothing_is_loaded_and_the_policy_stops_nothing_of_ours(browser, pages):
    for url in pages.values():
        browser.open(url=url)
        assert browser.heard() == {"asked": [url], "stopped": [], "said": []}


def test_facts_cannot_become_markup_or_script(browser, written):
    run = Run(BREAKING, Fact("text", BREAKING, BREAKING, BREAKING), link=SCRIPT)
    hostile = ENGLISH._replace(
        language=f'a"{BREAKING}',
        draft=BREAKING,
        letterhead=(BREAKING,),
        dateline=(run,),
        reference=(Entry("reference", BREAKING, ((run,),)),),
        recipients=(Entry("to", BREAKING, ((run,),)),),
        properties=ENGLISH.properties._replace(table_description=BREAKING),
        paragraphs=(paragraph(1, BREAKING, Paragraph((run,))), paragraph(2, "safe", "sound")),
        footer=BREAKING,
    )
    finding = Finding(
        Location(BREAKING, 1, 1),
        BREAKING,
        BREAKING,
        BREAKING,
        source=Evidence(BREAKING, f"{BREAKING} ", Location(BREAKING)),
        target=Evidence("", BREAKING, Location(BREAKING)),
    )
    findings = {BREAKING: [finding], "": [finding._replace(rule="stale")]}
    browser.open(url=written((BREAKING, hostile), findings=findings))
    count = "['script', 'img', 'a[href^=javascript]'].map((each) => document.querySelectorAll(each).length)"
    assert browser.evaluate(script=count) == [1, 0, 0]
    assert (
        browser.evaluate(script="document.querySelector('.numbered .fact').textContent") == BREAKING
    )
    assert browser.heard()["said"] == []


def test_the_policy_forbids_what_it_must(browser, example):
    browser.open(url=example)
    browser.evaluate(
        script="""document.body.append(...["alert(1)", "alert(2)"].map((text) =>
            Object.assign(document.createElement("script"), { text })));
        document.body.append(Object.assign(new Image(), { src: "https://itu.int/x.png" }))"""
    )
    heard = browser.heard()
    assert [each for each in heard["said"] if each.startswith("dialog")] == []
    assert [each for each in heard["said"] if "Content Security Policy" in each] != []
    assert heard["stopped"] == ["https://itu.int/x.png"]


# --- on paper


def folded(words):
    """The characters of a text without spaces, which a page sets as it likes."""
    return re.sub(r"\s+", "", words)


def printed(browser, tmp_path):
    browser.pdf(path=str(tmp_path / "page.pdf"))
    ended = run("pdftotext", "-raw", tmp_path / "page.pdf", "-")
    return ended.stdout.removesuffix("\f").split("\f")


def test_each_letter_is_printed_on_pages_of_its_own_and_findings_after_them(
    browser, written, tmp_path
):
    browser.open(url=written(("English", ANNEXED), ("Русский", RUSSIAN)))
    loose, english, annex, second, russian, *rest = map(folded, printed(browser, tmp_path))
    notes = rest[-1]
    assert "`aa`" not in loose
    assert "aahasnowords" in loose
    for edition, on in ((ANNEXED, english + annex + second), (RUSSIAN, russian + "".join(rest))):
        without_addresses = re.sub(r" \(http[^)]*\)", "", text(edition))
        parts = [folded(part) for part in re.split(r"[\n\t•–]", without_addresses)]
        assert [part for part in parts if part not in on] == []
    assert "ANNEX1(toTSBCircular81)Practicalinformation" in annex
    assert "ANNEX2" in second
    assert "ANNEX" not in english + russian
    assert notes.startswith("FindingsintheletterParagraph4")
    assert "2025data/meetings" in notes.replace("“in2025”", "")
    everything = loose + english + annex + second + russian + "".join(rest)
    assert not any(word in everything for word in ("Skiptotheletter", "totheparagraph"))


LONG = tuple(paragraph(n, f"p{n}", "many words " * 80) for n in range(1, 11))
ADDRESS = (
    "International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • Switzerland"
)


def test_pages_have_the_address_or_their_number_and_every_letter_counts_its_own(
    browser, written, tmp_path
):
    long = ENGLISH._replace(paragraphs=LONG)
    other = long._replace(running_head='<b> "TSB"\\A ; } 83', footer="Elsewhere */ 1")
    browser.open(url=written(("English", long), ("Other", other), findings={}))
    pages = printed(browser, tmp_path)
    first, *later = (page.splitlines() for page in pages[:3])
    others = pages[3:]
    assert ADDRESS in first
    assert "TSB Circular 81" not in first
    for number, sheet in enumerate(later, 2):
        assert sheet[sheet.index(f"– {number} –") + 1] == "TSB Circular 81"
        assert ADDRESS not in sheet
    assert ["Elsewhere */ 1" in page for page in others] == [True, False, False]
    assert [re.findall("– . –", page) for page in others] == [[], ["– 2 –"], ["– 3 –"]]
    assert '– 2 –\n<b> "TSB"\\A ; } 83\n' in others[1]
    assert ADDRESS not in "".join(others)


def boxes(tmp_path):
    """The top and bottom, in points, of each word of each page that was printed."""
    ended = run("pdftotext", "-bbox", tmp_path / "page.pdf", "-")
    word = re.compile(r'yMin="([\d.]+)".* yMax="([\d.]+)">([^<]*)<')
    return [
        [(float(top), float(bottom), text) for top, bottom, text in word.findall(page)]
        for page in ended.stdout.split("<page ")[1:]
    ]


def test_no_line_is_printed_over_the_head_or_the_foot_of_a_page(browser, written, tmp_path):
    browser.open(url=written(("English", ENGLISH._replace(paragraphs=LONG)), findings={}))
    printed(browser, tmp_path)
    first, *later = boxes(tmp_path)
    foot = min(top for top, _, word in first if word == "CH-1211")
    assert max(bottom for top, bottom, _ in first if top < foot - 1) < foot - 5
    assert min(top for top, *_ in first) == pytest.approx(17 / 25.4 * 72, abs=3)
    for sheet in later:
        head = max(bottom for _, bottom, word in sheet[:6])
        assert min(top for top, *_ in sheet[6:]) > head + 8
        assert max(bottom for _, bottom, _ in sheet) < (297 - 16) / 25.4 * 72


def test_a_letter_is_printed_as_its_document_is(browser, project, tmp_path):
    """The same lines on the same pages, by the PDF that LibreOffice makes of the DOCX."""
    words = (sys.executable, "-m", "circgen", "render", FACTS, "--lang", "ru", "--format", "pdf")
    assert run(*words, "--out", tmp_path / "out", "--no-verify", cwd=project).returncode == 0
    (document,) = (tmp_path / "out").glob("*.pdf")
    browser.open(url=preview(project, "--lang", "ru"))
    browser.evaluate(script="document.getElementById('show-findings').click()")
    browser.pdf(path=str(tmp_path / "page.pdf"))
    of_html, of_document = (
        [
            folded(page).replace("•", "")
            for page in run("pdftotext", "-layout", path, "-").stdout.split("\f")
        ]
        for path in (tmp_path / "page.pdf", document)
    )
    assert len(of_html) == len(of_document) == 3  # and nothing after the last form feed
    assert of_html[1] == of_document[1]
    assert sorted(of_html[0]) == sorted(of_document[0])


def test_the_last_paragraph_stays_with_the_signature(browser, written, tmp_path):
    for count in range(4, 10):
        letter = ENGLISH._replace(paragraphs=LONG[:count])
        browser.open(url=written(("English", letter), findings={}))
        *_, last = printed(browser, tmp_path)
        assert re.search(f"^{count} many", last, re.MULTILINE), count
        assert "Seizo Onoe" in last


def test_findings_that_are_not_shown_are_not_printed(browser, written, tmp_path):
    browser.open(url=written(("English", ENGLISH)))
    browser.press(keys=["Tab", "Tab", "Tab", "Space"])
    (only,) = printed(browser, tmp_path)
    assert only.startswith(f"{ADDRESS}\nInternational Telecommunication Union\n")
    assert only.rstrip().endswith("Standardization Bureau")


def test_paper_is_white_in_the_dark(browser, example):
    browser.open(url=example, colorScheme="dark")
    assert browser.style(selector="html", name="backgroundColor") == "rgb(21, 23, 26)"
    browser.media(media="print")
    assert browser.style(selector="html", name="backgroundColor") == "rgba(0, 0, 0, 0)"
    assert browser.style(selector="html", name="color") == "rgb(27, 29, 32)"


# --- while it is being written


AT = """document.querySelector('[id="ru-RU.participation"]').getBoundingClientRect().top"""


@pytest.fixture
def watched(project, tmp_path):
    """A copy of the project, and the address at which circgen serves its page."""
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    words = ["-m", "circgen", "preview", str(FACTS), "--html", "--watch"]
    circgen = pexpect.spawn(sys.executable, words, cwd=folder, encoding="utf-8", timeout=20)
    circgen.expect(r"(http://\S+)\r\nCtrl-C ends.\r\n")
    yield folder / FACTS, circgen.match[1]
    circgen.sendintr()
    circgen.expect(pexpect.EOF)
    assert circgen.before in {"", "^C"}
    circgen.close()
    assert circgen.exitstatus == 0


def change(path, old, new):
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new), "utf-8")


def shows(words):
    return f"document.body.innerText.replaceAll('\\u00a0', ' ').includes({words!r})"


def test_a_save_shows_and_the_reader_stays_where_he_was(browser, watched):
    facts, url = watched
    browser.open(url=url, height=400)
    browser.wait(script=shows("overlaps the session"))  # what was found has come after the letter
    browser.evaluate(script="location.hash = '#finding-1'")  # where a link has led to before
    time.sleep(1)  # it scrolls smoothly
    browser.evaluate(
        script="""document.querySelector('[id="ru-RU.participation"]').scrollIntoView({behavior: "instant"}); scrollBy({top: 37, behavior: "instant"})"""
    )
    before = browser.evaluate(script=AT)
    assert before < 0
    change(facts, "It offers a dynamic", "It offers " + "more and more of " * 40 + "a dynamic")
    browser.wait(script=shows("more and more of"))
    assert browser.evaluate(script=AT) == pytest.approx(before, abs=1)


def asked_for(browser, url):
    """How often the page itself has been asked for."""
    return browser.heard()["asked"].count(url)


def found(browser):
    """How many findings the page lists, and how many stand at paragraphs."""
    script = (
        "['#findings li', '.notes .finding'].map((each) => document.querySelectorAll(each).length)"
    )
    return browser.evaluate(script=script)


def test_a_save_is_taken_over_once_and_nothing_else_is_loaded_anew(browser, watched):
    facts, url = watched
    browser.open(url=url, height=400)
    browser.wait(script=shows("overlaps the session"))
    browser.evaluate(
        script="window.stays = true; document.querySelector('a[href=\"#finding-2\"]').focus()"
    )
    asked, before = asked_for(browser, url), found(browser)
    change(facts, "number: 81", "number: 82")
    browser.wait(script=shows("TSB Circular 82"))
    time.sleep(2)  # whatever else there may come
    assert asked_for(browser, url) == asked + 1
    assert browser.evaluate(script="document.activeElement.hash") == "#finding-2"
    change(facts, "2025–2027", "2025–2026")  # an error less, and whatever was said of the new words
    browser.wait(script=f"!{shows('2025-2027 (ru) is')} && {shows('2025–2026')}")
    time.sleep(1)
    assert asked_for(browser, url) == asked + 3  # the letter, and what is found a little later
    assert browser.evaluate(script="window.stays") is True
    assert before[0] > found(browser)[0] == found(browser)[1]


def test_what_is_taken_over_looks_as_if_it_had_been_there_from_the_first(browser, watched):
    facts, url = watched
    browser.open(url=url, width=WIDE)
    browser.wait(script=shows("overlaps the session"))
    before = found(browser)
    change(facts, "number: 81", "numbr: 81")
    browser.wait(script=shows("numbr"))
    change(facts, "numbr: 81", "number: 82")
    browser.wait(script=shows("TSB Circular 82") + " && " + shows("overlaps the session"))
    assert found(browser) == before
    to_the_top = "scrollTo({top: 0, behavior: 'instant'})"
    browser.evaluate(script=to_the_top)
    places = tops(browser)
    assert list(places["en-GB"].values()) == list(places["ru-RU"].values())
    assert browser.violations() == []
    browser.reload()
    browser.wait(script=shows("TSB Circular 82"))
    browser.evaluate(script=to_the_top)
    assert tops(browser) == places
    assert browser.heard()["said"] == []


def test_a_page_that_is_loaded_anew_keeps_the_reading_position(browser, example):
    browser.open(url=example, height=400)
    browser.evaluate(
        script="""document.querySelector('[id="ru-RU.participation"]').scrollIntoView({behavior: "instant"}); scrollBy({top: 37, behavior: "instant"})"""
    )
    before = browser.evaluate(script=AT)
    browser.reload()
    assert browser.evaluate(script=AT) == pytest.approx(before, abs=1)


def test_while_a_file_is_broken_its_findings_are_there_and_then_the_letter_again(browser, watched):
    facts, url = watched
    browser.open(url=url, height=400)
    browser.wait(script=shows("overlaps the session"))
    browser.evaluate(
        script="""document.querySelector('[id="ru-RU.participation"]').scrollIntoView({behavior: "instant"})"""
    )
    before = browser.evaluate(script=AT)
    change(facts, "number: 81", "numbr: 81")
    browser.wait(script=shows("numbr"))
    assert browser.evaluate(script="document.querySelectorAll('.letter').length") == 0
    assert browser.evaluate(script="document.title") == str(FACTS)
    change(facts, "numbr: 81", "number: 82")
    browser.wait(script=shows("TSB Circular 82"))
    assert browser.evaluate(script=AT) == pytest.approx(before, abs=1)
    assert browser.heard()["said"] == []


def test_a_save_shows_at_once(browser, watched):
    facts, url = watched
    browser.open(url=url, height=400)
    browser.wait(script=shows("overlaps the session"))
    taken = []
    for number in range(82, 87):
        saved = time.time()
        change(facts, f"number: {number - 1}", f"number: {number}")
        taken.append(browser.wait(script=shows(f"TSB Circular {number}")) / 1000 - saved)
        time.sleep(0.5)
    assert min(taken) < 0.5


def test_who_looks_is_told_that_nobody_watches_any_more(browser, project):
    words = (sys.executable, "-m", "circgen", "preview", FACTS, "--html", "--watch")
    with subprocess.Popen(
        words, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        browser.open(url=process.stdout.readline().strip())
        process.kill()
    browser.wait(script=shows("circgen is not watching any more"))
