"""What docs/templates.md says comes out of a template does."""

import re
import shutil

import pytest
import yaml
from docs.pages import ROOT, blocks, code, project, tables

from circgen.editions import Press
from circgen.findings import FindingsError
from circgen.library import Library
from circgen.project import find_project

PAGE = ROOT / "docs" / "templates.md"
EXAMPLE = ROOT / "docs" / "example"
NBSP = "\N{NO-BREAK SPACE}"
TABLES = tables(PAGE)
ROWS = [row for table in TABLES for row in table]
PRINTED = [row for row in ROWS if "comes out" in row]
REFUSED = [row for row in ROWS if "answer" in row]
PATTERNS = [row for row in ROWS if any(column.startswith("comes out in ") for column in row)]
QUOTED = [block for block in blocks(PAGE) if block.language == "yaml"]


@pytest.fixture
def printed(tmp_path):
    """Prints lines of a template as paragraphs of a letter, from the facts of the page's example."""
    project(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "facts")
    facts = tmp_path / "facts" / "every-key.yaml"
    text = facts.read_text(encoding="utf-8").replace("\nkind: meeting\n", "\nkind: trial\n")
    # A kind of its own has paragraphs of its own.
    facts.write_text(re.sub(r"\nparagraphs:\n(?: .*\n)+", "\n", text), encoding="utf-8")

    def print_lines(language, lines):
        layout = tmp_path / "templates" / "layouts" / "trial.yaml"
        names = [f"line{number}" for number in range(len(lines))]
        layout.write_text("paragraphs:\n" + "".join(f"  - {name}\n" for name in names), "utf-8")
        words = tmp_path / "templates" / language / "trial.md.j2"
        written = [f"{{% block {name} %}}\n{line}\n{{% endblock %}}\n" for name, line in zip(
            ("subject", *names), ("Trial", *lines), strict=True
        )]  # fmt: skip
        words.write_text("\n".join(written), encoding="utf-8")
        library = Library(find_project(tmp_path, tmp_path / "templates", facts))
        files = Press(library).editions(facts, (language,), ("txt",)).files
        (page,) = (content.decode().replace(NBSP, " ") for content in files.values())
        return re.findall(r"^\d+\t(.+)$", page.split("\n\n1\t")[1].join(("1\t", "")), re.MULTILINE)

    return print_lines


@pytest.mark.parametrize("language", sorted({row["language"] for row in PRINTED}))
def test_what_a_template_writes_comes_out_as_shown(printed, language):
    rows = [row for row in PRINTED if row["language"] == language]
    expected = [(row["write"], row["comes out"]) for row in rows]
    lines = [code(row["write"]) for row in rows]
    found = zip((row["write"] for row in rows), printed(language, lines), strict=True)
    assert list(found) == expected


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row["write"])
def test_what_is_refused_is_refused_as_shown(printed, row):
    with pytest.raises(FindingsError) as refused:
        printed(row["language"], [code(row["write"])])
    assert row["answer"] in [finding.message for finding in refused.value.findings]


def test_patterns_of_dates_come_out_as_shown():
    from datetime import date

    from babel.dates import format_date

    for row in PATTERNS:
        for column in set(row) - {"write"}:
            locale = column.removeprefix("comes out in ")
            assert row[column] == format_date(date(2026, 5, 2), code(row["write"]), locale=locale)


@pytest.mark.parametrize("block", QUOTED, ids=lambda block: f"{block.file}:{block.line}")
def test_what_is_quoted_of_a_language_is_in_its_file(block):
    file = yaml.safe_load((ROOT / block.file).read_text(encoding="utf-8"))
    assert within(yaml.safe_load(block.text), file)


def within(part, whole):
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and within(part[key], whole[key]) for key in part)
    return part == whole


def test_every_key_of_a_language_is_explained():
    text = PAGE.read_text(encoding="utf-8").split("## The language\n")[1]
    explained = set(re.findall(r"`([\w.]+):?`", text))
    explained |= {word.rpartition(".")[2] for word in explained}
    assert sorted(keys_of_languages() - explained) == []


def keys_of_languages():
    """The keys that any language has, without those that are ids or numbers."""
    keys = set()
    for file in (ROOT / "templates").glob("*/language.yaml"):
        for name, part in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            keys.add(name)
            if isinstance(part, dict) and name not in {"labels", "zones", "counted"}:
                keys |= set(part)
    return keys


def test_every_key_of_the_files_for_reading_is_explained():
    from circgen.language.pack import LABELS
    from circgen.language.understood import ROLES, Glossary, Understood

    rows = [row for row in rows_below("## How finished letters are read\n") if "key" in row]
    explained = {key for row in rows for key in re.findall(r"`(\w+)`", row["key"])}
    missing = {*Understood._fields, *Glossary._fields, *ROLES} - explained
    assert sorted(missing) == []
    (labels,) = [row["meaning"] for row in rows if row["key"] == "`labels`"]
    assert [label for label in LABELS if f"`{label}`" not in labels] == []


def test_every_key_of_house_style_is_explained():
    from circgen.language.style import Guide

    text = PAGE.read_text(encoding="utf-8").split("## House style\n")[1].split("\n## ")[0]
    explained = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", text, re.MULTILINE)
    assert {key for row in explained for key in re.findall(r"\w+", row)} == set(Guide._fields)


@pytest.mark.parametrize(
    "file",
    sorted((ROOT / "templates").glob("*/glossary.yaml")),
    ids=lambda file: file.parent.name,
)
def test_the_groups_of_polarity_are_those_of_every_language_in_their_order(file):
    shown = {
        code(row["group"]): re.findall(r"`([\w-]+)`", row["values"])
        for row in ROWS
        if "group" in row
    }
    polarity = yaml.safe_load(file.read_text(encoding="utf-8")).get("polarity", {})
    groups = {group: list(values) for group, values in polarity.items()}
    assert groups == {group: shown.get(group) for group in groups}
    assert list(groups) == [group for group in shown if group in groups]


def rows_below(heading):
    """The rows of the tables from a heading to the end of the page."""
    text = PAGE.read_text(encoding="utf-8")
    count = sum(line.startswith("|---") for line in text.split(heading)[1].splitlines())
    return [row for table in TABLES[-count:] for row in table]


def test_every_filter_is_explained():
    text = PAGE.read_text(encoding="utf-8")
    from circgen.compose.filters import Filters

    filters = Filters.__dict__["table"](Filters(None, None))
    assert [name for name in filters if f"|{name}" not in text] == []
