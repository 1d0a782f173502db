"""Write what was measured into docs/accuracy.md, below the line that says so.

    python accuracy/figures.py [--check]

With --check nothing is written, and the exit code is 1 if the page says something else.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from letters import ROOT
from measure import measure_all
from project_measure import measure_projects
from results import markdown

PAGE = ROOT / "docs" / "accuracy.md"
# What stands above this line in the page was written by hand and stays.
GENERATED = (
    "<!-- From here on written by `python accuracy/figures.py`: measure again instead. -->\n"
)


def page(path: Path, generated: str) -> str:
    """The page with its generated part as it should be.

    Raises:
        SystemExit: if the line is not in it.
    """
    written, mark, _ = path.read_text("utf-8").partition(GENERATED)
    if not mark:
        raise SystemExit(f"{path}: put back the line {GENERATED}")
    return f"{written}{mark}\n{generated}"


def main() -> int:
    """Measure, and write the page if it is stale; with --check, say so."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if it is stale")
    check = parser.parse_args().check
    measured = (*measure_all(), measure_projects())
    text = page(PAGE, "\n".join(map(markdown, measured)))
    if text == PAGE.read_text("utf-8"):
        return 0
    name = PAGE.relative_to(ROOT).as_posix()
    if check:
        print(f"{name} has other figures: run `python accuracy/figures.py`", file=sys.stderr)
        return 1
    PAGE.write_text(text, "utf-8", newline="\n")
    print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
