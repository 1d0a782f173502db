"""How long circgen takes, beside docxtpl making the same letters from the same letterhead.

Each program is run as a process of its own, in turns, for the machine may have other work to do.
What is compared is also read: both must have written the same paragraphs.

    make bench ARGS="--rounds 30 --json bench.json"
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import letters
import project
import yaml
from docx import Document
from figures import as_json, table, verdict
from running import Program, measure
from template import Context, Template, context_of, needed, slim

from circgen.document import Circular
from circgen.editions import Press
from circgen.library import Library
from circgen.project import find_project
from circgen.writers.docx import Letterhead, docx

ROOT = Path(__file__).resolve().parent.parent
PEER = Path(__file__).with_name("peer.py")
PYTHON = sys.executable
_BUSY = 1.3  # undisturbed, a run takes hardly longer than the processor
CIRCGEN = str(Path(sys.executable).with_name("circgen"))


@dataclass(frozen=True, slots=True)
class Material:
    """Folders and files that the programs read and write, the same facts for both."""

    model: Path
    languages: tuple[str, ...]
    folder: Path

    @property
    def facts(self) -> Path:
        """The facts files of circgen."""
        return self.folder / "facts"

    @property
    def peer_facts(self) -> Path:
        """The peer's: a file for each circular and language, with ready texts."""
        return self.folder / "peer-facts"

    @property
    def templates(self) -> Path:
        """The peer's templates, `LANGUAGE.docx`."""
        return self.folder / "templates"

    def pair(self, language: str) -> Path:
        """The letter in a language, to be compared with the others."""
        return self.folder / f"letter-{language}.docx"

    def out(self, name: str) -> Path:
        """A folder to write to."""
        return self.folder / "out" / name


def prepare(material: Material, count: int) -> dict[str, str]:
    """Make facts and templates; the name of circgen's DOCX for each of the peer's."""
    for folder in (material.facts, material.peer_facts, material.templates):
        folder.mkdir(parents=True)
    letters.write_letters(material.model, material.facts, count)
    project = find_project(ROOT)
    press = Press(Library(project))
    letterhead = Letterhead.open(project.templates / "letterhead.docx")
    paths = [material.model, *sorted(material.facts.glob("*.yaml"))]
    names: dict[str, str] = {}
    for language in material.languages:
        circulars: list[Circular] = []
        contexts: list[Context] = []
        for path in paths:
            loaded = press.library.load(path)
            circulars.append(press.library.compose(loaded, language))
            contexts.append(context_of(circulars[-1], language))
            ((name, data),) = press.editions(path, (language,), ("docx",)).files.items()
            names[f"{path.stem}.{language}.docx"] = name
            if path == material.model:
                material.pair(language).write_bytes(data)
        tags = needed(contexts)
        template = Template(language, tags).of(circulars[0])
        (material.templates / f"{language}.docx").write_bytes(docx(template, letterhead))
        for path, context in zip(paths, contexts, strict=True):
            folder = material.folder if path == material.model else material.peer_facts
            text = yaml.safe_dump(slim(context, tags), allow_unicode=True, sort_keys=False)
            (folder / f"{path.stem}.{language}.yaml").write_text(text, "utf-8")
    return names


def programs(material: Material) -> tuple[list[Program], list[Program]]:
    """The programs for one circular, and those for many."""
    model, language = str(material.model), material.languages[0]
    both = " and ".join(material.languages)
    text, whole, unread, peer, batch, peer_batch = (
        material.out(name)
        for name in ("text", "whole", "unread", "peer-whole", "batch", "peer-batch")
    )
    render = (CIRCGEN, "render")
    # By name, the peer's template and facts for this circular.
    given = (
        str(material.templates / f"{language}.docx"),
        str(material.folder / f"{material.model.stem}.{language}.yaml"),
    )
    made = str(peer / f"{material.model.stem}.{language}.docx")
    one = [
        Program("python", "python, doing nothing", (PYTHON, "-c", "")),
        Program("import", "python, importing docxtpl", (PYTHON, "-c", "import docxtpl")),
        Program("help", "circgen --help", (CIRCGEN, "--help")),
        Program("render-help", "circgen render --help", (*render, "--help")),
        Program(
            "text",
            f"circgen, {both}, text",
            (*render, model, "--format", "txt", "--out", str(text)),
            clean=text,
        ),
        Program(
            "printed",
            f"circgen, {language}, text",
            (*render, model, "--lang", language, "--stdout"),
        ),
        Program(
            "preview",
            f"circgen preview, {language}",
            (CIRCGEN, "preview", model, "--lang", language),
        ),
        Program(
            "whole", f"circgen, {both}, DOCX and text", (*render, model, "--out", str(whole)), whole
        ),
        Program(
            "unread",
            f"circgen, {both}, DOCX and text, not read back",
            (*render, model, "--no-verify", "--out", str(unread)),
            unread,
        ),
        Program(
            "compare",
            f"circgen compare, {both}, DOCX",
            (CIRCGEN, "compare", *(str(material.pair(each)) for each in material.languages)),
        ),
        Program(
            "peer-whole", f"docxtpl, {language}, DOCX", (PYTHON, str(PEER), *given, made), peer
        ),
    ]
    facts = str(material.facts)
    many = [
        Program(
            "batch", "circgen", (*render, facts, "--format", "docx", "--out", str(batch)), batch
        ),
        Program(
            "peer-batch",
            "docxtpl",
            (PYTHON, str(PEER), str(material.templates), str(material.peer_facts), str(peer_batch)),
            peer_batch,
        ),
    ]
    return one, many


