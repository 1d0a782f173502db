"""Mending: paragraphs of a draft that came out otherwise than in the letters."""

from __future__ import annotations

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


def mended(made: list[Decided], proof: Proof, kind: Kind) -> list[Decided]:
    """Paragraphs that came out with other facts keep their own text."""
    many = {paragraph.id for paragraph in kind.paragraphs if paragraph.each}
    seen: dict[str, int] = {}
    found = []
    for each in made:
        count = seen.get(each.paragraph, 0)
        name = f"{each.paragraph}[{count}]" if each.paragraph in many else each.paragraph
        if each.paragraph and each.trees:
            seen[each.paragraph] = count + 1
            if name in proof.wrong:
                kept = "" if each.paragraph in many else each.paragraph
                each = each._replace(paragraph=kept, trees=(), exact=False)  # noqa: PLW2901
        found.append(each)
    return found
