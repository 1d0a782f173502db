"""The texts of a project that stand there in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from circgen.checks.subjects import Meeting, Saying, Template, Writing
from circgen.checks.subjects.writings import Sources, block_of, of_annex, of_text
from circgen.facts.model import Facts, Name
from circgen.language.pack import Pack
from circgen.readers.letter import Passage

_STEP = re.compile(r"[^.\[\]]+|\[\d+\]")


def of_meeting(meeting: Meeting, packs: Mapping[str, Pack], sources: Sources) -> Iterator[Saying]:
    """Every text of the facts, with the texts of annexes in place of the names of their files."""
    texts: dict[str, dict[str, Writing]] = {}
    for path, at in meeting.file.where.items():
        holder, _, language = path.rpartition(".")
        if language not in packs:
            continue
        if annex := meeting.annexes.get(path):
            found = of_annex(language, holder, annex.text, annex.file)
        elif text := _text(meeting.file.facts, holder, language):
            found = of_text(language, holder, text, at, sources(at.file))
        else:
            continue
        texts.setdefault(holder, {})[language] = found
    editions = meeting.file.facts.editions
    is_current = meeting.file.facts.status != "issued"
    beside: dict[str, tuple[Passage, ...]] = {}
    for writings in texts.values():
        for code, writing in writings.items():
            beside[code] = (*beside.get(code, ()), *writing.passages)
    for path, writings in texts.items():
        languages = tuple(code for code in editions if code in writings) or tuple(writings)
        yield Saying(path, writings, origins(packs, languages), is_current, beside)


def of_templates(
    kind: str, templates: Mapping[str, Template], packs: Mapping[str, Pack]
) -> Iterator[Saying]:
    """Every paragraph of a kind as it is written."""
    blocks = dict.fromkeys(block for template in templates.values() for block in template.lines)
    for block in blocks:
        writings = {
            code: block_of(template, block)
            for code, template in templates.items()
            if block in template.lines
        }
        name = f"{kind}/{block.replace('_', '-')}"
        yield Saying(name, writings, origins(packs, tuple(writings)))


def origins(packs: Mapping[str, Pack], languages: tuple[str, ...]) -> dict[str, str]:
    """The language that each of some languages is translated from; the source of all has none.

    It is the one that the pack names; failing that, the first whose pack names none.
    """
    sources = [code for code in languages if not packs[code].translated_from]
    found = {}
    for code in languages:
        wanted = packs[code].translated_from
        source = wanted if wanted in languages else next(iter(sources), languages[0])
        if source != code:
            found[code] = source
    return found


def _text(facts: Facts, path: str, language: str) -> str:
    """The text of a language at a path; empty if what stands there has several forms."""
    value: object = facts
    for step in _STEP.findall(path):
        if step.startswith("["):
            value = value[int(step[1:-1])] if isinstance(value, tuple) else None
        elif isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, Facts) and step in facts.extra:
            value = facts.extra[step]
        else:
            value = getattr(value, step, None)
    if isinstance(value, Name):
        return value.forms.get(language, {}).get("", "")
    text = value.get(language) if isinstance(value, Mapping) else None
    return text if isinstance(text, str) else ""
