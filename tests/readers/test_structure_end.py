"""Where a letter ends, who signed it, which annexes follow, and what is no letter at all."""

import pytest
from readers.sheets import languages, read, read_document, texts

from circgen.findings import FindingsError
from circgen.readers.structure import read_letter
from circgen.readers.text import read_text

START = "Subject: Trees\n\nDear Sir/Madam,\n\n1\tWe meet.\n2\tWe part.\n\n"


def after(text):
    return read(START + text, "en")


def test_closing_and_signature_follow_the_points():
    letter = after("Yours faithfully,\n\n\n(Signed)\n\nLi Na\nDirector of Trees\n")
    assert texts(letter, "closing") == ["Yours faithfully,"]
    assert texts(letter, "signature") == ["(Signed)", "Li Na", "Director of Trees"]
    assert len(letter.points) == 2


@pytest.mark.parametrize(
    "signature",
    [
        "(Signed)\nLi Na",
        "Seizo Onoe\nDirector",
        "Director of the Telecommunication\nStandardization Bureau",
        "Director of the Telecommunication Standardization Bureau",
    ],
)
def test_a_letter_may_end_without_a_closing(signature):
    letter = after(signature)
    assert texts(letter, "signature") == signature.split("\n")
    assert "closing" not in letter.parts
    assert len(letter.points[-1].passages) == 1


def test_a_letter_may_end_without_anything():
    letter = after("")
    assert len(letter.points) == 2
    assert letter.parts.keys() == {"subject", "salutation"}


def test_copies_after_the_signature_are_copies():
    letter = after("Yours faithfully,\n\nLi Na\n\nCopy to:\n- Study groups\n- Members\n")
    assert texts(letter, "copies") == ["Study groups", "Members"]
    assert texts(letter, "signature") == ["Li Na"]


@pytest.mark.parametrize(
    "note",
    ["Annexes: 2", "ANNEXES: 2", "Annex: 1", "Annexes : 2 (English)", "Enclosures: 2", "Encl.: 2"],
)
def test_the_note_of_the_annexes_is_no_annex(note):
    letter = after(f"Yours faithfully,\n\nLi Na\n\n{note}\n")
    assert texts(letter, "annex-note") == [note]
    assert letter.annexes == ()


@pytest.mark.parametrize(
    "heading",
    [
        "ANNEX 1",
        "Annex 1",
        "ANNEX A",
        "Annex 1 (to TSB Circular 7)",
        "ANNEX 1\n(to TSB Circular 7)",
        "ANNEX 1 – Hotels",
        "Annex 1: Hotels",
    ],
)
def test_annexes_begin_with_their_headings(heading):
    letter = after(
        f"Yours faithfully,\nLi Na\n\nAnnexes: 2\n\n{heading}\n\nHotels.\n\nANNEX 2\n\n1. A list.\n"
    )
    assert [annex.heading.text for annex in letter.annexes] == [
        heading.replace("\n", " "),
        "ANNEX 2",
    ]
    assert [annex.passages[0].text for annex in letter.annexes] == ["Hotels.", "A list."]
    assert texts(letter, "annex-note") == ["Annexes: 2"]


@pytest.mark.parametrize(
    ("note", "heading"),
    [
        ("Annex: 1", "Annex"),
        ("Annex: 1", "ANNEX"),
        ("", "ANNEX"),
        ("", "ANNEX\n(to TSB Circular 7)"),
    ],
)
def test_an_only_annex_may_have_the_mere_word_for_its_heading(note, heading):
    letter = after(f"Yours faithfully,\nLi Na\n\n{note}\n\n{heading}\n\nAgenda\n\n1. Trees\n")
    (annex,) = letter.annexes
    assert annex.heading.text == heading.replace("\n", " ")
    assert [passage.text for passage in annex.passages] == ["Agenda", "Trees"]
    assert texts(letter, "annex-note") == ([note] if note else [])


@pytest.mark.parametrize("note", ["Annex", "ANNEX"])
def test_the_mere_word_with_nothing_below_is_a_note(note):
    letter = after(f"Yours faithfully,\nLi Na\n\n{note}\n")
    assert letter.annexes == ()
    assert texts(letter, "annex-note") == [note]


def test_the_mere_word_above_copies_is_a_note():
    letter = after("Yours faithfully,\nLi Na\n\nAnnex\n\nCopy to:\n- Members\n")
    assert letter.annexes == ()
    assert texts(letter, "copies") == ["Members"]


