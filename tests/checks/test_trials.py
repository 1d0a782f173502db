"""Trials: every branch of every template is taken, and a change is seen where it reaches."""

import re

import pytest
from checks.trial import ROOT
from checks.tried import desk_of, kinds, words_of

from circgen.checks.sensitivity.plans import Plan, get, put
from circgen.checks.sensitivity.samples import everything, keys_of, stated
from circgen.checks.sensitivity.trials import block_of, study
from circgen.checks.sensitivity.uses import conditions_of, uses
from circgen.compose.sources import pieces_of

TEMPLATES = ROOT / "templates"
_BRANCH = re.compile(r"^\{%-?\s*(if|elif|else|for)\b")


@pytest.fixture(scope="module")
def own():
    return desk_of(TEMPLATES)


@pytest.fixture(scope="module")
def meeting(own):
    desk, library = own
    return study(words_of(library, "meeting"), desk)


def marked(source):
    """A template that says `branch7x` in each of its branches."""
    text, end = "", 0
    for number, piece in enumerate(pieces_of(source)):
        if piece.sort == "tag" and _BRANCH.match(piece.text):
            text += f"{source[end : piece.offset]}{piece.text} branch{number}x "
            end = piece.offset + len(piece.text)
    return text + source[end:]


def branches(template):
    """The branches of a template: the mark of each, its block, and its tag."""
    for number, piece in enumerate(pieces_of(template.source)):
        if piece.sort == "tag" and _BRANCH.match(piece.text):
            yield f"branch{number}x", piece.block, piece.text


def texts(outcomes, code, block):
    """What each letter says in a block, line by line."""
    for outcome in outcomes:
        for name, part in outcome.parts.get(code, {}).items():
            if block_of(name) == block:
                yield ["".join(run.text for run in line) for line in part.lines]


@pytest.mark.parametrize("kind", kinds(TEMPLATES))
def test_every_branch_of_every_template_is_taken_and_is_not(own, kind):
    desk, library = own
    outcomes = list(study(words_of(library, kind, marked), desk).outcomes())
    for code, template in words_of(library, kind).templates.items():
        for mark, block, tag in branches(template):
            said = list(texts(outcomes, code, block))
            of_items = "loop." in tag
            letters = [[line] for lines in said for line in lines] if of_items else said
            taken = {any(mark in line for line in lines) for lines in letters}
            assert True in taken, f"{code}: {tag} is never taken"
            assert False in taken or " for " in tag, f"{code}: {tag} is always taken"


def test_no_sample_of_the_meetings_is_refused(meeting):
    assert [outcome.refused for outcome in meeting.outcomes() if outcome.refused] == []


def test_a_change_reaches_the_parts_of_the_letter_that_depend_on_it(meeting):
    reached = {}
    for trial in meeting.trials:
        names = {
            part.partition("[")[0]
            for part, pairs in trial.pairs()
            if any(one != other for one, other in pairs.values())
        }
        reached.setdefault(trial.path, set()).update(names)
    assert reached["venue"] == {"opening"}
    assert reached["mode"] == {"subject", "opening", "programme"}
    assert reached["registration.mandatory"] == {"programme"}
    assert reached["participation.individuals"] == {"participation"}
    assert reached["side_events.occasion"] == {"side-events"}
    assert reached["registration.date"] == {"on-site-registration"}


def test_paragraphs_that_a_change_cannot_reach_would_come_out_the_same(own, meeting):
    """They are not made anew, which saves most of the time."""
    _, library = own
    words = words_of(library, "meeting")
    keys = keys_of(words.kind)
    packs = library.packs
    found = {code: uses(each, words.kind, keys) for code, each in words.templates.items()}
    plan = Plan(keys, conditions_of(words.kind, keys, found.values()))
    full = everything(words.kind, packs, plan.longest)
    tree = next(plan.samples(full))
    before = words.compose(stated(tree, words.kind, tuple(packs)), "en")
    blocks = {trial.path: trial.blocks for trial in meeting.trials}
    for change in plan.changes(tree, full, packs, all_of_them=False):
        after = words.compose(stated(change.tree, words.kind, tuple(packs)), "en")
        others = [
            {p.id: p.blocks for p in letter.paragraphs if block_of(p.id) not in blocks[change.path]}
            for letter in (before, after)
        ]
        assert others[0] == others[1], change.how


def test_paths_of_texts_are_the_same_in_every_language(meeting):
    for parts in meeting.samples[0].parts.values():
        assert "topic" in {fact.path for fact in parts["subject"].facts}


def test_items_of_a_part_are_told_from_its_text(meeting):
    part = meeting.samples[0].parts["en"]["objectives"]
    assert part.items == {1, 2}
    assert len(part.lines) == 3


def test_what_was_tried_is_worked_out_once(own):
    desk, library = own
    words = words_of(library, "meeting")
    assert study(words, desk) is study(words, desk)
    assert study(words._replace(), desk) is not study(words, desk)


# --- plans


def plan_of(conditions, kind="meeting"):
    _, library = desk_of(TEMPLATES)
    layout = library.kind(kind)
    plan = Plan(keys_of(layout), {p: frozenset(c) for p, c in conditions.items()})
    return plan, everything(layout, library.packs, plan.longest), library.packs


def hows(plan, full, packs):
    tree = next(plan.samples(full))
    return [change.how for change in plan.changes(tree, full, packs, all_of_them=True)]


def test_a_list_is_as_long_as_a_condition_asks_and_one_more_and_one_less():
    found = hows(*plan_of({"sessions": {"6"}}))
    assert found[:5] == [f"{length} `sessions`" for length in (1, 3, 5, 6, 7)]


def test_a_number_and_a_name_are_what_a_condition_compares_them_to():
    found = hows(*plan_of({"ordinal": {"1"}, "event": {"workshop", "nonsense"}}))
    assert found[:4] == ["no `ordinal`", "`ordinal: 1`", "`ordinal: 2`", "`event: workshop`"]


def test_samples_differ_in_what_is_a_choice_in_flags_and_in_how_much_there_is():
    plan, full, _ = plan_of({"mode": (), "participation.individuals": (), "website": ()})
    samples = list(plan.samples(full))
    assert [each["mode"] for each in samples[:4]] == ["virtual", "physical", "hybrid", "hybrid"]
    assert [get(each, "participation.individuals") for each in samples[2:4]] == [True, False]
    assert [len(each["sessions"]) for each in samples] == [2, 2, 2, 2, 3, 1, 1]
    assert ["website" in each for each in samples] == [True] * 6 + [False]


def test_what_holds_a_fact_is_stated_with_it():
    plan, full, packs = plan_of({"registration": (), "registration.website": ()})
    *_, least = plan.samples(full)
    changes = plan.changes(least, full, packs, all_of_them=False)
    assert [get(each.tree, "registration.website") for each in changes] == [
        None,
        get(full, "registration.website"),
    ]


def test_a_value_is_put_into_the_first_item_of_a_list():
    tree = {"a": [{"b": 1}, {"b": 2}], "c": 3}
    assert put(tree, "a.b", 4) == {"a": [{"b": 4}, {"b": 2}], "c": 3}
    assert tree == {"a": [{"b": 1}, {"b": 2}], "c": 3}
