"""Write the generated parts of docs/: commands, rules, keys of facts, schema, pictures.

    python scripts/docs.py [--check]

With --check nothing is written: the files that do not say what the program does are named, and the
exit code is 1 if there are any.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import page_picture
from facts_tables import facts_tables
from pictures import pictures
from rule_pages import rule_pages
from typer.core import TyperGroup
from typer.main import get_command

from circgen.cli import app
from circgen.facts.editors import facts_schema
from circgen.library import Library
from circgen.project import find_project

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EXAMPLE = DOCS / "example" / "every-key.yaml"
WIDTH = 80  # of the help, in columns
# What stands above this line in a page was written by hand and stays.
GENERATED = "<!-- From here on written by `make docs`: change the program instead. -->\n"


def commands() -> str:
    """The help of every command."""
    parts = [f"## `{name}`\n\n```text\n{text}\n```\n" for name, text in _helps()]
    return "\n".join(parts)


def _helps() -> Iterator[tuple[str, str]]:
    """The help of the program and of each of its commands, as wide in every terminal."""
    command = get_command(app)
    name = str(command.name)
    context = command.make_context(
        name, [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
    )
    yield name, _stripped(command.get_help(context))
    assert isinstance(command, TyperGroup)  # noqa: S101  circgen has subcommands
    for word, subcommand in command.commands.items():
        inner = subcommand.make_context(word, [], parent=context, resilient_parsing=True)
        yield f"{name} {word}", _stripped(subcommand.get_help(inner))


def _stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


def files() -> dict[Path, str]:
    """The text that each generated file should have."""
    library = Library(find_project(ROOT))
    made = facts_schema(library.kinds.values(), library.vocabulary.glossaries)
    schema = json.dumps(made, indent=2, ensure_ascii=False)
    return {
        DOCS / "commands.md": _page(DOCS / "commands.md", commands()),
        DOCS / "facts.md": _page(DOCS / "facts.md", facts_tables(library, EXAMPLE)),
        DOCS / "facts.schema.json": schema + "\n",
        DOCS / "rules.md": _page(DOCS / "rules.md", rule_pages()),
        **{DOCS / name: picture for name, picture in pictures().items()},
    }


def _page(path: Path, generated: str) -> str:
    """The page with its generated part as it should be."""
    written, mark, _ = path.read_text(encoding="utf-8").partition(GENERATED)
    if not mark:
        raise SystemExit(f"{path}: put back the line {GENERATED}")
    return f"{written}{mark}\n{generated}"


def _tell(path: Path, *, check: bool) -> None:
    """Say that a file is stale, or that it was written."""
    name = path.relative_to(ROOT).as_posix()
    if check:
        print(f"{name} does not say what the program does: run `make docs`", file=sys.stderr)
    else:
        print(name)


def main() -> int:
    """Write what is stale; with --check, say it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if any is stale"
    )
    check = parser.parse_args().check
    stale = 0
    for path, text in files().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
        _tell(path, check=check)
    html = page_picture.page()
    if html and not page_picture.is_fresh(html):
        stale += 1
        if not check:
            page_picture.draw(html)
        _tell(page_picture.PICTURE, check=check)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
