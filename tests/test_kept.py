"""What is kept from run to run: made once, and never trusted where it could be wrong."""

import os
import stat
import tempfile

import pytest

from circgen import kept as module
from circgen.kept import kept

PLAIN = ({"a": ("b", 1, 2.5)}, ["c", b"d"], frozenset({"e", ("f", "g")}), None, True)


class Maker:
    """Gives a value and counts how often it was asked."""

    def __init__(self, value=PLAIN):
        self.value, self.times = value, 0

    def __call__(self):
        self.times += 1
        return self.value


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """A temporary folder of the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    forget()
    yield tmp_path
    forget()


def forget():
    module._folder.cache_clear()
    module._circumstances.cache_clear()


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_made_is_given_again_with_the_types_that_it_had():
    make = Maker()
    assert [kept("words", b"source", make) for _ in range(3)] == [PLAIN] * 3
    assert make.times == 1


@pytest.mark.parametrize(("purpose", "source"), [("words", b"other"), ("names", b"source")])
def test_another_source_or_purpose_is_made_by_itself(purpose, source):
    kept("words", b"source", Maker())
    make = Maker("new")
    assert kept(purpose, source, make) == "new"
    assert make.times == 1


def test_another_version_makes_it_anew(monkeypatch):
    kept("words", b"source", Maker())
    monkeypatch.setattr(module, "__version__", "0.0.0")
    forget()
    assert kept("words", b"source", Maker("new")) == "new"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: content[:-1],
        lambda content: content[:20] + b"?" + content[21:],
        lambda content: content + b"?",
    ],
    ids=["empty", "cut off", "changed", "longer"],
)
def test_a_damaged_file_is_made_anew_and_replaced(temporary, damage):
    kept("words", b"source", Maker())
    (file,) = files(temporary)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    make = Maker()
    assert kept("words", b"source", make) == PLAIN
    assert make.times == 1
    assert len(files(temporary)) == 1
    assert kept("words", b"source", make) == PLAIN
    assert make.times == 1


def test_what_cannot_be_made_is_not_kept(temporary):
    def fail():
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        kept("words", b"source", fail)
    assert files(temporary) == []
    assert kept("words", b"source", Maker()) == PLAIN


@pytest.mark.parametrize(("part", "times"), [("recognition", 2), ("language", 1)])
def test_it_is_made_anew_when_the_code_that_makes_it_was_changed(
    tmp_path, monkeypatch, part, times
):
    code = tmp_path / "code"
    for name in ("recognition", "language"):
        (code / name / "deeper").mkdir(parents=True)
        (code / name / "deeper" / "module.py").touch()
    monkeypatch.setattr(module, "__file__", str(code / "kept.py"))
    make = Maker()
    kept("words", b"source", make, ("recognition",))
    os.utime(code / part / "deeper" / "module.py", (1, 1))
    forget()
    kept("words", b"source", make, ("recognition",))
    assert make.times == times


def test_of_each_purpose_the_newest_are_kept(temporary, monkeypatch):
    monkeypatch.setattr(module, "_MOST", 2)
    kept("names", b"first", Maker())
    for number in range(3):
        kept("words", bytes([number]), Maker())
        for age, file in enumerate(sorted(files(temporary), key=module._age)):
            os.utime(file, (age, age))
    make = Maker()
    kept("names", b"first", make)
    kept("words", bytes([2]), make)
    kept("words", bytes([1]), make)
    assert make.times == 0
    assert len(files(temporary)) == 3


# Windows has a temporary folder for each user, and these are about the others.


def test_nobody_else_reads_or_writes_there(temporary):
    kept("words", b"source", Maker())
    (folder,) = temporary.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o707, 0o720])
def test_a_folder_that_others_may_write_to_is_not_used(temporary, mode):
    kept("words", b"source", Maker("false"))
    (folder,) = temporary.iterdir()
    folder.chmod(mode)
    forget()
    make = Maker()
    assert [kept("words", b"source", make) for _ in range(2)] == [PLAIN, PLAIN]
    assert make.times == 2


def test_a_folder_of_another_user_is_not_used(temporary, monkeypatch):
    owner = os.getuid() + 1
    (temporary / f"circgen-{owner}").mkdir(0o700)
    monkeypatch.setattr(os, "getuid", lambda: owner)
    assert kept("words", b"source", Maker()) == PLAIN
    assert files(temporary) == []


def test_a_link_to_a_folder_is_not_used(temporary):
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir(0o700)
    (temporary / f"circgen-{os.getuid()}").symlink_to(elsewhere)
    assert kept("words", b"source", Maker()) == PLAIN
    assert files(temporary) == []


def test_where_there_is_no_place_for_it_nothing_is_kept(temporary, monkeypatch):
    (temporary / "file").write_text("no folder")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "file"))
    make = Maker()
    assert [kept("words", b"source", make) for _ in range(2)] == [PLAIN, PLAIN]
    assert make.times == 2


def test_the_oldest_files_go(temporary, monkeypatch):
    monkeypatch.setattr(module, "_MOST", 2)
    for number, source in enumerate((b"first", b"second", b"third")):
        before = set(files(temporary))
        kept("words", source, Maker(source))
        for file in set(files(temporary)) - before:
            os.utime(file, (number, number))
    assert len(files(temporary)) == 2
    makers = {source: Maker(source) for source in (b"second", b"third", b"first")}
    assert [kept("words", source, make) for source, make in makers.items()] == [*makers]
    assert [make.times for make in makers.values()] == [0, 0, 1]
