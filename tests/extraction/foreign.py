"""Letters in layouts that are not ours: files that others wrote, and some that are made here."""

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
    if tables := sorted(LETTERS.glob(f"{stem}.*.tables")):
        return {path.stem + ".docx": with_tables(path.read_text("utf-8")) for path in tables}
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


def with_tables(text: str) -> bytes:
    """A letter as a Word document: blocks of lines with ` | ` are tables, ` // ` ends a line."""
    document = docx.Document()
    for block in text.strip().split("\n\n"):
        rows = [line.split(" | ") for line in block.split("\n")]
        if len(rows[0]) == 1:
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words.replace(" // ", "\n")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
