"""Two validators of DOCX files that know nothing of each other, over many files.

openxml-audit is Python and validates all files in this process. Microsoft's SDK comes as a program
that takes one file and needs most of its 0.7 seconds to start; one runs on each core.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator
from real.office import run

PROGRAM = Path(__file__).parent / "node_modules/.bin/ooxml-validator"


def audit(files, version="MICROSOFT_365"):
    """What openxml-audit says: each file to its errors, the files without any left out."""
    validator = OpenXmlValidator(file_format=FileFormat[version])
    found = {file: [str(each) for each in validator.validate(file).errors] for file in files}
    return {file: errors for file, errors in found.items() if errors}


def sdk(files):
    """What Microsoft's SDK says, in the same form."""
    assert PROGRAM.exists(), "run scripts/real_tools.sh"
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = dict(zip(files, pool.map(_validated, files), strict=True))
    return {file: errors for file, errors in found.items() if errors}


def _validated(file):
    ended = run(PROGRAM, file)
    assert ended.returncode in (0, 1), ended.stderr
    told = json.loads(ended.stdout)
    assert told["ok"] == (ended.returncode == 0) == (not told["errors"]), ended.stdout
    return [each["description"] for each in told["errors"]]
