"""Pairs of documents to be compared: with a fault, rewritten, or as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import faults
import rewrites
from documents import NotOnceError, changed_document
from handmade import Change, HandmadeLetter, handmade_letters
from layout import Line
from letters import Pair

# Every so many mutants that change one paragraph only are made in the DOCX, too.
_ALSO_IN_DOCX = 10


class Case(NamedTuple):
    """Two documents to be compared, and what should come of it; `base` names the unchanged pair."""

    base: str
    source: bytes | str
    source_name: str
    target: bytes | str
    target_name: str
    kind: str
    title: str
    paragraphs: frozenset[str] = frozenset()
    expected: frozenset[str] = frozenset()


class Cases(NamedTuple):
    """What is to be judged of one set of letters."""

    title: str
    correct: Sequence[Case]
    faults: Sequence[Case]
    rewrites: Sequence[Case]


def golden_cases(pairs: Sequence[Pair], seed: int, kind: str) -> Cases:
    """Mutants and rewrites of the golden pairs."""
    made = [m for m in faults.mutants(pairs, seed) if kind in {"", m.kind}]
    harmless = [r for r in rewrites.rewrites(pairs, seed) if kind in {"", r.kind}]
    cases: list[Case] = []
    for mutant in made:
        case = _golden(mutant.pair, mutant.text, mutant.kind, _title(mutant))
        case = case._replace(paragraphs=mutant.paragraphs, expected=mutant.expected)
        cases.append(case._replace(source=mutant.source) if mutant.source else case)
    suitable = [m for m in made if not m.source and _in_one_line(m)]
    cases += filter(None, map(_as_docx, suitable[::_ALSO_IN_DOCX]))
    return Cases(
        "golden letters",
        [
            case
            for pair in pairs
            for case in (_correct(pair), _correct_docx(pair), _correct_docx(pair, mixed=True))
        ],
        cases,
        [_golden(r.pair, r.text, r.kind, _title(r)) for r in harmless],
    )


def _golden(pair: Pair, target: str, kind: str, title: str) -> Case:
    source, letter = pair.source.letter, pair.target.letter
    name = f"{pair.name}.{source.language}.txt"
    target_name = f"{pair.name}.{letter.language}.txt"
    return Case(pair.title, source.text, name, target, target_name, kind, title)


def _correct(pair: Pair) -> Case:
    return _golden(pair, pair.target.letter.text, "text", pair.title)


def _correct_docx(pair: Pair, *, mixed: bool = False) -> Case:
    """The pair as two documents, or as a text and a document."""
    source: bytes | str = pair.source.letter.text if mixed else pair.source.docx
    ending = "txt" if mixed else "docx"
    title = f"{pair.title} {ending}-docx"
    return Case(
        title,
        source,
        f"{pair.name}.{pair.source.letter.language}.{ending}",
        pair.target.docx,
        f"{pair.name}.{pair.target.letter.language}.docx",
        "docx",
        title,
    )


def _title(made: faults.Mutant | rewrites.Rewrite) -> str:
    """What was done, to be listed: kind, letter, paragraph, and the place before and after."""
    text = made.pair.target.letter.text
    before = text[max(0, made.start - 30) : made.start]
    after = text[made.start + len(made.before) :][:20]
    place = f"{before}[{_short(made.before)} → {_short(made.after)}]{after}"
    shown = place.replace("\n", "⏎").replace("\t", "→|")
    return f"{made.kind} ({made.note}), {made.pair.title} ¶{made.paragraph}: …{shown}…"


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:38]} … {text[-38:]}"  # noqa: PLR2004


def _in_one_line(mutant: faults.Mutant) -> bool:
    """Whether the change is inside the words of one line."""
    line = _line(mutant)
    end = mutant.start + len(mutant.before)
    return line.body_start <= mutant.start and end <= line.end and "\n" not in mutant.after


def _line(mutant: faults.Mutant) -> Line:
    return mutant.pair.target.letter.line_at(mutant.start)


def _as_docx(mutant: faults.Mutant) -> Case | None:
    """The same fault in the document; nothing where the paragraph is not there just so."""
    line, pair = _line(mutant), mutant.pair
    start, end = mutant.start - line.body_start, mutant.start - line.body_start + len(mutant.before)
    put = line.body[:start] + mutant.after + line.body[end:]
    try:
        document = changed_document(pair.target.docx, line.body, put)
    except NotOnceError:
        return None
    case = _correct_docx(pair)
    return case._replace(
        target=document,
        kind=mutant.kind,
        title=f"{_title(mutant)} (DOCX)",
        paragraphs=mutant.paragraphs,
        expected=mutant.expected,
    )


def handmade_cases(which: str, kind: str, rules: dict[str, set[str]]) -> Cases:
    """The letters of a set with what is done to them; `rules` may report a kind besides its own."""
    letters = handmade_letters(which)
    correct: list[Case] = []
    wrong: list[Case] = []
    harmless: list[Case] = []
    for letter in letters:
        correct.append(_handmade(letter, letter.files, which, letter.name))
        for change in letter.faults:
            if kind in {"", change.kind}:
                case = _handmade(letter, letter.changed(change), change.kind, _said(letter, change))
                expected = change.rules | rules.get(change.kind, set())
                wrong.append(case._replace(paragraphs=change.paragraphs, expected=expected))
        harmless += [
            _handmade(letter, letter.changed(change), change.kind, _said(letter, change))
            for change in letter.rewrites
            if kind in {"", change.kind}
        ]
    return Cases(f"{which} letters", correct, wrong, harmless)


def _handmade(letter: HandmadeLetter, files: dict[str, bytes | str], kind: str, title: str) -> Case:
    (one, source), (other, target) = files.items()
    return Case(
        letter.name, source, f"{letter.name}/{one}", target, f"{letter.name}/{other}", kind, title
    )


def _said(letter: HandmadeLetter, change: Change) -> str:
    shown = f"[{_short(change.find)} → {_short(change.put)}]".replace("\n", "⏎")
    return f"{change.kind}, {letter.name}/{change.file} ¶{change.paragraph}: {shown}"
