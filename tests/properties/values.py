"""Values of facts as people may type them."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from properties import packs
from properties.packs import LANGUAGES, ZONES

A_DAY = 24 * 60

# Letters, marks, figures, punctuation, symbols and spaces of all scripts, and more often what means
# something to YAML, Jinja, Markdown, XML or Word.
_SOME = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1, max_size=20)
_MARKED = st.text(
    "ab еж*_[](){}<>&`#|\\'\"-.:;,!~^=+%@/$\N{NO-BREAK SPACE}\u0301\u0345 ", min_size=1, max_size=20
)
_STARTS = (
    "",
    "",
    "",
    "- ",
    "* ",
    "1. ",
    "# ",
    "> ",
    "{{ ",
    "{% ",
    "    ",
    "| ",
    "[a]: ",
    "``` ",
    "<b>",
    "--- ",
)
_ENDS = ("", "", "", ".", "\\", " }}", "*", "&amp;", "г.", "…")


def _made(start, middle, end):
    made = re.sub(r"[ \t]+", " ", start + middle + end).strip(" ")
    return made if re.search(r"[^\W_]", made) else made + "x"


def _without_end(string):
    # Nor does an item end with a full stop, unless it is that of an abbreviation.
    return string + "x" if string.endswith((";", ",", ".")) else string


_TEXT = st.builds(_made, st.sampled_from(_STARTS), _SOME | _MARKED, st.sampled_from(_ENDS))
_ITEM = _TEXT.map(_without_end)


def text(*, ends=False):
    """One line of text in which anything may stand that a circular can print."""
    return _ITEM if ends else _TEXT


def localized(*, ends=False):
    return st.fixed_dictionaries({language: text(ends=ends) for language in LANGUAGES})


@st.composite
def name(draw, glossary, *, whole=False):
    """An id, or a name written out; with `whole`, in every form that a template can ask for."""
    known = packs.ids(glossary, whole=whole)
    if draw(st.booleans()) and known:
        return draw(st.sampled_from(known))
    written = {}
    for language in LANGUAGES:
        wanted = packs.forms(language, glossary)
        stem = draw(text())
        written[language] = stem
        if wanted and (whole or draw(st.booleans())):
            written[language] = {
                form: draw(st.sampled_from(values)) if form == "gender" else f"{stem} {form}"
                for form, values in wanted.items()
            }
    return written


def _first(name_):
    """What tells a name apart: its id, or its first form in the first language."""
    while isinstance(name_, dict):
        name_ = next(iter(name_.values()))
    return name_


def names(glossary, max_size=4, *, whole=False):
    return st.lists(name(glossary, whole=whole), min_size=1, max_size=max_size, unique_by=_first)


URLS = st.builds(
    "https://{}.{}{}".format,
    st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z0-9]", fullmatch=True),
    st.sampled_from(["int", "example", "co.uk", "рф"]),
    st.from_regex(
        r"(/[A-Za-z0-9_*~()+,;:@&=$'!.-]{0,8}){0,3}/?(\?[a-z]=[A-Z0-9_*&]{1,5})?(#[a-z_]{1,5})?",
        fullmatch=True,
    ),
)
EMAILS = st.from_regex(
    r"[a-z0-9_*&'+]{1,8}@[a-z0-9]{1,5}(-[a-z0-9]{1,3})?\.(int|example)", fullmatch=True
)
PHONES = st.from_regex(r"\+[1-9][0-9]( ?[0-9]{2,3}){3,4}", fullmatch=True)


@st.composite
def places(draw):
    known = [id_ for id_ in packs.ids("places", whole=True) if id_ in packs.LIBRARY.place_zones]
    if draw(st.booleans()):
        return draw(st.sampled_from(known))
    written = draw(name("places", whole=True).filter(lambda value: isinstance(value, dict)))
    return {"name": written, "zone": draw(st.sampled_from(ZONES))}


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def stretches(draw):
    """Hours of one day in order, as typed, and as (start, end) in minutes."""
    points = sorted(
        draw(
            st.lists(
                st.integers(0, A_DAY // 5 - 1).map(lambda n: n * 5),
                min_size=1,
                max_size=6,
                unique=True,
            )
        )
    )
    typed, meant = [], []
    while points:
        start = points.pop(0)
        if not points and draw(st.booleans()) and start:
            end = draw(st.integers(0, start - 1))
            typed.append(f"{clock(start)}-{clock(end)}+1")
            meant.append((start, end + A_DAY))
        elif not points and draw(st.booleans()):
            typed.append(f"{clock(start)}-24:00")
            meant.append((start, A_DAY))
        elif points and draw(st.booleans()):
            end = points.pop(0)
            style = draw(st.sampled_from(["{}-{}", "{} - {}", "{}–{}", "{} to {}"]))
            typed.append(style.format(clock(start), clock(end)))
            meant.append((start, end))
        else:
            typed.append(clock(start))
            meant.append((start, None))
    if draw(st.booleans()):
        typed = [each.replace(":", "") for each in typed]
    return typed, meant


def typed_day(draw, day):
    return draw(
        st.sampled_from(
            [
                f"{day:%Y-%m-%d}",
                f"{day.day}.{day.month}.{day.year:04}",
                f"{day.day} {day:%B} {day.year:04}",
            ]
        )
    )


LINK = "https://l1nk.example/"
_MARKUP = st.sampled_from(
    ["*{}*", "**{}**", "{}", "[{}](" + LINK + ")", "{}\\\n", "{}\n", "{}, &amp; {{{{ x }}}}"]
)


@st.composite
def markdown(draw):
    """A sentence with emphasis, links and line breaks, and perhaps bullets."""
    words = st.lists(
        st.builds(
            lambda form, word: form.format(word),
            _MARKUP,
            st.from_regex(r"[a-zа-я]{1,9}", fullmatch=True),
        ),
        min_size=1,
        max_size=6,
    ).map(lambda parts: re.sub(r"\n +", "\n", " ".join(parts)).strip("\n\\ "))
    made = "Word " + draw(words)
    if draw(st.booleans()):
        items = draw(
            st.lists(st.from_regex(r"[a-zа-я]{1,9}", fullmatch=True), min_size=1, max_size=3)
        )
        made += "\n\n" + "\n".join(f"- {item};" for item in items)
    return made
