"""Composing: the facts of a circular and the words of a language become a `Circular`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from circgen.compose.filters import as_fact
from circgen.compose.markup import Markup, MarkupError, link_of, put_back
from circgen.compose.templates import Words, compile_condition
from circgen.compose.values import root, wrap
from circgen.document import (
    Annex,
    Block,
    Circular,
    Entry,
    Fact,
    Line,
    NumberedParagraph,
    Paragraph,
    Properties,
    Run,
)
from circgen.facts.kinds import Kind, LayoutParagraph
from circgen.facts.model import AdHoc, Facts, FactsFile, Name
from circgen.facts.reading import suggestion
from circgen.findings import Finding, FindingsError, Location
from circgen.language.pack import LetterParts, Reference
from circgen.language.patterns import pieces
from circgen.language.wording import Language, WordingError

SUBJECT = "subject"
Condition = Callable[[Mapping[str, object]], Any]


def block_name(paragraph: str) -> str:
    """The name of a paragraph's block in a template: Jinja allows no hyphens."""
    return paragraph.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a letter: a paragraph of the layout, or one that the facts bring along."""

    id: str
    layout: LayoutParagraph | None = None
    text: int | None = None  # index of the ad-hoc paragraph


class Composer:
    """Composes the circulars of one kind in one language."""

    def __init__(self, language: Language, kind: Kind, words: Words) -> None:
        """Join a layout and its words.

        Raises:
            FindingsError: where the template and the layout have not the same paragraphs, or a
                condition of the layout makes no sense.
        """
        self.language, self.kind, self.words = language, kind, words
        self._markup = Markup(soft_break=language.pack.soft_break)
        self._annex_markup = Markup(rich=True, soft_break=language.pack.soft_break)
        findings = list(_paragraphs_differ(kind, words))
        self._conditions: dict[str, tuple[Condition | None, Condition | None]] = {}
        for index, paragraph in enumerate(kind.paragraphs):
            at = kind.where.get(f"paragraphs[{index}]", Location(kind.file))
            try:
                self._conditions[paragraph.id] = (
                    self._condition(paragraph.when, at),
                    self._condition(paragraph.each, at),
                )
            except FindingsError as error:
                findings += error.findings
        if findings:
            raise FindingsError(*findings)

    def _condition(self, expression: str | None, at: Location) -> Condition | None:
        if expression is None:
            return None
        return compile_condition(expression, self.language, at, fact_names(self.kind))

    def compose(self, file: FactsFile, annexes: Mapping[str, str]) -> Circular:
        """One edition; `annexes` gives the text of each annex by its path in the facts.

        Raises:
            FindingsError: with everything that cannot be worded or printed.
        """
        return _Letter(self, file, annexes).circular()


def fact_names(kind: Kind) -> tuple[str, ...]:
    """The variables that the templates of a kind may use."""
    return (*(key for key in Facts.__dataclass_fields__ if key != "extra"), *kind.facts)


def _paragraphs_differ(kind: Kind, words: Words) -> Iterator[Finding]:
    wanted = {block_name(paragraph.id): paragraph.id for paragraph in kind.paragraphs}
    wanted[SUBJECT] = SUBJECT
    for block, paragraph in wanted.items():
        if block not in words.lines:
            yield Finding(
                Location(words.file),
                "missing-paragraph",
                f"no words for the paragraph `{paragraph}`",
                f"add `{{% block {block} %}}…{{% endblock %}}`",
            )
    for block, line in words.lines.items():
        if block not in wanted:
            yield Finding(
                Location(words.file, line),
                "unknown-paragraph",
                f"no paragraph `{block}` in {kind.file}",
                suggestion(block, tuple(wanted)),
            )


def arrange(kind: Kind, paragraphs: tuple[AdHoc, ...]) -> tuple[Slot, ...]:
    """The paragraphs of the layout, with those of the facts inserted, replaced and left out."""
    slots = [Slot(paragraph.id, layout=paragraph) for paragraph in kind.paragraphs]
    for index, paragraph in enumerate(paragraphs):
        at = next((i for i, slot in enumerate(slots) if slot.id == paragraph.id), None)
        new = Slot(paragraph.id, text=index)
        anchor = paragraph.after or paragraph.before
        if at is not None and (paragraph.omit or anchor):
            del slots[at]
        elif at is not None:
            slots[at] = new
        if anchor and not paragraph.omit:
            position = next(i for i, slot in enumerate(slots) if slot.id == anchor)
            slots.insert(position + (1 if paragraph.after else 0), new)
    return tuple(slots)


class _Letter:
    """One edition in the making; gathers findings instead of stopping at the first."""

    def __init__(self, composer: Composer, file: FactsFile, annexes: Mapping[str, str]) -> None:
        self.composer = composer
        self.language = composer.language
        self.parts: LetterParts = composer.language.pack.letter
        self.file, self.facts = file, file.facts
        self.annexes = annexes
        self.values = root(file.facts, composer.language)
        self.findings: list[Finding] = []

    def circular(self) -> Circular:
        subject = self._subject()
        paragraphs = self._paragraphs()
        reference = self._reference()
        name_line = self._line(reference.name, self._reference_fields()) if reference else ()
        labels = self.language.pack.labels
        circular = Circular(
            language=self.language.pack.tag,
            direction=self.language.pack.direction,
            properties=Properties(
                title=plain(subject[0]) if subject else "",
                author=self.parts.author,
                created=self.facts.issued,
                table_description=self.parts.table_description,
                logo_description=self.parts.logo_description,
            ),
            draft=self.parts.draft if self.facts.draft else None,
            letterhead=self.parts.letterhead,
            dateline=self._dateline(),
            reference=self._reference_table(name_line),
            recipients=tuple(self._recipients()),
            subject=Entry(SUBJECT, labels[SUBJECT], subject),
            salutation=tuple((Run(line),) for line in self.parts.salutation),
            paragraphs=paragraphs,
            closing=(Run(self.parts.closing),),
            signature=self._signature(),
            annex_note=self._annex_note(),
            annexes=tuple(self._annexes(reference)),
            running_head=plain(name_line),
            footer=self.parts.footer,
        )
        if self.findings:
            raise FindingsError(*self.findings)
        return circular

    # facts outside of paragraphs

    def _line(self, pattern: str, values: Mapping[str, Fact | str]) -> Line:
        runs = []
        for text, is_field in pieces(pattern):
            value = values[text] if is_field else text
            runs.append(Run(value.text, value) if isinstance(value, Fact) else Run(value))
        return tuple(runs)

    def _fact(self, value: object, path: str, key: str = "") -> Fact | None:
        """A fact of the file as it prints; None after a finding."""
        wrapped = wrap(value, path, key or path, self.language)
        try:
            return as_fact(wrapped)
        except WordingError as error:
            problem, help_text = (*error.args, "")[:2]
            self.findings.append(Finding(self.file.at(path), "words", problem, help_text))
            return None

    def _run(self, value: object, path: str, key: str = "") -> Line:
        fact = self._fact(value, path, key)
        return (Run(fact.text, fact, link=link_of(fact)),) if fact else ()

    def _dateline(self) -> Line:
        fields: dict[str, Fact | str] = {"date": self.parts.unknown.get("date", "")}
        if issued := self.facts.issued:
            fields["date"] = Fact("date", "issued", issued, self.language.day(issued, "issue"))
        place = self._fact(self.facts.issued_at, "issued_at")
        fields["place"] = place or ""
        return self._line(self.parts.dateline, fields)

    def _reference(self) -> Reference | None:
        letter = self.facts.variant.letter if self.facts.variant else "circular"
        found = self.parts.references.get(letter)
        if found is None:
            self.findings.append(
                Finding(
                    Location(self.language.pack.file),
                    "missing-words",
                    f"`letter.references` has no `{letter}`",
                    "add it",
                )
            )
        return found

    def _reference_fields(self) -> dict[str, Fact | str]:
        number, variant = self.facts.number, self.facts.variant
        fields: dict[str, Fact | str] = {"number": self.parts.unknown.get("number", "")}
        if number is not None:
            fields["number"] = Fact("number", "number", number, str(number))
        if variant is not None:
            text = str(variant.number)
            fields["variant"] = Fact("number", "variant", str(variant), text)
        return fields

    def _reference_table(self, name_line: Line) -> tuple[Entry, ...]:
        labels = self.language.pack.labels
        section = self._run(self.facts.section, "section") if self.facts.section else ()
        values = (name_line, section) if section else (name_line,)
        entries = [Entry("reference", labels["reference"], values)]
        contact = self.facts.contact
        for key in ("tel", "fax", "email", "person", "website"):
            if contact and (value := getattr(contact, key)):
                line = self._run(value, f"contact.{key}", key)
                entries.append(Entry(key, labels[key], (line,)))
        return tuple(entries)

    def _recipients(self) -> Iterator[Entry]:
        for key, label in (("addressees", "to"), ("copies", "copies")):
            names: tuple[Name, ...] = getattr(self.facts, key)
            lines = [self._run(name_, f"{key}[{i}]", key) for i, name_ in enumerate(names)]
            if self.parts.recipient_end:
                lines[:-1] = [(*line, Run(self.parts.recipient_end)) for line in lines[:-1]]
            if lines:
                yield Entry(label, self.language.pack.labels[label], tuple(lines))

    def _signature(self) -> tuple[Line, ...]:
        lines: list[Line] = []
        for part in self.parts.signature:
            signatory = self.facts.signatory
            if part == "signed":
                lines.append((Run(self.parts.signed),))
            elif signatory and part == "name":
                lines.append(self._run(signatory.name, "signatory.name", "person"))
            elif signatory:
                lines.append(self._run(signatory.office, "signatory.office", "office"))
        return tuple(lines)

    # paragraphs

    def _blocks(self, block: str, values: Mapping[str, object]) -> tuple[Block, ...]:
        """The blocks of one paragraph of the template; empty after a finding."""
        words = self.composer.words
        try:
            skeleton = words.render(block, values)
            blocks = put_back(self.composer._markup.blocks(skeleton.text), skeleton.facts)  # noqa: SLF001
        except FindingsError as error:
            self.findings += error.findings
            return ()
        except MarkupError as error:
            problem, help_text = error.args
            at = Location(words.file, words.lines[block] + error.line)
            self.findings.append(Finding(at, "markup", problem, help_text))
            return ()
        return blocks

    def _subject(self) -> tuple[Line, ...]:
        blocks = self._blocks(SUBJECT, self.values)
        return tuple(block.runs for block in blocks if isinstance(block, Paragraph))

    def _paragraphs(self) -> tuple[NumberedParagraph, ...]:
        found: list[tuple[str, tuple[Block, ...]]] = []
        for slot in arrange(self.composer.kind, self.facts.paragraphs):
            if slot.text is not None:
                found.append((slot.id, self._ad_hoc(slot)))
            elif slot.layout:
                found += self._laid_out(slot.layout)
        return tuple(
            NumberedParagraph(id_, number, blocks) for number, (id_, blocks) in enumerate(found, 1)
        )

    def _laid_out(self, paragraph: LayoutParagraph) -> Iterator[tuple[str, tuple[Block, ...]]]:
        when, each = self.composer._conditions[paragraph.id]  # noqa: SLF001
        index = self.composer.kind.paragraphs.index(paragraph)
        try:
            wanted = when is None or bool(when(self.values))
            items = list(each(self.values)) if each and wanted else []
        except (WordingError, TypeError) as error:
            at = self.composer.kind.where.get(f"paragraphs[{index}]")
            message = str(error.args[0] if error.args else error)
            self.findings.append(
                Finding(at or Location(self.composer.kind.file), "condition", message)
            )
            return
        if not wanted:
            return
        if not each:
            yield paragraph.id, self._filled(paragraph.id, self.values)
        for number, item in enumerate(items):
            id_ = f"{paragraph.id}[{number}]"
            yield id_, self._filled(paragraph.id, {**self.values, "item": item})

    def _filled(self, paragraph: str, values: Mapping[str, object]) -> tuple[Block, ...]:
        count = len(self.findings)
        block = block_name(paragraph)
        blocks = self._blocks(block, values)
        if len(self.findings) == count and not (blocks and isinstance(blocks[0], Paragraph)):
            words = self.composer.words
            self.findings.append(
                Finding(
                    Location(words.file, words.lines[block]),
                    "empty-paragraph",
                    f"the paragraph `{paragraph}` came out "
                    + ("without words in front of its list" if blocks else "empty"),
                    "give it a sentence, or a condition in the layout",
                )
            )
        return blocks

    def _ad_hoc(self, slot: Slot) -> tuple[Block, ...]:
        """The blocks of a paragraph whose Markdown stands in the facts."""
        assert slot.text is not None  # noqa: S101  the caller has looked
        texts = self.facts.paragraphs[slot.text].text or {}
        at = self.file.at(f"paragraphs[{slot.text}].text.{self.language.code}")
        try:
            blocks = self.composer._markup.blocks(texts.get(self.language.code, ""))  # noqa: SLF001
            blocks = put_back(blocks, ())
        except MarkupError as error:
            problem, help_text = error.args
            self.findings.append(Finding(at, "markup", problem, help_text))
            return ()
        if not blocks or not isinstance(blocks[0], Paragraph):
            self.findings.append(
                Finding(at, "markup", "the paragraph begins with a list", "begin with a sentence")
            )
        return blocks

    # annexes

    def _annex_note(self) -> Line:
        count = len(self.facts.annexes)
        if not count:
            return ()
        forms = self.parts.annexes
        pattern = forms["one"] if count == 1 and "one" in forms else forms["other"]
        return self._line(pattern, {"count": str(count)})

    def _annexes(self, reference: Reference | None) -> Iterator[Annex]:
        for index, annex in enumerate(self.facts.annexes):
            path = f"annexes[{index}]"
            to = self._line(reference.to, self._reference_fields()) if reference else ()
            file = annex.file.get(self.language.code, "")
            try:
                text = self.annexes.get(f"{path}.file.{self.language.code}", "")
                blocks = put_back(self.composer._annex_markup.blocks(text), ())  # noqa: SLF001
            except MarkupError as error:
                problem, help_text = error.args
                self.findings.append(
                    Finding(Location(file, error.line + 1), "markup", problem, help_text)
                )
                continue
            heading: list[Run] = []
            for part, is_field in pieces(self.parts.annex_heading):
                if is_field and part == "to":
                    heading += to
                else:
                    heading.append(Run(str(index + 1) if is_field else part))
            yield Annex(tuple(heading), self._run(annex.title, f"{path}.title"), blocks)


def plain(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)
