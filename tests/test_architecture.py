"""What holds the code together: imports point one way, and languages are data."""

import ast
import graphlib
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CODE = ROOT / "circgen"
MODULES = sorted(CODE.rglob("*.py"))

# What each part may import, from the core outwards: cli → report, editions, library, store,
# writers → compose → language, document → facts → findings. Only the command line sees all of it.
MAY_IMPORT = {
    "findings": (),
    "cores": (),
    "document": (),
    "kept": (),
    "printing": ("findings",),
    "project": (),
    "serving": (),
    "store": ("findings",),
    "facts": ("findings", "kept"),
    "filenames": ("facts",),
    "report": ("facts", "findings"),
    "language": ("facts", "findings", "kept"),
    "readers": ("findings", "language"),
    "recognition": ("facts", "language"),
    "writers": ("document", "findings", "parts", "report"),
    "compose": ("document", "facts", "findings", "language"),
    "comparison": (
        "document",
        "facts",
        "findings",
        "language",
        "readers",
        "recognition",
    ),
    "library": ("compose", "document", "facts", "findings", "language", "project"),
    "editions": (
        "comparison",
        "compose",
        "document",
        "facts",
        "filenames",
        "findings",
        "library",
        "project",
        "recognition",
        "writers",
    ),
    "proofreading": (
        "comparison",
        "findings",
        "library",
        "project",
        "readers",
        "recognition",
        "writers",
    ),
    "extraction": (
        "comparison",
        "document",
        "facts",
        "findings",
        "language",
        "library",
        "project",
        "readers",
        "recognition",
    ),
    "checks": (
        "comparison",
        "compose",
        "document",
        "facts",
        "findings",
        "language",
        "readers",
        "recognition",
    ),
    "confirmed": ("checks", "findings", "library", "project"),
    "texts": ("checks", "compose", "facts", "findings", "library"),
    "earlier": ("findings", "kept", "library"),
    "inspection": (
        "checks",
        "comparison",
        "compose",
        "confirmed",
        "document",
        "earlier",
        "facts",
        "findings",
        "library",
        "proofreading",
        "readers",
        "texts",
        "writers",
    ),
    "survey": ("checks", "cores", "findings", "inspection", "library", "project"),
    "confirming": ("checks", "findings", "inspection", "library", "project", "survey"),
    "silencing": ("checks", "compose", "facts", "findings", "project", "survey"),
    "fixing": (
        "checks",
        "compose",
        "facts",
        "findings",
        "inspection",
        "library",
        "project",
        "silencing",
        "survey",
    ),
    "drafting": (
        "checks",
        "facts",
        "findings",
        "inspection",
        "library",
        "project",
        "recognition",
    ),
    "listing": (
        "checks",
        "cores",
        "document",
        "editions",
        "facts",
        "filenames",
        "findings",
        "inspection",
        "library",
        "printing",
        "project",
        "store",
    ),
    "parts": ("document", "facts", "findings"),
    "screen": ("document", "facts", "findings", "parts", "report", "writers"),
    "viewing": ("document", "facts", "findings", "library", "silencing", "survey"),
    "versions": (
        "comparison",
        "compose",
        "document",
        "facts",
        "findings",
        "library",
        "project",
        "readers",
        "recognition",
        "report",
        "store",
        "writers",
    ),
    "watching": ("project",),
    "cli": (
        "checks",
        "comparison",
        "confirming",
        "drafting",
        "editions",
        "extraction",
        "facts",
        "filenames",
        "findings",
        "fixing",
        "library",
        "listing",
        "parts",
        "printing",
        "project",
        "proofreading",
        "report",
        "screen",
        "serving",
        "silencing",
        "store",
        "survey",
        "versions",
        "viewing",
        "watching",
        "writers",
    ),
    "__main__": ("cli",),
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> str:
    """`circgen.facts.model`"""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part(name: str) -> str:
    """`facts` of `circgen.facts.model`; nothing for the package itself."""
    return name.split(".")[1] if "." in name else ""


def imports(path: Path) -> set[str]:
    """What a module imports, inside functions and for types too; modules in full."""
    known = {module(each) for each in MODULES}
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{shown(path)}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in known else str(node.module))
    return found


# --- which way imports point


def test_every_part_of_the_package_has_its_place():
    parts = {part(module(path)) for path in MODULES} - {""}
    assert parts == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_imports_point_one_way(path):
    own = part(module(path))
    imported = {part(name) for name in imports(path) if name.startswith("circgen.")}
    assert imported - {own} <= set(MAY_IMPORT.get(own, ()))


