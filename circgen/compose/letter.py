"""Composing: the facts of a circular and the words of a language become a `Circular`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from circgen.compose.arrange import Slot, arrange
from circgen.compose.filling import put_back
from circgen.compose.markup import Markup, MarkupError
from circgen.compose.parts import Parts, missing_form, plain
from circgen.compose.templates import Words
from circgen.compose.values import Items, root
from circgen.document import (
    Block,
    Circular,
    Entry,
    Line,
    NumberedParagraph,
    Paragraph,
    Properties,
    Run,
)
from circgen.facts.kinds import SUBJECT, Kind, LayoutParagraph
from circgen.facts.model import AnnexText, Facts, FactsFile
from circgen.facts.reading import suggestion
from circgen.findings import Finding, FindingsError, Location
from circgen.language.wording import Language, MissingFormError


def block_name(paragraph: str) -> str:
    """The name of a paragraph's block in a template: Jinja allows no hyphens."""
    return paragraph.replace("-", "_")


class Composer:
    """Composes the circulars of one kind in one language."""

    def __init__(self, language: Language, kind: Kind, words: Words) -> None:
        """Join a layout and its words.

        Raises:
            FindingsError: where the template and the layout have not the same paragraphs, or a
                condition of the layout makes no sense.
        """
        self.language, self.kind, self.words = language, kind, words
        self.markup = Markup(soft_break=language.pack.soft_break)
        self.annex_markup = Markup(rich=True, soft_break=language.pack.soft_break)
        self.conditions = _conditions(kind, language)
        findings = tuple(_paragraphs_differ(kind, words))
        if findings:
            raise FindingsError(*findings)

    def compose(self, file: FactsFile, annexes: Mapping[str, AnnexText]) -> Circular:
        """One edition; `annexes` gives the text of each annex by its path in the facts.

        Raises:
            FindingsError: with everything that cannot be worded or printed.
        """
        return _Letter(self, file, annexes).circular()

    def title(self, file: FactsFile) -> str:
        """The first line of the subject, as plain text.

        Raises:
            FindingsError: with everything that cannot be worded.
        """
        return _Letter(self, file, {}).title()


def _conditions(kind: Kind, language: Language) -> Words:
    """The conditions of a layout as one block: it prints the places of the paragraphs to be had."""
    lines = [
        f"{{% if {paragraph.when} %}}{place} {{% endif %}}" if paragraph.when else f"{place} "
        for place, paragraph in enumerate(kind.paragraphs)
    ]
    source = "\n".join((f"{{% block {_CONDITIONS} %}}", *lines, "{% endblock %}"))
    try:
        return Words(source, kind.file, language, fact_names(kind))
    except FindingsError as error:
        raise FindingsError(*(_in_layout(finding, kind) for finding in error.findings)) from None


_CONDITIONS = "conditions"


def _in_layout(finding: Finding, kind: Kind) -> Finding:
    """A finding about line n + 2 of the conditions is about paragraph n of the layout."""
    place = max(finding.location.line - 2, 0)
    at = kind.where.get(f"paragraphs[{place}].when", Location(kind.file))
    return finding._replace(location=at, rule="condition")


def fact_names(kind: Kind) -> tuple[str, ...]:
    """The variables that the templates of a kind may use."""
    return (*(key for key in Facts._fields if key != "extra"), *kind.facts)


