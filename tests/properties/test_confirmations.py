"""Confirmations: what counts as a change, and that lock files may be merged line by line."""

import re

from hypothesis import given
from hypothesis import strategies as st

from circgen.checks.staleness.confirmations import Entry, fingerprint, plain, read, write

SPACES = [" ", "  ", "\n", "\t", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", " \n  "]
QUOTES = list("\"'«»“”„‘’‹›")
DASHES = list("-‐‑‒–—―−")
GAPS = {" ": SPACES, '"': QUOTES, "-": DASHES}
WORDS = st.text("abzéйяЖ19", min_size=1, max_size=5)
TEXTS = st.text(min_size=1).map(plain).filter(bool)
FINGERPRINTS = st.text("0123456789abcdef", min_size=16, max_size=16)
ENTRIES = st.lists(st.builds(Entry, FINGERPRINTS, FINGERPRINTS, TEXTS), max_size=8)


@st.composite
def written_otherwise(draw):
    """The same words twice, with other spaces, quotes and dashes between them."""
    words = draw(st.lists(WORDS, min_size=2, max_size=6))
    one, other = words[0], words[0]
    for word in words[1:]:
        gap = draw(st.sampled_from(list(GAPS)))
        # A space stands or doesn't stand beside a sign, and always between two words.
        around = ["", *SPACES] if gap != " " else [""]
        parts = (around, GAPS[gap], around)
        one += "".join(draw(st.sampled_from(each)) for each in parts) + word
        other += "".join(draw(st.sampled_from(each)) for each in parts) + word
    return one, other


@given(written_otherwise())
def test_a_change_of_spaces_quotes_or_dashes_is_none(texts):
    one, other = texts
    assert fingerprint(plain(one)) == fingerprint(plain(other))


@given(written_otherwise(), st.data())
def test_a_change_of_a_word_is_one(texts, data):
    one, other = texts
    words = list(re.finditer(r"\w+", other))
    word = data.draw(st.sampled_from(words))
    new = data.draw(WORDS.filter(lambda each: plain(each) != plain(word.group())))
    changed = other[: word.start()] + new + other[word.end() :]
    assert fingerprint(plain(one)) != fingerprint(plain(changed))


@given(written_otherwise(), st.data())
def test_a_word_more_or_less_is_a_change(texts, data):
    one, other = texts
    assert fingerprint(plain(one)) != fingerprint(plain(f"{other} {data.draw(WORDS)}"))


@given(st.text())
def test_plain_words_stay_what_they_are_on_one_line(text):
    words = plain(text)
    assert plain(words) == words
    assert words.splitlines() in ([words], [])
    assert "\t" not in words


@given(ENTRIES, st.randoms())
def test_neither_order_nor_repetition_matters(entries, random):
    lines = write(entries).splitlines(keepends=True)
    shuffled = [*lines, *random.choices(lines, k=3)]
    random.shuffle(shuffled)
    found = read("".join(shuffled).encode(), "ru.lock")
    assert write(found.all()) == write(read(write(entries).encode(), "ru.lock").all())
    assert found.findings == ()


@given(ENTRIES)
def test_what_is_written_is_read(entries):
    found = read(write(entries).encode(), "ru.lock")
    pairs = {(each.target, each.source): each.words for each in sorted(entries, reverse=True)}
    assert {(each.target, each.source): each.words for each in found.all()} == pairs
    assert found.sources == {each.source for each in entries}
    assert found.findings == ()


@given(ENTRIES, ENTRIES)
def test_the_lines_of_two_lock_files_are_what_both_have_confirmed(ours, theirs):
    together = read((write(ours) + write(theirs)).encode(), "ru.lock")
    assert write(together.all()) == write(read(write([*ours, *theirs]).encode(), "ru.lock").all())


@given(st.binary())
def test_whatever_stands_in_a_lock_file_is_an_entry_or_a_finding(content):
    found = read(content, "ru.lock")
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    told = [line for line in lines if line.strip(b"\r \t\v\f\x1c\x1d\x1e\x1f") and line[:1] != b"#"]
    assert all(0 < finding.location.line <= len(lines) for finding in found.findings)
    assert len(found.findings) + len(list(found.all())) <= len(told) + 1
