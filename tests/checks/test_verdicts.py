"""Which language is at fault, and rules about words with a third language and another kind."""

import shutil

import pytest
from checks.trial import ROOT
from checks.tried import desk_of, kinds, words_of

from circgen.checks.registry import checks
from circgen.checks.sensitivity.verdicts import at_fault

GOLDEN = ROOT / "tests" / "golden"


def with_files_of(folder, example):
    """The templates of the project, with those of an example of what can be added."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copytree(GOLDEN / example / "templates", folder / "templates", dirs_exist_ok=True)
    return folder / "templates"


def found(templates, kind, change=None):
    desk, library = desk_of(templates)
    words = words_of(library, kind)
    if change:
        code, old, new = change
        path = templates / code / f"{kind}.md.j2"
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")
        words = words_of(library, kind)
    return [each for check in checks("words").values() for each in check(words, desk)]


def shown(findings, templates):
    root = str(templates.parent)
    return [f"{f.location}: {f.rule}: {f.message}".replace(f"{root}/", "") for f in findings]


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ({"a": 1, "b": 1}, ("a", ())),
        ({"a": 1, "b": 2}, ("a", ("b",))),
        ({"a": 1, "b": 2, "c": 2}, ("b", ("a",))),
        ({"a": 1, "b": 2, "c": 1, "d": 2}, ("a", ("b", "d"))),
        ({"a": 1, "b": 2, "c": 3}, ("a", ("b", "c"))),
    ],
)
def test_most_languages_are_right_and_else_the_source_is(values, verdict):
    assert at_fault(values) == verdict


@pytest.mark.parametrize("example", ["added-kind", "added-language"])
def test_nothing_is_found_in_what_was_added(example, tmp_path):
    templates = with_files_of(tmp_path, example)
    for kind in kinds(templates):
        assert shown(found(templates, kind), templates) == []


VENUE = "in hybrid format in {{ place }}{% if venue %} ({{ venue }}){% endif %}"


def test_of_three_languages_the_one_that_differs_is_at_fault(tmp_path):
    """Though it is the source."""
    templates = with_files_of(tmp_path, "added-language")
    change = "en", VENUE, "in hybrid format in {{ place }}"
    assert shown(found(templates, "meeting", change), templates) == [
        "templates/en/meeting.md.j2:29:75: lost-fact: opening: `venue` is printed in fr, not in en",
    ]


DOCUMENT = "{% if recommendation.document %}, см. [текст проекта]({{ recommendation.document }})"


@pytest.mark.parametrize("left", ["{% if recommendation.document %}, см. текст проекта", ""])
def test_a_link_with_words_of_its_own_is_a_fact_of_another_kind_of_circular(left, tmp_path):
    templates = with_files_of(tmp_path, "added-kind")
    old = DOCUMENT if left else f"{DOCUMENT}{{% endif %}}"
    (only,) = shown(found(templates, "consultation", ("ru", old, left)), templates)
    assert only == (
        f"templates/ru/consultation.md.j2:15:{143 if left else 110}: lost-fact: opening: "
        "`recommendations.document` is printed in en, not in ru"
    )