def test_an_address_inside_an_annex_is_no_footer():
    address = (
        "International Telecommunication Union\nPlace des Nations, CH-1211 Geneva 20\nSwitzerland"
    )
    letter = after(f"Yours faithfully,\nLi Na\n\nANNEX 1\n\nTo:\n{address}\n\nName:\n")
    (annex,) = letter.annexes
    assert [passage.text for passage in annex.passages] == ["To:", *address.split("\n"), "Name:"]
    assert "footer" not in letter.parts


def test_a_list_of_annexes_below_the_signature_is_a_note():
    listed = "Annex 1: Hotels\nAnnex 2: Agenda\n"
    letter = after(
        f"Yours faithfully,\nLi Na\n\n{listed}\nANNEX 1\n\nHotels.\n\nANNEX 2\nAgenda.\n"
    )
    assert texts(letter, "annex-note") == ["Annex 1: Hotels", "Annex 2: Agenda"]
    assert len(letter.annexes) == 2


def test_a_sentence_about_an_annex_is_no_annex():
    letter = read(
        "Dear Sir/Madam,\n\nWe meet.\n\nAnnex 1 has the hotels.\n\nYours faithfully,\n", "en"
    )
    assert len(letter.points) == 2
    assert letter.annexes == ()


def test_a_letter_inside_an_annex_stays_there():
    letter = after("Yours faithfully,\nLi Na\n\nANNEX 1\n\nDear Sir,\nYes.\nYours faithfully,\n")
    assert len(letter.annexes) == 1
    assert [passage.text for passage in letter.annexes[0].passages][-1] == "Yours faithfully,"


@pytest.mark.parametrize(
    ("language", "footer"),
    [
        ("ru", "Международный союз электросвязи • Place des Nations • CH-1211 Geneva 20"),
        ("ru", "International Telecommunication Union • Place des Nations • CH-1211 Geneva 20"),
        ("en", "Place des Nations, CH-1211 Geneva 20, Switzerland"),
        ("en", "Tel.: +41 22 730 5852 • E-mail: tsb@itu.int • www.itu.int"),
        ("en", "Internationale Fernmeldeunion • Genf • Schweiz"),
    ],
)
def test_a_footer_is_known_by_its_address_or_its_bullets(language, footer):
    points = "1\tA.\n2\tB.\n"
    letter = read(f"{points}\n{footer}\n3\tC.\n", language)
    assert texts(letter, "footer") == [footer]
    assert [len(point.passages) for point in letter.points] == [1, 1, 1]


def test_a_long_text_behind_the_signature_is_not_taken_for_it():
    letter = after("Yours faithfully,\n\nLi Na\n\n" + "We forgot something. " * 20)
    assert texts(letter, "signature") == ["Li Na"]
    assert len(texts(letter, "other")) == 1


def test_a_russian_letter_with_everything_is_read():
    letter = read(
        """\
        МЕЖДУНАРОДНЫЙ СОЮЗ ЭЛЕКТРОСВЯЗИ

        Женева, 12 марта 2026 г.

Осн.\tЦиркуляр 205 БСЭ
Кому\tАдминистрациям Государств – Членов Союза
Предмет\tЧетвертый форум по цифровым двойникам (Сеул, 3–5 июня 2026 г.)

Уважаемая госпожа, уважаемый господин!

1. Приглашаем вас на форум.
2. Задачи форума:
– представить стандарты;
– принять доклад.

С уважением,

(подпись)
Сэйдзо Оноэ
Директор Бюро стандартизации электросвязи

Приложения: 1

Приложение 1
(к Циркуляру 205 БСЭ)

Программа
""",
        "ru",
    )
    assert {part: len(passages) for part, passages in letter.parts.items()} == {
        "letterhead": 1,
        "dateline": 1,
        "reference": 1,
        "to": 1,
        "subject": 1,
        "salutation": 1,
        "closing": 1,
        "signature": 3,
        "annex-note": 1,
    }
    assert [len(point.items) for point in letter.points] == [0, 2]
    assert letter.annexes[0].heading.text == "Приложение 1 (к Циркуляру 205 БСЭ)"


