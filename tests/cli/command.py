"""The command as people run it, and projects for it. Languages are those that the templates have."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKS = sorted((ROOT / "templates").glob("*/language.yaml"))
LETTERS = {
    path.parent.name: re.search("^file_letter: (.)", path.read_text("utf-8"), re.MULTILINE)[1]
    for path in PACKS
}
LANGUAGES = tuple(LETTERS)
FORMATS = {"docx": "MSW", "txt": "TXT"}

MEETING = {
    "study_period": "2025-2028",
    "issued": "2025-09-01",
    "issued_at": "geneva",
    "editions": f"[{', '.join(LANGUAGES)}]",
    "addressees": "[member-states, sector-members]",
    "signatory": "{name: seizo-onoe, office: tsb-director}",
    "event": "meeting",
    "topic": "{" + ", ".join(f"{code}: U4SSC" for code in LANGUAGES) + "}",
    "mode": "virtual",
    "sessions": "{date: 2025-10-31, hours: 11:00-12:00}",
}


def environment(**more: str) -> dict[str, str]:
    """That of the tests, without what a terminal or another test has put there."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NO_COLOR", "FORCE_COLOR"))}
    return kept | {"COLUMNS": "80", "TERM": "xterm-256color"} | more


class Folder:
    """A folder with `data/meetings/`, where the command is run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "data" / "meetings").mkdir(parents=True)

    def write(self, name: str, content: str) -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    def meeting(self, stem: str, **keys: str | None) -> Path:
        """A facts file; a key with None is left out."""
        facts = {"number": "1"} | MEETING | keys
        lines = (f"{key}: {value}\n" for key, value in facts.items() if value is not None)
        return self.write(f"data/meetings/{stem}.yaml", "".join(lines))

    def run(
        self, *words: object, within: str = ".", **env: str
    ) -> subprocess.CompletedProcess[str]:
        """`circgen WORDS`, run in a folder within this one."""
        ended = subprocess.run(
            [sys.executable, "-m", "circgen", *map(str, words)],
            cwd=self.path / within,
            env=environment(**env),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert "Traceback" not in ended.stderr
        return ended

    def render(self, *words: object, **how: str) -> subprocess.CompletedProcess[str]:
        return self.run("render", *words, **how)

    def files(self, folder: str = "out") -> list[str]:
        """The names of the letters in a folder."""
        found = self.path / folder
        return (
            sorted(p.name for p in found.iterdir() if p.name != ".circgen")
            if found.is_dir()
            else []
        )

    def letter(self, *args: object, **how: str) -> Path:
        return self.path / "out" / name(*args, **how)

    def all(self, folder: str = "out") -> dict[str, tuple[bytes, int]]:
        """The content and time of every letter."""
        paths = [self.path / folder / each for each in self.files(folder)]
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def name(
    number: int = 1, language: str = LANGUAGES[0], form: str = "txt", variant: str = ""
) -> str:
    return f"T25-TSB-CIR-{number:04}!{variant}!{FORMATS[form]}-{LETTERS[language]}.{form}"


def names(*numbers: int, languages=LANGUAGES, formats=("docx", "txt"), variant="") -> list[str]:
    """The names of the letters of circulars, sorted."""
    return sorted(
        name(number, language, form, variant)
        for number in numbers
        for language in languages
        for form in formats
    )


def words_of(path: Path) -> str:
    """All characters of a letter, text or DOCX; a half file raises."""
    if path.suffix == ".txt":
        text = path.read_text("utf-8")
        assert text.endswith("\n"), "half a file"
        return text
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return re.sub("<[^>]+>", "", package.read("word/document.xml").decode())
