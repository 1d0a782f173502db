"""Languages are recognised by the words of their data, whole documents and single sentences."""

from pathlib import Path

import pytest
from readers.sheets import document, languages

from circgen.readers.languages import foreign, language_of
from circgen.readers.text import read_text

PAGES = Path(__file__).parent.parent / "golden" / "pages"


def of(text):
    return language_of(read_text(text.encode(), "letter.txt"), languages())


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_language_of_every_golden_page_is_recognised(path):
    assert of(path.read_text("utf-8")) == path.name.split(".")[1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Subject: Trees\nDear Sir/Madam,\nWe plant trees.\nYours faithfully,\n", "en"),
        ("Предмет: Деревья\nУважаемая госпожа,\nМы сажаем деревья.\nС уважением,\n", "ru"),
        ("Objet: Arbres\nMadame, Monsieur,\nNous plantons des arbres.\n", "fr"),
    ],
)
def test_a_short_letter_tells_its_language(text, language):
    assert of(text) == language


def test_a_letter_with_a_long_annex_in_another_language_is_in_its_own():
    annex = "The Director of the Bureau and the Chairs of the study groups of the Union.\n" * 3
    letter = "Предмет: Деревья\nУважаемая госпожа,\nМы сажаем деревья.\nС уважением,\n"
    assert of(letter * 2 + annex) == "ru"


@pytest.mark.parametrize(
    "text", ["12345\n+41 22 730 6301\n", "Lorem\n", "xyzzy plugh qwerty\n", "www.example.org\n"]
)
def test_a_document_without_words_has_no_language(text):
    assert of(text) is None


def test_the_only_language_there_is_needs_words_all_the_same():
    only = {"ru": languages()["ru"]}
    assert language_of(document("We plant trees and water them."), only) is None
    assert language_of(document("Предмет:", "Уважаемая госпожа,"), only) == "ru"


@pytest.mark.parametrize(
    ("own", "text", "other"),
    [
        ("ru", "The meeting will be held in English only.", "en"),
        ("ru", "discuss the work plan of the Group and approve it;", "en"),
        ("ru", "Participation in the forum is open to ITU Member States.", "en"),
        ("ru", "Approve the appointment of the new Management Team;", "en"),
        ("ru", "The Director of the Radiocommunication Bureau", "en"),
        ("ru", "Yours faithfully,", "en"),
        ("ru", "Dear Sir/Madam,", "en"),
        (
            "ru",
            "International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • Switzerland",
            "en",
        ),
        ("en", "Собрание будет проходить только на английском языке.", "ru"),
        ("en", "обсудить план работы группы;", "ru"),
        ("en", "С уважением,", "ru"),
        ("fr", "Собрание будет проходить в Женеве.", "ru"),
        (
            "en",
            "Le Directeur du Bureau de la normalisation informe les membres de l'Union.",
            "fr",
        ),
    ],
)
def test_a_sentence_in_another_language_is_noticed(own, text, other):
    assert foreign(text, own, languages()) == other


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("ru", "Собрание пройдет в гостинице Park Samseong."),
        ("ru", "Park Samseong"),
        ("ru", "Place des Nations"),
        ("ru", "Hotel Royal Garden and Spa"),
        ("ru", "Seizo Onoe"),
        ("ru", "World Summit on the Information Society (WSIS) Forum"),
        ("ru", "https://www.itu.int/en/ITU-T/about/the-next-meeting-of-the-group.aspx"),
        ("ru", "u4ssc@itu.int"),
        ("ru", "U4SSC, ITU-T SG20, WTSA"),
        ("ru", "Форум Global Forum on the Future of Work for the Young откроется в мае."),
        ("ru", 'Вебинар "What the cities of the world will look like in ten years" бесплатный.'),
        ("ru", "«What the cities of the world will look like in ten years»"),
        ("ru", "СЕТ"),
        ("ru", "С уважением,"),
        (
            "ru",
            "Международный союз электросвязи • Place des Nations • CH-1211 Geneva 20 • Switzerland",
        ),
        ("en", "Ms Ирина Петрова"),
        ("en", "Palais des Nations, Salle des Pas perdus"),
        ("en", "The meeting will be held in English."),
        ("en", "Geneva"),
        ("en", ""),
        ("fr", "La réunion se tiendra en anglais."),
        ("fr", "Smart Sustainable Cities"),
    ],
)
def test_a_name_an_address_or_a_title_is_no_sentence(own, text):
    assert foreign(text, own, languages()) is None
