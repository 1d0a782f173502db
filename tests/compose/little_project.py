"""A project of two short languages of the tests' own, in which a test makes its mistakes."""

import shutil
from pathlib import Path

from circgen.document import Circular, NumberedParagraph
from circgen.findings import Finding, FindingsError
from circgen.library import Library
from circgen.project import Project
from circgen.writers.text import text

LITTLE = Path(__file__).parent / "little"
MEETING = """\
number: 7
study_period: 2025-2028
issued: 2025-09-01
issued_at: geneva
editions: [aa, bb]
addressees: member-states
signatory: {name: director, office: director}
event: meeting
mode: virtual
sessions: {date: 2025-10-31, hours: 11:00-12:00}
"""


class LittleProject:
    """Files below a folder, and what comes of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(LITTLE, folder / "templates")
        self.write("facts.yaml", MEETING)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def facts(self, *lines: str) -> None:
        """The facts of a meeting; a line here takes the place of the one with its key."""
        keys = {line.split(":")[0] for line in lines}
        kept = [line for line in MEETING.splitlines() if line.split(":")[0] not in keys]
        self.write("facts.yaml", "\n".join((*kept, *lines)) + "\n")

    def change(self, name: str, old: str, new: str) -> tuple[int, int]:
        """Put `new` in the place of `old`, which stands once; the line and column it begins at."""
        path = self.folder / name
        before, found, after = path.read_text("utf-8").partition(old)
        assert found, f"{name} has no {old!r}"
        assert old not in after, f"{name} has {old!r} more than once"
        path.write_text(before + new + after, encoding="utf-8")
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def block(self, name: str, words: str, *languages: str) -> None:
        """Put words into a block of the template of each language."""
        for language in languages or ("aa", "bb"):
            path = self.folder / "templates" / language / "meeting.md.j2"
            before, _, rest = path.read_text("utf-8").partition(f"{{% block {name} %}}\n")
            after = rest[rest.index("{% endblock %}") :]
            path.write_text(f"{before}{{% block {name} %}}\n{words}\n{after}", encoding="utf-8")

    def library(self) -> Library:
        return Library(Project(self.folder / "templates", (self.folder / "data",)))

    def circular(self, language: str = "aa") -> Circular:
        """One edition; raises FindingsError."""
        library = self.library()
        return library.compose(library.load(self.folder / "facts.yaml"), language)

    def text(self, language: str = "aa") -> str:
        return text(self.circular(language))

    def paragraphs(self, language: str = "aa") -> tuple[NumberedParagraph, ...]:
        return self.circular(language).paragraphs

    def findings(self, *languages: str) -> list[Finding]:
        """What is wrong, in the order of places; files are named from the project's folder."""
        from circgen.editions import Press

        try:
            Press(self.library()).editions(self.folder / "facts.yaml", languages, ("txt",))
        except FindingsError as error:
            return sorted({self._relative(finding) for finding in error.findings})
        return []

    def _relative(self, finding: Finding) -> Finding:

        prefix = f"{self.folder}/"
        at = finding.location._replace(file=finding.location.file.removeprefix(prefix))
        message, help_text = finding.message.replace(prefix, ""), finding.help.replace(prefix, "")
        return finding._replace(location=at, message=message, help=help_text)
