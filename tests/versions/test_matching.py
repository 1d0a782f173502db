"""Which item of a list was which, and which have moved."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circgen.versions.lists import move, place, put_back, without
from circgen.versions.matching import matched, moved


def whole(item):
    yield item


def first(item):
    yield item[0]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("", "", []),
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "cab", [(2, 0), (0, 1), (1, 2)]),
        ("ab", "xab", [(0, 1), (1, 2)]),
        ("aa", "a", [(0, 0)]),
        ("ab", "cd", []),
    ],
)
def test_items_are_the_same_by_what_they_are(old, new, pairs):
    assert matched(old, new, (whole,)) == pairs


def test_what_tells_more_is_asked_first():
    old, new = ["a1", "a2"], ["a2", "a3"]
    assert matched(old, new, (whole, first)) == [(1, 0), (0, 1)]
    assert matched(old, new, (first,)) == [(0, 0), (1, 1)]


def test_texts_are_the_same_if_most_of_their_words_are():
    old = ["one two three four", "five six seven eight"]
    new = ["five six seven nine", "one ten eleven twelve"]
    assert matched(old, new, (whole,), str) == [(1, 0)]


def test_the_most_alike_are_paired():
    old = ["a b c d"]
    new = ["a b x y", "a b c y"]
    assert matched(old, new, (whole,), str) == [(0, 1)]


@pytest.mark.parametrize(
    ("order", "gone"),
    [
        ("abcd", ""),
        ("dabc", "d"),
        ("bcda", "a"),
        ("acbd", "b"),
        ("badc", "ac"),
        ("dcba", "abc"),
    ],
)
def test_as_few_as_possible_have_moved(order, gone):
    pairs = [("abcd".index(letter), j) for j, letter in enumerate(order)]
    found = moved(pairs)
    assert len(found) == len(gone)
    kept = [pair for pair in pairs if pair not in found]
    assert sorted(kept) == sorted(kept, key=lambda pair: pair[1])


@given(st.permutations("abcdef"))
def test_what_stays_is_the_longest_row_in_order(order):
    pairs = [("abcdef".index(letter), j) for j, letter in enumerate(order)]
    kept = len(pairs) - len(moved(pairs))
    rises = (
        size
        for size in range(len(order), 0, -1)
        if any(list(row) == sorted(row) for row in itertools.combinations(order, size))
    )
    assert kept == next(rises)


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.randoms(use_true_random=False))
def test_a_removed_item_goes_back_to_where_it_stood(old, random):
    for i, letter in enumerate(old):
        new = tuple(other for other in old if other != letter)
        pairs = matched(old, new, (whole,))
        assert put_back(letter, place(i, pairs))(new) == tuple(old)
        at = random.randrange(len(old) + 1)
        assert without(at)((*old[:at], "x", *old[at:])) == tuple(old)


def test_a_list_that_is_gone_has_its_item_back():
    assert put_back("a", 0)(None) == ("a",)


@given(st.permutations("abcde"), st.integers(0, 4))
def test_an_item_that_moved_goes_back(order, at):
    letter = order[at]
    rest = [other for other in order if other != letter]
    for to in range(5):
        new = (*rest[:to], letter, *rest[to:])
        pairs = [(order.index(other), new.index(other)) for other in rest]
        assert move(to, place(at, pairs))(new) == tuple(order)
