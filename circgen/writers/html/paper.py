"""Letters on paper: the head and the foot of their pages, as styles that a browser prints by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from circgen.document import Circular

_PLAIN = re.compile("[^A-Za-z0-9 ]")


def pages(circulars: Iterable[Circular]) -> str:
    """The pages of each letter are counted from 1, and have its running head and its address."""
    return "".join(
        _pages(f"letter-{number}", number, circular) for number, circular in enumerate(circulars, 1)
    )


def _pages(name: str, number: int, circular: Circular) -> str:
    """Only counters tell the pages of one letter apart: what is in their boxes is a "number"."""
    return f"""\
.letter:nth-of-type({number}) {{ page: {name}; }}
@counter-style {name}-head {{
  system: cyclic; symbols: {_string(circular.running_head)}; range: 2 infinite; fallback: nothing;
}}
@counter-style {name}-foot {{
  system: fixed; symbols: {_string(circular.footer)}; fallback: nothing;
}}
@page {name} {{
  counter-increment: {name};
  @top-center {{
    content: counter({name}, before-page) counter({name}, later-page) counter({name}, after-page)
      counter({name}, {name}-head);
    direction: {circular.direction}; padding-top: 10mm; vertical-align: top; white-space: pre;
    font-size: 10pt;
  }}
  @bottom-center {{
    content: counter({name}, {name}-foot);
    direction: {circular.direction}; padding-top: 6pt; vertical-align: top; font-size: 9pt;
  }}
}}
"""


def _string(text: str) -> str:
    """A text as a string of CSS, in which nothing of it means anything."""
    return '"{}"'.format(_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", text))
