"""`circgen new`: a facts file from answers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from circgen.cli import completing
from circgen.cli.options import Templates, project_for
from circgen.cli.terminal import CannotRunError, tell

if TYPE_CHECKING:
    from circgen.cli.asking import Asker
    from circgen.drafting.draft import Draft
    from circgen.drafting.sheet import Sheet
    from circgen.findings import Finding
    from circgen.library import Library
    from circgen.project import Project

_INTERRUPTED = 130


def _answer(
    help_: str,
    *names: str,
    metavar: str | None = None,
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
    place: Annotated[_Text, _answer("The town where it is held; - for none.")] = None,
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
    """Write a new facts file: what is not given by options is asked for.

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
    given |= _facts(fact or ())
    try:
        failed = _run(given, from_, output, templates)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        typer.echo("\ncircgen: nothing was written", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    sys.stdout.flush()
    raise typer.Exit(1 if failed else 0)


def _facts(facts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for fact in facts:
        key, sign, value = fact.partition("=")
        if not sign or not key.strip():
            raise CannotRunError(f"--fact: `{fact}` is not KEY=VALUE")
        found[key.strip()] = (value,)
    return found


def _run(
    given: dict[str, tuple[str, ...]],
    source: Path | None,
    output: Path | None,
    templates: Path | None,
) -> bool:
    """Whether an error is left in the file."""
    from circgen.cli.asking import Asker
    from circgen.drafting.archive import Archive
    from circgen.drafting.draft import Draft
    from circgen.drafting.sheet import Sheet
    from circgen.findings import FindingsError
    from circgen.library import Library

    project = project_for(templates, source)
    folder = _folder(project, output)
    library = Library(project)
    try:
        library.packs  # noqa: B018  a broken pack concerns every circular: say it first
        sheet = _copied(library, source) if source else Sheet()
        draft = Draft(Archive(library), folder / ".new.yaml", sheet, given)
        asker = Asker(draft, prompts=sys.stdin.isatty() and sys.stderr.isatty())
        asker.fill()
        draft.path = _named(draft, output, prompts=asker.prompts)
        return _finish(asker, source)
    except FindingsError as error:
        return tell(error.findings)


def _folder(project: Project, output: Path | None) -> Path:
    if output and output.exists():
        raise CannotRunError(f"--output: {output} is there already: name another file")
    if output and output.suffix not in {".yaml", ".yml"}:
        raise CannotRunError(f"--output: {output}: a facts file ends in .yaml")
    if output:
        return output.parent
    if project.own_data is None:
        raise CannotRunError("there is no project here or above: name the file with --output")
    return project.own_data / "meetings"


def _copied(library: Library, source: Path) -> Sheet:
    """The text of an earlier facts file; FindingsError if it says anything wrong."""
    from circgen.drafting.sheet import sheet_of
    from circgen.facts.load import BrokenFactsError
    from circgen.project import shown

    try:
        library.load(source)
    except BrokenFactsError as error:
        if {each.rule for each in error.findings} - {"missing-text", "missing-words"}:
            raise
    sheet = sheet_of(library.read(source), shown(source))
    for key in ("status", "variant"):
        sheet = sheet.without(key)
    return sheet


def _named(draft: Draft, output: Path | None, *, prompts: bool) -> Path:
    """The file to write: a new one."""
    from circgen.drafting.finishing import file_name
    from circgen.project import shown

    if output:
        return output
    path = draft.path.with_name(f"{file_name(draft)}.yaml")
    while prompts:
        chosen = Path(typer.prompt("File", default=shown(path), err=True))
        if chosen.suffix in {".yaml", ".yml"} and not chosen.exists():
            return chosen
        typer.echo(f"  {chosen} is there already, or does not end in .yaml", err=True)
    if path.exists():
        raise CannotRunError(f"{shown(path)} is there already: name another file with --output")
    return path


def _finish(asker: Asker, source: Path | None) -> bool:
    """Look at the whole, ask again for what is wrong with it, and write it."""
    from circgen.cli.asking import stop_for
    from circgen.drafting.finishing import checked, head, marked
    from circgen.drafting.review import untranslated
    from circgen.findings import Level
    from circgen.project import shown
    from circgen.store.whole import create

    draft = asker.draft
    while True:
        if not draft.is_copy:
            draft.sheet = draft.sheet._replace(head=head(draft))
        draft.read(draft.sheet)
        missing = untranslated(draft)
        there = [code for code in draft.facts.editions if code not in missing]
        findings = checked(draft, there)
        wrong: dict[str, list[Finding]] = {}
        for each in findings:
            key = draft.sheet.key_at(each.location.line)
            if each.level is Level.ERROR and key in draft.asked and key in asker.questions:
                wrong.setdefault(key, []).append(each)
        if not wrong:
            break
        if not asker.prompts:
            stop_for((), [(asker.questions[key], found) for key, found in wrong.items()])
        asker.again(tuple(wrong), [each for found in wrong.values() for each in found])
    content = marked(draft.sheet, missing).text.encode()
    try:
        create(draft.path, content)
    except FileExistsError:
        raise CannotRunError(f"{shown(draft.path)} is there already: nothing was written") from None
    typer.echo(shown(draft.path))
    _tell_what_is_left(draft, content, missing, source)
    return tell(findings)


def _tell_what_is_left(
    draft: Draft, content: bytes, missing: dict[str, tuple[Finding, ...]], source: Path | None
) -> None:
    from circgen.drafting.finishing import TO_TRANSLATE
    from circgen.drafting.review import taken_over
    from circgen.project import shown

    if missing:
        typer.echo(f"{TO_TRANSLATE}:", err=True)
        for language, findings in missing.items():
            for finding in findings:
                typer.echo(f"  {finding.location}: {language}", err=True)
    if source and (looks := list(taken_over(draft, content))):
        typer.echo(f"look again at what was written for {shown(source)}:", err=True)
        for look in looks:
            typer.echo(f"  {look.at}: {look.what}", err=True)
    typer.echo(f"next: circgen check {shown(draft.path)}", err=True)
