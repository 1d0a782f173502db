"""The faults of projects that checking is measured with."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from project_fault import Change, Fault
from project_faults import faults
from project_files import projects
from project_parts import blocks, branchings, leaves, prints, words

FOLDER = Path(__file__).parents[2] / "accuracy"


@pytest.fixture(scope="module")
def made():
    return faults(projects())


def files_of(fault):
    return next(project.files for project in projects() if project.name == fault.project)


def test_there_are_three_hundred_faults_and_each_is_of_a_family(made):
    families = Counter(fault.family for fault in made)
    assert len(made) >= 300
    assert set(families) == {
        "acronym",
        "cited date",
        "dashes",
        "date",
        "date of the letter",
        "deadline",
        "doubled",
        "duplicate number",
        "email",
        "headquarters",
        "hours",
        "impossible value",
        "letters alike",
        "missing condition",
        "missing fact",
        "missing language",
        "missing loop",
        "missing paragraph",
        "missing sentence",
        "name",
        "no-break space",
        "number",
        "other condition",
        "other filter",
        "overlap",
        "phone",
        "punctuation",
        "quotes",
        "registration",
        "spelling and terms",
        "stale translation",
        "swapped facts",
        "typed fact",
        "untranslated text",
        "untranslated words",
        "unused fact",
        "url",
        "weekday",
        "year",
        "zone label",
    }


def test_every_file_of_every_project_has_a_fault(made):
    assert {fault.file for fault in made} == {path for each in projects() for path in each.own}


def test_faults_are_made_in_the_templates_of_every_language(made):
    templates = Counter(fault.file for fault in made if fault.file.endswith(".j2"))
    assert {path.split("/")[1] for path in templates} == {"en", "ru", "fr"}
    assert min(templates.values()) >= 15  # the shortest is that of a corrigendum


def test_every_fault_changes_its_file_and_nothing_else(made):
    for fault in made:
        files = files_of(fault)
        new = fault.applied(files)
        assert set(new) == {change.file for change in fault.changes}
        assert any(text != files[path] for path, text in new.items())


def test_the_lines_of_a_fault_are_lines_of_its_files(made):
    for fault in made:
        new = {**files_of(fault), **fault.applied(files_of(fault))}
        for file, line in fault.places(files_of(fault)):
            assert 1 <= line <= new[file].count("\n") + 1


def test_a_fault_of_a_few_characters_is_in_one_line_alone(made):
    for fault in made:
        if len(fault.changes) == 1 and not fault.also and "\n" not in fault.changes[0].put:
            assert len(fault.places(files_of(fault))) == 1


def test_no_two_faults_of_a_project_are_the_same(made):
    texts = Counter((f.project, tuple(sorted(f.applied(files_of(f)).items()))) for f in made)
    assert max(texts.values()) == 1


def test_another_seed_makes_other_faults(made):
    assert faults(projects()) == made
    assert faults(projects(), seed=5) != made


def test_faults_do_not_depend_on_the_order_of_sets():
    program = (
        "import hashlib, project_files, project_faults\n"
        "made = project_faults.faults(project_files.projects())\n"
        "print(hashlib.sha256(repr([(f.family, f.changes, f.also) for f in made]).encode())"
        ".hexdigest())\n"
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


# --- where a fault may be reported

TEXT = "one\ntwo\nthree\nfour\n"


def test_a_change_is_reported_at_its_line_and_a_longer_one_at_all_of_its_lines():
    one = Fault("x", "", (Change("f", 4, 7, "2"),), frozenset())
    more = Fault("x", "", (Change("f", 4, 7, "2\n3\n4"),), frozenset())
    assert one.places({"f": TEXT}) == {("f", 2)}
    assert more.places({"f": TEXT}) == {("f", 2), ("f", 3), ("f", 4)}


def test_places_behind_what_is_gone_are_those_of_the_new_file():
    gone = Fault("x", "", (Change("f", 4, 8, ""),), frozenset(), (("f", 14), ("f", 0), ("g", 14)))
    assert gone.applied({"f": TEXT}) == {"f": "one\nthree\nfour\n"}
    assert gone.places({"f": TEXT, "g": TEXT}) == {("f", 2), ("f", 3), ("f", 1), ("g", 4)}


def test_two_changes_of_a_file_are_both_made_and_both_places():
    swapped = Fault("x", "", (Change("f", 0, 3, "2\n2"), Change("f", 14, 18, "1")), frozenset())
    assert swapped.applied({"f": TEXT}) == {"f": "2\n2\ntwo\nthree\n1\n"}
    assert swapped.places({"f": TEXT}) == {("f", 1), ("f", 2), ("f", 5)}


# --- the parts of a file

TEMPLATE = """{% block a %}
{% if x %}One {{ y }}{% else %}{% for z in w %}two{% endfor %}{% endif %} three.
{% endblock %}

{% block b %}
four
{% endblock %}
"""


def test_a_template_is_cut_into_blocks_branchings_facts_and_words():
    one, other = blocks(TEMPLATE)
    assert (one.name, other.name, other.inner.text) == ("a", "b", "four\n")
    assert TEMPLATE[: one.end] == TEMPLATE.split("\n{% block b", maxsplit=1)[0]
    assert [(b.word, len(b.tags)) for b in branchings(TEMPLATE, one)] == [("for", 2), ("if", 3)]
    assert [tag.text for tag in prints(TEMPLATE, one)] == ["{{ y }}"]
    assert [span.text for span in words(TEMPLATE, one)] == ["One ", "two", " three.\n"]


def test_a_facts_file_is_cut_into_values_with_their_places():
    source = "a: {b: 'x', c: [y]}\nd:\n  - e: >-\n      long\n      text\n    f: z\n"
    found = {leaf.path: leaf for leaf in leaves(source)}
    assert list(found) == ["a.b", "a.c[0]", "d[0].e", "d[0].f"]
    assert [source[leaf.start : leaf.end] for leaf in found.values()] == [
        "'x'",
        "y",
        ">-\n      long\n      text",
        "z",
    ]
    assert (found["d[0].e"].name, found["d[0].e"].holder) == ("e", "d[0]")
    assert (found["a.c[0]"].name, found["a.c[0]"].holder) == ("0", "a.c")
    assert source[found["d[0].f"].key :] == "f: z\n"
    assert [leaf.around for leaf in found.values()] == [True, False, False, False]
