"""Values that stand more than once in a paragraph."""

from comparison.rules.sides import whole

from circgen.comparison.pair import compared


def found(english, russian):
    sides = (
        whole(f"Dear Sir/Madam,\n\n1\t{english}\n", "en"),
        whole(f"Уважаемая госпожа,\n\n1\t{russian}\n", "ru"),
    )
    return [f"{each.level} {each.message}" for each in compared(*sides)]


def test_names_that_only_stand_in_sums_of_one_letter_are_no_names_that_it_lost():
    english = "Rooms cost USD 100 and USD 120."
    russian = "Номера стоят 100 долларов США и {} долларов США."
    assert found(english, russian.format(120)) == []
    assert found(english, russian.format(130)) == ["error 1: 130 (ru) is 120 (en)"]
