"""The set-up itself: what a person sees on a machine that lacks something, and what gets installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]

# What `make` and scripts/setup.sh run, besides Python.
TOOLS = ("cat", "cksum", "cp", "dirname", "make", "mkdir", "rm", "sh")

# Answers as a Python does whose `-m venv` works: the environment it makes has this same Python.
PYTHON = """#!/bin/sh
case "$*" in
    *version_info*) echo {version} ;;
    *base_prefix*) echo "$0 {version}" ;;
    "-m venv .venv") {venv} ;;
esac
"""
MAKES_VENV = 'mkdir -p .venv/bin && cp "$0" .venv/bin/python'


@pytest.fixture
def checkout(tmp_path):
    """The tree as a clone has it, in a folder with a space in its name."""
    copy = tmp_path / "a checkout"
    left_out = shutil.ignore_patterns(
        ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "node_modules", "out", "build",
        "dist",
    )  # fmt: skip
    shutil.copytree(ROOT, copy, ignore=left_out)
    return copy


@pytest.fixture
def path(tmp_path):
    """A folder for PATH with the tools of sh, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in (*TOOLS, "id"):
        found = shutil.which(tool)
        assert found, f"{tool} is not on this machine"
        (folder / tool).symlink_to(found)
    return folder


def put(folder, name, script):
    file = folder / name
    file.write_text(script, encoding="utf-8")
    file.chmod(0o755)
    return file


def put_python(folder, name, python_version, venv=MAKES_VENV):
    return put(folder, name, PYTHON.format(version=python_version, venv=venv))


