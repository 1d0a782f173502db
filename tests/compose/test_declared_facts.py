"""Facts that a kind of circular declares, and that a circular does not state: conditions ask for them."""

import re
import shutil
from pathlib import Path

import pytest

from circgen.compose.unused import unused
from circgen.facts.schema import KEYS
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


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[draft text]({{ recommendation.document }})", []),
        (
            "draft text",
            [
                "23:15 `recommendations[0].document` is stated, but no paragraph prints it",
                "29:15 `recommendations[1].document` is stated, but no paragraph prints it",
            ],
        ),
    ],
)
def test_an_address_behind_words_is_printed(link, expected, tmp_path):
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(GOLDEN / "templates", tmp_path / "templates", dirs_exist_ok=True)
    template = tmp_path / "templates" / "en" / "consultation.md.j2"
    text = template.read_text("utf-8")
    assert text.count("[draft text]({{ recommendation.document }})") == 1
    template.write_text(text.replace("[draft text]({{ recommendation.document }})", link), "utf-8")
    (source,) = (GOLDEN / "data" / "meetings").iterdir()
    library = Library(Project(tmp_path / "templates", ()))
    loaded = library.load(source)
    keys = {**KEYS, **library.kind("consultation").facts}
    found = unused(loaded.file, [library.compose(loaded, "en")], ["en", "ru"], keys)
    assert [
        f"{each.location.line}:{each.location.column} {each.message}" for each in found
    ] == expected