def _paragraphs_differ(kind: Kind, words: Words) -> Iterator[Finding]:
    wanted = {SUBJECT: SUBJECT}
    wanted |= {block_name(paragraph.id): paragraph.id for paragraph in kind.paragraphs}
    line = min(words.lines.values(), default=1)
    for block, paragraph in wanted.items():
        # Of one that is missing, the paragraph that it should follow; of the first, the next one.
        line = words.lines.get(block, line)
        if block not in words.lines:
            yield Finding(
                Location(words.file, line),
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


class _Letter:
    """One edition in the making; gathers findings instead of stopping at the first."""

    def __init__(
        self, composer: Composer, file: FactsFile, annexes: Mapping[str, AnnexText]
    ) -> None:
        self.composer = composer
        self.language = composer.language
        self.file, self.facts = file, file.facts
        self.annexes = annexes
        self.values = root(file.facts, composer.language)
        self.findings: list[Finding] = []

    def title(self) -> str:
        subject = self._subject()
        if self.findings:
            raise FindingsError(*dict.fromkeys(self.findings))
        return plain(subject[0])

    def circular(self) -> Circular:
        pack = self.language.pack
        words = pack.letter
        parts = Parts(self.language, self.file, self.findings)
        subject = self._subject()
        circular = Circular(
            language=pack.tag,
            direction=pack.direction,
            properties=Properties(
                title=plain(subject[0]) if subject else "",
                author=words.author,
                created=self.facts.issued,
                table_description=words.table_description,
                logo_description=words.logo_description,
            ),
            draft=words.draft if self.facts.draft else None,
            letterhead=words.letterhead,
            dateline=parts.dateline(),
            reference=parts.reference_table(),
            recipients=tuple(parts.recipients()),
            subject=Entry(SUBJECT, pack.labels[SUBJECT], subject),
            salutation=tuple((Run(line),) for line in words.salutation),
            paragraphs=self._paragraphs(),
            closing=(Run(words.closing),),
            signature=parts.signature(),
            annex_note=parts.annex_note(),
            annexes=tuple(parts.annexes(self.annexes, self.composer.annex_markup)),
            running_head=plain(parts.reference()),
            footer=words.footer,
        )
        if self.findings:
            raise FindingsError(*dict.fromkeys(self.findings))
        return circular

    def _blocks(self, block: str, values: Mapping[str, object]) -> tuple[Block, ...]:
        """The blocks of one paragraph of the template; empty after a finding."""
        words = self.composer.words
        try:
            skeleton = words.render(block, values)
            blocks = put_back(
                self.composer.markup.blocks(skeleton.text),
                skeleton.facts,
                self.language.pack.joints,
            )
        except FindingsError as error:
            self.findings += (self._while_rendering(finding) for finding in error.findings)
            return ()
        except MissingFormError as error:
            self.findings.append(missing_form(error, self.file, self.language))
            return ()
        except MarkupError as error:
            problem, help_text = error.args
            at = Location(words.file, words.lines[block])
            self.findings.append(Finding(at, "markup", problem, help_text))
            return ()
        return blocks

    def _while_rendering(self, finding: Finding) -> Finding:
        """A finding about words says with which facts it arose."""
        help_text = f"{finding.help} (" if finding.help else "("
        return finding._replace(help=f"{help_text}rendering {self.file.file})")

    def _subject(self) -> tuple[Line, ...]:
        count = len(self.findings)
        blocks = self._blocks(SUBJECT, self.values)
        lines = tuple(block.runs for block in blocks if isinstance(block, Paragraph))
        if len(self.findings) == count and (not lines or len(lines) < len(blocks)):
            at = Location(self.composer.words.file, self.composer.words.lines[SUBJECT])
            problem = "the subject has a list" if lines else "the subject came out empty"
            self.findings.append(Finding(at, "markup", problem, "write one line, or several"))
        return lines

    def _paragraphs(self) -> tuple[NumberedParagraph, ...]:
        found: list[tuple[str, tuple[Block, ...]]] = []
        wanted = self._wanted()
        for slot in arrange(self.composer.kind, self.facts.paragraphs):
            if slot.text is not None:
                found.append((slot.id, self._ad_hoc(slot)))
            elif slot.layout and slot.layout in wanted:
                found += self._laid_out(slot.layout)
        return tuple(
            NumberedParagraph(id_, number, blocks) for number, (id_, blocks) in enumerate(found, 1)
        )

    def _wanted(self) -> tuple[LayoutParagraph, ...]:
        """The paragraphs of the layout whose conditions hold."""
        kind = self.composer.kind
        try:
            places = self.composer.conditions.render(_CONDITIONS, self.values).text.split()
        except FindingsError as error:
            self.findings += (
                self._while_rendering(_in_layout(finding, kind)) for finding in error.findings
            )
            return ()
        return tuple(kind.paragraphs[int(place)] for place in places)

    def _laid_out(self, paragraph: LayoutParagraph) -> Iterator[tuple[str, tuple[Block, ...]]]:
        if not paragraph.each:
            yield paragraph.id, self._filled(paragraph.id, self.values)
            return
        for number, item in enumerate(_items(self.values, paragraph.each)):
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
            blocks = self.composer.markup.blocks(texts.get(self.language.code, ""))
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


def _items(values: Mapping[str, object], path: str) -> Iterator[object]:
    """The items of a list of the facts, by its path."""
    first, *keys = path.split(".")
    found = values.get(first)
    for key in keys:
        found = getattr(found, key, None)
    yield from found if isinstance(found, Items) else ()
