"""Structure: the lines of a sheet become the parts of a letter, in any layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from circgen.findings import Finding, FindingsError, Location
from circgen.language.wording import Language
from circgen.readers.body import passages_of, read_points
from circgen.readers.grid import label_by_label
from circgen.readers.head import HeadReader
from circgen.readers.letter import Letter, Passage, Point, ReadAnnex
from circgen.readers.levels import with_levels
from circgen.readers.mail import without_mail_headers
from circgen.readers.marks import MarkKind
from circgen.readers.page_edges import without_edges, without_notice
from circgen.readers.pieces import Piece, join, lines_of, piece_of, pieces_of
from circgen.readers.sheet import Sheet, Story
from circgen.readers.signs import Signs, signs_of
from circgen.readers.tables_behind import with_tables_in_place
from circgen.readers.wrapping import wrapped_at

LONGEST_SIGNATURE = 150
"""Characters that a line of a signature has at most."""


def read_letter(sheet: Sheet, language: Language) -> Letter:
    """The parts of the circular that a sheet shows, by the words of its language.

    Raises:
        FindingsError: if it holds no circular.
    """
    return _Reader(sheet, signs_of(language)).letter(language.code)


class _Bounds(NamedTuple):
    """Where the parts of a letter begin, among its pieces."""

    salutation: int
    body: int
    end: int


class _Reader:
    """One letter in the making."""

    def __init__(self, sheet: Sheet, signs: Signs) -> None:
        self._sheet, self._signs = sheet, signs
        self._parts: dict[str, tuple[Passage, ...]] = {}
        pieces, footer = without_edges(with_levels(pieces_of(sheet, signs)), signs)
        self._pieces = with_tables_in_place(without_notice(pieces, signs), signs)
        self._footer = [piece.passage for piece in footer]

    def letter(self, code: str) -> Letter:
        """The letter, if it is one."""
        bounds = self._bounds()
        front = self._read_front(bounds)
        body = self._pieces[bounds.body : bounds.end]
        salutation = self._pieces[bounds.salutation : bounds.body]
        in_table = any(piece.cell for piece in salutation)
        is_wrapped = wrapped_at(lines_of(self._sheet)) > 0
        points = read_points(body, cells_hold_text=in_table, is_wrapped=is_wrapped)
        points = self._with_notes(points)
        self._put("salutation", (piece.passage for piece in salutation))
        annexes = self._read_end(self._pieces[bounds.end :])
        self._put("footer", self._footer)
        if not self._is_circular(front, points):
            file = self._sheet.file
            problem = f"`{file}` holds no circular: no subject, salutation or numbered paragraphs"
            help_text = f"was it read in the right language ({code})?"
            raise FindingsError(Finding(Location(file), "no-circular", problem, help_text))
        return Letter(self._sheet.file, code, self._parts, points, annexes, self._sheet.findings)

    def _put(self, name: str, passages: Iterable[Passage]) -> None:
        found = (*self._parts.get(name, ()), *passages)
        if found:
            self._parts[name] = found

    def _is_circular(self, front: HeadReader, points: Sequence[Point]) -> bool:
        numbers = [point.number for point in points if point.number]
        found = self._parts.keys() & {"salutation", "closing", "reference"}
        return bool(found or "subject" in front.labels or len(front.labels) > 1) or (
            len(numbers) > 1 and numbers[0] == "1"
        )

    # the edges of pages

    def _read_headers(self) -> list[Piece]:
        """What headers hold besides page numbers and the reference: a front, or a letterhead."""
        front: list[Piece] = []
        letterhead: list[Passage] = []
        shown = {self._signs.plain(piece.text) for piece in self._pieces}
        for line in self._sheet.lines:
            plain = self._signs.plain(line.text)
            if line.story not in {Story.HEADER, Story.FOOTER} or not _has_letters(plain):
                continue
            if plain in shown or self._signs.is_reference(line.text):
                continue
            shown.add(plain)
            piece = piece_of(line)
            if line.story is Story.FOOTER:
                self._footer.append(piece.passage)
            elif self._is_front(piece.text):
                front.append(piece)
            else:
                letterhead.append(piece.passage)
        self._put("letterhead", letterhead)
        return front

    def _is_front(self, text: str) -> bool:
        label = text.partition(":")[0].partition("\t")[0]
        return self._signs.label(label) is not None or self._signs.is_dateline(text)

    # the parts in order

    def _bounds(self) -> _Bounds:
        salutation = self._salutation()
        body = salutation
        if salutation < 0:
            salutation = body = self._end_of_front()
        else:
            while body < len(self._pieces) and self._signs.is_salutation(self._pieces[body].text):
                body += 1
        return _Bounds(salutation, body, self._end_of_body(body))

    def _salutation(self) -> int:
        """The first line that addresses the reader, behind the subject if there is one; or -1."""
        signs = self._signs
        found = [
            index
            for index, piece in enumerate(self._pieces)
            if not piece.mark and signs.is_salutation(piece.text)
        ]
        subject = self._subject()
        return next((index for index in found if index > subject), found[0] if found else -1)

    def _subject(self) -> int:
        """The piece with the label of the subject, or -1."""
        labels = (
            self._signs.label(piece.text.partition(":")[0].partition("\t")[0])
            for piece in self._pieces
        )
        return next((index for index, label in enumerate(labels) if label == "subject"), -1)

    def _end_of_front(self) -> int:
        """Where the body of a letter without salutation begins: with 1, or behind the subject."""
        pieces = self._pieces
        subject = self._subject()
        for index in range(subject + 1, len(pieces)):
            if pieces[index].kind is MarkKind.NUMBER and not pieces[index].cell:
                return index
        if subject < 0:
            return 0
        start = subject + 1
        if self._signs.label(pieces[subject].text):
            start += 1
        while start < len(pieces) and not pieces[start].apart and not pieces[start].is_ended:
            start += 1
        return start

    def _end_of_body(self, start: int) -> int:
        """Where the letter is closed, or signed, or the first annex begins, or it ends."""
        signs = self._signs
        tests: tuple[Callable[[str], bool], ...] = (
            signs.is_closing,
            lambda text: signs.is_signed(text) or signs.plain(text) in signs.signatures,
            signs.is_annex_note,
            signs.is_annex_heading,
        )
        for test in tests:
            for index in range(start, len(self._pieces)):
                if not self._pieces[index].mark and test(self._pieces[index].text):
                    return index + self._has_thanks(index)
        return len(self._pieces)

    def _has_thanks(self, index: int) -> bool:
        """Whether a sentence of thanks is a last paragraph: a closing formula follows."""
        said, *others = (piece.text.rstrip() for piece in self._pieces[index : index + 2])
        closes = any(text.endswith(",") and self._signs.is_closing(text) for text in others)
        return closes and said.endswith(".")

    def _read_front(self, bounds: _Bounds) -> HeadReader:
        headers = self._read_headers()
        reader = HeadReader(self._signs, "other")
        front = without_mail_headers(self._pieces[: bounds.salutation], self._signs)
        reader.read([*headers, *label_by_label(front, self._signs)])
        reader.with_addressees()
        reader.with_wrapped_lists()
        if bounds.salutation < bounds.body:
            reader.with_subject()
        for name, passages in reader.passages().items():
            self._put(name, passages)
        return reader

    def _read_end(self, pieces: Sequence[Piece]) -> tuple[ReadAnnex, ...]:
        """Closing, signature, note of the annexes, and the annexes."""
        signs = self._signs
        reader = HeadReader(signs, "signature")
        annexes: list[list[Piece]] = []
        for index, piece in enumerate(pieces):
            may_have_title = not annexes and index < len(pieces) - 1
            is_whole = not piece.mark and not (index and _is_of_cell(pieces[index - 1], piece))
            if is_whole and self._is_annex_heading(piece.text, may_have_title):
                annexes.append([piece])
            elif annexes:
                annexes[-1].append(piece)
            elif not index and signs.is_closing(piece.text):
                self._put("closing", (piece.passage,))
            elif not piece.mark and signs.is_annex_note(piece.text):
                self._put("annex-note", (piece.passage,))
            elif piece.kind is MarkKind.NUMBER or len(piece.text) > LONGEST_SIGNATURE:
                self._put("other", (piece.passage,))
            else:
                reader.read([piece])
        for name, passages in reader.passages().items():
            self._put(name, passages)
        return tuple(annex for each in annexes if (annex := self._annex(each)))

    def _is_annex_heading(self, text: str, may_have_title: bool) -> bool:  # noqa: FBT001
        """Whether a line begins an annex; the mere word does in capitals, or after a note.

        So does, after a note, the word and a title.
        """
        signs = self._signs
        if may_have_title and "annex-note" in self._parts and signs.is_annex_title(text):
            return True
        if signs.is_annex_word(text):
            return text.isupper() or "annex-note" in self._parts
        return signs.is_annex_heading(text)

    def _annex(self, pieces: Sequence[Piece]) -> ReadAnnex | None:
        """An annex; a heading without anything below is a note that there is an annex."""
        heading, rest = pieces[0], list(pieces[1:])
        while rest and rest[0].text.startswith("(") and not rest[0].mark:
            heading = join(heading, rest.pop(0))
        if not rest:
            self._put("annex-note", (heading.passage,))
            return None
        return ReadAnnex(heading.passage, passages_of(self._greeted(rest)))

    def _greeted(self, pieces: Sequence[Piece]) -> list[Piece]:
        """With both lines of a salutation, in a form that is to be sent, as one."""
        found: list[Piece] = []
        for piece in pieces:
            if found and all(map(self._signs.is_salutation, (found[-1].text, piece.text))):
                found[-1] = join(found[-1], piece)
            else:
                found.append(piece)
        return found

    def _with_notes(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """The points, the last one with the footnotes of the document."""
        notes = tuple(
            piece_of(line).passage for line in self._sheet.lines if line.story is Story.NOTE
        )
        if not notes or not points:
            self._put("other", notes)
            return points
        last = points[-1]
        return (*points[:-1], last._replace(passages=last.passages + notes))


def _is_of_cell(above: Piece, piece: Piece) -> bool:
    """Whether a line of a text goes on with the one above: `SG3-R7,` and `Annex A`."""
    is_text = not piece.passage.at().paragraph
    return is_text and above.text.endswith(",") and not piece.apart and not piece.new_page


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)
