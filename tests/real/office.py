"""LibreOffice and other programs, as the tests run them."""

import subprocess


def run(*command, cwd=None, timeout=180):
    """A program to its end, with what it said."""
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=timeout,
    )


def soffice(target, out, *paths, profile):
    """LibreOffice, with a profile of its own, so that one that is open does not matter."""
    ended = run(
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        out,
        *paths,
    )
    assert ended.returncode == 0, ended.stderr
    return ended
