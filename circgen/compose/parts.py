"""The parts of a letter around its paragraphs: dateline, reference, addressees, signature, …."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from circgen.compose.filling import link_of, put_back
from circgen.compose.markup import Markup, MarkupError
from circgen.compose.printing import as_fact
from circgen.compose.values import wrap
from circgen.document import Annex, Entry, Fact, Line, Run
from circgen.facts.model import AnnexText, FactsFile, Name
from circgen.findings import Finding, Location
from circgen.language.pack import LetterParts, Reference
from circgen.language.patterns import pieces
from circgen.language.wording import Language, MissingFormError, WordingError


class Parts:
    """Words the parts of one edition; what cannot be worded is added to `findings`."""

    def __init__(self, language: Language, file: FactsFile, findings: list[Finding]) -> None:
        self.language, self.file, self.findings = language, file, findings
        self.facts = file.facts
        self.words: LetterParts = language.pack.letter

    def _line(self, pattern: str, values: Mapping[str, Fact | str]) -> Line:
        runs = []
        for text, is_field in pieces(pattern):
            value = values[text] if is_field else text
            runs.append(Run(value.text, value) if isinstance(value, Fact) else Run(value))
        return tuple(runs)

    def _fact(self, value: object, path: str) -> Fact | None:
        """A fact of the file as it prints; None after a finding."""
        wrapped = wrap(value, path, self.language)
        try:
            return as_fact(wrapped)
        except MissingFormError as error:
            self.findings.append(missing_form(error, self.file, self.language))
            return None
        except WordingError as error:
            problem, help_text = (*error.args, "")[:2]
            self.findings.append(Finding(self.file.at(path), "words", problem, help_text))
            return None

    def _run(self, value: object, path: str) -> Line:
        fact = self._fact(value, path)
        return (Run(fact.text, fact, link=link_of(fact)),) if fact else ()

    def dateline(self) -> Line:
        """Place and date of issue."""
        fields: dict[str, Fact | str] = {"date": self.words.unknown.get("date", "")}
        if issued := self.facts.issued:
            fields["date"] = Fact("date", "issued", issued, self.language.day(issued, "issue"))
        place = self._fact(self.facts.issued_at, "issued_at")
        fields["place"] = place or ""
        return self._line(self.words.dateline, fields)

    def reference(self) -> Line:
        """What the circular is called."""
        found = self._reference()
        return self._line(found.name, self._reference_fields()) if found else ()

    def _reference(self) -> Reference | None:
        letter = self.facts.variant.letter if self.facts.variant else "circular"
        found = self.words.references.get(letter)
        if found is None:
            problem = f"`letter.references` has no `{letter}`"
            at = Location(self.language.pack.file)
            self.findings.append(Finding(at, "missing-words", problem, "add it"))
        return found

    def _reference_fields(self) -> dict[str, Fact | str]:
        number, variant = self.facts.number, self.facts.variant
        fields: dict[str, Fact | str] = {"number": self.words.unknown.get("number", "")}
        if number is not None:
            fields["number"] = Fact("number", "number", number, str(number))
        if variant is not None:
            text = str(variant.number)
            fields["variant"] = Fact("number", "variant", str(variant), text)
        return fields

    def reference_table(self) -> tuple[Entry, ...]:
        """The reference itself, then Tel, Fax and so on: what is stated."""
        labels = self.language.pack.labels
        section = self._run(self.facts.section, "section") if self.facts.section else ()
        values = (self.reference(), section) if section else (self.reference(),)
        entries = [Entry("reference", labels["reference"], values)]
        contact = self.facts.contact
        for key in ("tel", "fax", "email", "person", "website"):
            if contact and (value := getattr(contact, key)):
                line = self._run(value, f"contact.{key}")
                entries.append(Entry(key, labels[key], (line,)))
        return tuple(entries)

    def recipients(self) -> Iterator[Entry]:
        """To, and Copy to."""
        for key, label in (("addressees", "to"), ("copies", "copies")):
            names: tuple[Name, ...] = getattr(self.facts, key)
            lines = [self._run(name_, f"{key}[{i}]") for i, name_ in enumerate(names)]
            if self.words.recipient_end:
                lines[:-1] = [(*line, Run(self.words.recipient_end)) for line in lines[:-1]]
            if lines:
                yield Entry(label, self.language.pack.labels[label], tuple(lines))

    def signature(self) -> tuple[Line, ...]:
        """Its lines, in the order of the language."""
        lines: list[Line] = []
        for part in self.words.signature:
            signatory = self.facts.signatory
            if part == "signed":
                lines.append((Run(self.words.signed),))
            elif signatory and part == "name":
                lines.append(self._run(signatory.name, "signatory.name"))
            elif signatory:
                lines.append(self._run(signatory.office, "signatory.office"))
        return tuple(lines)

    def annex_note(self) -> Line:
        """How many annexes there are; empty if none."""
        count = len(self.facts.annexes)
        if not count:
            return ()
        forms = self.words.annexes
        pattern = forms["one"] if count == 1 and "one" in forms else forms["other"]
        return self._line(pattern, {"count": str(count)})

    def annexes(self, texts: Mapping[str, AnnexText], markup: Markup) -> Iterator[Annex]:
        """Every annex; `texts` gives their Markdown by its path in the facts."""
        reference = self._reference()
        for index, annex in enumerate(self.facts.annexes):
            path = f"annexes[{index}]"
            to = self._line(reference.to, self._reference_fields()) if reference else ()
            file, text = texts.get(f"{path}.file.{self.language.code}", AnnexText("", ""))
            try:
                blocks = put_back(markup.blocks(text), ())
            except MarkupError as error:
                problem, help_text = error.args
                self.findings.append(
                    Finding(Location(file, error.line + 1), "markup", problem, help_text)
                )
                continue
            heading: list[Run] = []
            for part, is_field in pieces(self.words.annex_heading):
                if is_field and part == "to":
                    heading += to
                else:
                    heading.append(Run(str(index + 1) if is_field else part))
            yield Annex(tuple(heading), self._run(annex.title, f"{path}.title"), blocks)


def plain(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)


def missing_form(error: MissingFormError, file: FactsFile, language: Language) -> Finding:
    """A form that a sentence needs is missing where the name is written: facts or glossary."""
    at = file.at(f"{error.path}.{language.code}")
    if error.name.id:
        at = language.pack.where.get(f"glossary.{error.name.glossary}.{error.name.id}", at)
    problem, help_text = error.args
    needed = "".join(f" (for {note})" for note in getattr(error, "__notes__", ()))
    return Finding(at, "missing-form", problem, f"{help_text}{needed}")
