"""How many examples hypothesis tries: a fixed few, or CIRCGEN_EXAMPLES=2000 to go exploring.

CIRCGEN_SHRINK=1 makes what was found small, which takes minutes.
"""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, Phase, settings

EXPLORE = int(os.environ.get("CIRCGEN_EXAMPLES", "0"))
_UNTIMED = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

# The same examples on every machine, and no test by the clock.
settings.register_profile(
    "fixed",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=50,
    print_blob=False,
    # Making a failing example small takes minutes: see above.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=_UNTIMED,
)
settings.register_profile(
    "explore",
    parent=settings.get_profile("fixed"),
    derandomize=False,
    phases=[Phase.explicit, Phase.generate] + [Phase.shrink] * ("CIRCGEN_SHRINK" in os.environ),
    max_examples=EXPLORE or 1,
    report_multiple_bugs=True,
)
settings.load_profile("explore" if EXPLORE else "fixed")


@pytest.fixture(autouse=True, scope="session")
def _templates_are_compiled_into_a_folder_of_their_own(tmp_path_factory):
    """Jinja keeps what it compiled in the temporary folder: not thousands of snippets."""
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path_factory.mktemp("compiled"))
    yield
    tempfile.tempdir = before
