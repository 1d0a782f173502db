"""Chromium, as the tests drive it."""

import json
import shutil
import subprocess
from pathlib import Path

DRIVER = Path(__file__).parent / "browser.mjs"


class Browser:
    """A headless Chromium with one page at a time; its commands stand in browser.mjs."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", DRIVER, shutil.which("chromium") or "chromium"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __getattr__(self, command):
        def run(**how):
            self._process.stdin.write(json.dumps({"command": command} | how) + "\n")
            self._process.stdin.flush()
            answer = json.loads(self._process.stdout.readline())
            assert "error" not in answer, answer["error"]
            return answer["result"]

        return run

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._process.stdout.close()
