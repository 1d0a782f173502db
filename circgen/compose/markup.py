"""Light markup: CommonMark through markdown-it-py, with marks that stand for facts.

A *skeleton* is a paragraph's words with one private-use character in the place of each fact. It is
parsed once per text; the facts are put back afterwards (`filling`), so their characters never meet
the parser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from circgen.document import Block, Heading, ItemList, Line, Paragraph, Run, Table
from circgen.facts.characters import NBSP, forbidden, is_blank

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FIRST_MARK = 0xE000
LAST_MARK = 0xF8FE
NO_LINE = "\uf8ff"  # stands at the end of a line that leaves no line behind; see `templates`
MARK = re.compile(f"([{chr(FIRST_MARK)}-{chr(LAST_MARK)}])")
_ENTITY = re.compile("&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_PICTURE = re.compile(r"(?<!\\)!\[[^\]\n]*\]\(")
_NUMBERED = re.compile(r"^([ \t]*[0-9]{1,9})([.)])(?=[ \t\n]|$)", re.MULTILINE)
# Characters that may stand in an address as they are, `%` included: it begins an escape.
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"


class MarkupError(ValueError):
    """Markup that a circular has no place for; `args` are the problem and what to do.

    `line` is the line of the text, from 0.
    """

    def __init__(self, problem: str, help_text: str, line: int = 0) -> None:
        super().__init__(problem, help_text)
        self.line = line


def mark(index: int) -> str:
    """The character that stands for fact number `index` of a paragraph."""
    if FIRST_MARK + index > LAST_MARK:
        raise MarkupError("more than 6,399 facts in one paragraph", "make it several paragraphs")
    return chr(FIRST_MARK + index)


class Markup(NamedTuple):
    """A parser for the blocks that letters (`rich` False) or annexes (True) may have."""

    rich: bool = False
    soft_break: str = " "

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a text with marks; runs hold the marks until they are filled.

        Raises:
            MarkupError: for anything but paragraphs, bullets, emphasis and links
                (annexes: also headings, numbered lists and tables).
        """
        _refuse_hidden_characters(text)
        if "![" in text and (picture := _PICTURE.search(text)):
            line = text.count("\n", 0, picture.start())
            raise MarkupError("a picture has no place here", "put it into the file in Word", line)
        if not self.rich:  # a line that begins with "31." is no list in a letter
            text = _NUMBERED.sub(r"\1\\\2", text)
        return _parse(text, self.rich, self.soft_break)


def _refuse_hidden_characters(text: str) -> None:
    """Entities must not let in what may not be typed, such as `&#12;`."""
    for found in _ENTITY.finditer(text) if "&" in text else ():
        meant = unescape(found[0])
        if forbidden(meant) or (meant.isspace() and meant != NBSP):
            line = text.count("\n", 0, found.start())
            raise MarkupError(f"`{found[0]}` cannot stand in a circular", "delete it", line)


@lru_cache(maxsize=4096)
def _parse(text: str, rich: bool, soft_break: str) -> tuple[Block, ...]:  # noqa: FBT001
    tokens = _parser(rich).parse(text)
    return tuple(_blocks(tokens, soft_break))


@lru_cache
def _parser(rich: bool) -> MarkdownIt:  # noqa: FBT001
    from markdown_it import MarkdownIt  # noqa: PLC0415  30 ms that --help and errors do without

    parser = MarkdownIt("zero", {"html": rich}).enable(
        ["list", "emphasis", "link", "newline", "escape", "entity"]
    )
    if rich:
        # The last four are known so that they are refused.
        parser.enable(["heading", "table", "blockquote", "fence", "hr", "html_block"])
    # Addresses are put together from words and facts: they are made valid when the facts are back.
    for hook in ("normalizeLink", "normalizeLinkText"):
        setattr(parser, hook, str)
    setattr(parser, "validateLink", bool)  # noqa: B010  mypy takes it for a method
    return parser


