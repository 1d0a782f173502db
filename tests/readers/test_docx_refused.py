"""Files that can't be read: one finding each, which says what the file is and what to do."""

import io
import struct
import tracemalloc
import zipfile

import pytest
from readers.package import FILE, content_types, docx, entries, p, relations, root, zipped

from circgen.findings import FindingsError
from circgen.readers.docx import read_docx

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
SAVE_AS = "open it in Word or LibreOffice and save it as a Word document (.docx)"
AGAIN = "open it in Word and save it again as a Word document (.docx), or ask for it once more"


def refusal(data):
    with pytest.raises(FindingsError) as caught:
        read_docx(data, FILE)
    (finding,) = caught.value.findings
    assert finding.level == "error"
    assert finding.location.file == FILE
    return finding


def package(main, **others):
    kind = f"application/vnd.openxmlformats-officedocument.{main}.main+xml"
    return {
        "[Content_Types].xml": content_types("x/main.xml", kind),
        "_rels/.rels": relations(("r1", "officeDocument", "x/main.xml")),
        "x/main.xml": "<x/>",
    } | others


# --- files of another kind


@pytest.mark.parametrize(
    ("data", "what", "help_"),
    [
        (b"%PDF-1.7\n", "a PDF", "get the document it was made from, as a Word document (.docx)"),
        (rb"{\rtf1\ansi", "a Rich Text document (.rtf)", SAVE_AS),
        (OLE + "WordDocument".encode("utf-16-le"), "a document of Word 97 to 2003 (.doc)", SAVE_AS),
        (OLE, "a file of another or older Office program", SAVE_AS),
        (b"\x89PNG\r\n\x1a\n\0", "a picture", "get the document as a Word document (.docx)"),
        (b"\xff\xd8\xff\xe0\0", "a picture", "get the document as a Word document (.docx)"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>", "a web page", SAVE_AS),
        (b"<HTML><body>", "a web page", SAVE_AS),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>',
            "a Word document in a single XML file (.xml)",
            SAVE_AS,
        ),
        (
            "Geneva, 15 October\nЖенева\n".encode(),
            "plain text",
            "give it a name that ends in .txt, and it is read as text",
        ),
        (
            "Женева".encode("utf-16"),
            "plain text",
            "give it a name that ends in .txt, and it is read as text",
        ),
        (b"\x1f\x8b\x08\0\0", "something else", SAVE_AS),
        (zipped({"a.txt": "a"}), "a ZIP file without a Word document in it", SAVE_AS),
        (zipped({}), "a ZIP file without a Word document in it", SAVE_AS),
        (zipped(package("spreadsheetml.sheet")), "an Excel workbook", SAVE_AS),
        (zipped(package("presentationml.presentation")), "a PowerPoint presentation", SAVE_AS),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "an OpenDocument text (.odt)",
            SAVE_AS,
        ),
        (zipped({"mimetype": "application/epub+zip"}), "an e-book (.epub)", SAVE_AS),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_named(data, what, help_):
    finding = refusal(data)
    assert finding.rule == "no-document"
    assert finding.message == f"`letter.docx` is no Word document: it is {what}"
    assert finding.help == help_


def test_an_empty_file_is_said_to_be_empty():
    finding = refusal(b"")
    assert (finding.rule, finding.message) == ("no-document", "`letter.docx` is empty")
    assert finding.help == "save or send it once more"


def test_a_file_of_zeros_is_damaged():
    finding = refusal(bytes(5000))
    assert finding.rule == "damaged-document"
    assert finding.message == "`letter.docx` holds nothing but zeros: it was not stored in full"


# --- passwords

UNLOCK = "open it in Word, remove the password (File, Info, Protect Document), and save it"


def scrambled():
    data = bytearray(docx(p("a")))
    for mark, place in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 1)
    return bytes(data)


@pytest.mark.parametrize(
    "data", [OLE + "EncryptedPackage".encode("utf-16-le") + bytes(100), scrambled()]
)
def test_a_document_with_a_password_is_said_to_have_one(data):
    finding = refusal(data)
    assert finding.rule == "protected-document"
    assert finding.message == "`letter.docx` is protected by a password"
    assert finding.help == UNLOCK


# --- damage

CUT = "`letter.docx` is damaged: its end is missing or its parts are not where it says"


def test_a_document_cut_off_anywhere_is_damaged():
    data = docx(p("a" * 50), styles="")
    for length in range(4, len(data), 7):
        finding = refusal(data[:length])
        assert (finding.rule, finding.message, finding.help) == ("damaged-document", CUT, AGAIN)


def test_a_document_without_its_text_says_which_part_is_missing():
    files = entries(p("a"))
    del files["word/document.xml"]
    assert refusal(zipped(files)).message == (
        "`letter.docx` is damaged: its part word/document.xml is missing"
    )


