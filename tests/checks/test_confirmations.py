"""What counts as the same text, and which confirmation is shown."""

import pytest

from circgen.checks.staleness.confirmations import Entry, fingerprint, plain, read, write
from circgen.checks.staleness.translations import outdated, translations
from circgen.checks.subjects import Saying, Writing
from circgen.findings import Location
from circgen.readers.letter import Passage


def print_of(text):
    return fingerprint(plain(text))


def saying(source, target, origin="text"):
    writings = {
        language: Writing(
            language, "title", (Passage(text, ((0, Location(f"{language}.txt", 1, 1)),)),), origin
        )
        for language, text in (("en", source), ("ru", target))
    }
    return Saying("title", writings, {"ru": "en"})


def lock(*pairs):
    """A lock file in which translations are confirmed against sources."""
    entries = [Entry(print_of(target), print_of(source), plain(source)) for target, source in pairs]
    return read(write(entries).encode(), "ru.lock")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025-2028", "2025 \N{EN DASH} 2028"),
        ("10 %", "10\N{NARROW NO-BREAK SPACE}%"),
        ("10 %", "10%"),
        ("texte ; suite", "texte; suite"),
        ('the "smart" city', "the «\N{NO-BREAK SPACE}smart\N{NO-BREAK SPACE}» city"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "caf\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("one\n\ntwo", "one two"),
        ("minus \N{MINUS SIGN}3", "minus -3"),
        ("re\N{SOFT HYPHEN}port", "report"),
        (" one ", "one"),
    ],
)
def test_these_are_the_same(one, other):
    assert print_of(one) == print_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("now here", "nowhere"),
        ("1 000", "1000"),
        ("Chair", "chair"),
        ("the end", "the end."),
        ("may", "may not"),
        ("{{ a }} {{ b }}", "{{ b }} {{ a }}"),
        ("co-operate", "cooperate"),
    ],
)
def test_these_are_not(one, other):
    assert print_of(one) != print_of(other)


def test_a_fingerprint_is_the_beginning_of_a_sha256():
    """Lock files of today are read by the circgen of tomorrow."""
    assert print_of("the “smart”  city – today") == fingerprint('the "smart" city - today')
    assert fingerprint('the "smart" city - today') == "3376a552179e819c"


def test_a_lock_file_is_sorted_and_has_each_line_once():
    entries = [
        Entry("b" * 16, "1" * 16, "two"),
        Entry("a" * 16, "2" * 16, "one"),
        Entry("b" * 16, "1" * 16, "two"),
    ]
    assert write(entries).splitlines()[2:] == [
        f"{'a' * 16}\t{'2' * 16}\tone",
        f"{'b' * 16}\t{'1' * 16}\ttwo",
    ]
    assert write(entries).endswith("two\n")


@pytest.mark.parametrize(
    ("source", "target", "origin", "count"),
    [
        ("a title", "заголовок", "text", 1),
        ("U4SSC", "U4SSC", "text", 0),
        ("U4SSC 2025-2026", "U4SSC 2025–2026", "text", 0),
        ("forty-two", "42", "text", 0),
        ("{{ title }}", "{{ title }}", "template", 1),
        ("{{ 1 }}", "{{ 2 }}", "template", 1),
        ("# U4SSC", "# U4SSC", "annex", 0),
    ],
)
def test_what_is_a_translation(source, target, origin, count):
    assert len(list(translations(saying(source, target, origin)))) == count


@pytest.mark.parametrize(
    ("text", "origin", "words"),
    [
        ("a{# not b #}&nbsp;c", "template", "a c"),
        ("a{# not b #}&nbsp;c", "annex", "a{# not b #} c"),
        ("a{# not b #}&nbsp;c", "text", "a{# not b #}&nbsp;c"),
        ("{%- if a -%} b {%+ endif +%}", "template", "{% if a %} b {% endif %}"),
        ("{{- a -}}", "template", "{{ a }}"),
        ("{# one\ntwo #}a{# three #}", "template", "a"),
        ("{{ a|f(-1) }} -", "template", "{{ a|f(-1) }} -"),
    ],
)
def test_what_of_a_text_counts(text, origin, words):
    (found,) = translations(saying(text, "заголовок", origin))
    assert found.source_words == words


def test_the_source_most_like_that_of_today_is_shown():
    known = lock(
        ("заголовок", "an old title"), ("заголовок", "the old title"), ("другой", "the title")
    )
    (today,) = translations(saying("the title", "заголовок"))
    then = outdated(today, known)
    assert then.words == "the old title"
    assert then.at.file == "ru.lock"
    lines = write(known.all()).splitlines()
    assert lines[then.at.line - 1].endswith("\tthe old title")


def test_one_confirmation_of_several_is_enough():
    known = lock(("заголовок", "an old title"), ("заголовок", "a title"))
    (today,) = translations(saying("a  title", "заголовок"))
    assert outdated(today, known) is None
    assert known.has(today.entry)


def test_what_was_never_confirmed_is_not_outdated():
    (today,) = translations(saying("a title", "заголовок"))
    assert outdated(today, lock(("другой", "a title"))) is None
    assert not lock(("другой", "a title")).has(today.entry)


def test_a_translation_stands_where_its_first_words_stand():
    (found,) = translations(saying("  a title", " заголовок"))
    assert str(found.at) == "ru.txt:1:2"
    assert str(found.source_at) == "en.txt:1:3"


def test_of_two_spellings_of_an_entry_it_is_always_the_same_one():
    one, other = f"{'a' * 16}\t{'1' * 16}\t10 %\n", f"{'a' * 16}\t{'1' * 16}\t10%\n"
    words = [
        [each.words for each in read(text.encode(), "").all()]
        for text in (one + other, other + one)
    ]
    assert words == [["10 %"], ["10 %"]]


def test_a_line_that_is_no_utf8_is_no_entry():
    found = read(f"{'a' * 16}\t{'1' * 16}\t".encode() + b"caf\xe9\n", "ru.lock")
    assert list(found.all()) == []
    assert [str(finding.location) for finding in found.findings] == ["ru.lock:1:1"]
