"""Small files that all languages share: a line per id, with its value (`seoul: Asia/Seoul`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from circgen.facts.source import Scalar
from circgen.facts.trees import parse_words
from circgen.findings import Finding, FindingsError

_T = TypeVar("_T")


def by_id(data: bytes, file: str, rule: str, read: Callable[[str], _T]) -> Mapping[str, _T]:
    """The values by id, as `read` makes them of their text.

    Raises:
        FindingsError: named `rule`, with each value that `read` refuses.
    """
    found: dict[str, _T] = {}
    findings: list[Finding] = []
    for key, node in parse_words(data, file).entries:
        try:
            found[key.text] = read(node.text if isinstance(node, Scalar) else "")
        except ValueError as error:
            problem, help_text = error.args
            findings.append(Finding(node.at, rule, problem, help_text))
    if findings:
        raise FindingsError(*findings)
    return found
