"""Whatever two versions of a facts file say: all that differs in their letters is said."""

from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st
from properties.facts_files import circulars, written
from properties.packs import LIBRARY
from properties.yaml_styles import yaml_text

from circgen.findings import FindingsError
from circgen.library import Library
from circgen.report.paint import plain
from circgen.versions.change import How
from circgen.versions.composing import Version, compare
from circgen.versions.text import told


def version(data: bytes) -> Version:
    """A version that is not on the disk, in words that both have."""
    path = Path("circular.yaml")
    library = Library(LIBRARY.project, lambda file: data if file == path else file.read_bytes())
    loaded = library.load(path)
    made = Version(str(path), data, LIBRARY, loaded)
    assert made.letters
    return made


def versions(*files):
    """The files as versions; those that cannot be rendered are no matter here."""
    try:
        return [version(data) for data in files]
    except FindingsError:
        assume(False)
        raise


@given(written(), written())
def test_what_differs_in_letters_is_a_change_of_facts(one, two):
    old, new = versions(one[1], two[1])
    found = compare(old, new)
    assert told(found, plain, letters=True)
    for edition in found.editions:
        explained = {
            part for change in found.changes for part in change.letters.get(edition.language, ())
        }
        if edition.how is How.CHANGED:
            assert {part.id for part in edition.parts} <= explained
        elif edition.how is None:
            assert [c for c in found.changes if c.language == edition.language and c.letters] == []


@given(circulars(), st.sampled_from(["plain", "quoted", "single"]), st.booleans())
def test_how_a_file_is_written_is_no_change(circular, style, flow):
    plainly = yaml_text(circular.facts, "plain", False, "\n").encode()
    otherwise = b"# a comment\n" + yaml_text(circular.facts, style, flow, "\r\n").encode()
    found = compare(*versions(plainly, otherwise))
    assert found.changes == ()
    assert [edition.how for edition in found.editions] == [None] * len(found.editions)
