"""Letters for the tests of rules: a sentence is paragraph 1 of one, lines are a letter by itself."""

import re
from functools import cache
from pathlib import Path

from circgen.comparison.rules import rules
from circgen.comparison.side import Knowledge, Side
from circgen.findings import Location
from circgen.library import Library
from circgen.project import find_project
from circgen.readers.letter import Letter, Passage, Point
from circgen.readers.structure import read_letter
from circgen.readers.text import read_text
from circgen.recognition.recogniser import Recogniser

ROOT = Path(__file__).parent.parent.parent.parent
FILE = "letter.txt"


@cache
def library():
    return Library(find_project(ROOT))


@cache
def recogniser(code):
    return Recogniser(library().language(code))


@cache
def knowledge():
    places = library().place_zones
    readers = {code: recogniser(code) for code in library().packs}
    return Knowledge(readers, tuple(sorted(set(places.values()))), places)


def passage(text, line=1, mark=""):
    return Passage(text, ((0, Location(FILE, line, 1)),), mark)


def side(text, code="en"):
    """A sentence stands at 1:1; of several lines, those are the lines of the file."""
    if "\n" not in text:
        return Side(Letter(FILE, code, {}, (Point("1", (passage(text),)),)), recogniser(code))
    return whole(text, code)


def whole(text, code="en"):
    """A letter as it is read from a text."""
    return Side(
        read_letter(read_text(text.encode(), FILE), library().language(code)), recogniser(code)
    )


def found(rule, text, code="en"):
    """What a rule finds in a sentence, or in the lines of a letter."""
    return found_in(rule, side(text, code))


def found_in(rule, one):
    return list(rules()[rule](one, knowledge()))


def shown(findings):
    """Places, levels and messages: `1:8 error 1: there is no 2025-09-31`."""
    return [f"{f.location.line}:{f.location.column} {f.level} {f.message}" for f in findings]


def example(text, code="en"):
    """A letter as the manual page of a rule shows it: numbers set off by spaces, no salutation."""
    if "\n" not in text:
        return side(text, code)
    text = re.sub(r"^(\d+) {2,}", "\\1\t", text, flags=re.MULTILINE)
    salutation = library().packs[code].letter.salutation[0]
    return whole(text if salutation in text else f"{salutation}\n\n{text}", code)
