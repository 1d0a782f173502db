import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "accuracy"))


@pytest.fixture(scope="session")
def pairs():
    from letters import golden_pairs

    return golden_pairs()


@pytest.fixture(scope="session")
def mutants(pairs):
    import faults

    return faults.mutants(pairs)


@pytest.fixture(scope="session")
def rewrites(pairs):
    import rewrites

    return rewrites.rewrites(pairs)
