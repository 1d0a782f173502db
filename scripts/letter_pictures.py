"""Print every circular there is, and draw its pages, for people to look at.

    python scripts/letter_pictures.py [FOLDER]

The circulars are those of data/meetings and of the golden pages. FOLDER (out/pictures) gets
the document of each edition, its PDF, and a PNG of every page. LibreOffice and poppler's pdftoppm
must be there: scripts/real_tools.sh installs them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOTS_PER_INCH = 100
MINUTES = 5


def run(*command: object, cwd: Path = ROOT) -> None:
    """A program to its end; what it says is shown when it fails."""
    words = [str(word) for word in command]
    ended = subprocess.run(
        words,
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=MINUTES * 60,
    )
    if ended.returncode:
        sys.exit(f"{words[0]} failed: {ended.stderr or ended.stdout}")


def render(shelf: Path, out: Path, folder: Path) -> None:
    """The circulars in a folder on paper; its own templates are added to ours."""
    templates = ROOT / "templates"
    if shelf != ROOT and (shelf / "templates").is_dir():
        templates = folder / shelf.name
        shutil.copytree(ROOT / "templates", templates)
        shutil.copytree(shelf / "templates", templates, dirs_exist_ok=True)
    run(
        sys.executable,
        *("-m", "circgen", "render", "--format", "docx,pdf", "--force"),
        *("--out", out, "--templates", templates),
        cwd=shelf,
    )


def main() -> int:
    """Render, print, draw."""
    target = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "out" / "pictures"
    for program in ("soffice", "pdftoppm"):
        if not shutil.which(program):
            sys.exit(f"{program} is not here: run scripts/real_tools.sh")
    shutil.rmtree(target, ignore_errors=True)
    shelves = [ROOT, *(each.parent for each in sorted(ROOT.glob("tests/golden/*/data")))]
    with tempfile.TemporaryDirectory() as name:
        for shelf in shelves:
            render(shelf, target / shelf.name, Path(name))
    papers = sorted(target.glob("*/*.pdf"))
    for paper in papers:
        run("pdftoppm", "-r", DOTS_PER_INCH, "-png", paper, paper.with_suffix(""))
    print(f"{len(papers)} letters, {len(list(target.glob('*/*.png')))} pages in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
