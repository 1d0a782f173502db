"""Every kind of change of a facts file, in `changes.txt`: what it says, where, and which letters.

A change has a name behind `#`, what stands in the example (`<`) and what stands there instead (`>`).
What is said follows, to the letter.
"""

from pathlib import Path

import pytest
from versions.trying import said

BOOK = Path(__file__).with_name("changes.txt")


def cases():
    """Names with what is replaced, and what is said about it."""
    found = {}
    for part in BOOK.read_text("utf-8").split("\n# ")[1:]:
        name, *lines = part.split("\n")
        pairs, last = [], ""
        while lines and lines[0][:2] in {"< ", "> ", "<", ">"}:
            sign, words = lines[0][:1], lines[0][2:]
            if sign == "<" and last != "<":
                pairs.append([[], []])
            pairs[-1][sign == ">"].append(words)
            last = sign
            lines.pop(0)
        found[name] = [tuple("\n".join(side) for side in pair) for pair in pairs], "\n".join(lines)
    return found


@pytest.mark.parametrize(("pairs", "expected"), cases().values(), ids=cases())
def test_a_change_is_said_as_a_fact_with_its_places_and_letters(pairs, expected):
    assert said(*pairs).strip("\n") == expected.strip("\n")
