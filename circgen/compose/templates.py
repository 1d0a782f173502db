"""Templates: Jinja with a small, checked vocabulary, whose facts never pass through the markup.

Jinja's `finalize` puts each printed fact aside and leaves a mark; what comes out of a block is the
skeleton of a paragraph. Only facts and words can be printed: whatever lost its origin on the way
is an error at the template's line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from traceback import walk_tb
from types import TracebackType
from typing import Any

from jinja2 import Template, TemplateSyntaxError, Undefined, UndefinedError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from circgen.compose.filters import Filters
from circgen.compose.markup import FIRST_MARK, LAST_MARK
from circgen.compose.printing import Marks, as_fact
from circgen.document import Fact
from circgen.facts.characters import describe
from circgen.facts.reading import suggestion
from circgen.findings import Finding, FindingsError, Location
from circgen.language.wording import Language, WordingError

# A line that holds nothing but tags leaves no line behind. Jinja's trim_blocks would also join the
# words around a tag at the end of a line.
_TAGS_ONLY = re.compile(
    r"^[ \t]*(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})[ \t]*)+$", re.MULTILINE
)
_NO_LINE = chr(LAST_MARK + 1)
_NO_LINE_AT_ALL = re.compile(rf"[ \t]*{_NO_LINE}\n?")
_BLANK = " \t\r\n" + _NO_LINE
_MARKS = " marks"  # a name with a space cannot be reached from a template

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
    nodes.BinExpr: "arithmetic loses where a fact comes from: state the result as a fact",
    nodes.UnaryExpr: "arithmetic loses where a fact comes from: state the result as a fact",
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A rendered block: words with marks, and the facts that the marks stand for."""

    text: str
    facts: tuple[Fact, ...]


@pass_context
def _finalize(context: Context, value: object) -> object:
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        return str(value)  # raises: a StrictUndefined has no text
    marks: Marks = context[_MARKS]
    return marks.put(as_fact(value))


class _Strict(Undefined):
    """A name that no fact has: an error wherever it is used, with what was probably meant."""

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> Any:  # noqa: ANN401
        allowed: tuple[str, ...] = ()
        if hasattr(type(self._undefined_obj), "_record"):
            from circgen.compose.values import keys_of  # noqa: PLC0415

            allowed = keys_of(self._undefined_obj._record)  # noqa: SLF001
        raise WordingError(
            f"`{self._undefined_name}` is not a fact",
            suggestion(str(self._undefined_name), allowed),
        )

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = (
        _fail_with_undefined_error
    )
    __lt__ = __gt__ = __le__ = __ge__ = __contains__ = _fail_with_undefined_error


class Words:
    """The words of one language for one kind of circular: a compiled template."""

    def __init__(self, source: str, file: str, language: Language, names: tuple[str, ...]) -> None:
        """Compile the template; `names` are the facts that it may use.

        Raises:
            FindingsError: with everything that is wrong with the template as it stands.
        """
        self.file = file
        environment = _environment(language)
        tree = _checked(environment, source, file, names)
        try:
            code = environment.compile(tree, file, file)
        except TemplateSyntaxError as error:
            raise _syntax(error, file, environment) from None
        self._template: Template = environment.template_class.from_code(
            environment, code, environment.make_globals(None)
        )
        self.lines = {block.name: block.lineno for block in tree.find_all(nodes.Block)}

    def render(self, block: str, values: Mapping[str, object]) -> Skeleton:
        """One block with the given variables.

        Raises:
            FindingsError: at the line of the template that went wrong.
        """
        marks = Marks()
        context = self._template.new_context({**values, _MARKS: marks})
        try:
            text = "".join(self._template.blocks[block](context))
        except (WordingError, UndefinedError, ValueError, TypeError, LookupError) as error:
            problem, help_text = _told(error)
            at = Location(self.file, self._line_of(error.__traceback__) or self.lines[block])
            raise FindingsError(Finding(at, "template", problem, help_text)) from None
        return Skeleton(_NO_LINE_AT_ALL.sub("", text), tuple(marks.facts))

    def _line_of(self, traceback: TracebackType | None) -> int:
        """The template's line behind the last frame of a traceback that is in the template."""
        lines = [
            line for frame, line in walk_tb(traceback) if frame.f_code.co_filename == self.file
        ]
        return self._template.get_corresponding_lineno(lines[-1]) if lines else 0


