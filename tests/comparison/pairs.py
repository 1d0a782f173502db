"""A pair of letters that say the same, changes to them, and what is found then."""

import re
from functools import cache
from pathlib import Path

from circgen.findings import FindingsError, in_order
from circgen.library import Library
from circgen.project import find_project
from circgen.proofreading import Proofreader

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LETTERS = {path.suffixes[0][1:]: path for path in sorted((HERE / "letters").glob("*.txt"))}
SOURCE, TARGET = LETTERS
"""The languages of the pair, that of the source first."""
NUMBER = re.compile(r"^\d+(?=\t)", re.MULTILINE)


@cache
def proofreader():
    return Proofreader(Library(find_project(ROOT)))


@cache
def letter(language):
    """The letter as it is right."""
    return LETTERS[language].read_text("utf-8")


def changed(text, *changes):
    """A text after changes, each of them words and what stands for them, or one of LINES.

    Then the numbers of paragraphs are counted anew, unless there is `keep numbers`.
    """
    pairs = [pair for change in changes for pair in change.items()]
    for what, how in pairs:
        if what in LINES:
            text = LINES[what](text, how)
        elif what != "keep numbers":
            assert text.count(what) == 1, f"stands {text.count(what)} times: {what}"
            text = text.replace(what, how)
    return text if ("keep numbers", True) in pairs else _counted(text)


def _line(text, start):
    """The one line that begins so."""
    found = [line for line in text.splitlines(keepends=True) if line.startswith(start)]
    assert len(found) == 1, f"{len(found)} lines begin with: {start}"
    return found[0]


def _drop(text, starts):
    for start in _listed(starts):
        text = text.replace(_line(text, start), "")
    return text


def _swap(text, starts):
    one, two = (_line(text, start) for start in starts)
    return text.replace(one, "\0").replace(two, one).replace("\0", two)


def _repeat(text, start):
    return text.replace(_line(text, start), _line(text, start) * 2)


def _add(text, behind):
    start, more = behind
    return text.replace(_line(text, start), f"{_line(text, start)}{more}\n")


def _only_from(text, start):
    return text[text.index(_line(text, start)) :]


def _only_until(text, start):
    return text[: text.index(_line(text, start))]


LINES = {
    "drop": _drop,
    "swap": _swap,
    "repeat": _repeat,
    "add": _add,
    "only from": _only_from,
    "only until": _only_until,
}
"""What can be done with whole lines; they are named by how they begin."""


def _counted(text):
    count = iter(range(1, 100))
    return NUMBER.sub(lambda _: str(next(count)), text)


def side(text, language, name=""):
    data = text if isinstance(text, bytes) else text.encode()
    return proofreader().side_of(data, name or f"workshop.{language}.txt")


def compared(source, target, languages=(SOURCE, TARGET)):
    """The findings on two texts, in their order."""
    try:
        one, two = (side(*each) for each in zip((source, target), languages, strict=True))
        return in_order(proofreader().compare(one, [two]))
    except FindingsError as error:
        return in_order(error.findings)


def found(changes, *, backwards=False):
    """The findings on the pair after changes, by language."""
    texts = {
        language: changed(letter(language), *_listed(changes.get(language, [])))
        for language in LETTERS
    }
    languages = (TARGET, SOURCE) if backwards else (SOURCE, TARGET)
    return compared(*(texts[language] for language in languages), languages)


def _listed(changes):
    return changes if isinstance(changes, list) else [changes]


def shown(finding):
    """`4 error date: 2024-07-09 -> 2024-07-08`; `-` where a letter has no such value."""
    values = [_shown(each) for each in (finding.source, finding.target)]
    said = f": {' -> '.join(values)}" if any(value != "-" for value in values) else ""
    return f"{finding.paragraph or '-'} {finding.level} {finding.rule}{said}"


def _shown(evidence):
    return evidence.value if evidence and evidence.text and evidence.value else "-"
