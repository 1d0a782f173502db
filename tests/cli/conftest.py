import pytest
from cli.command import Folder


@pytest.fixture
def folder(tmp_path):
    """A folder with `data/meetings/`, outside of any project."""
    return Folder(tmp_path)