def make(checkout, path, *words):
    # PYTHON is what these tests set by themselves, and a make above this one is not theirs.
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHON", "ARGS", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    }
    return subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=checkout,
        env=kept | {"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_without_python_make_says_what_to_install(checkout, path):
    result = make(checkout, path, "render")
    assert result.returncode == 2
    assert "error: no Python 3.11 or later was found\n" in result.stderr
    assert "sudo apt install python3 python3-venv" in result.stderr
    assert "brew install python" in result.stderr
    assert not (checkout / ".venv").exists()


def test_an_old_python_is_named(checkout, path):
    put_python(path, "python3", "3.8")
    result = make(checkout, path, "setup")
    assert result.returncode == 2
    assert "no Python 3.11 or later was found (python3 is Python 3.8)\n" in result.stderr


@pytest.mark.parametrize("old", ["2.7", "3.9", "3.10"])
def test_an_old_python_is_refused_though_asked_for(checkout, path, old):
    python = put_python(path, "mine", old)
    put_python(path, "python3.12", "3.12")
    result = make(checkout, path, "setup", f"PYTHON={python}")
    assert result.returncode == 2
    assert f"error: PYTHON={python} is Python {old}\n" in result.stderr


def test_a_python_that_is_not_there_is_refused(checkout, path):
    result = make(checkout, path, "setup", "PYTHON=python9")
    assert result.returncode == 2
    assert "error: PYTHON=python9 does not run\n" in result.stderr


def test_the_newest_python_that_runs_is_taken(checkout, path):
    put(path, "python3.14", "#!/bin/sh\necho 'python3.14: command not found' >&2\nexit 127\n")
    put_python(path, "python3.13", "3.13")
    put_python(path, "python3.12", "3.12")
    result = make(checkout, path, "setup")
    assert result.returncode == 0, result.stderr
    assert "making .venv with Python 3.13 (python3.13)\n" in result.stderr


def test_a_python_under_another_name_is_taken(checkout, path):
    put_python(path, "python3", "3.15")
    result = make(checkout, path, "setup")
    assert result.returncode == 0, result.stderr
    assert "making .venv with Python 3.15 (python3)\n" in result.stderr


def test_the_python_asked_for_is_taken(checkout, path):
    put_python(path, "python3.13", "3.13")
    mine = put_python(path, "my python", "3.12")
    result = make(checkout, path, "setup", f"PYTHON={mine}")
    assert result.returncode == 0, result.stderr
    assert f"making .venv with Python 3.12 ({mine})\n" in result.stderr


def test_half_an_environment_is_removed(checkout, path):
    put_python(path, "python3.12", "3.12", venv="mkdir -p .venv/bin; echo no ensurepip >&2; exit 1")
    result = make(checkout, path, "setup")
    assert result.returncode == 2
    assert "no ensurepip\n" in result.stderr
    assert "error: Python 3.12 (python3.12) could not make .venv" in result.stderr
    assert "sudo apt install python3.12-venv\n" in result.stderr
    assert not (checkout / ".venv").exists()


def test_a_python_without_venv_is_passed_over(checkout, path):
    lacking = PYTHON.replace("case", 'case "$*" in *ensurepip*) exit 1 ;; esac\ncase', 1)
    put(path, "python3.13", lacking.format(version="3.13", venv="exit 1"))
    put_python(path, "python3.12", "3.12")
    result = make(checkout, path, "setup")
    assert result.returncode == 0, result.stderr
    assert "making .venv with Python 3.12 (python3.12)\n" in result.stderr


def test_a_python_without_venv_names_the_package(checkout, path):
    lacking = PYTHON.replace("case", 'case "$*" in *ensurepip*) exit 1 ;; esac\ncase', 1)
    put(path, "python3.13", lacking.format(version="3.13", venv="exit 1"))
    result = make(checkout, path, "setup")
    assert result.returncode == 2
    assert "error: Python 3.13 (python3.13) cannot make environments\n" in result.stderr
    assert "sudo apt install python3.13-venv\n" in result.stderr


def test_a_second_time_nothing_is_done(checkout, path):
    put_python(path, "python3.12", "3.12")
    assert make(checkout, path, "setup").returncode == 0
    again = make(checkout, path, "setup")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_a_moved_checkout_makes_its_environment_again(checkout, path):
    put_python(path, "python3.12", "3.12")
    assert make(checkout, path, "setup").returncode == 0
    moved = checkout.rename(checkout.parent / "elsewhere")
    assert "making .venv with Python 3.12" in make(moved, path, "setup").stderr


def test_a_removed_python_is_replaced(checkout, path):
    put_python(path, "python3.12", "3.12")
    assert make(checkout, path, "setup").returncode == 0
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/no/such/python")
    (path / "python3.12").unlink()
    put_python(path, "python3.13", "3.13")
    assert "making .venv with Python 3.13" in make(checkout, path, "setup").stderr


def test_another_python_asked_for_replaces_the_first(checkout, path):
    put_python(path, "python3.12", "3.12")
    assert make(checkout, path, "setup").returncode == 0
    other = put_python(path, "python3.11", "3.11")
    result = make(checkout, path, "setup", f"PYTHON={other}")
    assert "making .venv with Python 3.11" in result.stderr


def test_changed_versions_make_the_environment_again(checkout, path):
    put_python(path, "python3.12", "3.12")
    assert make(checkout, path, "setup").returncode == 0
    with (checkout / "requirements" / "run.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert "making .venv" in make(checkout, path, "setup").stderr


def test_a_changed_project_file_installs_circgen_again(checkout, path):
    put_python(path, "python3.12", "3.12")
    assert make(checkout, path, "setup").returncode == 0
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert make(checkout, path, "setup").stderr == "installing circgen\n"


def test_a_failed_installation_is_an_error_and_is_tried_again(checkout, path):
    failing = PYTHON.replace("case", 'case "$*" in *"pip -q"*) exit 1 ;; esac\ncase', 1)
    put(path, "python3.12", failing.format(version="3.12", venv=MAKES_VENV))
    result = make(checkout, path, "setup")
    assert result.returncode == 2
    assert "error: pip could not install what circgen needs" in result.stderr
    shutil.copy(put_python(path, "python3.12", "3.12"), checkout / ".venv" / "bin" / "python")
    again = make(checkout, path, "setup")
    assert again.returncode == 0
    assert again.stderr == "installing requirements/dev.txt\ninstalling circgen\n"


def locked(name):
    """The pinned requirements of one file in requirements/, by name; a name may have several."""
    pins = {}
    for line in (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.lstrip().startswith("#"):
            pin = Requirement(line)
            pins.setdefault(pin.name.lower(), []).append(pin)
    return pins


@pytest.mark.parametrize(("name", "groups"), [("run", ["build"]), ("dev", ["build", "dev"])])
def test_the_pinned_versions_are_those_that_the_project_asks_for(name, groups):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    for group in groups:
        wanted += project["dependency-groups"][group]
    pins = locked(name)
    for requirement in map(Requirement, wanted):
        for pin in pins[requirement.name.lower()]:
            (exact,) = pin.specifier
            assert exact.operator == "=="
            assert requirement.specifier.contains(exact.version), f"{pin} is not {requirement}"


def test_whoever_runs_has_what_whoever_tests_has():
    every = {str(pin) for pins in locked("dev").values() for pin in pins}
    assert {str(pin) for pins in locked("run").values() for pin in pins} <= every


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder of an environment that had nothing in it before `pip install .`."""
    folder = tmp_path_factory.mktemp("installed") / "environment"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, timeout=120)
    constraints = ROOT / "requirements" / "run.txt"
    pip = [folder / "bin" / "python", "-m", "pip", "-q", "-q", "install"]
    subprocess.run([*pip, "--constraint", constraints, ROOT], check=True, timeout=300)
    return folder


def run(installed, folder, *words):
    return subprocess.run(
        [installed / "bin" / "circgen", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_installed_command_says_its_version(installed, tmp_path):
    result = run(installed, tmp_path, "--version")
    assert (result.returncode, result.stdout) == (0, f"circgen {version('circgen')}\n")


def test_the_installed_command_renders_nothing_outside_of_a_project(installed, tmp_path):
    result = run(installed, tmp_path, "render")
    assert result.returncode == 2
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("folder", ["templates", "data"])
def test_words_and_facts_are_inside_the_installed_package(installed, folder):
    (package,) = installed.glob("lib/python*/site-packages/circgen")
    assert contents(package / "shipped" / folder) == contents(ROOT / folder)


def contents(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_a_wheel_made_from_the_source_archive_is_the_same(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build"]
    subprocess.run([*build, "-d", tmp_path / "1"], cwd=ROOT, check=True, capture_output=True)
    (archive,) = (tmp_path / "1").glob("*.tar.gz")
    shutil.unpack_archive(archive, tmp_path, filter="data")
    source = tmp_path / archive.name.removesuffix(".tar.gz")
    subprocess.run(
        [*build, "-d", tmp_path / "2", "-t", "wheel"], cwd=source, check=True, capture_output=True
    )
    (first,) = (tmp_path / "1").glob("*.whl")
    (second,) = (tmp_path / "2").glob("*.whl")
    names = zipfile.ZipFile(first).namelist()
    assert names == zipfile.ZipFile(second).namelist()
    assert any(name.startswith("circgen/shipped/templates/") for name in names)
    outside = [name for name in names if not re.match(r"circgen(-[\d.]+\.dist-info)?/", name)]
    assert outside == []
