"""Draw the picture of the page in a browser that stands in the documentation.

Chromium draws it, and another one, or other fonts, would draw it otherwise. So the picture itself
says of which page it is, by a checksum, and is drawn anew only when that is another one.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zlib

from pictures import FACTS, RIGHT, ROOT, WRONG, project

PICTURE = ROOT / "docs" / "preview-page.png"
WIDTH, HEIGHT = 1160, 800
FIRST = "en-GB.languages"
"""The part with which the picture begins."""
_SCROLL = f"""
document.getElementById("show-facts").checked = true;
document.getElementById("{FIRST}").scrollIntoView({{behavior: "instant"}});
"""
_HEADER = 33
"""The bytes of a PNG before its first chunk of another kind."""


def page() -> str:
    """The page of two editions that disagree, or nothing where the project has other languages."""
    with project((RIGHT, WRONG)) as folder:
        command = (sys.executable, "-m", "circgen", "preview", FACTS, "--html", "--lang", "en,ru")
        # It exits with 1: the editions disagree.
        made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        path = folder / made.stdout.strip()
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def is_fresh(html: str) -> bool:
    """Whether the picture is one of this page."""
    return PICTURE.exists() and _mark(html) in PICTURE.read_bytes()[: _HEADER + 200]


def draw(html: str) -> None:
    """Take the picture of a page; scripts/real_tools.sh gets what that needs, or says it."""
    if subprocess.run(["sh", ROOT / "scripts" / "real_tools.sh"], check=False).returncode:
        raise SystemExit(f"{PICTURE.relative_to(ROOT).as_posix()} was not drawn")
    sys.path.insert(0, str(ROOT / "tests"))
    from real.browser import Browser  # type: ignore[import-not-found]  # noqa: PLC0415  checks need none

    with project() as folder:
        path = folder / "page.html"
        path.write_text(html, encoding="utf-8")
        browser = Browser()
        browser.open(url=path.resolve().as_uri(), width=WIDTH, height=HEIGHT)
        browser.evaluate(script=_SCROLL)
        browser.picture(path=str(PICTURE), fullPage=False)
        browser.close()
    drawn = PICTURE.read_bytes()
    PICTURE.write_bytes(drawn[:_HEADER] + _mark(html) + drawn[_HEADER:])


def _mark(html: str) -> bytes:
    """A chunk of text in a PNG: of what it is the picture."""
    of = hashlib.sha256(f"{WIDTH} {HEIGHT} {_SCROLL} {html}".encode()).hexdigest()
    chunk = b"tEXtSource\0" + of.encode()
    length = len(chunk) - len(b"tEXt")
    return length.to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
