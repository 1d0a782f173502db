"""No rule finds anything in a letter that is right."""

import re

import pytest
from comparison.rules.sides import ROOT, knowledge, side, whole

from circgen.comparison.rules import rules
from circgen.compose.markup import NBSP

PAGES = sorted((ROOT / "tests/golden/pages").glob("*.txt"))
SHIPPED = [page for page in PAGES if re.search(r"\.(en|ru)\.txt$", page.name)]
SHOWN_NBSP = "\N{SHOULDERED OPEN BOX}"


def findings(one):
    return [
        f"{finding.location}: {finding.rule}: {finding.message}"
        for check in rules().values()
        for finding in check(one, knowledge())
    ]


def test_there_are_pages():
    assert len(SHIPPED) > 20


@pytest.mark.parametrize("page", SHIPPED, ids=lambda page: page.stem)
def test_a_golden_page_is_right(page):
    text = page.read_text("utf-8").replace(SHOWN_NBSP, NBSP)
    assert findings(whole(text, page.name.split(".")[-2])) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The meeting will be held on 31.10.2025 from 11.00 to 12.00 hours (CET)."),
        ("en", "The meeting will be held on 31 October 2025, 11:00–12:00 and 13:30–15:30 CET."),
        (
            "en",
            "Sessions are from 9 to 11 a.m. and from 1.30 to 3 p.m., local time (Geneva, UTC+2).",
        ),
        ("en", "The deadline is Friday, 31 October 2025, 2359 hours UTC."),
        ("en", "It was agreed: (i) to meet; (ii) to vote, i.e. by a show of hands; see § 4.2(b)."),
        (
            "en",
            "The plan (2025-2028) covers ITU-T SG20, U4SSC, IoT and AI for Good; see itu.int/go/tsg20.",
        ),
        (
            "en",
            "The so-called ‘smart’ cities, the participants' and the chair's 5″ screens are “smart”, too.",
        ),
        ("en", "Members' fees are CHF 3 975 (approx. 4,000 USD); 50 % is payable by 1 May 2026."),
        (
            "en",
            "The Place des Nations, the Palais des Expositions and Genève-Cornavin are near by.",
        ),
        ("ru", "Собрание пройдет 31.10.2025 с 11:00 до 12:00 (CET), т. е. в пятницу, и т. д."),
        (
            "ru",
            "Собрание пройдет 31 октября 2025 г. в 11 час. 00 мин. по центральноевропейскому времени.",
        ),
        (
            "ru",
            "Вебинар «Расширение прав с помощью „умных“ городов» проводит МСЭ-T, т.е. ИК20 МСЭ-Т.",
        ),
        ("ru", "Платформа IoT, IP-адреса, SMART-города, U4SSC и веб-сайт https://u4ssc.itu.int/."),
        (
            "ru",
            "Собрание пройдет в гостинице Crowne Plaza Geneva по адресу: Avenue Louis-Casaï 75.",
        ),
        ("ru", "Собрание рассмотрит: а) отчет; б) план (2025–2026 гг.); в) прочие вопросы."),
    ],
)
def test_what_a_good_typist_writes_is_right(code, text):
    assert findings(side(text, code)) == []
