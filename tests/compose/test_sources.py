"""Templates as they are written: words, facts and tags with their places."""

import pytest

from circgen.compose.sources import Piece, pieces_of

SOURCE = """\
{# a comment {{ not a fact }} #}
{% block opening %}
The {{ event|form("plain") }} {%- if mode == "virtual" %} is virtual{% endif -%}
 today.
{% endblock %}
{% block two_words %}&nbsp;{{ '}}' }}{% endblock %}
"""


def test_pieces_stand_where_they_say():
    pieces = list(pieces_of(SOURCE))
    assert all(SOURCE.startswith(piece.text, piece.offset) for piece in pieces)
    assert [(p.sort, p.text, p.block) for p in pieces if p.text.strip()] == [
        ("comment", "{# a comment {{ not a fact }} #}", ""),
        ("tag", "{% block opening %}", "opening"),
        ("words", "\nThe ", "opening"),
        ("fact", '{{ event|form("plain") }}', "opening"),
        ("tag", '{%- if mode == "virtual" %}', "opening"),
        ("words", " is virtual", "opening"),
        ("tag", "{% endif -%}", "opening"),
        ("words", "today.\n", "opening"),
        ("tag", "{% endblock %}", "opening"),
        ("tag", "{% block two_words %}", "two_words"),
        ("words", "&nbsp;", "two_words"),
        ("fact", "{{ '}}' }}", "two_words"),
        ("tag", "{% endblock %}", "two_words"),
    ]


@pytest.mark.parametrize("end", ["{{ broken", "{% if", "{# never closed"])
def test_pieces_end_before_a_mistake(end):
    assert list(pieces_of(f"words {end}")) in (
        [Piece("words", "words ", 0)],
        [],
    )
