"""Documents made at random, against what they were made from; and documents damaged at random."""

import os
from itertools import pairwise
from typing import NamedTuple
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers.package import FILE, docx, entries, p, r, root, sheet, tbl, tc, tr, zipped

from circgen.findings import FindingsError
from circgen.readers.docx import read_docx

LETTERS = "ab1 <&>\"'Жя,.–é\N{NO-BREAK SPACE}\N{GRINNING FACE}"
HIDDEN = "<w:vanish/>"
EXAMPLES = int(os.environ.get("CIRCGEN_EXAMPLES", "0"))
quick = settings(
    deadline=None,
    max_examples=EXAMPLES or 80,
    derandomize=not EXAMPLES,
    database=None,
    suppress_health_check=list(HealthCheck),
)


class Piece(NamedTuple):
    """Markup, and what a reader sees of it."""

    markup: str
    seen: str


def runs(text):
    return Piece(r(escape(text)), text)


def deleted(text):
    return Piece(f"<w:r><w:delText>{escape(text)}</w:delText></w:r>", "")


def wrapped(start, end, *, seen):
    def wrap(pieces):
        inner = "".join(piece.markup for piece in pieces)
        return Piece(start + inner + end, "".join(x.seen for x in pieces) if seen else "")

    return wrap


def field(pieces):
    """The pieces in a field: the first half calculates it, the other is what came out."""
    half = len(pieces) // 2
    chars = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    code, result = (
        "".join(piece.markup for piece in part) for part in (pieces[:half], pieces[half:])
    )
    seen = "".join(piece.seen for piece in pieces[half:])
    return Piece(chars[0] + code + chars[1] + result + chars[2], seen)


def elements(name, inner=""):
    return f"<w:{name}>{inner}", f"</w:{name}>"


words = st.text(LETTERS, max_size=6)
leaves = st.one_of(
    words.map(runs),
    words.map(deleted).map(lambda piece: Piece(f"<w:del>{piece.markup}</w:del>", "")),
    words.map(lambda text: Piece(r(escape(text), HIDDEN), "")),
    st.sampled_from(
        [
            Piece("<w:r><w:tab/></w:r>", "\t"),
            Piece("<w:r><w:br/></w:r>", "\n"),
            Piece("<w:r><w:softHyphen/></w:r>", ""),
            Piece('<w:bookmarkStart w:id="1" w:name="x"/>', ""),
            Piece("<w:r/>", ""),
        ]
    ),
)
PLACEHOLDER = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
WRAPPERS = [
    wrapped(*elements("ins"), seen=True),
    wrapped(*elements("moveTo"), seen=True),
    wrapped(*elements("del"), seen=False),
    wrapped(*elements("moveFrom"), seen=False),
    wrapped(*elements("hyperlink"), seen=True),
    wrapped(*elements("smartTag"), seen=True),
    wrapped("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>", seen=True),
    wrapped(f"<w:sdt>{PLACEHOLDER}", "</w:sdtContent></w:sdt>", seen=False),
    field,
]
content = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda wrap, pieces: wrap(pieces), st.sampled_from(WRAPPERS), st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)
paragraphs = st.lists(st.tuples(st.lists(content, max_size=4), st.booleans()), max_size=6)


def joined(made):
    """What is seen of paragraphs, of which some go on in the next."""
    found, text = [], ""
    for pieces, goes_on in made:
        text += "".join(piece.seen for piece in pieces)
        if not goes_on:
            found.append(text)
            text = ""
    return [each for each in [*found, text] if each.strip()]


def marked(made):
    return "".join(
        p(*(piece.markup for piece in pieces), properties="<w:rPr><w:del/></w:rPr>" * goes_on)
        for pieces, goes_on in made
    )


def lines(body):
    return [line.text for line in sheet(body + p("end")).lines][:-1]


@quick
@given(paragraphs)
def test_of_anything_in_anything_what_is_seen_is_read(made):
    made = [*made, ([], False)]
    assert lines(marked(made)) == joined(made)


@quick
@given(st.lists(st.lists(paragraphs, min_size=1, max_size=3), max_size=3))
def test_cells_keep_their_text_to_themselves(rows):
    body = tbl(*(tr(*(tc(marked([*made, ([], True)])) for made in row)) for row in rows))
    seen = [
        (text, row, column)
        for row, cells in enumerate(rows)
        for column, made in enumerate(cells)
        for text in joined(made)
    ]
    found = sheet(body + p("end")).lines[:-1]
    assert [(line.text, line.cell.row, line.cell.column) for line in found] == seen


@quick
@given(st.text(LETTERS, min_size=1, max_size=30), st.sets(st.integers(1, 29)))
def test_where_runs_are_split_does_not_matter(text, places):
    cuts = [0, *sorted(place for place in places if place < len(text)), len(text)]
    split = p(*(r(escape(text[start:end])) for start, end in pairwise(cuts)))
    assert lines(split) == lines(p(r(escape(text))))


# --- damage

NUMBERED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
FULL = entries(
    p("Geneva", "<w:ins>" + r("15 October") + "</w:ins>", properties=NUMBERED)
    + tbl(tr(tc("a", properties='<w:gridSpan w:val="2"/>'), tc("b")))
    + p('<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>')
    + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>',
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:basedOn w:val="N"/></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="3"/>'
    '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    footnotes='<w:footnote w:id="1"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>',
    margins={"h": root("w:hdr", p("top"))},
)  # fmt: skip
WHOLE = zipped(FULL)


def one_finding_or_lines(data):
    """Anything but one of the two is an exception, and fails the test."""
    try:
        return len(read_docx(data, FILE).lines)
    except FindingsError as error:
        return len(error.findings)


@quick
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1))
def test_a_file_with_other_bytes_here_and_there_is_read_or_refused(changes):
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[place] = byte
    assert one_finding_or_lines(bytes(data)) >= 1


@quick
@given(st.sampled_from(sorted(FULL)), st.data())
def test_a_part_with_a_piece_cut_out_or_doubled_is_read_or_refused(name, data):
    text = FULL[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    put = data.draw(st.sampled_from(["", text[start:end] * 2, "\0", "99999999999", "-1", "Ж"]))
    files = FULL | {name: text[:start] + put + text[end:]}
    assert one_finding_or_lines(zipped(files)) >= 1


@quick
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_with_one_finding(data):
    with pytest.raises(FindingsError) as caught:
        read_docx(data, FILE)
    assert len(caught.value.findings) == 1


@quick
@given(st.recursive(st.text("Ж<", max_size=3).map(escape).map(r), lambda inner: st.builds(
    lambda name, pieces: f"<w:{name}>{''.join(pieces)}</w:{name}>",
    st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "tcPr", "sdt", "sdtPr", "txbxContent", "del", "ins", "fldChar", "body", "footnote", "sectPr", "lvl", "ruby", "rt", "AlternateContent"]),
    st.lists(inner, max_size=3)), max_leaves=20))  # fmt: skip
def test_elements_where_they_do_not_belong_are_read_or_refused(markup):
    assert one_finding_or_lines(docx(markup + p("end"))) >= 1
