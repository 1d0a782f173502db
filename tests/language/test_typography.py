"""Typography of everything readers see: packs, templates, data, and letters as they come out."""

import re
import unicodedata

import pytest
from language.letters import CASES, MEETINGS, letters, texts
from language.tables import LANGUAGES, strings, table

# True in every language.
NEVER = {
    r"  ": "two spaces",
    r" [,;:!?.](?!\w)": "a space before punctuation",
    r"[\u202f\u2009\u200a\u2007\u2002-\u2006\u2008]": "a space that is neither plain nor no-break",
    r"[\u00ad\u200b-\u200f\u2060\ufeff\u2028\u2029]": "an invisible character",
    r"\u2212(?!\d)": "a minus sign that is no minus",
    r"\w\u00a0?[\u2012\u2014\u2015]": "a dash that is neither a hyphen nor an en dash",
    r"\(\s|\s\)": "a space inside brackets",
    r"(?<!\.)\.\.(?!\.)": "two full stops",
    r",,|;;|,\.|;\.": "punctuation twice",
    r"\b(\w{2,}) \1\b": "a word twice",
}
SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "CJK"}


def scripts(word):
    names = (unicodedata.name(c, "").split(" ", 1)[0] for c in word if c.isalpha())
    return {name for name in names if name in SCRIPTS}


def faults(language, text):
    for pattern, why in (*NEVER.items(), *(rule[:2] for rule in table(language)["never"])):
        for match in re.finditer(pattern, text):
            yield f"{why}: {text[max(0, match.start() - 20) : match.end() + 20]!r}"
    for word in re.findall(r"\w+", text):
        if len(scripts(word)) > 1:
            yield f"letters of two scripts in one word: {word!r}"


def lines(text):
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_strings_of_packs_templates_and_data_follow_the_typography(language):
    found = [
        f"{where}: {fault}"
        for where, text in strings(language)
        for fault in faults(language, text.strip("\x00 "))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_alone_is_a_look_alike_from_another_alphabet(language):
    alphabet = table(language)["alphabet"]
    texts_of_it = [(where, text) for where, text in strings(language) if alphabet in scripts(text)]
    assert texts_of_it
    assert not [
        f"{where}: {word!r} in {text!r}"
        for where, text in texts_of_it
        for word in re.findall(r"\b[^\W\d_]\b", text)
        if scripts(word) - {alphabet} and text not in table(language)["of_two_alphabets"]
    ]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_follows_the_typography(language, case):
    found = [fault for line in lines(letters(case)[language]) for fault in faults(language, line)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_a_letter_of_the_examples_follows_the_typography(path):
    found = [
        f"{language}: {fault}"
        for language, text in texts(path).items()
        for line in lines(text)
        for fault in faults(language, line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("language", "pattern", "why", "wrong"),
    [(language, *rule) for language in LANGUAGES for rule in table(language)["never"]],
)
def test_a_rule_of_a_table_finds_what_it_is_for(language, pattern, why, wrong):
    assert re.search(pattern, wrong), why
    assert list(faults(language, f"… {wrong} …"))


@pytest.mark.parametrize(
    "wrong",
    [
        "two  spaces",
        "a , b",
        "a\u202fb",
        "a\u00adb",
        "a \u2212 b",
        "a\u2014b",
        "( a)",
        "a.. b",
        "a;; b",
        "on on",
        "МСЭ-T Бюpо",
    ],
)
def test_the_rules_of_every_language_find_what_they_are_for(wrong):
    assert all(list(faults(language, wrong)) for language in LANGUAGES)
