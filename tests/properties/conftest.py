"""How many examples hypothesis tries: a fixed few, or CIRCGEN_EXAMPLES=2000 to go exploring."""

import os

from hypothesis import HealthCheck, settings

EXPLORE = int(os.environ.get("CIRCGEN_EXAMPLES", "0"))
_UNTIMED = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

# The same examples on every machine, and no test by the clock.
settings.register_profile(
    "fixed",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=100,
    print_blob=False,
    suppress_health_check=_UNTIMED,
)
settings.register_profile(
    "explore",
    parent=settings.get_profile("fixed"),
    derandomize=False,
    max_examples=EXPLORE or 1,
    report_multiple_bugs=True,
)
settings.load_profile("explore" if EXPLORE else "fixed")
