"""What a document is packed in: dialects, names of parts, alternatives, encodings."""

import io
import subprocess
import sys
import zipfile

import pytest
from readers.package import (
    FILE,
    MACRO_TYPE,
    RELATIONSHIPS,
    STRICT,
    TRANSITIONAL,
    content_types,
    docx,
    entries,
    p,
    r,
    relations,
    root,
    shown,
    zipped,
)

from circgen.readers.docx import read_docx


def texts(files):
    return [line.text for line in read_docx(zipped(files), FILE).lines]


def test_a_document_in_the_strict_dialect_is_read():
    header = root("w:hdr", p("top"), STRICT)
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    body = p("a", r("hidden", "<w:vanish/>"), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")
    files = entries(body + section, names=STRICT, margins={"h1": header})
    for name in files:
        if name.endswith(".rels"):
            files[name] = files[name].replace(TRANSITIONAL["r"], STRICT["r"])
    assert texts(files) == ["top", "ax"]


def test_a_document_with_macros_is_read():
    types = content_types(kind=MACRO_TYPE)
    assert texts(entries(p("a")) | {"[Content_Types].xml": types}) == ["a"]


def test_a_template_is_read():
    types = content_types().replace("document.main", "template.main")
    assert texts(entries(p("a")) | {"[Content_Types].xml": types}) == ["a"]


@pytest.mark.parametrize(
    "target",
    ["/text/letter.xml", "text/letter.xml", "./text/../text/letter.xml", "text/%6Cetter.xml"],
)
def test_the_text_is_found_by_what_points_to_it(target):
    files = entries(p("a"), margins={"h": root("w:hdr", p("top"))})
    return_to = files.pop("word/document.xml")
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr></w:body>'
    files |= {
        "[Content_Types].xml": content_types("text/letter.xml"),
        "_rels/.rels": relations(("r1", "officeDocument", target)),
        "text/letter.xml": return_to.replace("</w:body>", section),
        "text/_rels/letter.xml.rels": relations(("h", "header", "../word/h.xml")),
        "word/document.xml": root("w:document", f"<w:body>{p('decoy')}</w:body>"),
    }
    assert texts(files) == ["top", "a"]


def test_names_of_parts_are_the_same_in_capitals():
    files = entries(p("a"))
    files["WORD/Document.xml"] = files.pop("word/document.xml")
    assert texts(files) == ["a"]


def test_a_document_without_relations_of_its_own_is_read():
    files = entries(p("a"))
    del files["word/_rels/document.xml.rels"]
    assert texts(files) == ["a"]


def test_what_is_outside_of_the_document_is_not_looked_for():
    files = entries(p("a"))
    files["word/_rels/document.xml.rels"] = relations(
        ("r1", "styles", "http://example.org/styles.xml", "External")
    )
    assert texts(files) == ["a"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"]
)
def test_a_part_may_be_in_any_encoding_that_it_names(encoding):
    files = entries(p("Женева"))
    name = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(
        encoding, encoding
    )
    text = f'<?xml version="1.0" encoding="{name}"?>' + files["word/document.xml"]
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    files["word/document.xml"] = marks.get(encoding, b"") + text.encode(encoding)
    assert texts(files) == ["Женева"]


def test_other_prefixes_mean_the_same():
    files = entries(p("a"))
    for old, new in (("<w:", "<x:"), ("</w:", "</x:"), ("xmlns:w=", "xmlns:x=")):
        files["word/document.xml"] = files["word/document.xml"].replace(old, new)
    files["word/document.xml"] = files["word/document.xml"].replace(" w:", " x:")
    assert texts(files) == ["a"]


# --- alternatives


def choice(requires, content):
    return f'<mc:Choice Requires="{requires}">{content}</mc:Choice>'


def alternatives(*choices, fallback=None):
    other = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    return f"<mc:AlternateContent>{''.join(choices)}{other}</mc:AlternateContent>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (alternatives(choice("wps", r("new")), fallback=r("old")), "new"),
        (alternatives(choice("wps w14", r("new")), fallback=r("old")), "new"),
        (alternatives(choice("future", r("new")), fallback=r("old")), "old"),
        (alternatives(choice("wps future", r("new")), fallback=r("old")), "old"),
        (alternatives(choice("nowhere", r("new")), fallback=r("old")), "old"),
        (alternatives(choice("future", r("1")), choice("w14", r("2")), choice("wps", r("3"))), "2"),
        (alternatives(choice("future", r("new"))), ""),
        (alternatives(fallback=r("old")), "old"),
        (alternatives(choice("w14", alternatives(choice("future", r("a")), fallback=r("b"))), fallback=r("c")), "b"),
    ],
)  # fmt: skip
def test_of_alternatives_the_first_is_read_that_word_understands(markup, text):
    assert shown(p("x", markup, "y")) == [f"x{text}y"]


def test_what_a_prefix_means_ends_where_it_was_said():
    elsewhere = '<w:x xmlns:future="http://schemas.microsoft.com/later"/>'
    markup = alternatives(choice("future", r("new")), fallback=r("old"))
    assert shown(p(elsewhere, markup)) == ["old"]


def test_alternatives_among_properties_are_one_of_them():
    properties = alternatives(choice("w14", "<w:vanish/>"), fallback="<w:b/>")
    assert shown(p("a", r("b", properties), "c")) == ["ac"]


def test_an_archive_may_have_a_comment():
    lines = read_docx(docx(p("a"))[:-2] + b"\x05\x00hello", FILE).lines
    assert [line.text for line in lines] == ["a"]


class Pipe(io.BytesIO):
    """Somewhere to write that can't go back, so that sizes follow what they are the sizes of."""

    def seekable(self):
        return False

    def seek(self, *_):
        raise io.UnsupportedOperation


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_that_was_written_into_a_pipe_is_read(method):
    target = Pipe()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in entries(p("a")).items():
            archive.writestr(name, content)
    assert [line.text for line in read_docx(target.getvalue(), FILE).lines] == ["a"]


def test_a_part_that_nobody_reads_may_be_broken():
    assert texts(
        entries(p("a")) | {"word/theme/theme1.xml": "<a><b", "word/comments.xml": "<"}
    ) == ["a"]


def test_relations_of_another_kind_are_passed_over():
    files = entries(p("a"))
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship/><Other/></Relationships>'
    )
    assert texts(files) == ["a"]


# --- what it costs

WEIGHT = """
import sys
before = set(sys.modules)
from circgen.readers.docx import read_docx
read_docx(sys.stdin.buffer.read(), "letter.docx")
print(*sorted(set(sys.modules) - before))
"""


def test_reading_imports_nothing_that_is_long_to_import():
    ended = subprocess.run(
        [sys.executable, "-c", WEIGHT], input=docx(p("a")), capture_output=True, check=True
    )
    imported = set(ended.stdout.decode().split())
    assert "pyexpat" in imported
    assert not imported & {
        "bz2", "docx", "email", "lxml", "lzma", "logging", "pathlib", "shutil", "tempfile",
        "typing_extensions", "urllib.parse", "xml.dom", "xml.etree", "zipfile",
    }  # fmt: skip
