"""Mending: paragraphs of a draft that came out otherwise than in the letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from circgen.extraction.matching import layout_id
from circgen.extraction.paragraphs import Decided
from circgen.extraction.proving import Proof
from circgen.facts.kinds import Kind


def given(made: list[Decided], more: Sequence[str], kind: Kind) -> tuple[list[Decided], list[str]]:
    """Paragraphs that the draft has and no letter: one of their own in the same place is it."""
    order = [paragraph.id for paragraph in kind.paragraphs]
    found, rest = list(made), []
    for paragraph in dict.fromkeys(map(layout_id, more)):
        place = order.index(paragraph) if paragraph in order else -1
        known = [(order.index(each.paragraph), i) for i, each in enumerate(found) if each.paragraph]
        start = max((i for own, i in known if own < place), default=-1)
        end = min((i for own, i in known if own > place), default=len(found))
        if end - start == _TWO:
            found[start + 1] = found[start + 1]._replace(paragraph=paragraph)
        else:
            rest.append(paragraph)
    return found, rest


_TWO = 2


def mended(made: Sequence[Decided], proof: Proof, kind: Kind) -> list[Decided]:
    """Paragraphs that came out otherwise keep their own text.

    If the draft cannot be worded, the first paragraph in other words does, which may be why.
    """
    many = {paragraph.id for paragraph in kind.paragraphs if paragraph.each}
    names = names_of(made, kind)
    wrong = proof.wrong
    if proof.refused:
        unproved = (n for each, n in zip(made, names, strict=True) if n and not each.exact)
        wrong = frozenset({next(unproved, "")})
    found = []
    for each, name in zip(made, names, strict=True):
        if name and name in wrong:
            kept = "" if each.paragraph in many else each.paragraph
            each = each._replace(paragraph=kept, trees=(), exact=False)  # noqa: PLW2901
        found.append(each)
    return found


def names_of(made: Sequence[Decided], kind: Kind) -> list[str]:
    """What the paragraphs of a draft are called: `side-events[1]`; none where they are its own."""
    many = {paragraph.id for paragraph in kind.paragraphs if paragraph.each}
    seen: Counter[str] = Counter()
    found = []
    for each in made:
        whole = bool(each.paragraph and each.trees)
        count = f"[{seen[each.paragraph]}]" if each.paragraph in many else ""
        found.append(f"{each.paragraph}{count}" if whole else "")
        seen[each.paragraph] += whole
    return found
