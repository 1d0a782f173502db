"""How many faults of letters the comparison finds, and how often it is wrong about a good one.

Faults are made mechanically, one a document, in every golden pair (faults.py) and by hand in
letters that others wrote: ones that nobody looked at while the comparison was built (unseen/, when
there are any), and ones by which it was mended since (practice/); harmless rewrites
likewise. A fault counts as found if something is said that is not said of the unchanged pair.

    make accuracy ARGS="--misses --kind hours"
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

import faults
import rewrites
from documents import NotOnceError, changed_document
from handmade import SETS, Change, HandmadeLetter, handmade_letters
from judge import Verdict, judge
from layout import Line
from letters import Pair, golden_pairs
from results import Measured, Outcome, goals, table

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
                expected = frozenset({change.kind} | rules.get(change.kind, set()))
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


def measure(cases: Cases, jobs: int) -> Measured:
    """Judge all cases; of a changed pair, only what is not said of the unchanged one counts.

    Raises:
        SystemExit: if the same errors are said of every pair: then nothing was compared.
    """
    every = [*cases.correct, *cases.faults, *cases.rewrites]
    said = iter(_judged(every, jobs))
    correct = [_outcome(case, next(said)) for case in cases.correct]
    everywhere = [o.verdicts for o in correct if o.as_error]
    if len(everywhere) > 1 and len(everywhere) == len(correct) and len(set(everywhere)) == 1:
        raise SystemExit(f"measure: of every pair is said: {everywhere[0][0].message}")
    base = {case.base: Counter(o.verdicts) for case, o in zip(cases.correct, correct, strict=True)}
    changed = [
        [_outcome(case, (Counter(next(said)) - base[case.base]).elements()) for case in some]
        for some in (cases.faults, cases.rewrites)
    ]
    return Measured(cases.title, tuple(changed[0]), tuple(correct), tuple(changed[1]))


def _outcome(case: Case, verdicts: Iterable[Verdict]) -> Outcome:
    return Outcome(case.kind, case.paragraphs, case.expected, case.title, tuple(verdicts))


def _judged(cases: list[Case], jobs: int) -> list[list[Verdict]]:
    if jobs == 1:
        return [_verdicts(case) for case in cases]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_verdicts, cases, chunksize=20))


def _verdicts(case: Case) -> list[Verdict]:
    return judge(case.source, case.source_name, case.target, case.target_name)


def measure_all(
    seed: int = faults.SEED, letters: int = 0, kind: str = "", jobs: int = 0, only: str = ""
) -> tuple[Measured, ...]:
    """Unseen letters first, golden ones last; `letters` golden circulars at most, 0 means all."""
    pairs = golden_pairs()
    pairs = pairs[: 2 * letters] if letters else pairs
    jobs = jobs or os.cpu_count() or 1
    golden = golden_cases(pairs, seed, kind)
    rules: dict[str, set[str]] = {}
    for case in golden.faults:
        rules.setdefault(case.kind, set()).update(case.expected)
    sets = [*(handmade_cases(which, kind, rules) for which in SETS), golden]
    wanted = [cases for cases in sets if cases.correct and cases.title.startswith(only)]
    return tuple(measure(cases, jobs) for cases in wanted)


def missed(measured: Measured) -> list[str]:
    """What was not found, or at another place or by another rule."""
    lines = [f"missed: {outcome.title}" for outcome in measured.faults if not outcome.found]
    for outcome in measured.faults:
        if outcome.found and not (outcome.at_its_place and outcome.by_its_rule):
            said = "; ".join(f"{v.rule} ¶{v.paragraph} {v.message}" for v in outcome.verdicts[:3])
            lines.append(f"found elsewhere: {outcome.title}\n    {said}")
    return lines


def alarms(measured: Measured) -> list[str]:
    """What was said of pairs in which nothing is wrong."""
    return [
        f"{verdict.level}: {outcome.title}\n"
        f"    {verdict.rule} ¶{verdict.paragraph} {verdict.message}"
        for outcome in (*measured.correct, *measured.rewrites)
        for verdict in outcome.verdicts
    ]


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Measure what the comparison finds.")
    parser.add_argument(
        "--misses", action="store_true", help="list what was not found, or elsewhere"
    )
    parser.add_argument("--alarms", action="store_true", help="list what was said of good pairs")
    parser.add_argument("--kind", default="", help="faults or rewrites of this kind only")
    parser.add_argument("--seed", type=int, default=faults.SEED, help=f"({faults.SEED})")
    parser.add_argument("--letters", type=int, default=0, help="so many golden circulars at most")
    parser.add_argument("--only", default="", help="of these letters: unseen, practice or golden")
    parser.add_argument("--jobs", type=int, default=0, help="processes (one a processor)")
    return parser.parse_args()


def main() -> None:
    """Measure and report; a missed goal is no error."""
    asked = arguments()
    found = measure_all(asked.seed, asked.letters, asked.kind, asked.jobs, asked.only)
    for each in found:
        print(table(each) + "\n")
    print(goals(found))
    for each in found:
        lists = (missed(each) if asked.misses else []) + (alarms(each) if asked.alarms else [])
        if lists:
            print(f"\n{each.title}\n" + "\n".join(lists))


if __name__ == "__main__":
    main()
