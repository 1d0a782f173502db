"""Circulars as one page for a browser: side by side, with what was found at their paragraphs.

The page holds everything it needs, and its policy lets it load nothing else. It is a tree of
elements until it is written, so no fact can become markup.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from lxml import etree
from lxml.builder import E

from circgen.writers.html.columns import Columns
from circgen.writers.html.notes import counted, link, note
from circgen.writers.html.paper import pages

if TYPE_CHECKING:
    from lxml.etree import _Element

    from circgen.document import Circular
    from circgen.findings import Finding

_OURS = b'<meta name="generator" content="circgen preview">'
_LETTER, _WIDEST, _NOTES = 20, 50, 17
"""The narrowest and widest column of a letter, and the narrowest of notes, in rem."""
_NONCE = secrets.token_urlsafe(16)
"""By this a live page knows the styles of its later versions, which have other checksums."""


def page(
    title: str,
    letters: Iterable[tuple[str, Circular]],
    findings: Mapping[str, Sequence[Finding]],
    logo: bytes | None = None,
    version: int = 0,
) -> str:
    """The page of letters, each with the name of its language; without any, findings alone.

    The title is in the language of the first letter. `findings` are by the id of the part that they
    concern, those of no part under an empty id. `logo` is a PNG. With a `version` the page is live:
    it takes over what is new when its server has another version.
    """
    columns = Columns.of(letters, findings, logo)
    document = etree.fromstring(_file("page.html"), etree.HTMLParser())
    head, body, top, main = (_at(document, tag) for tag in ("head", "body", "section", "main"))
    for element in (_at(document, "title"), _at(document, "h1")):
        element.text = title
        if columns.letters:
            element.set("lang", columns.letters[0].circular.language)
    _at(top, "h2").text = counted(columns.numbers)
    top.extend(_list(columns))
    main.extend(columns.elements())
    paper = _file("paper.css") + pages(each.circular for each in columns.letters)
    styles = [E.style(_file("page.css")), E.style(paper), *_layouts(columns)]
    scripts = [E.script(_file("page.js"))]
    if version:
        body.set("data-version", str(version))
        scripts.append(E.script(_file("live.js")))
        for style in styles:
            style.set("nonce", _NONCE)
    head.extend(styles)
    body.extend(scripts)
    # Nothing comes before the policy but the encoding.
    head.insert(1, _policy(styles, scripts, live=bool(version)))
    written = etree.tostring(document, encoding="unicode", method="html")
    return f"<!doctype html>\n{written}\n"


def is_page(content: bytes) -> bool:
    """Whether a file is a page that was written here."""
    return content.startswith(b"<!doctype html>") and _OURS in content


def _file(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")


def _at(element: _Element, tag: str) -> _Element:
    found = element.find(f".//{tag}")
    if found is None:
        raise LookupError(f"page.html has no {tag}")
    return found


def _list(columns: Columns) -> list[_Element]:
    """All findings: those of no part in full, the others as links to where they stand."""
    loose = columns.found.get("", ())
    items = [
        E.li(note(finding, number) if finding in loose else link(finding, number))
        for finding, number in columns.numbers.items()
    ]
    return [E.ol(*items)] if items else []


def _layouts(columns: Columns) -> list[_Element]:
    """The styles of letters side by side, and of those in a window that is too narrow for it."""
    count, rows = len(columns.letters), len(columns.rows) + 1
    widths = f"repeat({count}, minmax({_LETTER}rem, {_WIDEST}rem))" if count else "1fr"
    least = _LETTER * count
    if columns.has_notes:
        widths += f" minmax({_NOTES}rem, {_NOTES + 5}rem)"
        least += _NOTES
    grid = f"#letters {{ grid-template: repeat({rows}, auto) / {widths}; }}\n"
    # Notes reach down to the next ones: long ones shall not stretch their paragraph.
    starts = [row for row, id_ in enumerate(columns.rows, 2) if id_ in columns.found]
    grid += "".join(
        f".notes > :nth-child({start}) {{ grid-row: {start} / {end}; }}\n"
        for start, end in zip(starts, [*starts[1:], rows + 1], strict=False)
    )
    order = "".join(
        f"#letters > * > :nth-child({row}) {{ order: {row}; }}\n" for row in range(1, rows + 1)
    )
    least += 1 + count + bool(columns.has_notes)  # and what is between and around them
    return [
        E.style({"media": f"screen and (min-width: {least}rem)"}, _file("columns.css") + grid),
        E.style(
            {"media": f"screen and (max-width: {least - 0.01}rem)"}, _file("stacked.css") + order
        ),
    ]


def _policy(styles: Sequence[_Element], scripts: Sequence[_Element], *, live: bool) -> _Element:
    """What the page may load: itself, and from its server whether it has changed."""
    allowed = {
        "default-src": "'none'",
        "style-src": f"'nonce-{_NONCE}'" if live else " ".join(map(_digest, styles)),
        "script-src": " ".join(map(_digest, scripts)),
        "img-src": "data:",
        "connect-src": "'self'" if live else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    policy = "; ".join(f"{what} {where}" for what, where in allowed.items())
    return E.meta({"http-equiv": "Content-Security-Policy", "content": policy})


def _digest(element: _Element) -> str:
    digest = hashlib.sha256((element.text or "").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
