"""`kill -9` in the middle of a batch, a hundred times."""

import random
import re
import signal
import subprocess
import sys
import time
from collections import defaultdict

from cli.command import LANGUAGES, environment, names, words_of

CIRCULARS = 30
KILLS = 100


def change(folder, version):
    """The facts of a new version: other hours in each circular, and a code that names it."""
    for number in range(1, CIRCULARS + 1):
        minutes = 8 * 60 + version * 3 % 600 + number
        hours = f"{minutes // 60:02}:{minutes % 60:02}-{minutes // 60 + 1:02}:{minutes % 60:02}"
        folder.meeting(
            f"m{number:02}",
            number=str(number),
            section=f"V{version:03}",
            sessions=f"{{date: 2025-10-31, hours: {hours}}}",
        )


def start(folder):
    return subprocess.Popen(
        [sys.executable, "-m", "circgen", "render"],
        cwd=folder.path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def versions(folder):
    """The versions of the letters of each circular; a half file raises."""
    found = defaultdict(set)
    for each in folder.files():
        (version,) = re.findall(r"V\d{3}", words_of(folder.path / "out" / each))
        found[each[:16]].add(version)
    return found


def test_a_batch_killed_at_any_moment_leaves_whole_letters_of_one_version(folder):
    change(folder, 0)
    written, told = start(folder).communicate()
    assert told == ""
    lines = len(written.splitlines())

    moments = random.Random(2025)  # noqa: S311  only the moments of the kills
    hit = 0
    for kill in range(1, KILLS + 1):
        change(folder, kill)
        child = start(folder)
        for _ in range(moments.randrange(lines)):  # each line is a letter that was written
            child.stdout.readline()
        time.sleep(moments.uniform(0, 0.004))
        child.kill()
        _, told = child.communicate()
        assert child.returncode in (0, -signal.SIGKILL)
        assert ": error: " not in told, "the run before has left something that needs --force"

        found = versions(folder)
        assert all(len(each) == 1 for each in found.values()), "mixed editions"
        reached = [each for each in found.values() if each == {f"V{kill:03}"}]
        hit += 0 < len(reached) < CIRCULARS
    assert hit > KILLS // 2, "the kills did not hit the batch"

    change(folder, KILLS + 1)
    ended = folder.render()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert folder.files() == names(*range(1, CIRCULARS + 1))
    assert set.union(*versions(folder).values()) == {f"V{KILLS + 1:03}"}
    assert sorted(p.name for p in (folder.path / "out/.circgen").iterdir()) == [
        "ledger",
        "lock",
        "owners",
    ]
    assert len(LANGUAGES) > 1, "one language cannot be mixed with another"
