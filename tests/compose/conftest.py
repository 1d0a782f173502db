import pytest
from compose.little_project import LittleProject


@pytest.fixture
def project(tmp_path):
    """A project without a mistake."""
    return LittleProject(tmp_path)
