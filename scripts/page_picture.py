"""Draw the picture of the page in a browser that stands in the documentation; needs Chromium.

`scripts/docs.py` leaves it alone: another Chromium, or other fonts, draw it otherwise.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pictures import FACTS, ROOT, disagreeing

sys.path.insert(0, str(ROOT / "tests"))
from real.browser import Browser  # type: ignore[import-not-found]

PICTURE = ROOT / "docs" / "preview-page.png"
WIDTH, HEIGHT = 1160, 800
FIRST = "en-GB.languages"
"""The part with which the picture begins."""
_SCROLL = f"""
document.getElementById("show-facts").checked = true;
document.getElementById("{FIRST}").scrollIntoView({{behavior: "instant"}});
"""


def main() -> None:
    """Write the page of the circular, open it and take its picture."""
    with disagreeing() as folder:
        command = (sys.executable, "-m", "circgen", "preview", FACTS, "--html")
        # It exits with 1: the editions disagree.
        made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        browser = Browser()
        browser.open(
            url=(folder / made.stdout.strip()).resolve().as_uri(), width=WIDTH, height=HEIGHT
        )
        browser.evaluate(script=_SCROLL)
        browser.picture(path=str(PICTURE), fullPage=False)
        browser.close()
    print(Path(PICTURE).relative_to(ROOT).as_posix())


if __name__ == "__main__":
    main()
