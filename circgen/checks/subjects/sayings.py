"""The texts of a project that stand there in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from circgen.checks.subjects import Saying, Template, Writing
from circgen.checks.subjects.writings import Sources, block_of, of_annex, of_text
from circgen.facts.model import AnnexText, FactsFile
from circgen.language.pack import Pack
from circgen.readers.letter import Passage


def of_facts(
    file: FactsFile, annexes: Mapping[str, AnnexText], packs: Mapping[str, Pack], sources: Sources
) -> Iterator[Saying]:
    """Every text of the facts, with the texts of annexes in place of the names of their files."""
    texts: dict[str, dict[str, Writing]] = {}
    for path, at in file.where.items():
        holder, _, language = path.rpartition(".")
        if language not in packs:
            continue
        if annex := annexes.get(path):
            found = of_annex(language, holder, annex.text, annex.file)
        elif text := file.texts.get(holder, {}).get(language):
            found = of_text(language, holder, text, at, sources(at.file))
        else:
            continue
        texts.setdefault(holder, {})[language] = found
    editions, is_current = file.facts.editions, not has_gone_out(file)
    beside: dict[str, tuple[Passage, ...]] = {}
    for writings in texts.values():
        for code, writing in writings.items():
            beside[code] = (*beside.get(code, ()), *writing.passages)
    for path, writings in texts.items():
        languages = tuple(code for code in editions if code in writings) or tuple(writings)
        yield Saying(path, writings, origins(packs, languages), is_current, beside)


def has_gone_out(file: FactsFile) -> bool:
    """Whether a circular has been issued, or may have been: its status could not be read."""
    return file.facts.status == "issued" or "status" in file.unread


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
