"""The peer's template and facts, made from circgen's own letters so that both say the same.

The template is one letter of circgen's, in the same letterhead, with Jinja where a person would put
it: tags for what differs between the letters, loops for what is repeated. What is the same in all
letters stays as words, and neighbouring words are one run, as Word would save them: both in the
peer's favour.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from circgen.document import (
    Block,
    Circular,
    Entry,
    ItemList,
    Line,
    NumberedParagraph,
    Paragraph,
    Run,
)

_LOOPS = re.compile(r"(addressees|objectives|side_events)\[(\d+)\](.*)")
_NOT_OF_A_NAME = re.compile(r"\W+")
Context = dict[str, str | list[dict[str, str]]]


@dataclass
class _Names:
    """Names the facts of one letter: by their path, and by how often it was seen before."""

    edition: str
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def name(self, path: str) -> tuple[str, str, str]:
        """(loop, item, name); loop and item are empty outside of loops."""
        loop, item, rest = "", "", path
        if match := _LOOPS.fullmatch(path):
            loop, item, rest = match[1], match[2], match[3]
        rest = rest.removesuffix(f".{self.edition}").strip(".")
        name = _NOT_OF_A_NAME.sub("_", rest).strip("_") or "text"
        self.seen[loop + item, name] += 1
        number = self.seen[loop + item, name]
        return loop, item, f"{name}_{number}" if number > 1 else name


def context_of(circular: Circular, edition: str) -> Context:
    """The texts of all facts of a letter, as the peer takes them."""
    names = _Names(edition)
    context: Context = {}
    items: dict[str, dict[str, dict[str, str]]] = {}
    for fact in (run.fact for line in _lines(circular) for run in line):
        if fact is None:
            continue
        loop, item, name = names.name(fact.path)
        if loop:
            items.setdefault(loop, {}).setdefault(item, {})[name] = fact.text
        else:
            context[name] = fact.text
    return context | {loop: list(found.values()) for loop, found in items.items()}


def _lines(circular: Circular) -> Iterator[Line]:
    """The lines that hold facts, in reading order."""
    yield circular.dateline
    for entry in (*circular.reference, *circular.recipients, circular.subject):
        yield from entry.values
    for paragraph in circular.paragraphs:
        for block in paragraph.blocks:
            yield from block.items if isinstance(block, ItemList) else (_runs(block),)
    yield from circular.signature


def _runs(block: Block) -> Line:
    if not isinstance(block, Paragraph):
        raise SystemExit(f"bench: the peer's template has no {type(block).__name__}")
    return block.runs


def needed(contexts: list[Context]) -> dict[tuple[str, str], str]:
    """The names that must be tags: those whose text differs between letters, by loop and name.

    Two names with the same text in every letter are one, the first.
    """
    texts: dict[tuple[str, str], list[str]] = {}
    for context in contexts:
        for name, value in context.items():
            if isinstance(value, str):
                texts.setdefault(("", name), []).append(value)
                continue
            for item in value:
                for inner, text in item.items():
                    texts.setdefault((name, inner), []).append(text)
    found: dict[tuple[str, str], str] = {}
    first: dict[tuple[str, ...], str] = {}
    for (loop, name), values in texts.items():
        if len(set(values)) > 1:
            found[loop, name] = first.setdefault((loop, *values), name)
    return found


def slim(context: Context, names: dict[tuple[str, str], str]) -> Context:
    """The context with what the template asks for, and no more."""

    def kept(loop: str, texts: dict[str, str]) -> dict[str, str]:
        return {name: text for name, text in texts.items() if names.get((loop, name)) == name}

    texts = {name: value for name, value in context.items() if isinstance(value, str)}
    loops = {name: value for name, value in context.items() if isinstance(value, list)}
    return {
        **kept("", texts),
        **{loop: [kept(loop, item) for item in items] for loop, items in loops.items()},
    }


class Template:
    """Puts Jinja into a letter."""

    def __init__(self, edition: str, names: dict[tuple[str, str], str]) -> None:
        self._names = _Names(edition)
        self._tags = names

    def of(self, circular: Circular) -> Circular:
        """The letter with tags for its facts and loops around what is repeated."""
        dateline = self._line(circular.dateline)
        reference = tuple(self._entry(entry) for entry in circular.reference)
        recipients = tuple(self._entry(entry) for entry in circular.recipients)
        subject = self._entry(circular.subject)
        return circular._replace(
            dateline=dateline,
            reference=reference,
            recipients=recipients,
            subject=subject,
            paragraphs=tuple(self._paragraphs(circular.paragraphs)),
            signature=tuple(self._line(line) for line in circular.signature),
            running_head=_text(reference[0].values[0]),
            properties=circular.properties._replace(title=_text(subject.values[0])),
        )

    def _line(self, line: Line) -> Line:
        runs: list[Run] = []
        for run in line:
            text = self._tag(run) if run.fact else run.text
            new = run._replace(text=text, fact=None)
            if runs and runs[-1]._replace(text="") == new._replace(text=""):
                runs[-1] = new._replace(text=runs[-1].text + text)
            else:
                runs.append(new)
        return tuple(runs)

    def _tag(self, run: Run) -> str:
        assert run.fact is not None  # noqa: S101  only facts have tags
        loop, _, name = self._names.name(run.fact.path)
        tag = self._tags.get((loop, name))
        if tag is None:
            return run.text
        return f"{{{{ item.{tag} }}}}" if loop else f"{{{{ {tag} }}}}"

    def _entry(self, entry: Entry) -> Entry:
        return entry._replace(values=tuple(self._repeated(entry.values)))

    def _repeated(self, lines: Iterable[Line]) -> Iterator[Line]:
        """The lines; those of one list become a loop around the first one's words."""
        found = list(lines)
        loop = _loop_of(found[0]) if found else ""
        if not loop:
            yield from map(self._line, found)
            return
        first, last = found[0], found[-1]
        ends = [line[-1].text if line[-1].fact is None else "" for line in (first, last)]
        body = first if first[-1].fact else first[:-1]
        yield _control(f"for item in {loop}")
        end = f"{{% if loop.last %}}{ends[1]}{{% else %}}{ends[0]}{{% endif %}}"
        yield self._line((*body, Run(end if ends[0] != ends[1] else ends[0])))
        yield _control("endfor")

    def _paragraphs(self, paragraphs: tuple[NumberedParagraph, ...]) -> Iterator[NumberedParagraph]:
        done = set()
        for paragraph in paragraphs:
            loop = _loop_of(_runs(paragraph.blocks[0]))
            if loop in done:
                continue
            blocks = tuple(self._block(block) for block in paragraph.blocks)
            if loop:
                done.add(loop)
                # A paragraph each, so that the body keeps its number; docxtpl takes them out.
                start, end = (
                    Paragraph(_control(f"for item in {loop}")),
                    Paragraph(_control("endfor")),
                )
                yield paragraph._replace(blocks=(start,))
                yield paragraph._replace(blocks=blocks)
                yield paragraph._replace(blocks=(end,))
            else:
                yield paragraph._replace(blocks=blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, ItemList):
            return block._replace(items=tuple(self._repeated(block.items)))
        return Paragraph(self._line(_runs(block)))


def _loop_of(line: Line) -> str:
    path = next((run.fact.path for run in line if run.fact), "")
    match = _LOOPS.match(path)
    return match[1] if match else ""


def _control(statement: str) -> Line:
    return (Run(f"{{%p {statement} %}}"),)


def _text(line: Line) -> str:
    return "".join(run.text for run in line)