def compile_condition(
    expression: str, language: Language, at: Location, names: tuple[str, ...]
) -> Callable[[Mapping[str, object]], Any]:
    """A condition or list of a layout, as a function of the variables.

    Raises:
        FindingsError: if it isn't an expression of the templates' vocabulary.
    """
    environment = _environment(language)
    try:
        tree = environment.parse(
            "{% block x %}{% if " + expression + " %}{% endif %}{% endblock %}"
        )
        findings = list(_problems(tree, at.file, names))
        if findings:
            raise FindingsError(*(Finding(at, f.rule, f.message, f.help) for f in findings))
        compiled = environment.compile_expression(expression, undefined_to_none=False)
    except TemplateSyntaxError as error:
        raise FindingsError(
            Finding(at, "condition", f"`{expression}` is not a condition: {error.message}")
        ) from None
    return partial(_call, compiled)


def _call(compiled: Callable[..., Any], values: Mapping[str, object]) -> Any:  # noqa: ANN401
    return compiled(**values)


def _told(error: Exception) -> tuple[str, str]:
    if isinstance(error, ValueError) and len(error.args) == 2:  # noqa: PLR2004
        return error.args[0], error.args[1]
    return str(error) or type(error).__name__, ""


def _environment(language: Language) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(autoescape=True, finalize=_finalize, undefined=_Strict)
    filters = Filters(language, lambda context: context[_MARKS])
    environment.filters.clear()
    for name, function in filters.table().items():
        if name in filters.with_context:
            function = pass_context(partial(function))  # noqa: PLW2901
        environment.filters[name] = function
    environment.tests = {
        name: environment.tests[name] for name in ("defined", "divisibleby", "even", "odd", "in")
    }
    environment.globals.clear()
    return environment


def _checked(
    environment: SandboxedEnvironment, source: str, file: str, names: tuple[str, ...]
) -> nodes.Template:
    for number, line in enumerate(source.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if FIRST_MARK <= ord(character) <= LAST_MARK + 1:
                raise FindingsError(
                    Finding(
                        Location(file, number, column),
                        "character",
                        f"{describe(character)} cannot stand in a template",
                        "delete it",
                    )
                )
    try:
        tree = environment.parse(_TAGS_ONLY.sub(rf"\g<0>{_NO_LINE}", source), file, file)
    except TemplateSyntaxError as error:
        raise _syntax(error, file, environment) from None
    findings = tuple(_problems(tree, file, names))
    if findings:
        raise FindingsError(*findings)
    return tree


def _syntax(
    error: TemplateSyntaxError, file: str, environment: SandboxedEnvironment
) -> FindingsError:
    """Jinja's error as a finding; a misspelt filter or test gets a suggestion."""
    message, help_text = str(error.message), ""
    for kind, known in (("filter", environment.filters), ("test", environment.tests)):
        if message.startswith(f"No {kind} named"):
            help_text = suggestion(message.split("'")[1], tuple(sorted(known)))
    return FindingsError(Finding(Location(file, error.lineno), "template", message, help_text))


def _problems(tree: nodes.Template, file: str, names: tuple[str, ...]) -> Iterator[Finding]:
    for node in _walk(tree):
        at = Location(file, getattr(node, "lineno", 0))
        if not isinstance(node, _ALLOWED):
            known = next((text for kind, text in _INSTEAD.items() if isinstance(node, kind)), None)
            name = type(node).__name__.lower()
            yield Finding(at, "template", known or f"`{name}` is not available in templates")
    yield from _outside_of_blocks(tree, file)
    yield from _unknown_names(tree, file, names)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    """The node and what it holds; nothing below a node that is refused."""
    for child in node.iter_child_nodes():
        yield child
        if isinstance(child, _ALLOWED):
            yield from _walk(child)


def _outside_of_blocks(tree: nodes.Template, file: str) -> Iterator[Finding]:
    for node in tree.body:
        blank = isinstance(node, nodes.Output) and all(
            isinstance(part, nodes.TemplateData) and not part.data.strip(_BLANK)
            for part in node.nodes
        )
        if not blank and not isinstance(node, nodes.Block):
            yield Finding(
                Location(file, node.lineno),
                "template",
                "words outside of a block are never printed",
                "put them between `{% block … %}` and `{% endblock %}`",
            )
    for block in tree.find_all(nodes.Block):
        for inner in block.find_all(nodes.Block):
            yield Finding(
                Location(file, inner.lineno), "template", "a block inside a block", "end one first"
            )


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
