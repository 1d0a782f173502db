"""LibreOffice, in a process and with a profile of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import md5
from pathlib import Path
from typing import NamedTuple, Self

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
INSTALL = (
    "install it (Debian, Ubuntu: apt install libreoffice-writer; Fedora: dnf install "
    "libreoffice-writer; macOS: brew install --cask libreoffice; Windows: winget install "
    "TheDocumentFoundation.LibreOffice)"
)
_START, _EACH = 90, 15
"""Seconds that LibreOffice is given to start, and for each document: ten times what it takes."""

_PROFILE = "profile"
_LAST = 5
"""Seconds in which the processes of a LibreOffice that was ended are gone."""

# In the profile, where every version reads it, rather than as options of the conversion, which are
# new in 7.4.
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">\
<prop oor:name="UseTaggedPDF" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">\
<prop oor:name="PDFUACompliance" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


class OfficeError(Exception):
    """LibreOffice is not there, or did not do what it was asked to."""


class Office(NamedTuple):
    """An installed LibreOffice."""

    program: str
    start: float = _START
    each: float = _EACH
    surroundings: Mapping[str, str] | None = None

    @classmethod
    def installed(cls, surroundings: Mapping[str, str] | None = None) -> Self:
        """The one that is installed; with this process's environment, it keeps its files together.

        Raises:
            OfficeError: if there is none.
        """
        found = [
            *filter(None, map(shutil.which, _PROGRAMS)),
            *filter(os.path.exists, _USUAL_PLACES),
        ]
        if not found:
            raise OfficeError(f"LibreOffice, which prints PDF, is not there: {INSTALL}")
        return cls(found[0], surroundings=surroundings)

    def pdf(self, documents: Sequence[bytes]) -> Mapping[int, bytes]:
        """The PDF of Word documents by their number, without those that could not be read.

        Raises:
            OfficeError: if it cannot be run, or takes too long.
        """
        with _folder() as home:
            settings = home / _PROFILE / "user" / "registrymodifications.xcu"
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS, encoding="utf-8")
            paths = [home / f"{number}.docx" for number in range(len(documents))]
            for path, content in zip(paths, documents, strict=True):
                path.write_bytes(content)
            self._run(home, paths, self.start + self.each * len(documents))
            made = enumerate(path.with_suffix(".pdf") for path in paths)
            return {number: path.read_bytes() for number, path in made if path.exists()}

    def _run(self, home: Path, paths: Sequence[Path], seconds: float) -> None:
        profile = (home / _PROFILE).as_uri()
        # What it leaves there when it is ended in the middle is removed with the rest.
        temporary = home / "tmp"
        temporary.mkdir()
        own = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))
        try:
            process = subprocess.Popen(  # noqa: S603  the program is LibreOffice
                [
                    self.program,
                    f"-env:UserInstallation={profile}",
                    *("--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export"),
                    *("--outdir", str(home), *map(str, paths)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env=None if self.surroundings is None else {**self.surroundings, **own},
            )
        except OSError as error:
            raise OfficeError(f"{self.program} cannot be run: {error.strerror}") from error
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise OfficeError(f"LibreOffice took more than {seconds:.0f} s") from None
        finally:  # whether it took too long or somebody has ended circgen
            if process.poll() is None:
                _end(process)
                socket_of(profile).unlink(missing_ok=True)


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that goes away with all that is in it, even while the last one writes to it."""
    folder = tempfile.mkdtemp(prefix="circgen-")
    try:
        yield Path(folder)
    finally:
        until = time.monotonic() + _LAST
        shutil.rmtree(folder, ignore_errors=True)
        while Path(folder).exists() and time.monotonic() < until:
            time.sleep(0.05)
            shutil.rmtree(folder, ignore_errors=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and those that it has started."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)  # noqa: S603  a number
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def socket_of(profile: str) -> Path:
    """Where a second LibreOffice would reach the first one of a profile; on Windows, nothing.

    Source: desktop/source/app/officeipcthread.cxx and sal/osl/unx/pipe.cxx of LibreOffice.
    """
    user = os.getuid() if sys.platform != "win32" else 0
    digest = md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    return Path(f"/tmp/OSL_PIPE_{user}_SingleOfficeIPC_{name}")  # noqa: S108  as it does
