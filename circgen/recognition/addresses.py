"""URLs, e-mail addresses and telephone numbers in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from circgen.recognition.han import HanAware
from circgen.recognition.mentions import Kind, Mention

# Each pattern begins where nothing of its kind stands before, so that no text is read twice.
_LOCAL = r"[A-Za-z0-9._%+!#$&*=?^`{}~'-]"
_EMAIL = re.compile(rf"(?<!{_LOCAL}){_LOCAL}+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_IN_URL = r"[^\s<>\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}«»|{han}《》「」]"
_URL = HanAware(
    rf"(?:(?i:https?://)|(?<![\w@./-])(?i:www)\.){_IN_URL}+"
    r"|(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:int|org|com|net|edu|gov|info|ch|ru|eu|io)"
    rf"(?![\w@-])(?:[/?#]{_IN_URL}*)?"
)
_ASIDE = r" ?\((?:\d+/|\d[^()]{0,40}[^\W\d_])"  # `(24/7)`, `(0900 to 1700 hours)`
_GROUP = rf"(?!{_ASIDE})(?: {{1,2}}|[-./]| ?/ ?)?\(?\d+\)?"
_PHONE = re.compile(
    rf"(?<![\w+])(?:\(?\+ ?(?=\d)|00(?=[1-9]\d?[ -]))\d+\)?(?:{_GROUP})+"
    r"|(?<![\w+.,:/-])(?<!\d )\(?0[1-9]\d{0,3}\)?(?:[ -]\d{2,4}){2,4}(?!\d|[.,:/-]\d)"
)
_ENDS = ".,;:!?'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_SHORTEST, _LONGEST = 7, 30
_COUNTRY = re.compile(r"\(?\+|00(?=[1-9])")


def addresses(text: str) -> Iterator[Mention]:
    """Addresses in a folded text."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Mention(Kind.EMAIL, match.group().lower(), *match.span())
    if "." in text:
        for match in _URL.of(text).finditer(text):
            found = _without_end(match.group())
            yield Mention(Kind.URL, neutral_url(found), match.start(), match.start() + len(found))
    if "+" in text or "0" in text:
        for match in _PHONE.finditer(text):
            yield from _phone(match)


def _phone(match: re.Match[str]) -> Iterator[Mention]:
    """A telephone number, if it has as many figures as one has; +41 (0)22 is +4122."""
    found = match.group()
    digits = re.sub(r"\(0\)|\D", "", found)
    country = _COUNTRY.match(found)
    if country and country.group() == "00":
        digits = digits[2:]
    if _SHORTEST <= len(digits) <= _LONGEST:
        unpaired = found.endswith(")") and "(" not in found
        value = f"+{digits}" if country else digits
        yield Mention(Kind.PHONE, value, match.start(), match.end() - unpaired)


def _without_end(address: str) -> str:
    """The address without the punctuation of the sentence around it."""
    while address:
        last = address[-1]
        unpaired = (last == ")" and address.count(")") > address.count("(")) or (
            last == "]" and "[" not in address
        )
        if last not in _ENDS and not unpaired:
            break
        address = address[:-1]
    return address


def neutral_url(address: str) -> str:
    """An address without scheme, `www.` and closing slash, its host in small letters."""
    rest = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE)
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/")
