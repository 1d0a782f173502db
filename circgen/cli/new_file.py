"""From answers to a new facts file: what it begins with, its name, the last look, what is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from circgen.cli.terminal import CannotRunError, tell

if TYPE_CHECKING:
    from circgen.cli.asking import Asker
    from circgen.drafting.draft import Draft
    from circgen.drafting.sheet import Sheet
    from circgen.findings import Finding
    from circgen.library import Library
    from circgen.project import Project


def folder_of(project: Project, output: Path | None) -> Path:
    """The folder of the new file.

    Raises:
        CannotRunError: if there is none, or if `output` cannot be a new facts file.
    """
    if output and (problem := _hindrance(output)):
        raise CannotRunError(f"--output: {problem}: name another file")
    if output:
        return output.parent
    if project.own_data is None:
        raise CannotRunError("there is no project here or above: name the file with --output")
    return project.own_data / "meetings"


def _hindrance(path: Path) -> str:
    """Why a new facts file cannot be called so; empty if it can."""
    if path.suffix not in {".yaml", ".yml"}:
        return f"{path} does not end in .yaml"
    return f"{path} is there already" if path.exists() else ""


def sheet_from(library: Library, source: Path) -> Sheet:
    """The text of an earlier facts file, without what it alone can say.

    Raises:
        FindingsError: if anything is wrong with it but a text that is missing.
    """
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


def named(draft: Draft, output: Path | None, *, prompts: bool) -> Path:
    """The file to write: a new one.

    Raises:
        CannotRunError: if it is there already, and nobody is there to be asked for another name.
    """
    from circgen.drafting.finishing import file_name
    from circgen.project import shown

    if output:
        return output
    path = draft.path.with_name(f"{file_name(draft)}.yaml")
    problem = f"{shown(path)} is there already" if path.exists() else ""
    offer = None if problem else shown(path)
    while prompts:
        if problem:
            typer.echo(f"  {problem}", err=True)
        chosen = Path(typer.prompt("File", default=offer, err=True).strip())
        problem = _hindrance(chosen)
        if not problem:
            return chosen
    if path.exists():
        raise CannotRunError(f"{shown(path)} is there already: name another file with --output")
    return path


def finish(asker: Asker, source: Path | None) -> bool:
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
            stop_for((), (), [(asker.questions[key], found) for key, found in wrong.items()])
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
    from circgen.drafting.review import left_out, taken_over
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
    for what in left_out(draft):
        typer.echo(f"left out: {what}", err=True)
    typer.echo(f"next: circgen check {shown(draft.path)}", err=True)
