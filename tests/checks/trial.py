"""A project that is sound, changed as a case says, and what `circgen check` finds in it then."""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from circgen.checks.registry import rules
from circgen.confirming import plans
from circgen.findings import Finding
from circgen.project import find_project
from circgen.silencing import Run, settle
from circgen.silencing.baseline import path_of
from circgen.survey import Wanted, scope_of, survey

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = HERE / "cases"
_PLACE = re.compile(r"^(?P<file>[^:«]+):«(?P<needle>[^»]+)»(?P<rest>.*)$", re.DOTALL)


def made(folder, change=None):
    """The project in `folder`, with changes by file: its text, or pairs of old and new."""
    shutil.copytree(HERE / "project", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    for name, text in confirmed().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for name, how in (change or {}).items():
        path = folder / name
        if isinstance(how, str):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(how, "utf-8")
            continue
        if how is None:
            path.unlink()
            continue
        text = path.read_text("utf-8")
        for old, new in how:
            assert text.count(old) == 1, f"{name}: {old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        path.write_text(text, "utf-8")


@cache
def confirmed():
    """The lock files of the sound project, by name: all of its translations."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(HERE / "project", root, dirs_exist_ok=True)
        shutil.copytree(ROOT / "templates", root / "templates")
        project = find_project(root)
        found, findings = plans(project, (), project.packs())
    assert not findings
    return {
        plan.lock.relative_to(project.own_data.parent).as_posix(): plan.content
        for plan in found
        if plan.due
    }


def checked(*paths, select=(), ignore=()):
    """What is found in the project of the working directory."""
    project = find_project(Path.cwd())
    wanted = Wanted(frozenset(select), frozenset(ignore))
    scope = scope_of(project, tuple(map(Path, paths)))
    found = survey(project, scope, wanted, lambda: None)
    return settle(Run(project, scope, wanted, found), path_of(project)).findings


def line(finding: Finding) -> str:
    """`file:line:col: level: message = help`."""
    at = f"{finding.location}: {finding.level}: {finding.message}"
    return f"{at} = {finding.help}" if finding.help else at


def expected(text: str) -> str:
    """A finding as a case has it: `file:«words»` is the place where these words stand in the file."""
    match = _PLACE.match(text)
    if not match:
        return text
    content = Path(match["file"]).read_text("utf-8")
    needle = match["needle"]
    assert content.count(needle) == 1, f"{needle!r} stands {content.count(needle)} times"
    offset = content.index(needle)
    number = content.count("\n", 0, offset) + 1
    column = offset - content.rfind("\n", 0, offset)
    return f"{match['file']}:{number}:{column}{match['rest']}"


UNTRIED = {
    "encoding": "needs bytes that no case can write: test_files.py",
    "internal": "needs a mistake of circgen itself",
    "no-language": "circgen then takes the words that came with it, unless --templates forbids",
    "too-large": "a file of that size: test_files.py",
    "unreadable": "needs a file that is not there: test_files.py",
    "words": "nothing that facts can state brings it about",
}
"""Rules about files that no case shows, and why."""


def modules():
    """The rules that `circgen check` looks for in the files of a project, by name."""
    return {
        name: rule
        for name, rule in rules().items()
        if rule.about not in ("letters", "writing", "drafting") and name not in UNTRIED
    }
