"""What a template may be made of: so little that nothing printed can lose its origin."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from jinja2 import Environment, nodes

from circgen.compose.markup import NO_LINE
from circgen.facts.reading import suggestion
from circgen.findings import Finding, Location

_BLANK = " \t\r\n" + NO_LINE

# What a template may be made of, and what to write instead of the rest.
_ALLOWED = (
    nodes.Template, nodes.Block, nodes.Output, nodes.TemplateData, nodes.If, nodes.For,
    nodes.Name, nodes.NSRef, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.List, nodes.Tuple,
    nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.Keyword,
)  # fmt: skip
_INSTEAD = {
    nodes.Concat: "`~` joins texts and loses where they come from: print them one after the other",
    nodes.Call: "calls are not available: use a filter",
    nodes.Macro: "macros are not available: write the words in each block",
    nodes.CallBlock: "`call` is not available: write the words out",
    nodes.FilterBlock: "`filter` blocks are not available: use the filter on each fact",
    nodes.Assign: "`set` is not visible in blocks: use the fact where it is needed",
    nodes.AssignBlock: "`set` is not visible in blocks: use the fact where it is needed",
    nodes.Import: "`import` is not available: a template stands alone",
    nodes.FromImport: "`import` is not available: a template stands alone",
    nodes.Include: "`include` is not available: a template stands alone",
    nodes.Extends: "`extends` is not available: a template stands alone",
    nodes.Scope: "`autoescape` is not available: a template's words are always markup",
    nodes.With: "`with` is not available: use the fact where it is needed",
    nodes.BinExpr: "arithmetic loses where a fact comes from: state the result as a fact",
    nodes.UnaryExpr: "arithmetic loses where a fact comes from: state the result as a fact",
}


def problems(
    tree: nodes.Template, file: str, names: tuple[str, ...], environment: Environment
) -> Iterator[Finding]:
    """What stands in a template that has no place there; `names` are the facts it may use."""
    for node in _walk(tree):
        at = Location(file, _line(node))
        if not isinstance(node, _ALLOWED):
            known = next((text for kind, text in _INSTEAD.items() if isinstance(node, kind)), None)
            name = type(node).__name__.lower()
            yield Finding(at, "template", known or f"`{name}` is not available in templates")
    for words in tree.find_all(nodes.TemplateData):
        brace = re.search("[{}]", words.data)
        if brace:
            line = words.lineno + words.data.count("\n", 0, brace.start())
            problem = f"a single `{brace.group()}` stands among the words"
            yield Finding(Location(file, line), "template", problem, "facts stand in `{{ }}`")
    for choice in tree.find_all(nodes.CondExpr):
        if choice.expr2 is None:
            problem = "an `if` inside `{{ }}` needs its `else`"
            yield Finding(Location(file, choice.lineno), "template", problem, "use `{% if … %}`")
    yield from _filters_and_tests(tree, file, environment)
    yield from _outside_of_blocks(tree, file)
    yield from _unknown_names(tree, file, names)


def _line(node: nodes.Node) -> int:
    """The line of a node, or of the first thing in it: some have none of their own."""
    if node.lineno:
        return node.lineno
    return next((_line(child) for child in node.iter_child_nodes()), 0)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    """The node and what it holds; nothing below a node that is refused."""
    for child in node.iter_child_nodes():
        yield child
        if isinstance(child, _ALLOWED):
            yield from _walk(child)


def _outside_of_blocks(tree: nodes.Template, file: str) -> Iterator[Finding]:
    for node in tree.body:
        line = _line(node)
        if isinstance(node, nodes.Output):
            line = next(_visible(node), 0)
        if line and not isinstance(node, nodes.Block):
            yield Finding(
                Location(file, line),
                "template",
                "words outside of a block are never printed",
                "put them between `{% block … %}` and `{% endblock %}`",
            )
    for block in tree.find_all(nodes.Block):
        for inner in block.find_all(nodes.Block):
            yield Finding(
                Location(file, inner.lineno), "template", "a block inside a block", "end one first"
            )


def _visible(output: nodes.Output) -> Iterator[int]:
    """The lines on which something other than space is printed."""
    for part in output.nodes:
        if not isinstance(part, nodes.TemplateData):
            yield part.lineno
        elif shown := part.data.lstrip(_BLANK):
            yield part.lineno + part.data.count("\n", 0, len(part.data) - len(shown))


def _unknown_names(tree: nodes.Template, file: str, names: tuple[str, ...]) -> Iterator[Finding]:
    """Names that are neither facts nor variables of a loop around them."""
    for block in tree.body:
        bound = {"loop", "item"}
        for loop in block.find_all(nodes.For):
            bound.update(
                target.name for target in loop.find_all(nodes.Name) if target.ctx == "store"
            )
        for name in block.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in names and name.name not in bound:
                yield Finding(
                    Location(file, name.lineno),
                    "template",
                    f"`{name.name}` is not a fact",
                    suggestion(name.name, names),
                )


def _filters_and_tests(
    tree: nodes.Template, file: str, environment: Environment
) -> Iterator[Finding]:
    """Filters and tests that don't exist, or are given too few or too many values.

    Jinja puts some of these off until the template runs, and then speaks of Python's arguments.
    """
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        kind = "filter" if isinstance(node, nodes.Filter) else "test"
        known = environment.filters if kind == "filter" else environment.tests
        at = Location(file, node.lineno)
        if node.name not in known:
            problem = f"there is no {kind} `{node.name}`"
            yield Finding(at, "template", problem, suggestion(node.name, tuple(sorted(known))))
        elif kind == "filter":
            yield from _wrong_values(node, at, environment)


def _wrong_values(
    node: nodes._FilterTestCommon, at: Location, environment: Environment
) -> Iterator[Finding]:
    function = environment.filters[node.name]
    if not inspect.ismethod(getattr(function, "func", function)):
        return
    signature = inspect.signature(function)
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    agrees = node.name == "ordinal"  # its first value is the noun that it agrees with
    for value in values[agrees:]:
        if not isinstance(value, nodes.Const) or not isinstance(value.value, str):
            problem = f"the filter `{node.name}` takes texts in quotes"
            yield Finding(at, "template", problem, f'such as `{node.name}("…")`')
            return
    given: dict[str, object] = {str(keyword.key): None for keyword in node.kwargs}
    takes_context = hasattr(function, "jinja_pass_arg")
    try:
        signature.bind(*[None] * (1 + takes_context + len(node.args)), **given)
    except TypeError:
        names = list(signature.parameters)[1 + takes_context :]
        takes = ", ".join(f"`{name}`" for name in names) or "no values"
        problem = f"the filter `{node.name}` takes {takes}"
        yield Finding(at, "template", problem, f"{len(node.args) + len(given)} were given")
