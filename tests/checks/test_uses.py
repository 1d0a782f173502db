"""Where templates use which fact, and where one of two languages should."""

from circgen.checks.sensitivity.branches import branches
from circgen.checks.sensitivity.uses import conditions_of, covers, place, reached, uses
from circgen.checks.subjects import Template
from circgen.compose.sources import pieces_of
from circgen.facts.kinds import Kind, LayoutParagraph

KEYS = ("place", "venue", "mode", "sessions", "side_events", "event", "ordinal")
KIND = Kind(
    "own",
    "own.yaml",
    (
        LayoutParagraph("opening", when="mode == 'virtual'"),
        LayoutParagraph("side-events", each="side_events"),
    ),
)


def template(body, block="opening"):
    source = f"{{% block {block} %}}\n{body}\n{{% endblock %}}\n"
    return Template("en", "en.j2", source, tuple(pieces_of(source)), {block: 1})


def used(body, block="opening"):
    own = template(body, block)
    return own, uses(own, KIND, KEYS)[block]


def signs(body, block="opening"):
    return [use.sign for use in used(body, block)[1]][1:-1]


def paths(body, block="opening"):
    return [use.paths for use in used(body, block)[1]][1:-1]


def test_a_bracket_names_the_facts_in_it_and_no_filter_or_text():
    body = '{{ ordinal|ordinal(event, "mode venue")|sentence_case }}'
    assert paths(body) == [("ordinal", "event")]
    assert signs(body) == ["print ordinal event ordinal"]


def test_the_names_of_loops_and_items_are_paths():
    body = "{% for each in sessions %}{{ each.date | date('when') }}{% endfor %}{{ item.title }}"
    assert paths(body, "side_events") == [
        ("sessions",), ("sessions.date",), (), ("side_events.title",)
    ]  # fmt: skip


def test_a_test_is_the_same_in_other_quotes_spaces_and_names():
    one = "{% for a in sessions %}{% if  a.mode == 'virtual' -%}x{% endif %}{% endfor %}"
    other = '{% for b in sessions %}{%- if b.mode == "virtual" %}x{% endif %}{% endfor %}'
    assert signs(one)[1:] == signs(other)[1:]
    assert signs(one)[1] == 'if sessions.mode == "virtual"'


def test_words_that_agree_with_a_fact_do_not_print_it():
    _, found = used(
        '{{ ordinal|plural(one="a", other="b") }}{{ ordinal }}{% if ordinal %}{% endif %}'
    )
    assert [use.prints for use in found[1:4]] == [False, True, False]


def test_a_use_covers_what_it_holds_and_what_holds_it():
    _, (_, use, _) = used("{{ side_events.title }}")
    assert [covers(use, path) for path in ("side_events[0].title", "side_events", "side_events.x")] == [
        True,
        True,
        False,
    ]  # fmt: skip


def test_conditions_have_the_constants_beside_them():
    _, found = used("{% if sessions|length < 4 and mode in (\"a\", 'b') %}{{ venue }}{% endif %}")
    assert conditions_of(KIND, KEYS, [{"opening": found}]) == {
        "mode": frozenset({"virtual", "4", "a", "b"}),
        "side_events": frozenset(),
        "sessions": frozenset({"4", "a", "b"}),
    }


def test_a_fact_reaches_the_blocks_that_use_it_and_those_of_the_layout_that_depend_on_it():
    _, found = used("{{ venue }}", "side_events")
    assert reached("venue", KIND, KEYS, [{"side_events": found}]) == {"side_events"}
    assert reached("mode", KIND, KEYS, [{"side_events": found}]) == {"opening"}
    assert reached("side_events.title", KIND, KEYS, [{}]) == {"side_events"}


def test_a_fact_that_is_missing_belongs_behind_what_stands_before_it_elsewhere():
    there, here = place("venue", used("in {{ place }} ({{ venue }}) x"), used("in {{ place }} x"))
    assert (there.text, str(there.at)) == ("{{ venue }}", "en.j2:2:17")
    assert (here.text, str(here.at)) == ("", "en.j2:2:15")


def test_it_belongs_as_many_lines_below_as_elsewhere():
    one = "in {{ place }}\n{% if mode %}\nx\n{{ venue }}\n{% endif %}\n{{ event }}"
    other = "in {{ place }}\nx\ny\nz\n{{ event }}"
    assert str(place("venue", used(one), used(other))[1].at) == "en.j2:5:1"
    assert str(place("venue", used(one), used("in {{ place }}\n{{ event }}"))[1].at) == "en.j2:3:1"


def test_the_same_fact_printed_as_something_else_stands_for_it():
    one, other = used("{{ sessions|schedule }}"), used('x {{ sessions|days("when") }}')
    assert place("sessions.hours", one, other)[1].text == '{{ sessions|days("when") }}'


def test_a_use_without_a_partner_is_taken_before_one_that_has_one():
    one = "{% if mode %}{{ venue }}{% else %}b {{ venue }}{% endif %}"
    other = "{% if mode %}{{ venue }}{% else %}b{% endif %}"
    there, here = place("venue", used(one), used(other))
    assert (str(there.at), str(here.at)) == ("en.j2:2:37", "en.j2:2:35")


def test_a_test_for_a_value_is_taken_before_other_tests():
    one = '{% if mode == "a" %}x{% elif mode == "b" %}y{% endif %}'
    assert place("mode", used(one), used("x"), "b")[0].text == '{% elif mode == "b" %}'


# --- branches


def test_branches_have_what_stands_between_their_tags():
    own, found = used(
        "{% if mode %}a{% if venue %}b{% endif %}{% elif place %}c{% else %}d{% endif %}"
    )
    inner, outer = branches(own.pieces, found)
    assert (inner.condition, inner.words, inner.has_else) == ("venue", ("b",), False)
    assert (outer.condition, outer.words, outer.has_else) == ("mode", None, True)
    assert [[piece.text for piece in body] for body in outer.bodies] == [
        ["a", "{% if venue %}", "b", "{% endif %}"],
        ["c"],
        ["d"],
    ]
    assert [tag.text for tag in outer.tags] == [
        "{% if mode %}", "{% elif place %}", "{% else %}", "{% endif %}"
    ]  # fmt: skip