def test_what_a_part_may_import_is_what_it_imports():
    """An arrow that nothing uses any more is taken away, before something uses it again."""
    used = {name: set() for name in MAY_IMPORT}
    for path in MODULES:
        own = part(module(path))
        if own:
            used[own] |= {part(n) for n in imports(path) if n.startswith("circgen.")} - {own, ""}
    assert used == {name: set(allowed) for name, allowed in MAY_IMPORT.items()}


def test_no_module_imports_itself_by_a_detour():
    graph = {
        module(path): {name for name in imports(path) if name.startswith("circgen.")}
        for path in MODULES
    }
    assert len(tuple(graphlib.TopologicalSorter(graph).static_order())) >= len(graph)


def test_a_library_is_used_in_one_part_of_the_package():
    """So that it can be replaced."""
    users: dict[str, set[str]] = {}
    for path in MODULES:
        for name in imports(path):
            library = name.split(".")[0]
            if library not in sys.stdlib_module_names and library != "circgen":
                users.setdefault(library, set()).add(part(module(path)))
    assert {library: parts for library, parts in users.items() if len(parts) > 1} == {}


# --- the core is pure


def calls(path: Path) -> set[str]:
    """What a module calls or looks at, as written: `print`, `sys.stdout`, `os.environ`…"""
    return {
        ast.unparse(node)
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.Name, ast.Attribute))
    }


@pytest.mark.parametrize(
    "path", [p for p in MODULES if part(module(p)) not in {"cli", "__main__"}], ids=shown
)
def test_only_the_command_line_prints_reads_the_environment_and_exits(path):
    shell = r"print|input|exit|breakpoint|sys\.(stdout|stderr|stdin|argv|exit)|os\.(environ|getenv)"
    assert [name for name in calls(path) if re.fullmatch(shell, name)] == []


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_nothing_reads_the_clock(path):
    """The same facts make the same letter on another day."""
    clock = r".*\.(today|now|utcnow|fromtimestamp|localtime|gmtime)|time\.time(_ns)?"
    assert [name for name in calls(path) if re.fullmatch(clock, name)] == []


@pytest.mark.parametrize(
    "path", [p for p in MODULES if part(module(p)) not in {"store", "kept", "printing"}], ids=shown
)
def test_only_the_store_writes_files_and_what_is_kept_in_the_temporary_folder(path):
    writing = (
        r".*\.(write_text|write_bytes|unlink|rename|mkdir|rmdir|touch|symlink_to)|open|shutil\..*"
    )
    assert [name for name in calls(path) if re.fullmatch(writing, name)] == []


# --- languages, zones and series are data


def literals(path: Path) -> set[str]:
    """The texts in a module, but not its docstrings."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return {
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    }


@cache
def data_names() -> frozenset[str]:
    """Languages, their locales and tags, zone labels, series, kinds' templates, meetings."""
    names = {path.stem for path in (ROOT / "data").rglob("*.yaml")}
    for path in (ROOT / "templates").glob("*/language.yaml"):
        pack = yaml.safe_load(path.read_text("utf-8"))
        names |= {path.parent.name, pack["name"], pack["locale"], pack["tag"], *pack["zones"]}
    # From which all offsets are counted: no matter of house style.
    return frozenset(names - {"UTC"})


def test_there_are_names_to_look_for():
    assert len(data_names()) > 6


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_names_a_language_a_zone_label_or_a_series(path):
    assert literals(path) & data_names() == set()


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_has_words_of_a_language_with_other_letters(path):
    # Ranges of letters (`א-ת`) are no words.
    texts = (re.sub(r"\w-\w", " ", text) for text in literals(path))
    words = {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)}
    foreign = {w for w in words if not all(unicodedata.name(c, "").startswith("LATIN") for c in w)}
    assert foreign == set()


# --- size and names


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_a_module_has_three_hundred_lines_at_most(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_a_module_is_named_after_what_is_in_it(path):
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "base", "core"}


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_a_module_begins_with_what_it_is_for(path):
    assert ast.get_docstring(tree(path)) or not path.read_text("utf-8").strip()


# --- nothing speaks of the machine it was written on


def texts() -> list[Path]:
    """The files of the project that are text, as git has them or would take them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    found = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in found if path.is_file() and b"\0" not in path.read_bytes()]


MACHINE = re.compile(
    r"""(?<![\w.~:/-])/(?:root|home|work|Users)/\w  # somebody's folder
      | \bshare[d]/                                 # a folder beside the project
      | \b[Ii]ssue[ ][#]?\d                         # a number that means nothing here
    """,
    re.VERBOSE,
)


def test_no_file_speaks_of_the_machine_or_the_folder_it_was_written_in():
    found = [
        f"{shown(path)}:{number}: {match.group()}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if (match := MACHINE.search(line))
    ]
    assert found == []
