"""What changed, for people: sentences by what they are about, their places, and the letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import groupby

from circgen.report.differences import difference
from circgen.report.paint import Paint
from circgen.report.quoting import visible
from circgen.versions.change import Change, Comparison, Edition, How, PartChange

_INDENT = "  "
_DEEP = " " * 6


def told(comparison: Comparison, paint: Paint, *, letters: bool = False) -> str:
    """All that changed, and the sum; with `letters`, their sentences word by word."""
    blocks = []
    for group, changes in groupby(comparison.changes, lambda change: change.group):
        found = list(changes)
        is_fact = bool(comparison.editions)
        lines = [line for change in found for line in _lines(change, paint, is_fact=is_fact)]
        blocks.append("\n".join([paint(group, "place"), *lines]))
    if letters:
        blocks += (_letter(each, paint) for each in comparison.editions if each.parts)
    blocks.append("\n".join(_sum(comparison)))
    return "\n\n".join(blocks) + "\n"


def _lines(change: Change, paint: Paint, *, is_fact: bool) -> Iterator[str]:
    """The sentence, the words, both places, and where the letters change."""
    yield _INDENT + visible(change.message)
    if change.is_text and change.how is not How.MOVED:
        old = change.old.value if change.old else ""
        new = change.new.value if change.new else ""
        yield _DEEP + (difference(old, new, paint) or "only spaces or line ends differ")
    for sign, said in (("-", change.old), ("+", change.new)):
        if said:
            yield f"{_DEEP}{sign} {visible(str(said.at))}"
    if is_fact:
        yield f"{_DEEP}= {_where(change.letters)}"


def _where(letters: Mapping[str, tuple[str, ...]]) -> str:
    """`subject, opening (en, ru)`."""
    if not letters:
        return "no letter changes"
    by_parts: dict[tuple[str, ...], list[str]] = {}
    for language, parts in letters.items():
        by_parts.setdefault(parts, []).append(language)
    return "; ".join(
        f"{', '.join(parts)} ({', '.join(languages)})" for parts, languages in by_parts.items()
    )


def _letter(edition: Edition, paint: Paint) -> str:
    """The parts of a letter that change, word by word."""
    lines = [paint(f"Letter ({edition.language})", "place")]
    for part in edition.parts:
        lines.append(f"{_INDENT}{_called(part)} {part.how}")
        lines += (_DEEP + line for line in _reworded(part, paint))
    return "\n".join(lines)


def _reworded(part: PartChange, paint: Paint) -> Iterator[str]:
    """The lines that differ; those of what only moved are the same."""
    if part.how is How.MOVED:
        return
    is_found = False
    matcher = SequenceMatcher(None, part.old, part.new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        old, new = part.old[i:j], part.new[k:m]
        together = min(len(old), len(new))
        pairs = [*zip(old, new, strict=False)]
        pairs += ((line, "") for line in old[together:])
        pairs += (("", line) for line in new[together:])
        for one, two in pairs:
            if line := difference(one, two, paint):
                is_found = True
                yield line
    if not is_found:
        yield "the words are the same: links, emphasis, spaces or the kind of list differ"


def _called(part: PartChange) -> str:
    return f"paragraph {part.number} `{part.id}`" if part.number else part.id


def _sum(comparison: Comparison) -> Iterator[str]:
    """How much changed, and which editions."""
    count = len(comparison.changes)
    if not count:
        yield _nothing(comparison)
    else:
        yield f"{count} change{'s' * (count > 1)}"
    still = [each.language for each in comparison.editions if each.how is None]
    for edition in comparison.editions:
        if edition.how is How.CHANGED:
            yield f"{edition.language} changes: {', '.join(map(_short, edition.parts))}"
        elif edition.how:
            yield f"{edition.language}: edition {edition.how}"
    if still and len(still) < len(comparison.editions):
        yield f"{', '.join(still)} do{'es' * (len(still) == 1)} not change"
    elif still and count:
        yield "no edition changes"
    if comparison.has_gone_out:
        yield "the old version has gone out: a corrigendum has to say what changes"


def _short(part: PartChange) -> str:
    name = f"{part.number} {part.id}" if part.number else part.id
    return name if part.how is How.CHANGED else f"{name} ({part.how})"


def _nothing(comparison: Comparison) -> str:
    if comparison.is_same_file:
        return "nothing changed"
    if not comparison.editions:
        return "no fact and no word changed"
    if any(each.how for each in comparison.editions):
        return "no fact changed"
    return "no fact changed, only how the file is written: no edition changes"
