"""A text is the same in two languages, word for word, though it is more than a name.

It was copied to be translated later, and never was. Names, acronyms, figures and addresses are the
same in many languages: what tells a text from them is a word without a capital that belongs to one
of the two languages alone. Between languages that share words, it takes a sentence of one of them.

Bad: {en: Practical information, ru: Practical information}
Good: {en: Smart City Expo World Congress, ru: Smart City Expo World Congress}
Mend: Translate it, unless it is a name that stays as it is in all languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from circgen.checks.subjects import Desk, Saying, Writing
from circgen.findings import Evidence, Finding, Level
from circgen.readers.languages import foreign, unlike_words

_SHOWN = 40


def check(saying: Saying, desk: Desk) -> Iterator[Finding]:
    """The text of each language that an earlier one has, too."""
    if saying.origin == "template":
        return
    codes = list(saying.writings)
    for index, code in enumerate(codes):
        for other in codes[:index]:
            one, two = saying.writings[other], saying.writings[code]
            if one.text == two.text:
                yield from _same(saying, one, two, desk)
                break


def _same(saying: Saying, one: Writing, two: Writing, desk: Desk) -> Iterator[Finding]:
    languages = {code: each.language for code, each in desk.knowledge.recognisers.items()}
    texts = {each.language: each for each in (one, two)}
    wrong = [code for code in texts if foreign(two.text, code, languages)]
    odd = [code for code in texts if unlike_words(two.text, languages[code])]
    if not wrong and not odd:
        return
    # The one that is a translation, if both could be; the language of the other is the text's.
    found = min(wrong or odd, key=lambda code: code not in saying.source)
    other = next(code for code in texts if code != found)
    here, there = texts[found], texts[other]
    shown = " ".join(two.text.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rpartition(' ')[0]}…"
    yield Finding(
        here.at,
        "same-text",
        f"{saying.name}: {shown} ({found}) is the same in {other}",
        "translate it, unless it is a name in all languages",
        Level.ERROR if wrong else Level.WARNING,
        source=Evidence(other, there.text, there.at),
        target=Evidence(found, here.text, here.at),
    )
