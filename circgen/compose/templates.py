"""Templates: Jinja with a small, checked vocabulary, whose facts never pass through the markup.

Jinja's `finalize` puts each printed fact aside and leaves a mark; what comes out of a block is the
skeleton of a paragraph. Only facts and words can be printed: whatever lost its origin on the way
is an error at the template's line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from traceback import walk_tb
from types import CodeType, TracebackType
from typing import Any, NamedTuple

from jinja2 import (
    FileSystemBytecodeCache,
    Template,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    pass_context,
)
from jinja2 import __version__ as jinja2_version
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from circgen import __version__
from circgen.compose import grammar
from circgen.compose.filters import WITH_CONTEXT, Filters
from circgen.compose.markup import NO_LINE
from circgen.compose.printing import Marks, as_fact
from circgen.compose.values import Absent, View, keys_of
from circgen.document import Fact
from circgen.facts.characters import forbidden
from circgen.facts.paths import keys_under
from circgen.facts.reading import suggestion
from circgen.facts.source import forbidden_finding
from circgen.findings import Finding, FindingsError, Location
from circgen.language.wording import Language, MissingFormError, WordingError

# A line that holds nothing but tags leaves no line behind. Jinja's trim_blocks would also join the
# words around a tag at the end of a line.
_TAGS_ONLY = re.compile(
    r"^[ \t]*(?:(?:\{%(?!-)(?:(?!-?%\})[\s\S])*%\}|\{#(?:(?!#\})[\s\S])*#\})[ \t]*)+$", re.MULTILINE
)
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_NO_LINE_AT_ALL = re.compile(rf"[ \t]*{NO_LINE}\n?")
_MARKS = " marks"  # a name with a space cannot be reached from a template


class Skeleton(NamedTuple):
    """A rendered block: words with marks, and the facts that the marks stand for."""

    text: str
    facts: tuple[Fact, ...]


@pass_context
def _finalize(context: Context, value: object) -> object:
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        return str(value)  # raises: `_Strict` has no text
    marks: Marks = context[_MARKS]
    return marks.put(as_fact(value))


class _Strict(Undefined):
    """A name that no fact has: an error wherever it is used, with what was probably meant."""

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> Any:  # noqa: ANN401
        allowed: tuple[str, ...] = ()
        match self._undefined_obj:
            case View(_record=record):
                allowed = keys_of(record)
            case Absent(path=path):
                allowed = keys_under(path)
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
        self.file, self.source = file, source
        environment = self._environment = _environment(language)
        code = _compiled(environment, source, file, names)
        self._template: Template = environment.template_class.from_code(
            environment, code, environment.make_globals(None)
        )
        self.lines = {
            match[1]: source.count("\n", 0, match.start()) + 1 for match in _BLOCK.finditer(source)
        }

    def render(self, block: str, values: Mapping[str, object]) -> Skeleton:
        """One block with the given variables.

        Raises:
            FindingsError: at the line of the template that went wrong.
            MissingFormError: with that line as its note.
        """
        marks = Marks()
        # As `new_context` does, without copying the variables twice more.
        variables = {**values, _MARKS: marks}
        context = Context(self._environment, variables, self.file, self._template.blocks)
        try:
            text = "".join(self._template.blocks[block](context))
        except MissingFormError as error:
            error.add_note(f"{self.file}:{self._line_of(error.__traceback__)}")
            raise
        except (WordingError, TemplateRuntimeError, ValueError, TypeError, LookupError) as error:
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


def _told(error: Exception) -> tuple[str, str]:
    if isinstance(error, ValueError) and len(error.args) == 2:  # noqa: PLR2004
        return error.args[0], error.args[1]
    if isinstance(error, TypeError):
        return (
            "this cannot be worked out",
            "only values of one kind can be compared, and only lists be looped over or counted",
        )
    return str(error) or type(error).__name__, ""


def _environment(language: Language) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        autoescape=True, finalize=_finalize, undefined=_Strict, optimized=False
    )
    filters = Filters(language, lambda context: context[_MARKS])
    environment.filters.clear()
    for name, function in filters.table().items():
        if name in WITH_CONTEXT:
            function = pass_context(partial(function))  # noqa: PLW2901
        environment.filters[name] = function
    environment.tests = {
        name: environment.tests[name] for name in ("defined", "divisibleby", "even", "odd", "in")
    }
    environment.globals.clear()
    return environment


def _compiled(
    environment: SandboxedEnvironment, source: str, file: str, names: tuple[str, ...]
) -> CodeType:
    """The code of a template, checked; kept in Jinja's cache, so that it is compiled only once."""
    try:
        cache = FileSystemBytecodeCache()
    except RuntimeError:  # nowhere to keep it
        return _check_and_compile(environment, source, file, names)
    # What the code depends on, and whether it is allowed; Jinja adds Python's version.
    rules = sum(file.stat().st_mtime_ns for file in Path(grammar.__file__).parent.glob("*.py"))
    known = " ".join((*names, *environment.filters, *environment.tests))
    circumstances = f"{__version__} {jinja2_version} {rules} {known}"
    bucket = cache.get_bucket(environment, circumstances, file, source)
    if bucket.code is None:
        bucket.code = _check_and_compile(environment, source, file, names)
        with suppress(OSError):
            cache.set_bucket(bucket)
    return bucket.code


def _check_and_compile(
    environment: SandboxedEnvironment, source: str, file: str, names: tuple[str, ...]
) -> CodeType:
    for number, line in enumerate(source.split("\n"), 1):
        if found := forbidden(line):
            at = Location(file, number, found.start() + 1)
            raise FindingsError(forbidden_finding(found.group(), at))
    try:
        tree = environment.parse(_TAGS_ONLY.sub(rf"\g<0>{NO_LINE}", source), file, file)
        found_problems = tuple(grammar.problems(tree, file, names, environment))
        if found_problems:
            raise FindingsError(*found_problems)
        return environment.compile(tree, file, file)
    except TemplateSyntaxError as error:
        raise _syntax(error, file) from None


def _syntax(error: TemplateSyntaxError, file: str) -> FindingsError:
    return FindingsError(Finding(Location(file, error.lineno), "template", str(error.message)))
