"""The faults and rewrites that the comparison is measured with."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from documents import document_text
from faults import mutants as mutants_of
from handmade import SETS, handmade_letters
from letters import golden_pairs
from rewrites import rewrites as rewrites_of

FOLDER = Path(__file__).parents[2] / "accuracy"
RULES = {
    "acronym",
    "added-item",
    "added-paragraph",
    "added-sentence",
    "addressee",
    "annexes",
    "brackets",
    "circular-number",
    "date",
    "disagreement",
    "doubled-word",
    "email",
    "hours",
    "impossible-date",
    "missing-item",
    "missing-paragraph",
    "missing-part",
    "missing-sentence",
    "mixed-script",
    "name",
    "number",
    "numbering",
    "ordinal",
    "phone",
    "polarity",
    "punctuation",
    "quotes",
    "repeated-item",
    "repeated-paragraph",
    "run-together",
    "swapped-items",
    "swapped-paragraphs",
    "untranslated",
    "url",
    "weekday",
    "years",
    "zone",
    "zone-of-date",
}
LETTERS = [letter for which in SETS for letter in handmade_letters(which)]
CHANGES = [
    pytest.param(letter, change, id=f"{letter.name}-{kind}-{number}")
    for letter in LETTERS
    for kind in ("faults", "rewrites")
    for number, change in enumerate(getattr(letter, kind))
]


def original(made):
    return made.pair.target.letter.text


# --- mutants


def test_there_are_a_thousand_mutants_and_twenty_of_each_kind(mutants):
    kinds = Counter(mutant.kind for mutant in mutants)
    assert set(kinds) == RULES
    assert {kind: count for kind, count in kinds.items() if count < 20} == {}
    assert len(mutants) >= 1000


def test_every_mutant_differs_from_its_original_in_one_place_only(mutants):
    for mutant in mutants:
        text = original(mutant)
        before, after = text[: mutant.start], text[mutant.start + len(mutant.before) :]
        assert mutant.before != mutant.after
        assert mutant.text == f"{before}{mutant.after}{after}"
        assert text == f"{before}{mutant.before}{after}"


def test_the_place_of_every_mutant_is_a_part_of_its_letter(mutants):
    for mutant in mutants:
        parts = {line.part for line in mutant.pair.target.letter.lines}
        added = {str(len(mutant.pair.target.letter.blocks) + 1)}
        assert mutant.paragraph in mutant.paragraphs
        assert mutant.paragraph in parts | added
        assert mutant.paragraph not in {"head", "foot"}


def test_a_change_of_a_few_characters_is_where_its_paragraph_is(mutants):
    for mutant in mutants:
        if "\n" not in mutant.before + mutant.after and mutant.kind != "numbering":
            part = mutant.pair.target.letter.part_at(mutant.start)
            neighbours = {part, *(str(int(part) + way) for way in (-1, 1) if part.isdigit())}
            assert mutant.paragraphs & neighbours


def test_no_two_mutants_of_a_pair_are_the_same(mutants):
    texts = Counter((mutant.pair.title, mutant.source, mutant.text) for mutant in mutants)
    assert [title for (title, *_), count in texts.items() if count > 1] == []


def test_only_rules_that_there_are_may_report_a_mutant(mutants):
    assert set().union(*(mutant.expected for mutant in mutants)) == RULES | {"zone-name"}
    assert [mutant for mutant in mutants if not mutant.expected] == []


def test_every_kind_of_fault_is_made_in_both_languages(mutants):
    made = {(mutant.kind, mutant.pair.target.letter.language) for mutant in mutants}
    assert made == {(kind, language) for kind in RULES for language in ("en", "ru")}


def test_a_mutant_of_both_letters_changes_the_source_too(mutants):
    both = [mutant for mutant in mutants if mutant.source]
    assert {mutant.kind for mutant in both} >= {"disagreement", "impossible-date", "zone-of-date"}
    assert [mutant for mutant in both if mutant.source == mutant.pair.source.letter.text] == []


def test_numbers_of_paragraphs_have_no_gap_where_only_their_order_or_number_changed(mutants):
    for mutant in mutants:
        if mutant.note in {"the others renumbered", "neighbours", "two apart"}:
            body = mutant.text.split("\nPlace")[0]
            body = re.split(r"\n(?:ANNEX|ПРИЛОЖЕНИЕ)", body)[0]
            numbers = [int(number) for number in re.findall(r"(?m)^(\d+)\t", body)]
            assert numbers == list(range(1, len(numbers) + 1))


def test_the_same_seed_makes_the_same_mutants_and_another_one_others(mutants):
    pairs = golden_pairs()
    assert mutants_of(pairs) == mutants
    assert mutants_of(pairs, seed=4) != mutants


def test_mutants_do_not_depend_on_the_order_of_sets():
    program = (
        "import hashlib, letters, faults, rewrites\n"
        "pairs = letters.golden_pairs()\n"
        "made = [*faults.mutants(pairs), *rewrites.rewrites(pairs)]\n"
        "print(hashlib.sha256(repr([(m.note, m.text) for m in made]).encode()).hexdigest())\n"
    )
    paths = os.pathsep.join((str(FOLDER), str(FOLDER.parent)))
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


# --- rewrites


def test_there_are_two_hundred_rewrites_of_every_kind_in_both_languages(rewrites):
    kinds = {rewrite.kind for rewrite in rewrites}
    made = {(rewrite.kind, rewrite.pair.target.letter.language) for rewrite in rewrites}
    assert len(rewrites) >= 200
    assert made == {(kind, language) for kind in kinds for language in ("en", "ru")}


def test_every_rewrite_differs_from_its_original(rewrites):
    assert [rewrite for rewrite in rewrites if rewrite.text == original(rewrite)] == []


def test_the_same_seed_makes_the_same_rewrites(rewrites):
    assert rewrites_of(golden_pairs()) == rewrites


def test_a_rewrite_keeps_quotes_and_brackets_in_pairs(rewrites):
    for rewrite in rewrites:
        for one, other in ("()", "«»", "[]"):
            was = original(rewrite).count(one) - original(rewrite).count(other)
            assert rewrite.text.count(one) - rewrite.text.count(other) == was


# --- letters written by others


def test_there_are_handmade_letters_with_faults_and_rewrites():
    assert len(LETTERS) >= 10
    assert [letter.name for letter in LETTERS if not letter.faults or not letter.rewrites] == []


@pytest.mark.parametrize(("letter", "change"), CHANGES)
def test_what_is_to_be_changed_in_a_handmade_letter_is_there_once(letter, change):
    before, after = letter.files[change.file], letter.changed(change)[change.file]
    if isinstance(before, bytes):
        before, after = document_text(before), document_text(after)
    assert before.count(change.find) == 1
    assert after != before
    assert change.put in after