def test_a_language_that_only_has_its_pack_is_read_by_it():
    letter = read(
        """\
Genève, le 3 mai 2027

Réf\tCirculaire TSB 312
Tél.:
Fax:
\t+41 22 730 6301
\t+41 22 730 5853
À: Membres du Secteur; Associés
Objet: Troisième forum sur les arbres
(Genève, 12-13 juin 2027)

Madame, Monsieur,

1) Le forum aura lieu à Genève.
2) Les objectifs sont les suivants:
– planter des arbres;
– les arroser.

Veuillez agréer, Madame, Monsieur, l'assurance de ma haute considération.

(signé)
Li Na

ANNEXE A

Plan
""",
        "fr",
    )
    assert texts(letter, "dateline") == ["Genève, le 3 mai 2027"]
    assert texts(letter, "reference") == ["Circulaire TSB 312"]
    assert texts(letter, "fax") == ["+41 22 730 5853"]
    assert texts(letter, "to") == ["Membres du Secteur;", "Associés"]
    assert len(texts(letter, "subject")) == 2
    assert [len(point.items) for point in letter.points] == [0, 2]
    assert texts(letter, "signature") == ["(signé)", "Li Na"]
    assert letter.annexes[0].heading.text == "ANNEXE A"
    assert "other" not in letter.parts


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum",
        "Shopping list\n- milk\n- eggs\n",
        "A page about trees\n\nTrees grow in forests and in gardens.\n\nContact: us@example.org\n",
        "20 June 2026\n21 June 2026\n",
        "Предмет: Деревья\nКому: Членам\nУважаемая госпожа,\n",
    ],
)
def test_what_is_no_circular_gets_one_finding(text):
    with pytest.raises(FindingsError) as caught:
        read(text, "en")
    (finding,) = caught.value.findings
    assert (finding.rule, str(finding.location)) == ("no-circular", "letter.txt")
    assert "(en)" in finding.help


def test_warnings_of_the_file_are_kept():
    sheet = read_text((START + "3\tEnd.").encode(), "letter.txt")
    warned = sheet._replace(findings=("a warning",))
    assert read_letter(warned, languages()["en"]).findings == ("a warning",)


def test_a_document_with_a_closing_in_a_table_is_read():
    letter = read_document(
        "en",
        "Dear Sir/Madam,",
        {"text": "We meet.", "mark": "1"},
        {"text": "Yours faithfully,", "cell": (0, 0, 0)},
        {"text": "(Signed)\nLi Na", "cell": (0, 0, 1)},
    )
    assert texts(letter, "closing") == ["Yours faithfully,"]
    assert texts(letter, "signature") == ["(Signed)", "Li Na"]


RUSSIAN = "Предмет: Деревья\n\nУважаемая госпожа,\nуважаемый господин,\n\n1\tМы встречаемся.\n\n"


def test_a_sentence_of_thanks_before_the_closing_is_the_last_paragraph():
    letter = read(f"{RUSSIAN}Заранее благодарю вас.\n\nС уважением,\n\nЛи На\n", "ru")
    assert texts(letter, "closing") == ["С уважением,"]
    assert letter.points[-1].passages[-1].text == "Заранее благодарю вас."


def test_thanks_alone_close_a_letter():
    letter = read(f"{RUSSIAN}Заранее благодарю вас.\n\nЛи На\n", "ru")
    assert texts(letter, "closing") == ["Заранее благодарю вас."]


def test_a_form_inside_an_annex_is_greeted_in_one_line():
    form = "ПРИЛОЖЕНИЕ 1\n\nОтвет\n\nУважаемая госпожа,\nуважаемый господин,\n\nМы согласны.\n"
    letter = read(f"{RUSSIAN}С уважением,\n\nЛи На\n\n{form}", "ru")
    assert [passage.text for passage in letter.annexes[0].passages] == [
        "Ответ",
        "Уважаемая госпожа, уважаемый господин,",
        "Мы согласны.",
    ]


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "Yours faithfully,\nLi Na\n\nAnnex: 1\n\nAnnex: Hotels\n\n- The Palace.\n"),
        ("ru", "С уважением,\nЛи На\n\nПриложение: 1\n\nПриложение. Гостиницы\n\n- «Палас».\n"),
    ],
)
def test_the_word_for_an_annex_and_a_title_begin_one(language, end):
    salutation = {"en": "Dear Sir/Madam,", "ru": "Уважаемая госпожа,"}[language]
    letter = read(f"{salutation}\n\n1. We meet.\n\n{end}", language)
    (annex,) = letter.annexes
    assert len(annex.passages) == 1
    assert len(letter.parts["annex-note"]) == 1
