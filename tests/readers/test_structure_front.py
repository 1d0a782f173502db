"""The front of a letter is understood however its labels and values were laid out."""

import pytest
from readers.sheets import languages, read, read_document, texts

from circgen.language.understood import Understood
from circgen.language.wording import Language
from circgen.readers.structure import read_letter
from circgen.readers.text import read_text

END = "\n\nDear Sir/Madam,\n\n1\tWe meet.\n\nYours faithfully,\n"
TABLE = {
    "reference": ["TSB Circular 131"],
    "tel": ["+41 22 730 5901"],
    "fax": ["+41 22 730 5853"],
    "email": ["tsbwaste@itu.int"],
    "to": ["Administrations of Member States of the Union", "ITU-T Sector Members"],
    "subject": ["Second Workshop on Electronic Waste"],
}

LAYOUTS = {
    "a label and its value on a line": """\
Ref: TSB Circular 131
Tel: +41 22 730 5901
Fax: +41 22 730 5853
E-mail: tsbwaste@itu.int
To:
- Administrations of Member States of the Union
- ITU-T Sector Members
Subject: Second Workshop on Electronic Waste""",
    "labels without colons, and tabs": """\
Ref\tTSB Circular 131
Tel\t+41 22 730 5901
Fax\t+41 22 730 5853
E-mail\ttsbwaste@itu.int
To\tAdministrations of Member States of the Union
\tITU-T Sector Members

Subject\tSecond Workshop on Electronic Waste""",
    "each label on a line above its value": """\
REF.:
TSB Circular 131

TEL.:
+41 22 730 5901

FAX:
+41 22 730 5853

E-MAIL:
tsbwaste@itu.int

TO:

Administrations of Member States of the Union

ITU-T Sector Members

SUBJECT:

Second Workshop on Electronic Waste""",
    "several labels, then several values": """\
Ref:
\tTSB Circular 131

Tel:
Fax:
E-mail:
\t+41 22 730 5901
+41 22 730 5853
tsbwaste@itu.int

To:
– Administrations of Member States of the Union
– ITU-T Sector Members

Subject:
\tSecond Workshop on Electronic Waste""",
    "several labels on one line": """\
Ref: TSB Circular 131
Tel: +41 22 730 5901 Fax: +41 22 730 5853; E-mail: tsbwaste@itu.int
To: Administrations of Member States of the Union; ITU-T Sector Members
Subject: Second Workshop on Electronic Waste""",
    "several labels without colons on one line": """\
Ref: TSB Circular 131
Tel. +41 22 730 5901, fax +41 22 730 5853, e-mail tsbwaste@itu.int
To: Administrations of Member States of the Union; ITU-T Sector Members
Subject: Second Workshop on Electronic Waste""",
    "two columns of spaces": """\
Ref:      TSB Circular 131            To:   - Administrations of Member States
Tel:      +41 22 730 5901                     of the Union
Fax:      +41 22 730 5853                   - ITU-T Sector Members
E-mail:   tsbwaste@itu.int

Subject:  Second Workshop on Electronic Waste""",
    "no label before the reference": """\
TSB Circular 131
Tel +41 22 730 5901
Fax +41 22 730 5853
E-mail tsbwaste@itu.int

To: Administrations of Member States of the Union
    ITU-T Sector Members

Subject: Second Workshop on Electronic Waste""",
}


