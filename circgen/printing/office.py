"""LibreOffice, in a process and with a profile of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import which
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

    @classmethod
    def installed(cls) -> Self:
        """The one that is installed.

        Raises:
            OfficeError: if there is none.
        """
        found = [*filter(None, map(which, _PROGRAMS)), *filter(os.path.exists, _USUAL_PLACES)]
        if not found:
            raise OfficeError(f"LibreOffice, which prints PDF, is not there: {INSTALL}")
        return cls(found[0])

    def pdf(self, documents: Sequence[bytes]) -> Mapping[int, bytes]:
        """The PDF of Word documents by their number, without those that could not be read.

        Raises:
            OfficeError: if it cannot be run, or takes too long.
        """
        with tempfile.TemporaryDirectory(prefix="circgen-", ignore_cleanup_errors=True) as folder:
            home = Path(folder)
            profile = home / "profile"
            settings = profile / "user" / "registrymodifications.xcu"
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS, encoding="utf-8")
            paths = [home / f"{number}.docx" for number in range(len(documents))]
            for path, content in zip(paths, documents, strict=True):
                path.write_bytes(content)
            self._run(
                [
                    f"-env:UserInstallation={profile.as_uri()}",
                    *("--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export"),
                    *("--outdir", str(home), *map(str, paths)),
                ],
                self.start + self.each * len(documents),
            )
            made = enumerate(path.with_suffix(".pdf") for path in paths)
            return {number: path.read_bytes() for number, path in made if path.exists()}

    def _run(self, words: Sequence[str], seconds: float) -> None:
        try:
            process = subprocess.Popen(  # noqa: S603  the program is LibreOffice
                [self.program, *words],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise OfficeError(f"{self.program} cannot be run: {error.strerror}") from error
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise OfficeError(f"LibreOffice took more than {seconds:.0f} s") from None
        finally:  # whether it took too long or somebody pressed Ctrl-C
            if process.poll() is None:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and those that it has started."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)  # noqa: S603  a number
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
