"""Every part of a letter that comes out otherwise is explained by a change, and the other way."""

from functools import cache
from pathlib import Path

import pytest
from versions.trying import EXAMPLE, ROOT, compared, said

from circgen.library import Library
from circgen.project import find_project
from circgen.report.paint import plain
from circgen.versions.change import How
from circgen.versions.composing import Version, compare
from circgen.versions.text import told

MEETINGS = ROOT / "tests" / "golden" / "examples" / "data" / "meetings"
PATHS = sorted(MEETINGS.glob("*.yaml"))


@cache
def library() -> Library:
    return Library(find_project(MEETINGS))


@cache
def version(path: Path) -> Version:
    return Version(path.name, path.read_bytes(), library(), library().load(path))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_circular_is_what_it_is(path):
    found = compare(version(path), version(path))
    assert (found.changes, [edition.how for edition in found.editions]) == (
        (), [None] * len(version(path).editions),
    )  # fmt: skip
    assert told(found, plain) == "nothing changed\n"


@pytest.mark.parametrize("path", PATHS[::3], ids=lambda path: path.stem)
def test_what_changes_in_letters_is_what_the_facts_change(path):
    for pair in ((path, EXAMPLE), (EXAMPLE, path)):
        found = compare(*map(version, pair))
        for edition in found.editions:
            if edition.how is not How.CHANGED:
                continue
            parts = {part.id for part in edition.parts}
            explained = {
                part
                for change in found.changes
                for part in change.letters.get(edition.language, ())
            }
            assert parts - explained == set()


def test_two_side_events_that_are_gone_are_two_parts():
    text = EXAMPLE.read_text("utf-8")
    start, end = text.index("side_events:"), text.index("deadlines:")
    found = compared((text[start:end], ""))
    assert [(c.message, dict(c.letters)) for c in found.changes] == [
        (
            'side event removed: webinar "A Letter in Two Languages"',
            {"en": ("side-events[0]",), "ru": ("side-events[0]",)},
        ),
        (
            'side event removed: workshop "Writing Facts"',
            {"en": ("side-events[1]",), "ru": ("side-events[1]",)},
        ),
    ]


def test_the_text_of_an_annex():
    texts = {"practical_information_en_md": "# Rooms\n\nRoom *7* is open.\n"}
    old = said(**texts)
    assert old.startswith("Paragraphs and annexes\n  text of the annex (en) changed\n")
    assert old.endswith("1 change\nen changes: annexes[0]\nru does not change\n")


def test_emphasis_is_shown_where_no_word_differs():
    shown = said(("**four weeks**", "four weeks"), letters=True)
    assert (
        "Letter (en)\n"
        "  paragraph 6 `visa` changed\n"
        "      the words are the same: links, emphasis, spaces or the kind of list differ\n"
    ) in shown


def test_a_paragraph_that_moves_is_said_to_have_moved():
    shown = said(("after: programme", "after: opening"))
    assert shown == (
        "Paragraphs and annexes\n"
        "  paragraph that paragraph `visa` follows is opening, was programme\n"
        "      - old.yaml:97:12\n"
        "      + new.yaml:97:12\n"
        "      = visa (en, ru)\n"
        "\n"
        "1 change\n"
        "en changes: 2 visa (moved)\n"
        "ru changes: 2 visa (moved)\n"
    )
