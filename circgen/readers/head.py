"""The front of a letter, label by label: reference, addressees, telephone, subject and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from circgen.readers.labels import labels_inside
from circgen.readers.letter import LISTS, PARTS, Passage
from circgen.readers.lists import addressed, is_unfinished, split_list, unwrapped, without_to
from circgen.readers.pieces import Piece, columns, join, part_of, with_mark
from circgen.readers.shapes import LONGEST_CONTACT, SHAPES, looks_right, shape_of
from circgen.readers.signs import MOST_OF_A_LABEL, Signs

_INITIALS = re.compile(r"[A-Z][\w -]{0,20}/[A-Z]{1,4}")
"""Who wrote a letter, below its number: `SG5/RA`."""
_BESIDE_OTHERS = ("person", "reference")
_COLON = re.compile("[:：]")
_DIGIT = re.compile(r"\d")
_LONGEST_PLACE = 30
_INDENTED, _OUT_OF_LINE = 20, 2


class Value(NamedTuple):
    """A label with what follows it on the line, if anything does."""

    key: str
    piece: Piece | None


class HeadReader:
    """Takes the pieces of a front, or of what follows a signature, in order.

    `rest` is the part for what stands under no label.
    """

    def __init__(self, signs: Signs, rest: str) -> None:
        self._signs = signs
        self._rest = rest
        self.parts: dict[str, list[Piece]] = {name: [] for name in PARTS}
        self.labels: set[str] = set()
        self._pending: list[str] = []
        self._current = ""
        self._list = ""
        self._columns: dict[tuple[int, int], str] = {}
        self._unlabelled: list[Piece] = []
        self._references: set[str] = set()
        self._marked: set[str] = set()

    def read(self, pieces: Iterable[Piece]) -> None:
        """Take every piece to its part."""
        for piece in pieces:
            is_subject = self._current == "subject" and not self._pending
            for segment in (piece,) if is_subject else columns(piece):
                self._take(segment)

    def with_subject(self) -> None:
        """Take what stands last under no label for the subject, if no label named one."""
        if not self.parts["subject"] and self._unlabelled:
            self.parts["subject"] = self._unlabelled
            kept = len(self.parts[self._rest]) - len(self._unlabelled)
            del self.parts[self._rest][kept:]

    def with_addressees(self) -> None:
        """Take items and lines under no label for the addressees, if no label named them."""
        if self.parts["to"]:
            return
        others = self.parts[self._rest]
        named = addressed([piece for piece in others if not piece.mark], self._signs)
        taken = [piece for piece in others if piece.mark or piece in named]
        others[:] = [piece for piece in others if piece not in taken]
        if taken and taken[-1] in self._unlabelled:
            # A subject stands behind them.
            del self._unlabelled[: self._unlabelled.index(taken[-1]) + 1]
        for piece in taken:
            lines = [piece] if piece.mark else split_list(without_to(piece, self._signs))
            self.parts["to"] += lines

    def with_wrapped_lists(self) -> None:
        """Take the lines of a narrow column together where semicolons end its items."""
        for key in LISTS:
            self.parts[key] = unwrapped(self.parts[key])

    def passages(self) -> dict[str, tuple[Passage, ...]]:
        """The parts that are there."""
        found = {name: tuple(p.passage for p in pieces) for name, pieces in self.parts.items()}
        return {name: passages for name, passages in found.items() if passages}

    # labels

    def _take(self, piece: Piece) -> None:
        value = None if piece.mark else self._labelled(piece)
        if value is None:
            self._take_value(piece)
            return
        self._open(value.key, piece)
        if value.piece is None:
            self._pending.append(value.key)
            return
        self._pending.clear()
        for key, inner in self._several(value.key, value.piece):
            self._open(key, piece)
            self._add(key, inner)

    def _labelled(self, piece: Piece) -> Value | None:
        """The label that a piece begins with, or is."""
        text = piece.text
        if key := self._signs.label(text):
            in_subject = self._current == "subject" and not self._pending
            return None if in_subject and not _COLON.search(text) else Value(key, None)
        colon = _COLON.search(text, 0, MOST_OF_A_LABEL)
        if colon and (key := self._signs.label(text[: colon.start()])):
            return Value(key, part_of(piece, colon.end()))
        word, _, rest = text.partition(" ")
        key = self._signs.label(word)
        if key and len(rest) <= LONGEST_CONTACT and looks_right(key, text, len(word) + 1):
            return Value(key, part_of(piece, len(word)))
        return None

    def _several(self, key: str, piece: Piece) -> Iterator[tuple[str, Piece]]:
        """The values of one line with the labels between them: `Tel: … Fax: …`."""
        start = 0
        if (key in SHAPES or key in _BESIDE_OTHERS) and len(piece.text) <= LONGEST_CONTACT:
            for label in labels_inside(piece.text, self._signs):
                if label.key != key and label.start >= start:
                    end = len(piece.text[: label.start].rstrip(" ,;"))
                    yield key, part_of(piece, start, end)
                    key, start = label.key, label.end
        yield key, part_of(piece, start)

    def _open(self, key: str, piece: Piece) -> None:
        self.labels.add(key)
        self._current = key
        self._unlabelled = []
        if key in LISTS:
            self._list = key
        if piece.cell:
            self._columns[piece.cell.table, piece.cell.column] = key

    # values

    def _take_value(self, piece: Piece) -> None:
        listed = [key for key in self._pending if key in LISTS] if piece.cell is None else []
        if piece.mark and listed:
            self._pending.remove(listed[0])
            self._add(listed[0], piece)
        elif self._pending and self._current in LISTS and self._goes_on(self._current, piece):
            self._add(self._current, piece)
        elif self._list in self._pending and _INITIALS.fullmatch(piece.text):
            self._add("reference", piece)
        elif self._pending and not (piece.mark and self._list and self._list not in self._pending):
            self._fill(piece)
        elif self._current == "subject":
            self._add("subject", piece)
        elif not self._is_known(piece):
            self._continue(piece)

    def _fill(self, piece: Piece) -> None:
        """Give a value to the first of the labels before it that it fits."""
        shape = shape_of(piece.text)
        fitting = [key for key in self._pending if SHAPES.get(key, "") == shape]
        others = [key for key in self._pending if key not in SHAPES]
        may_go_on = self._current and self._current not in SHAPES and self.parts[self._current]
        if may_go_on and ((not shape and self._pending[0] in SHAPES) or not (fitting or others)):
            # Where a telephone number should follow, this is the second line of a reference.
            self._add(self._current, piece)
            return
        key = (fitting or others or self._pending)[0]
        del self._pending[: self._pending.index(key) + 1]
        self._current = key
        self._add(key, piece)

    def _is_known(self, piece: Piece) -> bool:
        """Whether a piece tells by itself what it is; it then is in its part."""
        signs, text = self._signs, piece.text
        if piece.mark or self._rest != "other":
            return False
        if self.parts["reference"] and _INITIALS.fullmatch(text):
            self._add("reference", piece)
            return True
        if signs.plain(text) in signs.letterhead or (not self.labels and signs.is_letterhead(text)):
            self._add("letterhead", piece)
        elif not self.parts["reference"] and signs.is_reference(text):
            self._add("reference", piece)
        elif not self.parts["dateline"] and signs.is_dateline(text):
            self._drop_word_for_date()
            self._add("dateline", self._with_place(_unlabelled(piece)))
        else:
            return False
        return True

    def _drop_word_for_date(self) -> None:
        """Forget a line such as `Date:` that stood before the dateline: it says nothing."""
        last = self._unlabelled[-1].text if self._unlabelled else ""
        if last.endswith(":") and len(last) <= MOST_OF_A_LABEL:
            del self.parts[self._rest][-1], self._unlabelled[-1]

    def _with_place(self, date: Piece) -> Piece:
        """The dateline with its place, if that stood on the line before."""
        last = self._unlabelled[-1].text if self._unlabelled else ""
        if not last.endswith(",") or len(last) > _LONGEST_PLACE:
            return date
        return join(self.parts["other"].pop(), date)

    def _continue(self, piece: Piece) -> None:
        """A further value of the label before, or nobody's."""
        above = self._list_above(piece)
        key = above or (self._list if piece.mark else self._continued(piece))
        if key in SHAPES and shape_of(piece.text) != SHAPES[key]:
            key = ""
        items = self.parts[self._list] if self._list else []
        values = self.parts[self._current] if self._current else []
        if not key and items and _is_below(piece, items[-1]):
            items[-1] = join(items[-1], piece)
        elif not key and values and self._current not in SHAPES and _is_below(piece, values[-1]):
            self._add(self._current, piece)
        else:
            self._add(key or self._rest, piece)

    def _list_above(self, piece: Piece) -> str:
        """The list whose label stands last above a cell, if that is one."""
        if piece.cell is None:
            return ""
        above = self._columns.get((piece.cell.table, piece.cell.column), "")
        return above if above in LISTS else ""

    def _continued(self, piece: Piece) -> str:
        """The label whose values a piece without a mark goes on with, if there is one."""
        key = self._current
        if piece.cell:
            return "" if piece.apart else key
        is_over = key not in LISTS or key in self._marked
        return "" if piece.apart and is_over else key

    def _add(self, key: str, piece: Piece) -> None:
        if not piece.text or (key == "reference" and self._is_repeated(piece)):
            return
        if key == self._rest:
            self._unlabelled.append(piece)
            self._current = ""
        else:
            self._unlabelled = []
        if key in LISTS and piece.mark and not self._pending:
            self._current = key
        if self._goes_on(key, piece):
            whole = join(self.parts[key][-1], piece)
            several = key in LISTS and not whole.mark
            self.parts[key][-1:] = split_list(whole) if several else [whole]
        elif key in LISTS:
            piece = piece if piece.mark else with_mark(piece)
            self._marked |= {key} if piece.mark else set()
            self.parts[key] += split_list(piece)
        else:
            self.parts[key].append(piece)

    def _goes_on(self, key: str, piece: Piece) -> bool:
        """Whether a line without a bullet is the rest of what stands above it."""
        above = self.parts[key]
        if key in LISTS and above and self._signs.is_one_addressee(above[-1].text, piece.text):
            return True
        is_text = not piece.passage.at().paragraph
        if piece.mark or not above or key == self._rest:
            return False
        if key not in LISTS:
            return is_text and above[-1].text.count("(") > above[-1].text.count(")")
        if is_text and not piece.apart and piece.text.startswith("("):
            return True
        return is_unfinished(above) or (is_text and not piece.apart and key in self._marked)

    def _is_repeated(self, reference: Piece) -> bool:
        """Whether the letter has been called so before: in its head, or above the label."""
        plain = self._signs.plain(reference.text)
        is_known = plain in self._references
        self._references.add(plain)
        return is_known


def _is_below(piece: Piece, item: Piece) -> bool:
    """Whether a piece stands below the text of an item, in another column than the labels."""
    at, above = piece.passage.at(), item.passage.starts[-1][1]
    return above.column > _INDENTED and abs(at.column - above.column) <= _OUT_OF_LINE


def _unlabelled(piece: Piece) -> Piece:
    """A dateline without a label of its own, such as the word for date."""
    colon = _COLON.search(piece.text)
    if colon is None or _DIGIT.search(piece.text, 0, colon.start()):
        return piece
    return part_of(piece, colon.end())