@pytest.mark.parametrize("place", [1, 60_000, 0xFFFFFFFF])
def test_a_directory_that_points_elsewhere_is_damage(place):
    data = bytearray(docx(p("a")))
    struct.pack_into("<L", data, data.rindex(b"PK\1\2") + 42, place)
    assert refusal(bytes(data)).message == CUT


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels"])
def test_a_document_that_does_not_say_where_its_text_is_is_damaged(missing):
    files = entries(p("a"))
    del files[missing]
    finding = refusal(zipped(files))
    assert finding.rule == "damaged-document"
    assert finding.message == (
        "`letter.docx` is damaged: what says that word/document.xml is its text is missing"
    )


def test_a_part_that_the_document_points_to_has_to_be_there():
    files = entries(p("a"), styles="")
    del files["word/styles.xml"]
    assert refusal(zipped(files)).message == (
        "`letter.docx` is damaged: its part word/styles.xml is missing"
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_document_with_two_texts_is_damaged():
    target = io.BytesIO(docx(p("a")))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("WORD/document.xml", entries(p("b"))["word/document.xml"])
    assert refusal(target.getvalue()).message == (
        "`letter.docx` is damaged: it has word/document.xml twice"
    )


def test_broken_markup_is_said_to_be_broken_and_where():
    files = entries(p("a"))
    files["word/document.xml"] = "<?xml version='1.0'?>\n<w:document"
    assert refusal(zipped(files)).message == (
        "`letter.docx` is damaged: word/document.xml breaks off or makes no sense at its "
        "line 2, column 1 (unclosed token)"
    )


@pytest.mark.parametrize(
    ("start", "of"),
    [(b"\xd0\xff<", b"<"), (b'<?xml version="1.0" encoding="klingon"?>', b"")],
)
def test_letters_that_cannot_be_read_are_damage(start, of):
    files = entries(p("a"))
    files["word/document.xml"] = files["word/document.xml"].encode().replace(of, start, 1)
    assert refusal(zipped(files)).rule == "damaged-document"


def test_a_document_without_a_body_is_damaged():
    files = entries(p("a")) | {"word/document.xml": "<x/>"}
    assert refusal(zipped(files)).message == (
        "`letter.docx` is damaged: word/document.xml has no body"
    )


def test_contents_that_were_changed_underway_are_damaged():
    files = entries(p("a", "Geneva"))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    finding = refusal(target.getvalue().replace(b"Geneva", b"Zurich"))
    assert (
        finding.message == "`letter.docx` is damaged: its part word/document.xml can't be unpacked"
    )


def test_a_way_of_packing_that_no_office_program_uses_is_damage():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in entries(p("a")).items():
            archive.writestr(name, content)
    assert refusal(target.getvalue()).rule == "damaged-document"


# --- nothing to read


@pytest.mark.parametrize("body", ["", p(), p(" "), "<w:sectPr/>"])
def test_a_document_without_text_says_so(body):
    finding = refusal(docx(body))
    assert (finding.rule, finding.message) == ("no-text", "`letter.docx` has no text")
    assert finding.help == (
        "a letter that was scanned is a picture: get the document it was printed from"
    )


# --- harm

ASK = "no office program writes such files: do not open it, ask the sender about it"
SMALLER = "letters are far smaller: copy what is to be read into a document of its own"


def with_main(text):
    return zipped(entries("") | {"word/document.xml": text})


def main_of(body):
    return entries(body)["word/document.xml"]


def declared(entity):
    return f"<!DOCTYPE w:document [{entity}]>" + main_of(p("&e;"))


def overlapping():
    """Two parts that share the bytes of one."""
    data = docx(p("a"), styles="x" * 500)
    directory = data.index(b"PK\1\2")
    places = [i for i in range(directory, len(data)) if data.startswith(b"PK\1\2", i)]
    first, second = (slice(place + 16, place + 28) for place in places[:2])
    where = slice(places[1] + 42, places[1] + 46)
    changed = bytearray(data)
    changed[second] = data[first]
    changed[where] = data[places[0] + 42 : places[0] + 46]
    return bytes(changed)


def many_entries():
    return zipped({f"{number}.xml": "" for number in range(4100)})


def stating(count):
    """A document whose directory is said to have so many entries."""
    data = bytearray(docx(p("a")))
    struct.pack_into("<H", data, data.rindex(b"PK\5\6") + 10, count)
    return bytes(data)


def understated():
    """A part that swells, stated to have a hundred bytes."""
    data = bytearray(with_main(main_of(p("a") + " " * 5_000_000)))
    name = data.rindex(b"word/document.xml")  # in the directory, 46 bytes after its beginning
    struct.pack_into("<L", data, name - 46 + 24, 100)
    return bytes(data)


def deep(count):
    return main_of("<w:sdt>" * count + "</w:sdt>" * count)


def boxes(count):
    start = "<w:p><w:r><w:pict><w:txbxContent>"
    end = "</w:txbxContent></w:pict></w:r></w:p>"
    return main_of(start * count + end * count)


SWELLS = "word/document.xml in `letter.docx` swells to more than 250 times its size"
DEEP = "word/document.xml in `letter.docx` has elements inside each other, more than 200 deep"
DOCTYPE = (
    "word/document.xml in `letter.docx` has a document type declaration, which can make a "
    "reader fetch files or swell"
)
TAG = "word/document.xml in `letter.docx` has a tag of more than 2 MB"
ELEMENTS = "`letter.docx` has more than 150,000 elements"
NOISE = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(200_000))