class _Tokens:
    """A cursor over markdown-it's flat list of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._index = 0

    def next(self) -> Token | None:
        """The next token, or None at the end."""
        if self._index >= len(self._tokens):
            return None
        self._index += 1
        return self._tokens[self._index - 1]

    def until(self, closing: str) -> list[Token]:
        """All tokens up to the closing one, which is dropped."""
        found = []
        while (token := self.next()) and token.type != closing:
            found.append(token)
        return found


def _blocks(tokens: Sequence[Token], soft_break: str) -> list[Block]:
    cursor = _Tokens(tokens)
    blocks: list[Block] = []
    while token := cursor.next():
        if not token.type.endswith("_open"):
            raise _no_place(token)
        inner = cursor.until(token.type.replace("_open", "_close"))
        match token.type:
            case "paragraph_open":
                blocks.append(Paragraph(_line(inner, soft_break)))
            case "heading_open":
                blocks.append(Heading(min(int(token.tag[1]), 3), _line(inner, soft_break)))
            case "bullet_list_open" | "ordered_list_open":
                items = _items(inner, soft_break)
                start = int(token.attrs.get("start", 1))
                blocks.append(ItemList(items, token.type == "ordered_list_open", start))
            case "table_open":
                blocks.append(_table(inner, soft_break))
            case _:
                raise _no_place(token)
    return blocks


def _no_place(token: Token) -> MarkupError:
    name = token.type.removesuffix("_open").replace("_", " ")
    line = token.map[0] if token.map else 0
    return MarkupError(f"{name} has no place here", "write paragraphs, lists and tables", line)


def _items(tokens: Sequence[Token], soft_break: str) -> tuple[Line, ...]:
    """The items of a list: one line of text each."""
    items: list[Line] = []
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            raise MarkupError("a list inside a list has no place here", "write one list", line)
        if token.type == "inline":
            items.append(_line((token,), soft_break))
    opened = [token for token in tokens if token.type == "list_item_open"]
    if len(opened) != len(items):
        line = opened[0].map[0] if opened[0].map else 0
        raise MarkupError("a list item is one paragraph", "fill or join it", line)
    return tuple(items)


def _table(tokens: Sequence[Token], soft_break: str) -> Table:
    rows: list[list[Line]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_line((token,), soft_break))
    header, *body = (tuple(row) for row in rows)
    return Table(header, tuple(body))


def _line(tokens: Sequence[Token], soft_break: str) -> Line:
    """The runs of inline tokens; an error in them is at the line where they begin."""
    try:
        return _runs(tokens, soft_break)
    except MarkupError as error:
        error.line = tokens[0].map[0] if tokens[0].map else 0
        raise


def _runs(tokens: Sequence[Token], soft_break: str) -> Line:
    runs: list[Run] = []
    bold = italic = 0
    link: str | None = None
    words = ""
    for token in tokens[0].children or () if tokens else ():
        match token.type:
            case "text" | "text_special":
                words += token.content
                _append(runs, Run(token.content, None, bold > 0, italic > 0, link))
            case "softbreak":
                _append(runs, Run(soft_break, None, bold > 0, italic > 0, link))
            case "hardbreak":
                _append(runs, Run("\n", None, bold > 0, italic > 0, link))
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link, words = _target(token), ""
            case "link_close":
                if is_blank(words):
                    raise MarkupError("a link has no words", "say in the brackets where it leads")
                link = None
            case _:
                raise MarkupError(f"{token.type} has no place here", "write plain text")
    return tuple(runs)


def _target(token: Token) -> str:
    link = str(token.attrs.get("href", ""))
    if not MARK.search(link):
        address(link)  # what has no facts in it is found at its line
    return link


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, joined to the one before if only their texts differ."""
    if not run.text:
        return
    if runs and runs[-1]._replace(text="") == run._replace(text=""):
        runs[-1] = run._replace(text=runs[-1].text + run.text)
    else:
        runs.append(run)


def address(written: str) -> str:
    """The address of a written link as a URI; only web and e-mail addresses."""
    if not written.startswith(("https://", "http://", "mailto:")):
        raise MarkupError(f"`{written}` is not a web address", "links begin with https://")
    return uri(written)


def uri(written: str) -> str:
    """An address with percent signs for what may not stand in one."""
    return quote(written, safe=_IN_ADDRESSES)
