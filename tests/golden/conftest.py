import pytest
from golden.shelves import SHELVES, Rendered


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="take the pages as they are now")


@pytest.fixture(scope="session")
def accept(pytestconfig):
    return pytestconfig.getoption("--accept", default=False)


@pytest.fixture(scope="session")
def rendered(tmp_path_factory):
    """What the command made of every shelf, each in one run."""
    return Rendered({shelf: shelf.render(tmp_path_factory.mktemp(shelf.name)) for shelf in SHELVES})


@pytest.fixture(scope="session")
def rendered_elsewhere(tmp_path_factory):
    """The same on another machine, as far as a process can tell."""
    surroundings = {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "ru_RU.UTF-8",
        "LANGUAGE": "ru",
        "HOME": str(tmp_path_factory.mktemp("home")),
    }
    return Rendered(
        {
            shelf: shelf.render(tmp_path_factory.mktemp(shelf.name), elsewhere=surroundings)
            for shelf in SHELVES
        }
    )
