import pytest
from comparison.rules.sides import found, shown

RULE = "untranslated"

RUSSIAN = "Участие в собрании является бесплатным для всех желающих."
ENGLISH = "Participation in the meeting is free of charge and open to all."
LETTER = """{letterhead}

{dateline}

Subject:\tMeeting

Dear Sir/Madam,

1\tThe meeting is free of charge.

2\t{text}

Yours faithfully,

{footer}
"""


def letter(letterhead="ITU", dateline="Geneva, 1 May 2026", text="It is open to all.", footer=""):
    return LETTER.format(letterhead=letterhead, dateline=dateline, text=text, footer=footer)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            f"It is open. {RUSSIAN}",
            "1:13 error 1: Участие в собрании является бесплатным… is Русский",
        ),
        (
            "ru",
            f"Собрание открыто. {ENGLISH}",
            "1:19 error 1: Participation in the meeting is free of… is English",
        ),
        (
            "ru",
            f"Это 2026 г. {ENGLISH}",
            "1:13 error 1: Participation in the meeting is free of… is English",
        ),
        (
            "en",
            f"{RUSSIAN} {RUSSIAN} It is open.",
            "1:1 error 1: Участие в собрании является бесплатным… is Русский",
        ),
        ("en", "It is on 31 октября 2025.", "1:13 warning 1: октября is Русский"),
        (
            "en",
            "It is an initiative – одна из инициатив Организации.",
            "1:23 warning 1: одна из инициатив is Русский",
        ),
        (
            "en",
            "It is Дополнительные сведения размещены по адресу: it is.",
            "1:22 warning 1: сведения размещены по адресу is Русский",
        ),
        ("en", "It is on Friday (пятница).", "1:18 warning 1: пятница is Русский"),
        ("ru", "Собрание (virtual) открыто.", "1:11 warning 1: virtual is English"),
        ("ru", "Собрание пройдет 31 October 2025.", "1:21 warning 1: October is English"),
        ("ru", "Собрание пройдет 31 May 2025.", "1:21 warning 1: May is English"),
    ],
)
def test_text_in_another_language_is_found_once(code, text, expected):
    assert shown(found(RULE, text, code)) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", 'Вебинар "Empowering Lives through People-Centred Smart Cities" пройдет завтра.'),
        ("ru", "Вебинар «Virtual Cities» и форум World Cities Day; гостиница Crowne Plaza Geneva."),
        ("ru", "Форма размещена по адресу: https://www.itu.int/virtual-meeting-in-may."),
        (
            "ru",
            "В собрании и вебинаре могут принять участие все эксперты Agence nationale des fréquences.",
        ),
        ("ru", "Площадка U4SSC Virtual Hub, платформа MyMeetings и Place des Nations."),
        ("ru", "Проект новой Рекомендации МСЭ-Т X.1287 (ранее X.sup-cdc) обсуждается."),
        ("en", 'The webinar is entitled "Расширение прав и возможностей всех людей".'),
        ("en", "It may march on. The virtual meeting is on Friday, 8 May 2026, i.e. in spring."),
        ("ru", "См. п. 2. Собрание пройдет виртуально в пятницу, 8 мая 2026 г., и т. д."),
    ],
)
def test_names_titles_and_addresses_of_another_language_are_right(code, text):
    assert found(RULE, text, code) == []


def test_a_letterhead_may_be_in_another_language():
    text = letter(letterhead="МЕЖДУНАРОДНЫЙ СОЮЗ ЭЛЕКТРОСВЯЗИ\nБЮРО СТАНДАРТИЗАЦИИ ЭЛЕКТРОСВЯЗИ")
    assert found(RULE, text) == []


def test_a_footer_in_another_language_is_a_warning():
    footer = "Международный союз электросвязи • Place des Nations • CH-1211 Geneva 20 • Switzerland"
    (finding,) = found(RULE, letter(footer=footer))
    assert (finding.level, finding.paragraph) == ("warning", "footer")


def test_an_address_has_the_name_of_the_union_as_envelopes_do():
    union, street = "International Telecommunication Union", "Place des Nations, CH-1211 Geneva 20"
    annex = f"ПРИЛОЖЕНИЕ 1\n\nКому: в секретариат\n{union}\n{street}\nФакс: +41 22 730 5853\n"
    russian = f"Уважаемая госпожа,\n\n1\tФорма прилагается.\n\nС уважением,\n\n{annex}"
    assert found(RULE, russian, "ru") == []
    (finding,) = found(RULE, russian.replace(f"{street}\n", ""), "ru")
    assert finding.message == f"annex 1: {union} is English"


def test_a_paragraph_in_another_language_is_one_error():
    (finding,) = found(RULE, letter(text=f"{RUSSIAN} {RUSSIAN}"))
    assert (finding.level, finding.paragraph, finding.target.value) == ("error", "2", "ru")


def test_a_month_in_the_dateline_is_a_warning():
    (finding,) = found(RULE, letter(dateline="Geneva, 1 мая 2026"))
    assert finding.message.endswith(": мая is Русский")
