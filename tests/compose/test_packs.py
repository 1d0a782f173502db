"""Mistakes in language packs are found at their place, those of all packs at once."""

import pytest

from circgen.findings import Location

PACK = "templates/aa/language.yaml"
OTHER = "templates/bb/language.yaml"


@pytest.mark.parametrize(
    ("old", "new", "column", "rule", "message", "help_text"),
    [
        ("name: Language", "nmae: Language", 1, "unknown-key", "`nmae` is not a key of a language pack", "did you mean `name`?"),
        ("direction: ltr", "direction: ttb", 12, "choice", "`ttb` is not known here", "allowed: `ltr`, `rtl`"),
        ("file_letter: E", "file_letter: English", 14, "choice", "`English` is not known here", "allowed: "),
        ('closing: "Yours,"', "closing:", 11, "type", "expected a text, found nothing", ""),
        ('closing: "Yours,"', "closing: [Yours]", 12, "type", "expected a text, found a list", ""),
        ('subject: "Subject:"', 'subjekt: "Subject:"', 134, "unknown-key", "`subjekt` is not a key of `labels`", "did you mean `subject`?"),
        ("{place}, {date}", "{plac}, {date}", 13, "pattern", "`{plac}` has no value here", "allowed: `{place}`, `{date}`"),
        ("{place}, {date}", "{date}", 13, "pattern", "`{place}` is missing", "put it in"),
        ('"Circular {number}"', '"Circular {nubmer}"', 22, "pattern", "`{nubmer}` has no value here", "allowed: `{number}`"),
        ("Annex: {count}", "Annex: {cuont}", 19, "pattern", "`{cuont}` has no value here", "allowed: `{count}`"),
        ('years: "{start}-{end}"', 'years: "{start}"', 8, "pattern", "`{end}` is missing", "put it in"),
        ('time: "{clock} hours"', 'time: "{clok} hours"', 28, "pattern", "`{clok}` has no value here", "allowed: `{clock}`"),
        ("signature: [signed, name, office]", "signature: [signed, nam, office]", 23, "choice", "`nam` is not known here", "did you mean `name`?"),
        ("spelled_to: 3", "spelled_to: three", 15, "number", "`three` is not a number", "numbers are 1 to 9999"),
        ("people:", "poeple:", 3, "unknown-key", "`poeple` is not a key of", "did you mean `people`?"),
        ("locale: en_GB", "locale: xx_YY", 9, "locale", None, ""),
        ("locale: en_GB", "locale: nonsense words", 9, "locale", None, ""),
        ("issue: {day: d MMMM y}", "issue: {day: d MMMM qqqqqqq}", 16, "pattern", None, ""),
        ('"{d}-{d MMMM y}"', '"{d}-d MMMM y"', 25, "pattern", None, ""),
        ("issue: {day: d MMMM y}", "issue: {day: item d MMMM y}", 16, "pattern", None, ""),
        ("{clock: HHmm", "{clock: hh:mm a", 16, "pattern", None, ""),
        ("years:", "replacements: [{find: '(', put: x}]\nyears:", 23, "pattern", None, ""),
        ("years:", "replacements: [{fnd: a, put: x}]\nyears:", 17, "unknown-key", "`fnd` is not a key of", "did you mean `find`?"),
        ("years:", "replacements: [{find: a}]\nyears:", 16, "missing-key", "`put` is missing", ""),
        ("years:", "replacements: [{find: a, put: '\\9'}]\nyears:", 31, "pattern", None, ""),
        ("name: Language A\n", "name: Language A\nname: Language A\n", 1, "duplicate-key", "`name` stands twice, first in line 2", "keep one of them"),
        ("geneva: Geneva", "geneva: &a Geneva", None, "yaml", "anchor `&a` is not read", "write the value out"),
        ("geneva: Geneva", "geneva: {}", None, "empty", None, ""),
        ("geneva: Geneva", "geneva: [Geneva]", None, "type", "expected a text, found a list", ""),
        ("geneva: Geneva", 'geneva: "\\x07"', None, "character", "U+0007 cannot stand in a circular", "delete it"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_pack_is_found_at_its_place(
    project, old, new, column, rule, message, help_text
):
    line, start = project.change(PACK, old, new)
    found = project.findings()
    wanted = [f for f in found if f.rule == rule]
    assert wanted, found
    assert wanted[0].location.file == PACK
    if "\n" in new and column is not None:
        assert wanted[0].location.line in {line, line + 1}
    else:
        assert wanted[0].location.line == line
    if column is None:
        assert wanted[0].location.column >= start
    if message:
        assert wanted[0].message.startswith(message)
    assert wanted[0].help.startswith(help_text)


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("locale: en_GB\n", "", "locale"),
        ("  footer: The Union\n", "", "footer"),
        ('copies: "Copy:", ', "", "copies"),
        ("  people: {director: A. Director}\n", "", "people"),
        ('join: "; ", last_join', "last_join", "join"),
        ("C: {name", "D: {name", "C"),
        (', other: "Annexes: {count}"', "", "other"),
        (', date: "[date]"', "", "date"),
        ("  issue: {day: d MMMM y}\n", "", "issue"),
        ("  plain:\n    day", "  plane:\n    day", "plain"),
        ("  weekday: {day", "  wekday: {day", "weekday"),
    ],
)
def test_what_a_pack_lacks_is_named(project, old, new, missing):
    project.change(PACK, old, new)
    found = project.findings()
    assert {finding.location.file for finding in found} == {PACK}
    assert any(f"`{missing}` is missing" == finding.message for finding in found), found


def test_the_mistakes_of_all_packs_are_found_at_once(project):
    first, _ = project.change(PACK, "direction: ltr", "direction: ttb")
    second, _ = project.change(PACK, "spelled_to: 3", "spelled_to: three")
    third, _ = project.change(OTHER, "{place}, {date}", "{place}")
    assert [(f.location.file, f.location.line) for f in project.findings()] == [
        (PACK, first),
        (PACK, second),
        (OTHER, third),
    ]


def test_two_languages_may_not_have_one_letter_in_file_names(project):
    line, _column = project.change(OTHER, "file_letter: F", "file_letter: E")
    (finding,) = project.findings()
    assert finding.location.line == line
    assert finding.location.file in {PACK, OTHER}
    assert "E" in finding.message


def test_a_pack_that_is_not_yaml_is_a_finding(project):
    project.write(PACK, "name: [")
    (finding,) = project.findings()
    assert (finding.location.file, finding.rule) == (PACK, "yaml")


def test_a_folder_without_a_pack_is_no_language(project):
    project.write("templates/pictures/logo.txt", "x")
    assert project.findings() == []


def test_a_project_without_languages_says_so(project):
    (project.folder / PACK).unlink()
    (project.folder / OTHER).unlink()
    (finding,) = project.findings()
    assert finding.rule == "no-language"


# --- words that an edition lacks


def test_a_name_that_one_language_does_not_word_is_missed_at_the_fact(project):
    project.change(OTHER, "associates: Associates", "others: Others")
    project.facts("copies: associates")
    (finding,) = project.findings()
    assert (str(finding.location), finding.rule) == ("facts.yaml:11:9", "missing-words")
    assert finding.message == "`bb` has no words for `associates`"
    assert finding.help == "add it to `addressees` in templates/bb/language.yaml"


def test_it_is_not_missed_by_a_circular_that_does_not_go_out_in_that_language(project):
    project.change(OTHER, "associates: Associates", "others: Others")
    project.facts("copies: associates", "editions: aa")
    assert project.findings() == []


def test_a_form_that_a_sentence_needs_is_missed_where_the_name_is_written(project):
    line, _ = project.change(PACK, "{title: Meeting, plain: meeting}", "{title: Meeting}")
    (finding,) = project.findings()
    assert (finding.location.file, finding.location.line) == (PACK, line)
    assert finding.message == "`event` has no form `plain`"
    assert finding.help == (
        "it has `title`: add `plain` where the name is written (for templates/aa/meeting.md.j2:6)"
    )


def test_a_form_that_a_name_in_the_facts_lacks_is_missed_there(project):
    project.facts("event: {aa: {title: Summit}, bb: {title: Summit, plain: summit}}")
    (finding,) = project.findings()
    assert finding.location == Location("facts.yaml", 10, 13)
    assert finding.message == "`event` has no form `plain`"


def test_a_date_style_that_a_template_alone_uses_is_missed_in_the_template(project):
    project.block("opening", "{{ sessions|days('sumer') }}\n", "aa")
    (finding,) = project.findings("aa")
    assert finding.message == "there is no date style `sumer`"
    assert finding.location == Location("templates/aa/meeting.md.j2", 6)


# --- the shared list of places


@pytest.mark.parametrize("new", ["seoul: Asia/Soul", "seoul:", "seoul: [Asia/Seoul]"])
def test_a_mistake_in_the_list_of_places_is_found_at_its_place(project, new):
    project.change("templates/places.yaml", "seoul: Asia/Seoul", new)
    (finding,) = project.findings()
    assert (finding.location.file, finding.location.line) == ("templates/places.yaml", 2)
    assert finding.message


def test_all_mistakes_of_the_list_of_places_are_found_at_once(project):
    project.write("templates/places.yaml", "geneva: Europe/Zurick\nseoul: Asia/Soul\n")
    assert [f.location.line for f in project.findings()] == [1, 2]
