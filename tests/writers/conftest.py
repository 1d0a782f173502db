from pathlib import Path

import pytest
from writers.example import EXAMPLES

from circgen.writers.docx import Letterhead

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def letterhead_file():
    return ROOT / "templates" / "letterhead.docx"


@pytest.fixture(scope="session")
def letterhead(letterhead_file):
    return Letterhead.open(letterhead_file)


@pytest.fixture(params=EXAMPLES.values(), ids=EXAMPLES.keys())
def circular(request):
    return request.param