HOSTILE = {
    "swells": lambda: (with_main(main_of(p("") + " " * 9_000_000)), SWELLS),
    "understated": lambda: (understated(), SWELLS),
    "doctype": lambda: (with_main(declared('<!ENTITY e "x">')), DOCTYPE),
    "external": lambda: (with_main(declared('<!ENTITY e SYSTEM "file:///etc/passwd">')), DOCTYPE),
    "deep": lambda: (with_main(deep(5000)), DEEP),
    "boxes": lambda: (with_main(boxes(3000)), DEEP),
    "overlapping": lambda: (overlapping(), "parts of `letter.docx` lie on top of each other"),
    "entries": lambda: (many_entries(), "`letter.docx` has 4,100 parts: more than 4,000"),
    "stated": lambda: (stating(65535), "`letter.docx` has 65,535 parts: more than 4,000"),
    "attributes": lambda: (
        with_main(main_of("<w:p " + " ".join(f'a{n}="{n}"' for n in range(300_000)) + "/>")),
        TAG,
    ),
    "comment": lambda: (with_main(main_of(f"<!--{NOISE * 5}-->" + p("a"))), TAG),
    "paragraph": lambda: (
        with_main(main_of(p(NOISE * 84))),
        "a paragraph of `letter.docx` has more than 1,000,000 characters",
    ),
    "runs": lambda: (
        with_main(
            main_of(
                "<w:p>" + "".join(f"<w:r><w:t>{n}</w:t></w:r>" for n in range(80_000)) + "</w:p>"
            )
        ),
        ELEMENTS,
    ),
    "paragraphs": lambda: (
        with_main(main_of("".join(p(f"{n}") for n in range(35_000)))),
        ELEMENTS,
    ),
    "megabytes": lambda: (
        with_main(main_of(p("a") + f"<x>{NOISE}</x>" * 60)),
        "`letter.docx` has more than 32 MB without pictures",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_document_that_means_harm_is_refused(kind):
    data, message = HOSTILE[kind]()
    finding = refusal(data)
    assert finding.message == message
    rule, help_ = {
        ASK: ("unsafe-document", ASK),
        SMALLER: ("large-document", SMALLER),
    }[finding.help]
    assert (finding.rule, finding.help) == (rule, help_)


def test_a_paragraph_without_end_is_pointed_to():
    finding = refusal(with_main(main_of(p("a") + p(NOISE * 6))))
    assert str(finding.location) == "letter.docx:¶2"


# What is read in full, and is as large as it may be.
LARGEST = {
    "many": lambda: docx("".join(p(f"{n}" * 20) for n in range(28_000))),
    "long": lambda: docx(p(NOISE * 4, "\N{GRINNING FACE}") * 4),
    "notes": lambda: docx(
        p(*(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(20_000)), "a"),
        footnotes="".join(f'<w:footnote w:id="{n}">{p("n")}</w:footnote>' for n in range(12_000)),
    ),
}


@pytest.mark.parametrize("kind", [*HOSTILE, *LARGEST])
def test_no_document_takes_a_hundred_megabytes(kind):
    """Of its own, besides Python and the bytes of the file; 200 are allowed for all of it."""
    data = HOSTILE[kind]()[0] if kind in HOSTILE else LARGEST[kind]()
    outcome = "read"
    tracemalloc.start()
    try:
        read_docx(data, FILE)
    except FindingsError:
        outcome = "refused"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert outcome == ("refused" if kind in HOSTILE else "read")
    assert peak < 100_000_000


def test_a_part_that_many_relations_point_to_is_read_once():
    """Else a small file would keep the reader busy for long."""
    names = [f"h{number}" for number in range(3000)]
    sections = "".join(
        f'<w:sectPr><w:headerReference w:type="default" r:id="{name}"/></w:sectPr>'
        for name in names
    )
    files = entries(p("a") + sections)
    files["word/_rels/document.xml.rels"] = relations(*((n, "header", "h.xml") for n in names))
    files["word/h.xml"] = root("w:hdr", p("top") + "<w:x/>" * 100)
    assert [line.text for line in read_docx(zipped(files), FILE).lines] == ["top", "a"]
