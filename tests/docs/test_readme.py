"""The README's steps, done as they stand there."""

import re
import shutil

import pytest
import yaml
from docs.pages import ROOT, put, section, tables

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
NBSP = "\N{NO-BREAK SPACE}"


def follow(heading, folder, run):
    """Make the files of a section and run its commands; what the last one wrote."""
    result = None
    for block in section(README, heading):
        if block.file:
            put(folder, block)
        elif block.language == "sh":
            for line in block.text.splitlines():
                result = run(line)
                assert (result.returncode, result.stderr) == (0, ""), line
    assert result is not None
    return [folder / name for name in result.stdout.splitlines()]


def texts(paths):
    """The text editions by their letter."""
    return {
        path.stem[-1]: path.read_text(encoding="utf-8").replace(NBSP, " ")
        for path in paths
        if path.suffix == ".txt"
    }


def test_the_facts_shown_first_are_those_of_the_file():
    (shown, *_) = section(README, "From facts to letters")
    file = yaml.safe_load((ROOT / shown.file).read_text(encoding="utf-8"))
    assert shown.file == "data/meetings/u4ssc-09.yaml"
    assert yaml.safe_load(shown.text).items() <= file.items()


def test_the_letters_shown_first_are_those_that_come_out(folder, run):
    facts, *shown = section(README, "From facts to letters")
    result = run(f"circgen render {facts.file}")
    pages = texts(folder / name for name in result.stdout.splitlines())
    assert len(shown) == len(pages) == 2
    for block, page in zip(shown, pages.values(), strict=True):
        missing = [
            part for part in block.text.split("\n\n") if part.strip().removesuffix(" …") not in page
        ]
        assert missing == []


def test_the_commands_of_the_secretariat_work(run):
    for block in section(README, "What people do with it"):
        if block.language == "sh":
            for line in block.text.splitlines():
                result = run(line)
                assert result.returncode == 0, line
                assert result.stdout or "unchanged" in result.stderr, line


def test_the_mistakes_are_answered_as_shown(folder, run):
    facts, shown = [
        block
        for block in section(README, "What people do with it")
        if block.language in {"yaml", "console"}
    ]
    put(folder, facts)
    prompt, _, answer = shown.text.partition("\n")
    result = run(prompt.removeprefix("$ "))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == answer


def test_an_edited_file_is_kept_as_the_readme_says(folder, run):
    run("circgen render")
    letter = folder / "out" / "T25-TSB-CIR-0081!!TXT-E.txt"
    letter.write_text("edited", encoding="utf-8")
    assert run("circgen render").returncode == 1
    assert letter.read_text(encoding="utf-8") == "edited"
    assert run("circgen render --force").returncode == 0
    assert letter.with_suffix(".bak.txt").read_text(encoding="utf-8") == "edited"


def test_an_issued_circular_is_left_alone_until_it_is_named_with_force(folder, run):
    run("circgen render")
    facts = folder / "data" / "meetings" / "u4ssc-09.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("ordinal: 9", "ordinal: 10\nstatus: issued"), encoding="utf-8")
    letter = folder / "out" / "T25-TSB-CIR-0081!!TXT-E.txt"
    for line in ("circgen render", "circgen render --force"):
        assert run(line).returncode == 0
        assert "Ninth" in letter.read_text(encoding="utf-8"), line
    run("circgen render data/meetings/u4ssc-09.yaml --force")
    assert "Tenth" in letter.read_text(encoding="utf-8")


def test_the_names_of_files_are_those_that_come_out(run):
    made = {path.rpartition("/")[2] for path in run("circgen render").stdout.splitlines()}
    named = set(re.findall(r"T25-TSB-CIR-0081!!\w+-\w\.\w+", TEXT))
    assert named
    assert named <= made


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("circgen render", 0),
        ("circgen render broken.yaml", 1),
        ("circgen render nothing.yaml", 2),
        ("circgen render --lang xx", 2),
        ("circgen rendr", 2),
    ],
)
def test_exit_codes_are_as_listed(folder, run, line, code):
    (folder / "broken.yaml").write_text("series: u4ssc\nordinal: nine\n", encoding="utf-8")
    listed = next(table for table in tables(README) if "code" in table[0])
    assert [row["code"] for row in listed] == ["0", "1", "2"]
    assert run(line).returncode == code


