"""Facts that a kind of circular declares, and that a circular does not state: conditions ask for them."""

import re
import shutil
from pathlib import Path

import pytest

from circgen.library import Library
from circgen.project import Project

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden" / "added-kind"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_condition_on_a_fact_that_is_not_stated_does_not_hold(language, tmp_path):
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(GOLDEN / "templates", tmp_path / "templates", dirs_exist_ok=True)
    (source,) = (GOLDEN / "data" / "meetings").iterdir()
    without = r"^(?:majority|reply_form|    document): .*\n"
    text, count = re.subn(without, "", source.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 4
    facts = tmp_path / "without.yaml"
    facts.write_text(text, "utf-8")
    library = Library(Project(tmp_path / "templates", ()))
    circular = library.compose(library.load(facts), language)
    assert [paragraph.id for paragraph in circular.paragraphs] == [
        "opening", "consultation", "reply"
    ]  # fmt: skip
    links = [
        run.link for p in circular.paragraphs for b in p.blocks for run in getattr(b, "runs", ())
    ]
    assert links == [None] * len(links)