def plainly(letter, part):
    return [text.rstrip(";") for text in texts(letter, part)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_the_same_parts(layout):
    letter = read(LAYOUTS[layout] + END, "en")
    assert {part: plainly(letter, part) for part in TABLE} == TABLE
    assert "other" not in letter.parts


def test_a_value_has_its_own_place():
    letter = read("Tel: +41 22 730 5901 Fax: +41 22 730 5853" + END, "en")
    (fax,) = letter.parts["fax"]
    assert str(fax.at()) == "letter.txt:1:27"


@pytest.mark.parametrize(
    "front",
    [
        "Geneva, 3 February 2026\nRef: TSB Circular 131",
        "Ref: TSB Circular 131\n\nGeneva, 03 Feb 2026",
        "Geneva,\n3 February 2026\n\nRef: TSB Circular 131",
        "Date: 3.02.2026\nRef: TSB Circular 131",
        "TELECOMMUNICATION STANDARDIZATION BUREAU\tGeneva, 3 February 2026\nRef:\tTSB Circular 131",
    ],
)
def test_the_dateline_is_found_with_its_place(front):
    letter = read(f"{front}\nSubject: Trees{END}", "en")
    (dateline,) = texts(letter, "dateline")
    assert dateline.endswith("2026")
    assert dateline.startswith("Geneva, ") == ("Geneva" in front)
    assert texts(letter, "reference") == ["TSB Circular 131"]


@pytest.mark.parametrize(
    "line",
    [
        "INTERNATIONAL TELECOMMUNICATION UNION",
        "International Telecommunication Union",
        "STUDY GROUP 20 OF THE SECTOR",
        "DRAFT",
    ],
)
def test_a_letterhead_is_known_from_the_pack_or_its_capitals(line):
    letter = read(f"{line}\n\nSubject: Trees{END}", "en")
    assert texts(letter, "letterhead") == [line]


def test_a_subject_goes_on_until_the_salutation():
    letter = read(f"Subject:\tTrees\n\tand shrubs\n\n(Virtual, 3 May 2026){END}", "en")
    assert texts(letter, "subject") == ["Trees", "and shrubs", "(Virtual, 3 May 2026)"]


def test_a_subject_needs_no_label_before_the_salutation():
    letter = read(f"Ref: TSB Circular 131\n\nTrees\n(Virtual, 3 May 2026){END}", "en")
    assert texts(letter, "subject") == ["Trees", "(Virtual, 3 May 2026)"]
    assert "other" not in letter.parts


def test_a_second_line_of_the_reference_belongs_to_it():
    letter = read(f"Ref:\tTSB Circular 131\n\tTSB TAP 4\nTel:\t+41 22 730 5901{END}", "en")
    assert texts(letter, "reference") == ["TSB Circular 131", "TSB TAP 4"]


@pytest.mark.parametrize("joint", ["; and", ";and ", " ;  and"])
def test_a_joint_behind_an_addressee_is_none(joint):
    letter = read(f"To:\n- Administrations;\n- ITU-T Associates{joint}\n- Academia{END}", "en")
    assert plainly(letter, "to") == [
        "Administrations",
        f"ITU-T Associates{joint}".strip(),
        "Academia",
    ]


def test_a_short_addressee_in_capitals_is_one():
    assert plainly(read(f"To: Administrations; ISO{END}", "en"), "to") == ["Administrations", "ISO"]


def test_brackets_with_a_semicolon_do_not_divide_an_addressee():
    letter = read(f"To: Members (old; new); Academia{END}", "en")
    assert plainly(letter, "to") == ["Members (old; new)", "Academia"]


def test_what_no_label_explains_is_kept_apart():
    letter = read(f"Ref: TSB Circular 131\n\nBy courier\n\nTo: Members\n\nSubject: X{END}", "en")
    assert texts(letter, "other") == ["By courier"]


def test_the_headers_of_a_mail_are_not_those_of_the_letter():
    mail = "From: Anna <anna@example.org>\nTo: all@example.org\nSubject: FW: letter\n\n"
    letter = read(f"{mail}Ref: TSB Circular 131\nTo: Members\nSubject: Trees{END}", "en")
    assert (texts(letter, "to"), texts(letter, "subject")) == (["Members"], ["Trees"])
    assert "other" not in letter.parts


def test_a_mail_without_another_front_is_the_letter_itself():
    mail = (
        "From: Study Group 20 secretariat\n    <sg20@example.org>\n"
        "Date: Mon, 18 January 2027 16:05\nTo: all@example.org\nCc: few@example.org\n"
        "Subject: Two webinars, 1-2 March 2027"
    )
    letter = read(f"{mail}{END}", "en")
    assert texts(letter, "dateline") == ["Mon, 18 January 2027 16:05"]
    assert texts(letter, "to") == ["all@example.org"]
    assert texts(letter, "copies") == ["few@example.org"]
    assert texts(letter, "subject") == ["Two webinars, 1-2 March 2027"]


def test_the_headers_of_a_mail_in_another_language_are_no_part_of_the_letter():
    mail = "From: Anna <anna@example.org>\nTo: all@example.org\nSubject: Письмо\n\n"
    letter = read(f"{mail}Уважаемые коллеги!\n\n1. Да.\n", "ru")
    assert not {"to", "subject", "other"} & letter.parts.keys()


def test_labels_beyond_those_of_the_pack_are_understood():
    pack = languages()["en"].pack
    understood = Understood(
        labels={"person": ("Focal point", "Contact person"), "tel": ("Phone",)},
        salutations=("Dear colleagues",),
    )
    text = "Focal point: Li Na\nPhone: +41 22 730 5901\n\nDear colleagues!\n\n1. We meet.\n"
    letter = read_letter(read_text(text.encode(), "letter.txt"), Language(pack, lambda: understood))
    assert texts(letter, "person") == ["Li Na"]
    assert texts(letter, "tel") == ["+41 22 730 5901"]
    assert texts(letter, "salutation") == ["Dear colleagues!"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ru", ["Уважаемая госпожа,", "уважаемый господин,"]),
        ("ru", ["Уважаемая госпожа, уважаемый господин,"]),
        ("ru", ["Уважаемый господин!"]),
        ("en", ["Dear Sir/Madam,"]),
        ("en", ["DEAR SIR/MADAM:"]),
        ("fr", ["Madame, Monsieur,"]),
    ],
)
def test_a_salutation_has_one_line_or_two(language, lines):
    letter = read("\n".join((*lines, "1\t…", "2\t…")), language)
    assert texts(letter, "salutation") == lines
    assert [point.number for point in letter.points] == ["1", "2"]


