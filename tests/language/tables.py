"""What the packs are measured by: the tables of the languages, and the letters they speak of.

Values in tables stay the characters that were typed, but for "~", which is a no-break space.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import yaml

from circgen.facts.model import Hours
from circgen.library import Library
from circgen.project import find_project

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "templates"
HERE = Path(__file__).parent
NBSP = "\N{NO-BREAK SPACE}"

ALL = sorted(path.parent.name for path in TEMPLATES.glob("*/language.yaml"))
LANGUAGES = [code for code in ALL if (HERE / "tables" / f"{code}.yaml").exists()]
"""The languages that have a table; a test asks that these be all."""
PATTERNS = ("dates", "hours", "replacements", "soft_break")
LIBRARY = Library(find_project(ROOT))


def read(path):
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  strings only


@functools.cache
def table(language):
    return _spaced(read(HERE / "tables" / f"{language}.yaml"))


def _spaced(node):
    match node:
        case dict():
            return {_spaced(key): _spaced(value) for key, value in node.items()}
        case list():
            return [_spaced(item) for item in node]
        case _:
            return node.replace("~", NBSP)


def pack(language):
    return LIBRARY.language(language)


def every(*sections):
    """Language, value and text of each line of a section of the tables."""
    found = []
    for language in LANGUAGES:
        part = table(language)
        for section in sections:
            part = part[section]
        found += _leaves(language, part)
    return found


def _leaves(language, part, *keys):
    if isinstance(part, dict):
        return [
            leaf for key, inner in part.items() for leaf in _leaves(language, inner, *keys, key)
        ]
    return [(language, *keys, part)]


def hours(text):
    """`11:00-12:00`, `09:30`, `22:00-02:00+1`."""
    start, _, end = text.partition("-")
    if not end:
        return Hours(minutes(start))
    later = 24 * 60 if end.endswith("+1") else 0
    return Hours(minutes(start), minutes(end.removesuffix("+1")) + later)


def minutes(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def strings(language):
    """Where each string that the language's readers may see stands, and the string.

    Patterns of dates and hours are left out: what they print is looked at in letters.
    """
    for key, part in read(TEMPLATES / language / "language.yaml").items():
        if key not in PATTERNS:
            yield from _walked(part, f"{language}/language.yaml:{key}")
    for path in sorted((TEMPLATES / language).glob("*.md.j2")):
        source = path.read_text("utf-8")
        for number, line in enumerate(_words(source).split("\n"), 1):
            yield f"{language}/{path.name}:{number}", line
    for path in sorted((ROOT / "data").glob("*/*.yaml")):
        for where, text in _walked(read(path), path.name):
            if where.endswith(f".{language}") or f".{language}." in where:
                yield where, text


def _walked(node, where):
    match node:
        case dict():
            for key, value in node.items():
                yield from _walked(value, f"{where}.{key}")
        case list():
            for index, value in enumerate(node):
                yield from _walked(value, f"{where}[{index}]")
        case _:
            yield where, node


_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_WORDS_OF_TAG = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")


def _words(source):
    """A template without its tags; the words that a filter is given stay, lines keep their number."""

    def kept(match):
        words = [a or b for a, b in _WORDS_OF_TAG.findall(match[1])] if "|" in match[1] else []
        return (
            "\x00".join(words) + "\n" * match[0].count("\n")
            if words
            else "\x00" + "\n" * match[0].count("\n")
        )

    return _TAG.sub(kept, _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source))
