"""What a screen reader is told of a PDF: what is to be read, what is a line, and rows that fill a table.

LibreOffice must be there (scripts/real_tools.sh installs it): without it these tests fail.
"""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from real.pages import printed
from writers.conftest import ROOT
from writers.example import ANNEXED, DRAFT, RUSSIAN
from writers.other_scripts import WHOLE_ARABIC

from circgen.printing import Office
from circgen.writers.docx import Letterhead, docx

LETTERS = {
    "annexed": ANNEXED,
    "draft": DRAFT,
    "russian": RUSSIAN,
    "arabic": WHOLE_ARABIC,
    "no-recipients": RUSSIAN._replace(recipients=()),
}
PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'}


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tags")
    letterhead = Letterhead.open(ROOT / "templates" / "letterhead.docx")
    files = {name: folder / f"{name}.docx" for name in LETTERS}
    for name, file in files.items():
        file.write_bytes(docx(LETTERS[name], letterhead))
    printed(list(files.values()), folder)
    return files


@pytest.fixture(params=LETTERS)
def pdf(documents, request):
    with pikepdf.open(documents[request.param].with_suffix(".pdf")) as opened:
        yield opened


def unmarked(pdf):
    """How often something is painted that is neither to be read nor said to be passed over."""
    count = 0
    for page in pdf.pages:
        depth = 0
        for each in pikepdf.parse_content_stream(page):
            operator = str(each.operator)
            depth += (operator in {"BDC", "BMC"}) - (operator == "EMC")
            count += operator in PAINTS and depth == 0
        assert depth == 0
    return count


def test_all_that_is_painted_is_marked(pdf):
    assert unmarked(pdf) == 0


def test_libreoffice_leaves_lines_unmarked(documents):
    """If it marked them itself, nothing would have to be done."""
    [made] = Office.installed().pdf([documents["draft"].read_bytes()]).values()
    path = documents["draft"].with_name("as-made.pdf")
    path.write_bytes(made)
    with pikepdf.open(path) as opened:
        assert unmarked(opened) == 10  # four of the box, one above the address, each drawn twice


def children(element):
    found = element.get("/K")
    found = list(found) if isinstance(found, Array) else [found]
    return [each for each in found if isinstance(each, Dictionary) and "/S" in each]


def span(cell, name):
    attributes = cell.get("/A", Array())
    attributes = list(attributes) if isinstance(attributes, Array) else [attributes]
    return max((int(each.get(name, 1)) for each in attributes), default=1)


def widths(table):
    """How many columns each row fills, cells from the rows above included."""
    rows = [children(row) for row in children(table) if row.S == Name.TR]
    filled = [0] * len(rows)
    for number, row in enumerate(rows):
        for cell in row:
            for below in range(number, number + span(cell, "/RowSpan")):
                filled[below] += span(cell, "/ColSpan")
    return filled


def test_the_rows_of_a_table_fill_it(pdf):
    tables = [
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/S") == Name.Table
    ]
    assert tables
    for table in tables:
        assert len(set(widths(table))) == 1, widths(table)