def test_exit_code_2_where_there_are_no_facts(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert run("circgen render", cwd=tmp_path / "empty").returncode == 2


def test_a_meeting_is_one_file(folder, run):
    made = follow("Add a meeting", folder, run)
    assert [path.name for path in made] == [
        "DRAFT-u4ssc-10-MSW-E.docx",
        "DRAFT-u4ssc-10-TXT-E.txt",
        "DRAFT-u4ssc-10-MSW-R.docx",
        "DRAFT-u4ssc-10-TXT-R.txt",
    ]
    pages = texts(made)
    assert "Tenth Meeting" in pages["E"]
    assert "рассмотреть работу тематических групп" in pages["R"]


def test_a_draft_becomes_a_circular(folder, run):
    follow("Add a meeting", folder, run)
    facts = folder / "data" / "meetings" / "u4ssc-10.yaml"
    complete = "number: 90\nstudy_period: 2025-2028\nissued: 2026-05-18"
    text = facts.read_text(encoding="utf-8").replace("status: draft", complete)
    facts.write_text(text, encoding="utf-8")
    result = run("circgen render data/meetings/u4ssc-10.yaml")
    assert "T25-TSB-CIR-0090!!MSW-E.docx" in result.stdout


def test_a_language_is_one_folder(folder, run):
    keys, facts, command = section(README, "Add a language")
    pack = folder / keys.file
    shutil.rmtree(pack.parent, ignore_errors=True)
    shutil.copytree(folder / "templates" / "en", pack.parent)
    text = pack.read_text(encoding="utf-8")
    for line in keys.text.splitlines():
        key = line.split(":")[0]
        text, count = re.subn(rf"^{key}: .*$", line, text, flags=re.MULTILINE)
        assert count == 1, f"{key} is not one of the first lines of language.yaml"
    pack.write_text(text, encoding="utf-8")
    put(folder, facts)
    result = run(command.text.strip())
    assert (result.returncode, result.stderr) == (0, "")
    made = [folder / name for name in result.stdout.splitlines()]
    assert [path.name for path in made] == ["DRAFT-atelier-MSW-F.docx", "DRAFT-atelier-TXT-F.txt"]
    page = texts(made)["F"]
    assert "sur les villes intelligentes" in page
    assert "16 juin 2026" in page


def test_a_copied_language_with_its_old_letter_is_refused(folder, run):
    shutil.rmtree(folder / "templates" / "fr", ignore_errors=True)
    shutil.copytree(folder / "templates" / "en", folder / "templates" / "fr")
    result = run("circgen render")
    assert result.returncode == 1
    assert "file_letter" in result.stderr


def test_a_kind_is_a_layout_and_its_words(folder, run):
    pages = texts(follow("Add a kind of circular", folder, run))
    assert "\n2\tPlease reply by 2 June 2026.\n" in pages["E"]
    assert "\n2\tПросьба дать ответ не позднее 2 июня 2026 года.\n" in pages["R"]
    assert "Reminder: meeting of the United" in pages["E"]


def test_the_types_that_a_kind_may_declare_are_all_named():
    from circgen.facts.schema import DECLARABLE

    (sentence,) = re.findall(r"A fact of its own is one of: (.*?);", TEXT, re.DOTALL)
    assert re.findall(r"`(\w+)`", sentence) == list(DECLARABLE)


def test_a_logo_beside_the_letterhead_is_shown(folder, run):
    import struct
    import zipfile
    import zlib

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    png += chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    (folder / "templates" / "logo.png").write_bytes(png)
    result = run("circgen render data/meetings/u4ssc-09.yaml --lang en --format docx")
    with zipfile.ZipFile(folder / result.stdout.strip()) as package:
        assert any(package.read(name) == png for name in package.namelist())