# --- tables of a word processor


def test_a_table_with_lists_in_its_third_column_is_understood():
    letter = read_document(
        "ru",
        {"text": "Осн.:", "cell": (0, 0, 0)},
        {"text": "Циркуляр 205 БСЭ\n22/ИК20", "cell": (0, 0, 1)},
        {"text": "Кому:", "cell": (0, 0, 2)},
        {"text": "Администрациям Государств-Членов", "mark": "–", "cell": (0, 0, 2)},
        {"text": "Тел.:\nФакс:\nЭл. почта:", "cell": (0, 1, 0)},
        {"text": "+41 22 730 6301\n+41 22 730 5853\ntsbsg20@itu.int", "cell": (0, 1, 1)},
        {"text": "Членам Сектора МСЭ-Т", "mark": "–", "cell": (0, 1, 2)},
        {"text": "Копии:", "cell": (0, 1, 2)},
        {"text": "Директору Бюро радиосвязи", "cell": (0, 2, 2)},
        {"text": "Предмет:", "cell": (0, 3, 0)},
        {"text": "Форум по цифровым двойникам", "cell": (0, 3, 1)},
        {"text": "(Сеул, 3 июня 2026 г.)", "cell": (0, 3, 1)},
        "Уважаемая госпожа,\nуважаемый господин,",
        {"text": "Имею честь пригласить вас на форум.", "mark": "1"},
    )
    assert texts(letter, "reference") == ["Циркуляр 205 БСЭ", "22/ИК20"]
    assert texts(letter, "to") == ["Администрациям Государств-Членов", "Членам Сектора МСЭ-Т"]
    assert texts(letter, "copies") == ["Директору Бюро радиосвязи"]
    assert texts(letter, "tel") == ["+41 22 730 6301"]
    assert texts(letter, "email") == ["tsbsg20@itu.int"]
    assert texts(letter, "subject") == ["Форум по цифровым двойникам", "(Сеул, 3 июня 2026 г.)"]
    assert texts(letter, "salutation") == ["Уважаемая госпожа,", "уважаемый господин,"]
    assert "other" not in letter.parts


