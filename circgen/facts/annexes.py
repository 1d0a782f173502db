"""The texts of annexes, which stand in files of their own beside the facts file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from circgen.facts.model import AnnexText, FactsFile
from circgen.facts.reading import real
from circgen.facts.source import decode
from circgen.findings import Finding, FindingsError


def annex_texts(
    file: FactsFile,
    folder: Path,
    read: Callable[[Path], bytes],
    shown: Callable[[Path], str],
) -> tuple[dict[str, AnnexText], list[Finding]]:
    """Those that can be read, by their path in the facts, and what is wrong with the others.

    `read` gives the bytes of a file or raises `FindingsError`; `shown` gives its name for people.
    """
    annexes: dict[str, AnnexText] = {}
    findings: list[Finding] = []
    for index, annex in real(file.facts.annexes):
        for language, name in annex.file.items():
            key = f"annexes[{index}].file.{language}"
            if Path(name).is_absolute() or ".." in Path(name).parts:
                problem = f"`{name}` is not beside the facts file"
                findings.append(Finding(file.at(key), "annex", problem, "put it there"))
                continue
            path = folder / name
            try:
                text = decode(read(path), shown(path))
            except FindingsError as error:
                findings += (
                    Finding(file.at(key), "annex", f"{f.location}: {f.message}", f.help)
                    if f.rule == "unreadable"
                    else f
                    for f in error.findings
                )
                continue
            annexes[key] = AnnexText(shown(path), text)
            if not text.strip():
                findings.append(Finding(file.at(key), "annex", f"`{name}` is empty"))
    return annexes, findings
