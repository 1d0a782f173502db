"""The tables of what is recognised, and readers of their languages."""

from __future__ import annotations

import calendar
import functools
from pathlib import Path

import yaml

from circgen.library import Library
from circgen.project import find_project
from circgen.recognition.mentions import Day, Days, Kind
from circgen.recognition.recogniser import Recogniser

ROOT = Path(__file__).parent.parent.parent
ADDED = ROOT / "tests" / "golden" / "added-language" / "templates"
HERE = Path(__file__).parent / "tables"
NBSP = "\N{NO-BREAK SPACE}"
WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
KINDS = (
    Kind.DATE,
    Kind.WEEKDAY,
    Kind.MONTH,
    Kind.HOURS,
    Kind.ZONE,
    Kind.NUMBER,
    Kind.ORDINAL,
    Kind.YEARS,
    Kind.URL,
    Kind.EMAIL,
    Kind.PHONE,
    Kind.CIRCULAR,
    Kind.CODE,
    Kind.UNKNOWN_DATE,
    Kind.UNKNOWN_HOURS,
    Kind.RUN_TOGETHER,
)
"""What these tables are about: all that is no name."""
LIBRARIES = (Library(find_project(ROOT)), Library(find_project(ROOT, ADDED)))
LANGUAGES = tuple(path.stem for path in sorted(HERE.glob("*.yaml")))


@functools.cache
def reader(language):
    library = next(each for each in LIBRARIES if language in each.packs)
    return Recogniser(library.language(language), names=False)


def found(language, text):
    """What is recognised in a text: kind and neutral value; in brackets if it may be missing."""
    return [shown(each) for each in reader(language).mentions(text) if each.kind in KINDS]


def shown(mention):
    value = mention.value
    if mention.kind is Kind.WEEKDAY:
        value = " ".join(filter(None, (WEEKDAYS[value], str(mention.day or ""))))
    text = f"{mention.kind.value} {value}"
    return f"({text})" if mention.weak else text


def section(name):
    """Language, text and what is in it, of each line of a section of all tables."""
    return [
        (language, str(text).replace("~", NBSP), wanted)
        for language in LANGUAGES
        for text, wanted in _table(language)[name].items()
    ]


@functools.cache
def _table(language):
    return yaml.load((HERE / f"{language}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  strings only


def day(text):
    """A date without gaps, as days."""
    return Days(*(Day(*map(int, text.split("-"))),) * 2)