def test_headers_and_footers_of_pages_are_no_paragraphs():
    letter = read_document(
        "en",
        {"text": "International Telecommunication Union", "story": "header"},
        {"text": "Bureau of Trees", "story": "header"},
        {"text": "– 2 –", "story": "header"},
        {"text": "TSB Circular 131", "story": "header"},
        "Ref:\tTSB Circular 131",
        "Subject:\tTrees",
        "Dear Sir/Madam,",
        {"text": "We meet.", "mark": "1."},
        {"text": "Place des Nations, 1211 Geneva", "story": "footer"},
        {"text": "Place des Nations, 1211 Geneva", "story": "footer"},
        {"text": "2", "story": "footer"},
    )
    assert texts(letter, "letterhead") == [
        "International Telecommunication Union",
        "Bureau of Trees",
    ]
    assert texts(letter, "reference") == ["TSB Circular 131"]
    assert texts(letter, "footer") == ["Place des Nations, 1211 Geneva"]
    assert len(letter.points) == 1


def test_a_place_in_a_document_is_its_paragraph():
    letter = read_document("en", "Ref:\tTSB Circular 131", "Dear Sir/Madam,", "1\tWe meet.")
    assert str(letter.parts["reference"][0].at(3)) == "letter.docx:¶1"
    assert str(letter.points[0].passages[0].at()) == "letter.docx:¶3"


@pytest.mark.parametrize(
    "lines",
    [
        "Administrations of Member States of the Union\nITU-T Sector Members\nRegional offices",
        "To Administrations of ITU Member States\nTo ITU-T Sector Members\nTo regional offices",
        "Administrations of ITU Member States; ITU-T Sector Members;\nRegional offices",
    ],
    ids=["lines", "to", "semicolons"],
)
def test_lines_that_name_addressees_are_their_list_without_a_label(lines):
    letter = read(
        f"Geneva, 6 July 2026\n\nGeneral Secretariat\n\n{lines}\n\n"
        "Workshop on cables\n\nDear Sir/Madam,\n\nWe meet.\n",
        "en",
    )
    assert len(letter.parts["to"]) == 3
    assert texts(letter, "to")[1].rstrip(";") == "ITU-T Sector Members"
    assert texts(letter, "to")[2].lower() == "regional offices"
    assert texts(letter, "other") == ["General Secretariat"]
    assert texts(letter, "subject") == ["Workshop on cables"]


def test_in_a_document_only_lines_between_two_that_name_addressees_are_among_them():
    letter = read_document(
        "en",
        "Administrations of Member States of the Union",
        "Regional offices",
        "ITU-T Sector Members",
        "Workshop on cables",
        "Dear Sir/Madam,",
        "We meet.",
    )
    assert texts(letter, "to") == [
        "Administrations of Member States of the Union",
        "Regional offices",
        "ITU-T Sector Members",
    ]
    assert texts(letter, "subject") == ["Workshop on cables"]


def test_items_under_no_label_stay_whole_and_follow_the_line_that_names_addressees():
    letter = read_document(
        "en",
        "To Administrations of Member States of the Union",
        {"text": "To ITU-T Associates; and", "mark": "-"},
        "Subject: Workshop on cables",
        "Dear Sir/Madam,",
        "We meet.",
    )
    assert texts(letter, "to") == [
        "Administrations of Member States of the Union",
        "To ITU-T Associates; and",
    ]
