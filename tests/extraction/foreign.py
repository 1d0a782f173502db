"""Letters in layouts that are not ours: files that others wrote, and two that are made here."""

from __future__ import annotations

import io

import docx
from extraction.letters import LETTERS
from golden.shelves import ROOT

PRACTICE = ROOT / "accuracy" / "practice"


def documents(name: str) -> dict[str, bytes]:
    """The documents of a letter by their names: a folder to practise on, or a file here."""
    folder = PRACTICE / name
    if folder.is_dir():
        paths = (*sorted(folder.glob("en.*")), *sorted(folder.glob("ru.*")))
        return {path.name: path.read_bytes() for path in paths}
    stem, _, form = name.partition(" as ")
    paths = sorted(LETTERS.glob(f"{stem}.*.txt"))
    if form:
        return {path.stem + ".docx": in_table(path.read_text("utf-8")) for path in paths}
    return {path.name: path.read_bytes() for path in paths}


def in_table(text: str) -> bytes:
    """A letter as a Word document: labels in the first column of a table, values in the second."""
    document = docx.Document()
    head, _, body = text.partition("\n\n1. ")
    table = document.add_table(rows=0, cols=2)
    blocks = [block for block in head.split("\n\n") if "From:" not in block]
    for block in blocks:
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        labelled = [line for line in lines if ":" in line[:20]]
        if not labelled:
            table.add_row().cells[0].text = "\n".join(lines)
        for line in labelled:
            label, _, value = line.partition(":")
            cells = table.add_row().cells
            cells[0].text = f"{label}:"
            cells[1].text = value.strip()
            if not value.strip():
                for item in lines[1:]:
                    cells[1].add_paragraph(item.removeprefix("* "), style="List Bullet")
    for block in f"1. {body}".split("\n\n"):
        document.add_paragraph(" ".join(block.split()))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
