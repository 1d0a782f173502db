"""What docs/comparing.md and the README show of `circgen compare` is what comes out."""

import json
import re
import zipfile

import pytest
import yaml
from docs.pages import ROOT, blocks, section, tables

PAGE = ROOT / "docs" / "comparing.md"
TEXT = PAGE.read_text(encoding="utf-8")
NBSP = "\N{NO-BREAK SPACE}"
WRONG_HOUR = "12 час. 00 мин.", "12 час. 30 мин."
OTHER_WORDS = "Просим учесть", "Обращаем внимание на то"


@pytest.fixture
def letters(folder, run):
    """The letters of the page, in the folder of the project: the Russian ones were edited."""
    assert run("circgen render data/meetings/u4ssc-09.yaml").returncode == 0
    out = folder / "out"
    for format_, suffix in (("MSW", "docx"), ("TXT", "txt")):
        for letter in "ER":
            made = out / f"T25-TSB-CIR-0081!!{format_}-{letter}.{suffix}"
            (folder / f"letter-{letter}.{suffix}").write_bytes(made.read_bytes())
    edit_docx(folder / "letter-R.docx", *WRONG_HOUR)
    text = (folder / "letter-R.txt").read_text(encoding="utf-8").replace(NBSP, " ")
    (folder / "letter-R.txt").write_text(text.replace(*OTHER_WORDS), encoding="utf-8")
    return folder


def edit_docx(path, old, new):
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode().replace(NBSP, " ")
    assert old in body
    parts["word/document.xml"] = body.replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


SHOWN = [
    *(block for block in blocks(PAGE) if block.language == "console"),
    *section(ROOT / "README.md", "Compare finished letters"),
]


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize("block", SHOWN, ids=lambda block: f"{block.heading}:{block.line}")
def test_findings_come_out_as_shown(run, block):
    prompt, _, answer = block.text.partition("\n")
    result = run(prompt.removeprefix("$ "))
    # A line of a text is shown below its findings; the page leaves it out.
    shown = re.sub(r"^ +\d* \| .*\n", "", result.stdout, flags=re.MULTILINE)
    assert shown == answer
    assert result.returncode == ("error" in answer)


def test_every_rule_is_listed():
    from circgen.comparison.rules import rules

    listed = {
        name
        for rows in tables(PAGE)
        for row in rows
        for name in re.findall(r"`([\w-]+)`", row.get("rule", ""))
    }
    assert [rule for rule in rules() if rule not in listed] == []


@pytest.mark.usefixtures("letters")
def test_the_keys_of_json_are_those_listed(run):
    (finding,) = json.loads(run("circgen compare letter-E.docx letter-R.docx --format json").stdout)
    (rows,) = (rows for rows in tables(PAGE) if rows and "key" in rows[0])
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row["key"])} == finding.keys()
    places = next(row["value"] for row in rows if "location" in row["key"])
    assert finding["location"].keys() <= set(re.findall(r"`(\w+)`", places))


def test_what_is_not_reported_is_not(letters, run):
    text = (letters / "letter-R.txt").read_text(encoding="utf-8")
    for old, new in (
        ("31 октября 2025 года с 11", "31.10.2025 с 11"),
        ("с 11 час. 00 мин. до 12 час. 00 мин.", "с 11:00 до 12:00"),
        ("девятое", "9-е"),
        ("20 учреждений", "двадцать учреждений"),
        (" по центральноевропейскому времени (CET)", " (CET)"),
        ("+41 22 730 6301", "+41-22-7306301"),
        ("https://u4ssc.itu.int/", "https://u4ssc.itu.int"),
        ("Организации Объединенных Наций;", "Организации Объединенных Наций (ООН);"),
        ("\n•", "\n–"),
        ("Уважаемая госпожа,\nуважаемый господин,", "Уважаемые коллеги!"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    (letters / "letter-R.txt").write_text(text, encoding="utf-8")
    result = run("circgen compare letter-E.txt letter-R.txt --strict")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_name_and_its_acronym_are_taught_as_shown(letters, run):
    for letter, old, named in (
        ("E", "to advance the", "to advance Smart Harbour Alliance (SHA) and the"),
        ("R", "достижению целей", "работе Альянса умных портов (АУП) и достижению целей"),
    ):
        path = letters / f"letter-{letter}.txt"
        text = path.read_text(encoding="utf-8").replace(NBSP, " ")
        assert old in text
        path.write_text(text.replace(old, named), encoding="utf-8")
    line = "circgen compare letter-E.txt letter-R.txt"
    (warning, *_) = run(line).stdout.splitlines()
    heading = "Teaching it a name or an acronym"
    (shown, *lines) = section(PAGE, heading)
    assert warning == shown.text.rstrip("\n")
    files = [
        f"templates/{code}/{name}.yaml"
        for name in ("language", "glossary")
        for code in ("en", "ru")
    ]
    for name, block in zip(files, lines, strict=True):
        path = letters / name
        key = "  acronyms:\n" if "language" in name else "\nnames:\n"
        text = path.read_text(encoding="utf-8")
        assert key in text
        path.write_text(text.replace(key, key + block.text, 1), encoding="utf-8")
    assert run(line).stdout == ""
    path = letters / "letter-R.txt"
    path.write_text(path.read_text("utf-8").replace("Альянса умных портов (АУП) и ", ""), "utf-8")
    assert "smart-harbour-alliance (en) is missing (ru)" in run(line).stdout


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("circgen compare letter-E.docx letter-E.txt", 0),
        ("circgen compare letter-E.docx letter-R.docx", 1),
        ("circgen compare letter-E.docx nothing.docx", 2),
        ("circgen compare letter-E.docx", 2),
        ("circgen compare letter-E.docx letter-R.docx --format xml", 2),
    ],
)
def test_exit_codes_are_as_listed(run, line, code):
    assert f"| {code} |" in TEXT
    assert run(line).returncode == code


def test_the_workflow_is_yaml():
    (workflow,) = section(PAGE, "In a GitHub workflow")
    assert yaml.safe_load(workflow.text)["jobs"]
