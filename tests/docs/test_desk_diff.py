"""What docs/desk.md shows of `circgen diff` is what comes out."""

import json
import os
import re
import subprocess

import pytest
from docs.pages import ROOT, blocks, tables

PAGE = ROOT / "docs" / "desk.md"
NINTH, SEVENTH = "data/meetings/u4ssc-09.yaml", "data/meetings/u4ssc-07.yaml"
SHOWN = [b for b in blocks(PAGE) if b.text.startswith("$ circgen diff ")]


def git(folder, *words):
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder, check=True, env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull},
    )  # fmt: skip


@pytest.fixture
def versions(folder, run):
    """A repository, and what somebody has changed since its commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "first")
    ninth, seventh = ((folder / name).read_text("utf-8") for name in (NINTH, SEVENTH))
    for name, hours in (("sent", "15:30"), ("letter", "15:45")):
        later = ninth.replace("13:30-15:30", f"13:30-{hours}")
        (folder / NINTH).write_text(later, "utf-8")
        run(f"circgen render {NINTH} --lang en --format docx --out {name}")
        (made,) = (folder / name).glob("*-E.docx")
        made.rename(folder / f"{name}-E.docx")
    (folder / NINTH).write_text(later.replace("сообщить о", "рассказать о"), "utf-8")
    series = folder / "data/series/u4ssc.yaml"
    text = series.read_text("utf-8")
    series.write_text(text.replace("director-bdt, director-br]", "director-bdt]"), "utf-8")
    corrected = seventh.replace("09:30-16:00", "09:30-17:00")
    (folder / "data/meetings/u4ssc-07-c1.yaml").write_text(corrected, "utf-8")
    return folder


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize("block", SHOWN, ids=lambda block: f"{block.heading}:{block.line}")
def test_what_changed_comes_out_as_shown(run, block):
    prompt, _, answer = block.text.partition("\n")
    result = run(prompt.removeprefix("$ "))
    assert (result.stdout, result.stderr, result.returncode) == (answer, "", 0)


def test_all_kinds_of_versions_are_shown():
    assert [block.heading for block in SHOWN] == [
        "Diff", "The letters word by word", "Finished letters",
    ]  # fmt: skip


@pytest.mark.usefixtures("versions")
def test_the_keys_of_json_are_those_listed(run):
    found = json.loads(run(f"circgen diff {NINTH} --format json").stdout)
    (rows,) = (
        r for r in tables(PAGE) if r and any("`has_gone_out`" in x.get("key", "") for x in r)
    )
    listed = {key: row["value"] for row in rows for key in re.findall(r"`(\w+)`", row["key"])}
    assert listed.keys() == found.keys()
    change, edition = found["changes"][0], found["editions"][0]
    assert {*change, *change["old"]} <= set(re.findall(r"`(\w+)`", listed["changes"]))
    assert {*edition, *edition["parts"][0]} <= set(re.findall(r"`(\w+)`", listed["editions"]))