def titles(progs: list[Program]) -> dict[str, str]:
    """What the programs are called in a table, by id."""
    return {program.id: program.title for program in progs}


def check(material: Material, names: dict[str, str]) -> int:
    """How many documents of the peer were read and hold the same paragraphs as circgen's.

    Raises:
        SystemExit: at the first one that doesn't.
    """
    model = material.model.stem
    for peer_name, name in names.items():
        kind = "whole" if peer_name.startswith(f"{model}.") else "batch"
        ours = material.out(kind) / name
        theirs = material.out(f"peer-{kind}") / peer_name
        if not theirs.exists() and kind == "whole":
            continue  # of one circular, the peer does one language
        left, right = paragraphs(ours), paragraphs(theirs)
        if left != right:
            differ = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
            first = f"\n  {differ[0][0]}\n  {differ[0][1]}" if differ else ""
            raise SystemExit(
                f"bench: {ours.name} has {len(left)} paragraphs and {theirs.name} has "
                f"{len(right)}; {len(differ)} differ{first}"
            )
    whole = list(material.out("whole").glob("[!.]*.*"))
    if len(whole) != 2 * len(material.languages):
        raise SystemExit(f"bench: circgen made {len(whole)} editions of one circular")
    return sum(1 for _ in material.out("peer-batch").iterdir())


def paragraphs(path: Path) -> list[str]:
    """The text of every paragraph of a DOCX, those in tables too."""
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = Document(str(path)).element.body
    return ["".join(t.text or "" for t in p.iter(f"{word}t")) for p in body.iter(f"{word}p")]


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Measure circgen beside docxtpl.")
    parser.add_argument("--rounds", type=int, default=15, help="runs for one circular (15)")
    parser.add_argument("--batches", type=int, default=3, help="runs for many circulars (3)")
    parser.add_argument("--circulars", type=int, default=200, help="how many are many (200)")
    parser.add_argument("--project", type=int, default=500, help="circulars of a project (500)")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    return parser.parse_args()


def main() -> None:
    """Measure and report; a missed goal is no error."""
    asked = arguments()
    model = letters.model(ROOT / "data" / "meetings")
    with tempfile.TemporaryDirectory(prefix="circgen-bench-") as folder:
        material = Material(model, tuple(letters.read(model)["editions"]), Path(folder))
        names = prepare(material, asked.circulars)
        setting: dict[str, object] = {
            **{name: version(name) for name in ("circgen", "docxtpl", "python-docx", "lxml")},
            "python": platform.python_version(),
            "processors": os.cpu_count(),
            "load": [round(load, 1) for load in os.getloadavg()],
            "circular": model.name,
        }
        print(", ".join(f"{name} {value}" for name, value in setting.items()))
        one, many = programs(material)
        compiled = material.folder / "compiled"
        found = measure(one, asked.rounds, compiled)
        print("\n" + table(f"whole process, ms, {asked.rounds} runs each", titles(one), found))
        documents = asked.circulars * len(material.languages)
        found |= measure(many, asked.batches, compiled)
        title = f"{documents} documents, ms, {asked.batches} runs each"
        print("\n" + table(title, titles(many), found, documents))
        projects = material.folder / "projects"
        checked, memory = project.measure_project(projects, asked.project, asked.batches)
        found |= checked
        documents = asked.project * len(project.LANGUAGES)
        title = f"{documents} editions of a project, ms, {asked.batches} runs each"
        print("\n" + table(title, project.TITLES, checked, documents))
        print(project.report(checked, memory))
        if any(each.median > _BUSY * each.processor for each in found.values()):
            print("\nThe machine had other work to do: go by the processor.")
        print("\n" + verdict(found))
        same = check(material, names)
        print(f"\n{same} documents of each program were read and say the same.")
        if asked.json:
            asked.json.write_text(as_json(found, setting), "utf-8")


if __name__ == "__main__":
    main()
