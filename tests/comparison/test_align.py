"""Which paragraph is which: properties of `align` for sequences of which we know the answer."""

from hypothesis import given
from hypothesis import strategies as st

from circgen.comparison.align import align

DIFFERENT = st.lists(st.integers(), unique=True, min_size=1, max_size=9)


def same(one, other):
    """Nothing in common, or everything."""
    return float(one == other)


def pairs(source, target, alignment):
    return {(source[i], target[j]) for i, j in alignment.pairs}


@given(DIFFERENT)
def test_a_sequence_is_itself(things):
    aligned = align(things, things, same)
    assert aligned == (tuple((i, i) for i in range(len(things))), (), (), ())


@given(DIFFERENT.flatmap(lambda things: st.tuples(st.just(things), st.permutations(things))))
def test_in_another_order_everything_is_found_again(both):
    things, mixed = both
    aligned = align(things, mixed, same)
    assert pairs(things, mixed, aligned) == {(each, each) for each in things}
    assert (aligned.lost, aligned.gained) == ((), ())
    assert bool(aligned.moved) == (list(mixed) != things)


@given(DIFFERENT, st.data())
def test_what_was_deleted_is_lost_and_nothing_else(things, data):
    kept = [each for each in things if data.draw(st.booleans())]
    aligned = align(things, kept, same)
    assert [things[i] for i in aligned.lost] == [each for each in things if each not in kept]
    assert pairs(things, kept, aligned) == {(each, each) for each in kept}
    assert (aligned.gained, aligned.moved) == ((), ())


@given(DIFFERENT, st.data())
def test_what_was_added_is_gained_and_nothing_else(things, data):
    kept = [each for each in things if data.draw(st.booleans())]
    aligned = align(kept, things, same)
    assert [things[j] for j in aligned.gained] == [each for each in things if each not in kept]
    assert pairs(kept, things, aligned) == {(each, each) for each in kept}
    assert (aligned.lost, aligned.moved) == ((), ())


@given(DIFFERENT, st.data())
def test_what_stands_twice_is_gained_once(things, data):
    at = data.draw(st.integers(0, len(things) - 1))
    twice = [*things[: at + 1], *things[at:]]
    aligned = align(things, twice, same)
    assert [twice[j] for j in aligned.gained] == [things[at]]
    assert (aligned.lost, aligned.moved) == ((), ())


@given(DIFFERENT.filter(lambda things: len(things) > 1), st.data())
def test_two_that_changed_places_are_moved_and_nothing_else(things, data):
    one, two = sorted(data.draw(st.permutations(range(len(things))))[:2])
    mixed = [*things]
    mixed[one], mixed[two] = mixed[two], mixed[one]
    aligned = align(things, mixed, same)
    moved = {mixed[j] for _, j in aligned.moved}
    assert moved
    assert moved <= {things[one], things[two]}


SCORES = st.integers(0, 6).flatmap(
    lambda rows: st.integers(0, 6).flatmap(
        lambda columns: st.lists(
            st.lists(st.floats(0, 1), min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        ).map(lambda score: (score, columns))
    )
)


@given(SCORES)
def test_whatever_is_how_alike_each_index_is_said_once(drawn):
    """It comes to an end, and nothing is forgotten or said twice."""
    score, columns = drawn
    rows = range(len(score))
    aligned = align(rows, range(columns), lambda i, j: score[i][j])
    assert sorted([*(i for i, _ in aligned.pairs), *aligned.lost]) == list(rows)
    assert sorted([*(j for _, j in aligned.pairs), *aligned.gained]) == list(range(columns))
    assert set(aligned.moved) <= set(aligned.pairs)
    assert [j for _, j in aligned.pairs] == sorted(j for _, j in aligned.pairs)


def test_nothing_against_nothing():
    assert align([], [], same) == ((), (), (), ())
    assert align([1], [], same).lost == (0,)
    assert align([], [1], same).gained == (0,)


def test_two_that_are_alike_stay_in_their_order_though_one_is_more_like_the_other():
    """`network: radio` and `network: core` where the translation of `radio` says `network` too."""
    alike = ((0.57, 0.42), (0.87, 0.55))
    aligned = align((0, 1), (0, 1), lambda one, other: alike[one][other])
    assert aligned == (((0, 0), (1, 1)), (), (), ())
