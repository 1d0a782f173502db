"""What was found in the texts of the facts is not said again about the letters that show them."""

import pytest
from checks.trial import checked, made

FILE = "data/meetings/u4ssc-09.yaml"
VISA = """paragraphs:
  - id: visa
    after: programme
    text:
      en: Apply for it {en}.
      ru: Подайте заявку {ru}.
side_events:"""
ANNEX = """annexes:
  - title: {en: Rooms, ru: Номера}
    file: {en: rates.en.md, ru: rates.ru.md}
side_events:"""


def texts(en, ru):
    return {FILE: [["side_events:", VISA.replace("{en}", en).replace("{ru}", ru)]]}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            texts("four weeks ahead", "за четыре месяца"),
            {"text-disagreement": 1},
        ),
        (
            texts("by 3 October 2025", "до 4 октября 2025 года"),
            {"text-disagreement": 1},
        ),
        (
            {
                FILE: [["side_events:", ANNEX]],
                "data/meetings/rates.en.md": "A room costs **145**&nbsp;USD.\n",
                "data/meetings/rates.ru.md": "Номер стоит **154**&nbsp;долл.&nbsp;США.\n",
            },
            {"text-disagreement": 1},
        ),
        (
            {FILE: [["Empowering Lives", "Empowering 10 Lives"]]},
            {"text-disagreement": 1},
        ),
        (
            {
                FILE: [
                    [
                        "сообщить о ходе работы тематических и рабочих групп U4SSC",
                        "provide an update on the work of the U4SSC Thematic and Working Groups",
                    ]
                ]
            },
            {"untranslated-text": 1},
        ),
        # What is wrong with one letter by itself is no disagreement of two texts.
        (
            texts(
                "before 0930 hours (CET) on 3&nbsp;July 2025",
                "до 08 час. 30 мин. (CET) 3&nbsp;июля 2025 года",
            ),
            {"text-disagreement": 1, "zone-of-date": 1},
        ),
    ],
)
def test_each_mistake_is_found_once(change, found, tmp_path, monkeypatch):
    made(tmp_path, change)
    monkeypatch.chdir(tmp_path)
    ignored = ("unconfirmed", "stale", "no-break-space")
    rules = [(each.rule, each.message) for each in checked(ignore=ignored)]
    named = [rule for rule, _ in dict.fromkeys(rules)]
    assert {rule: named.count(rule) for rule in named} == found
