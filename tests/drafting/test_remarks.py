"""What is said of an answer that may be meant, and what is not worth a word."""

import pytest
from checks.trial import made

from circgen.drafting.archive import Archive
from circgen.drafting.draft import Draft
from circgen.drafting.remarks import remarks
from circgen.drafting.sheet import sheet_of
from circgen.library import Library
from circgen.project import find_project

TENTH = """\
series: u4ssc
number: 82
study_period: 2025-2028
issued: 2026-05-15
editions: [en, ru]
ordinal: 10
sessions:
  - {date: 2026-06-16, hours: 14:00-17:00}
"""


def said(folder, key, *pairs):
    """What is said of the tenth meeting, changed."""
    text = TENTH
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    archive = Archive(Library(find_project(folder)))
    draft = Draft(archive, folder / "x.yaml", sheet_of(text.encode(), "x.yaml"), {})
    return [remark.message.replace(f"{folder}/", "") for remark in remarks(draft, key)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("key", ["series", "ordinal", "number", "zone", "sessions"])
def test_nothing_is_said_of_what_follows_from_the_others(folder, key):
    assert said(folder, key) == []


def test_an_ordinal_is_that_of_one_meeting_of_a_series(folder):
    ninth = ("ordinal: 10", "ordinal: 9")
    told = "`ordinal: 9` of `u4ssc` is that of data/meetings/u4ssc-09.yaml"
    assert said(folder, "ordinal", ninth) == [told]
    assert said(folder, "ordinal", ninth, ("number: 82", "number: 81\nvariant: R1")) == []
    assert said(folder, "ordinal", ninth, ("series: u4ssc", "kind: meeting")) == []


def test_of_two_letters_about_a_meeting_a_revision_is_not_the_other_one(folder):
    path = folder / "data" / "meetings" / "u4ssc-09.yaml"
    path.write_text(
        path.read_text("utf-8").replace("number: 81", "number: 81\nvariant: R1"), "utf-8"
    )
    assert said(folder, "ordinal", ("ordinal: 10", "ordinal: 9")) == []


def test_numbers_follow_dates(folder):
    earlier = ("issued: 2026-05-15", "issued: 2025-10-14")
    told = "82 is dated 2025-10-14, and 81 is dated 2025-10-15 (data/meetings/u4ssc-09.yaml)"
    assert said(folder, "number", earlier) == [told]
    assert said(folder, "number", ("issued: 2026-05-15", "issued: 2025-10-15")) == []
    assert said(folder, "number", earlier, ("number: 82", "number: 80")) == []
    assert (
        said(folder, "number", earlier, ("study_period: 2025-2028", "study_period: 2022-2025"))
        == []
    )


def test_a_revision_is_dated_when_it_goes_out(folder):
    path = folder / "data" / "meetings" / "u4ssc-09.yaml"
    text = path.read_text("utf-8").replace("number: 81", "number: 81\nvariant: R1")
    path.write_text(text, "utf-8")
    assert said(folder, "number", ("issued: 2026-05-15", "issued: 2025-10-14")) == []


def test_meetings_follow_their_ordinals(folder):
    same_day = ("date: 2026-06-16", "date: 2025-10-31")
    told = "it opens on 2025-10-31, and meeting 9 on 2025-10-31 (data/meetings/u4ssc-09.yaml)"
    assert said(folder, "sessions", same_day) == [told]
    assert said(folder, "sessions", ("date: 2026-06-16", "date: 2025-11-01")) == []
    assert said(folder, "sessions", same_day, ("ordinal: 10", "ordinal: 8")) == []
    assert said(folder, "sessions", same_day, ("ordinal: 10\n", "")) == []


def test_each_stretch_of_days_without_hours_is_told(folder):
    none = "hours: 14:00-17:00}", "until: 2026-06-18}\n  - {date: 2026-06-20}"
    assert said(folder, "sessions", none) == [
        "2026-06-16 to 2026-06-18 has no hours",
        "2026-06-20 has no hours",
    ]


def test_clocks_are_those_of_the_town(folder):
    in_seoul = ("sessions:", "mode: hybrid\nplace: seoul\nsessions:")
    told = "the hours are on the clocks of Europe/Zurich, and those of the town are on Asia/Seoul"
    assert said(folder, "zone", in_seoul) == [told]
    assert said(folder, "zone", in_seoul, ("editions:", "zone: Asia/Seoul\neditions:")) == []
