"""Files named on the command line that the system does not let anybody read."""

import os
import subprocess
import sys

import pytest
from cli.command import environment
from cli.test_named import EVERY, folder_with_letter, ids

# Root may read everything, unless it gives up the right to.
NOBODY = () if os.geteuid() else ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@pytest.mark.parametrize("words", EVERY, ids=ids)
def test_a_file_that_may_not_be_read_ends_with_2(tmp_path, words):
    project = folder_with_letter(tmp_path)
    project.write("secret.yaml", "").chmod(0)
    ended = subprocess.run(
        [*NOBODY, sys.executable, "-m", "circgen", *words, "secret.yaml"],
        cwd=project.path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = "circgen: secret.yaml cannot be read: permission denied\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", told)
