"""`circgen new`: a facts file from answers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Optional, TypeVar

import typer

from circgen.cli import completing
from circgen.cli.named import must_be_there
from circgen.cli.options import Templates, project_for
from circgen.cli.terminal import CannotRunError, tell

_INTERRUPTED = 130
_T = TypeVar("_T")


def _answer(
    help_: str,
    *names: str,
    metavar: str = "TEXT",
    autocompletion: Callable[[str], list[str]] | None = None,
) -> Any:  # noqa: ANN401  as typer has it
    return typer.Option(
        *names, help=help_, show_default=False, metavar=metavar, autocompletion=autocompletion
    )


_Text = Optional[str]  # noqa: UP045  typer reads the annotation
_Texts = Optional[list[str]]  # noqa: UP045
_Series = Annotated[_Text, _answer("Its series; - for none.", autocompletion=completing.series)]
_Languages = Annotated[
    _Text, _answer("Languages, such as en,ru.", autocompletion=completing.languages)
]


def new(
    series: _Series = None,
    from_: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--from",
            help="Begin with a copy of this facts file: its texts, names and comments.",
            metavar="FILE",
            readable=False,
            autocompletion=completing.circulars,
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            help="The file to write. Default: in data/meetings/, by series and ordinal.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Number and date are not known yet.")
    ] = False,
    number: Annotated[_Text, _answer("Number of the circular.")] = None,
    study_period: Annotated[_Text, _answer("Study period, such as 2025-2028.")] = None,
    issued: Annotated[_Text, _answer("Date of the letter, such as 2026-05-15.")] = None,
    issued_at: Annotated[_Text, _answer("Place of the letter.")] = None,
    editions: _Languages = None,
    addressees: Annotated[_Text, _answer("To whom it goes, with commas.")] = None,
    copies: Annotated[_Text, _answer("To whom copies go; - for nobody.")] = None,
    person: Annotated[_Text, _answer("Contact person.")] = None,
    tel: Annotated[_Text, _answer("Telephone.")] = None,
    fax: Annotated[_Text, _answer("Fax.")] = None,
    email: Annotated[_Text, _answer("E-mail.")] = None,
    contact_website: Annotated[_Text, _answer("Website of the Bureau's group.")] = None,
    signatory: Annotated[_Text, _answer("Who signs.")] = None,
    office: Annotated[_Text, _answer("The office of who signs.")] = None,
    kind: Annotated[_Text, _answer("Kind of circular.")] = None,
    event: Annotated[_Text, _answer("What is held: meeting, workshop, …")] = None,
    ordinal: Annotated[_Text, _answer("Which one of its series it is; - for none.")] = None,
    topic: Annotated[_Text, _answer("What follows the noun in the title.")] = None,
    mode: Annotated[_Text, _answer("virtual, physical or hybrid.")] = None,
    place: Annotated[
        _Text, _answer("The town, such as seoul or 'Nairobi, Africa/Nairobi'; - for none.")
    ] = None,
    venue: Annotated[_Text, _answer("The building.")] = None,
    zone: Annotated[_Text, _answer("Zone of the hours, such as Europe/Zurich.")] = None,
    session: Annotated[
        _Texts, _answer("A day with its hours, such as '2026-06-16 09:30-12:30'; repeat it.")
    ] = None,
    side_event: Annotated[
        _Texts,
        _answer("With --from: day and hours of each side event, in order; - leaves one out."),
    ] = None,
    working_languages: Annotated[_Text, _answer("In which it is held.")] = None,
    event_page: Annotated[_Text, _answer("The page of the event.")] = None,
    objective: Annotated[_Texts, _answer("What the meeting is to do; repeat it.")] = None,
    deadline: Annotated[
        _Texts,
        _answer("Such as registration, for the day by rule, or 'registration 2026-06-09'."),
    ] = None,
    fact: Annotated[
        _Texts, _answer("Any other fact, as KEY=VALUE.", "--fact", metavar="KEY=VALUE")
    ] = None,
    templates: Templates = None,
) -> None:
    """Write a new facts file: what no option gives is asked for.

    Answers are checked as they are given; what can be worked out is offered. Texts are given in one
    language: the others are marked, and are errors of `circgen check` until they are translated.
    Without a terminal, what is offered is taken, and what is missing is listed. Nothing is
    overwritten.

    \b
    Examples:
      circgen new
      circgen new --from data/meetings/u4ssc-09.yaml --draft --session '2026-06-16 14:00-17:00'
    """  # noqa: D301  typer takes backspace for "don't wrap this paragraph"
    single = {
        "series": series, "kind": kind, "editions": editions, "status": "no" if draft else None,
        "number": number, "study_period": study_period, "issued": issued, "issued_at": issued_at,
        "addressees": addressees, "copies": copies, "contact.person": person, "contact.tel": tel,
        "contact.fax": fax, "contact.email": email, "contact.website": contact_website,
        "signatory.name": signatory, "signatory.office": office, "event": event,
        "ordinal": ordinal, "topic": topic, "mode": mode, "place": place, "venue": venue,
        "zone": zone, "working_languages": working_languages, "event_page": event_page,
    }  # fmt: skip
    several = {
        "sessions": session, "side_events": side_event, "objectives": objective,
        "deadlines": deadline,
    }  # fmt: skip
    given: dict[str, tuple[str, ...]] = {
        key: (value,) for key, value in single.items() if value is not None
    }
    given |= {key: tuple(values) for key, values in several.items() if values}
    try:
        failed = _run(given, fact or (), from_, output, templates)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        typer.echo("\ncircgen: nothing was written", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    sys.stdout.flush()
    raise typer.Exit(1 if failed else 0)


def _run(
    given: dict[str, tuple[str, ...]],
    facts: Sequence[str],
    source: Path | None,
    output: Path | None,
    templates: Path | None,
) -> bool:
    """Whether an error is left in the file."""
    from circgen.cli.asking import Asker, stop_for
    from circgen.cli.new_file import finish, folder_of, named, sheet_from
    from circgen.drafting.archive import Archive
    from circgen.drafting.draft import Draft
    from circgen.drafting.sheet import Sheet
    from circgen.findings import FindingsError
    from circgen.library import Library

    project = project_for(templates, source)
    problems = [*_with_facts(given, facts)]
    folder = _unless(problems, lambda: folder_of(project, output)) or Path()
    known = len(problems)
    _unless(problems, lambda: must_be_there((source,) if source else (), project, folders=False))
    library, is_there = Library(project), len(problems) == known
    try:
        library.packs  # noqa: B018  a broken pack concerns every circular: say it first
        sheet = sheet_from(library, source) if source and is_there else Sheet()
    except FindingsError as error:
        failed = tell(error.findings)
        stop_for(problems)
        return failed
    if source and not sheet.blocks:  # what of the answers is right, nobody knows without it
        stop_for(problems)
    try:
        draft = Draft(Archive(library), folder / ".new.yaml", sheet, given)
        asker = Asker(draft, prompts=sys.stdin.isatty() and sys.stderr.isatty())
        asker.fill(problems)
        draft.path = named(draft, output, prompts=asker.prompts)
        return finish(asker, source)
    except FindingsError as error:
        return tell(error.findings)


def _unless(problems: list[str], look: Callable[[], _T]) -> _T | None:
    """What was looked for; None, and a problem more, where the command line is wrong."""
    try:
        return look()
    except CannotRunError as error:
        problems.append(str(error))
        return None


def _with_facts(given: dict[str, tuple[str, ...]], facts: Sequence[str]) -> Iterator[str]:
    """Put the facts of `--fact` to what is given, and say what is wrong with them."""
    from circgen.drafting.question import OPTIONS

    for fact in facts:
        key, sign, value = (part.strip() for part in fact.partition("="))
        if not sign or not key:
            yield f"--fact: `{fact}` is not KEY=VALUE"
        elif key in given:
            twice = f"{OPTIONS[key]} and --fact" if key in OPTIONS else "--fact twice"
            yield f"--fact {key}=: `{key}` is given by {twice}: keep one of them"
        else:
            given[key] = (value,)
