"""Which changes of files matter, and that they are noticed."""

from pathlib import Path
from threading import Event, Thread

import pytest

from circgen import watching
from circgen.project import Project
from circgen.watching import _folders, changes, concerns, roots_of

ROOTS = (Path("/p/data"), Path("/p/templates"))


@pytest.mark.parametrize(
    "name",
    ["data/meetings/a.yaml", "data/meetings/a/annex 1.md", "templates/en/meeting.md.j2", "data"],
)
def test_files_and_folders_of_the_project_matter(name):
    assert concerns(Path("/p", name), ROOTS)


@pytest.mark.parametrize(
    "name",
    [
        ".a.yaml.swp", ".#a.yaml", "#a.yaml#", "a.yaml~", "4913", "a.yaml.tmp", ".~lock.a.docx#",
        "~$a.docx", "a.yaml___jb_tmp___", "a.yaml.swx", ".goutputstream-X1",
    ],
)  # fmt: skip
def test_what_editors_put_beside_a_file_does_not(name):
    assert not concerns(Path("/p/data/meetings", name), ROOTS)


def test_other_folders_do_not():
    assert not concerns(Path("/p/out/a.yaml"), ROOTS)
    assert not concerns(Path("/p/database/a.yaml"), ROOTS)


def test_the_folders_of_a_circular_are_those_of_its_project_and_its_own(tmp_path):
    project = Project(tmp_path / "templates", (tmp_path / "data", tmp_path / "data"))
    own = tmp_path / "data" / "meetings" / "a.yaml"
    assert roots_of(project, own) == (tmp_path / "data", tmp_path / "templates")
    elsewhere = tmp_path / "elsewhere" / "a.yaml"
    expected = (tmp_path / "data", tmp_path / "elsewhere", tmp_path / "templates")
    assert roots_of(project, elsewhere) == expected


def test_a_link_is_followed_to_its_file(tmp_path):
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    here.mkdir()
    (there / "a.yaml").touch()
    (here / "a.yaml").symlink_to(there / "a.yaml")
    assert roots_of(Project(tmp_path / "t", ()), here / "a.yaml")[:2] == (here, tmp_path / "t")
    assert there in roots_of(Project(tmp_path / "t", ()), here / "a.yaml")


def test_not_all_that_is_below_is_watched(tmp_path):
    for name in ("root/one/two/three/four", "root/.git/objects"):
        (tmp_path / name).mkdir(parents=True)
    root = tmp_path / "root"
    expected = {tmp_path, root, root / "one", root / "one" / "two"}
    assert set(_folders([root])) == expected


def test_of_a_folder_that_is_gone_the_nearest_around_it_is_watched(tmp_path):
    assert set(_folders([tmp_path / "data" / "meetings"])) == {tmp_path, tmp_path.parent}


@pytest.fixture
def seen(tmp_path):
    """What `changes` has said of a folder; it is asked until the test ends."""
    (tmp_path / "root").mkdir()
    stop, found, said = Event(), [], Event()

    def watch():
        for paths in changes((tmp_path / "root",), stop):
            found.append({path.name for path in paths})
            said.set()

    thread = Thread(target=watch)
    thread.start()
    said.wait(20)  # once in the beginning
    found.clear()
    yield lambda name: _until(found, said, name)
    stop.set()
    thread.join(20)
    assert not thread.is_alive()


def _until(found, said, name):
    """What was said until a name was, or that something may have been missed."""
    while not any(name in names or not names for names in found):
        said.clear()
        assert said.wait(20), f"{name} is not among {found}"
    taken = [*found]
    found.clear()
    return taken


def test_the_beginning_says_that_something_may_have_been_missed(tmp_path):
    stop = Event()
    found = changes((tmp_path,), stop)
    assert next(found) == frozenset()
    stop.set()
    assert list(found) == []


def test_a_file_that_comes_changes_or_goes_is_noticed(tmp_path, seen):
    path = tmp_path / "root" / "a.yaml"
    for change in (path.touch, lambda: path.write_text("x"), path.unlink):
        change()
        seen("a.yaml")


def test_a_burst_is_few_changes(tmp_path, seen):
    for number in range(100):
        (tmp_path / "root" / f"{number}.yaml").touch()
    assert len(seen("99.yaml")) < 10


def test_a_folder_that_comes_is_watched_from_then_on(tmp_path, seen):
    inner = tmp_path / "root" / "inner"
    inner.mkdir()
    seen("inner")
    (tmp_path / "root" / "b.yaml").touch()
    seen("b.yaml")
    (inner / "a.yaml").touch()
    seen("a.yaml")


def test_a_root_that_goes_may_come_again(tmp_path, seen):
    root = tmp_path / "root"
    root.rename(tmp_path / "away")
    seen("root")
    root.mkdir()
    seen("root")
    (root / "a.yaml").touch()
    seen("a.yaml")


def test_a_root_that_comes_again_at_once_is_watched(tmp_path, seen):
    """It is there whenever it is looked for, but what was watched has gone."""
    root = tmp_path / "root"
    root.rename(tmp_path / "away")
    root.mkdir()
    seen("root")
    (root / "a.yaml").touch()
    seen("a.yaml")


def gone_between(monkeypatch, *, times):
    """A folder that goes each time it has been seen and is not watched yet; the times it went."""
    found, went = watching._folders, []

    def folders(roots):
        if len(went) < times:
            went.append(1)
            return (Path(roots[0], "went just now"),)
        return found(roots)

    monkeypatch.setattr(watching, "_folders", folders)
    monkeypatch.setattr(watching, "_NOW_AND_THEN", 1)
    return went


def test_a_folder_that_goes_before_it_is_watched_is_no_error(monkeypatch, tmp_path):
    went = gone_between(monkeypatch, times=3)
    stop = Event()
    assert next(changes((tmp_path,), stop)) == frozenset()
    assert len(went) == 3
    stop.set()


def test_a_folder_that_is_never_found_is_one(monkeypatch, tmp_path):
    gone_between(monkeypatch, times=1000)
    with pytest.raises(FileNotFoundError, match="went just now"):
        next(changes((tmp_path,), Event()))
