"""A file that slipped under somebody's fingers gives a letter or findings, never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.facts_files import written
from properties.packs import LANGUAGES, PRESS, ROOT

from circgen.editions import Press
from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import Project
from circgen.report import report

EXAMPLES = [path.read_bytes() for path in sorted((ROOT / "data" / "meetings").glob("*.yaml"))]
PACKS = {
    language: (ROOT / "templates" / language / "language.yaml").read_bytes()
    for language in LANGUAGES
}
LAYOUT = (ROOT / "templates" / "layouts" / "meeting.yaml").read_bytes()
SERIES = {
    path.name: path.read_bytes() for path in sorted((ROOT / "data" / "series").glob("*.yaml"))
}
_INJECTED = (
    "\t", " ", "  ", "\n", "\r", ":", ": ", "- ", "#", "&a ", "*a", "!x ", "{", "}", "[", "]", '"', "'",
    "|", ">", "%", "@", "`", "?", ",", "\x00", "\x1b", "\x85", "\u2028", "\u200b", "\ue000", "\ufeff",
    "\ufffe", "\u202e", "е", "0", "999999999999", "null", "~", "---\n", "...\n", "<<: ", "{{", "%}", "é",
)  # fmt: skip


def _swapped(draw, lines):
    first, second = _two(draw, lines)
    lines[first], lines[second] = lines[second], lines[first]


def _deleted(draw, lines):
    del lines[_two(draw, lines)[0]]


def _doubled(draw, lines):
    first, second = _two(draw, lines)
    lines.insert(second, lines[first])


def _indented(draw, lines):
    first, _ = _two(draw, lines)
    lines[first] = draw(st.sampled_from([b" ", b"  ", b"    ", b"\t"])) + lines[first]


def _moved_out(draw, lines):
    first, _ = _two(draw, lines)
    lines[first] = lines[first].lstrip()


def _injected(draw, lines):
    _insert(draw, lines, draw(st.sampled_from(_INJECTED)).encode())


def _garbled(draw, lines):
    _insert(draw, lines, draw(st.binary(min_size=1, max_size=3)))


def _cut(draw, lines):
    first, _ = _two(draw, lines)
    at = draw(st.integers(0, len(lines[first])))
    lines[first] = lines[first][:at] + lines[first][at + draw(st.integers(1, 30)) :]


def _broken_off(draw, lines):
    first, _ = _two(draw, lines)
    lines[first] = lines[first][: draw(st.integers(0, len(lines[first])))]
    del lines[first + 1 :]


def _two(draw, lines):
    return draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2))


def _insert(draw, lines, piece):
    first, _ = _two(draw, lines)
    at = draw(st.integers(0, len(lines[first])))
    lines[first] = lines[first][:at] + piece + lines[first][at:]


_ACCIDENTS = st.sampled_from(
    [
        _swapped,
        _deleted,
        _doubled,
        _indented,
        _moved_out,
        _injected,
        _injected,
        _garbled,
        _cut,
        _broken_off,
    ]
)


@st.composite
def damaged(draw, originals):
    """Bytes of a valid file with a few accidents."""
    lines = draw(originals).split(b"\n")
    for accident in draw(st.lists(_ACCIDENTS, min_size=1, max_size=4)):
        if lines:
            accident(draw, lines)
    return b"\n".join(lines)


def told(error):
    """Findings say where and what, and can be printed."""
    assert error.findings
    for finding in error.findings:
        assert finding.message
        assert finding.location.file
        assert finding.location.line >= 0
    assert report(error.findings).count(": error: ") >= 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("damaged")


def attempt(press, path):
    try:
        assert press.editions(path, (), ("docx", "txt")).files
    except FindingsError as error:
        told(error)
        return error.findings
    return ()


@given(damaged(st.sampled_from(EXAMPLES) | written().map(lambda pair: pair[1])))
def test_a_damaged_facts_file_gives_findings_or_a_letter(folder, data):
    path = folder / "circular.yaml"
    path.write_bytes(data)
    for finding in attempt(PRESS, path):
        lines = data.count(b"\n") + data.count(b"\r") + 1
        if finding.location.file.endswith("circular.yaml"):
            # U+0085, U+2028 and U+2029 end a line for YAML, and for some editors.
            more = sum(data.count(mark.encode()) for mark in "\x85\u2028\u2029")
            assert finding.location.line <= lines + more


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_a_file_of_anything_gives_findings(folder, data):
    path = folder / "anything.yaml"
    path.write_bytes(data)
    assert attempt(PRESS, path)


def project(folder, files):
    """A project of its own, with some files in place of the real ones."""
    import shutil

    root = folder / "project"
    if not root.exists():
        shutil.copytree(ROOT / "templates", root / "templates")
        shutil.copytree(ROOT / "data", root / "data")
    for name, data in files.items():
        (root / name).write_bytes(data)
    return root, Press(Library(Project(root / "templates", (root / "data",), root / "data")))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_a_damaged_language_pack_gives_findings_or_a_letter(folder, language, data):
    name = f"templates/{language}/language.yaml"
    root, press = project(folder, {name: data.draw(damaged(st.just(PACKS[language])))})
    try:
        for path in sorted((root / "data" / "meetings").glob("*.yaml")):
            attempt(press, path)
    finally:
        (root / name).write_bytes(PACKS[language])


@given(damaged(st.just(LAYOUT)))
def test_a_damaged_layout_gives_findings_or_a_letter(folder, data):
    name = "templates/layouts/meeting.yaml"
    root, press = project(folder, {name: data})
    try:
        for path in sorted((root / "data" / "meetings").glob("*.yaml")):
            attempt(press, path)
    finally:
        (root / name).write_bytes(LAYOUT)


@given(damaged(st.sampled_from(sorted(SERIES.values()))), st.sampled_from(sorted(SERIES)))
def test_a_damaged_series_gives_findings_or_a_letter(folder, data, series):
    name = f"data/series/{series}"
    root, press = project(folder, {name: data})
    try:
        for path in sorted((root / "data" / "meetings").glob("*.yaml")):
            attempt(press, path)
    finally:
        (root / name).write_bytes(SERIES[series])
