"""Dates, hours and numbers of languages that have no pack yet: patterns alone teach a reader."""

from functools import cache

import pytest
from recognition.tables import LIBRARIES, shown

from circgen.language.pack import DateStyle, HoursStyle, OrdinalStyle, Range
from circgen.language.understood import Understood
from circgen.language.wording import Language
from circgen.recognition.recogniser import Recogniser

PACKS = {
    "es": {
        "locale": "es",
        "dates": {
            "when": DateStyle(
                "'el' d 'de' MMMM 'de' y",
                "'el' d 'de' MMMM",
                None,
                Range(
                    "del {d} al {d 'de' MMMM 'de' y}",
                    "del {d 'de' MMMM} al {d 'de' MMMM 'de' y}",
                    "del {d 'de' MMMM 'de' y} al {d 'de' MMMM 'de' y}",
                ),
            )
        },
        "years": "{start}-{end}",
        "hours": HoursStyle(
            "HH.mm",
            "a las {clock} horas",
            "de {start} a {end} horas",
            "de {start} a {end} horas del día siguiente",
            "{clock} horas",
        ),
    },
    "zh": {
        "locale": "zh",
        "dates": {
            "when": DateStyle(
                "y年M月d日",
                "M月d日",
                None,
                Range("{y年M月d}至{d日}", "{y年M月d日}至{M月d日}", "{y年M月d日}至{y年M月d日}"),
            )
        },
        "years": "{start}-{end}年",
        "hours": HoursStyle(
            "H时mm分", "{clock}", "{start}至{end}", "{start}至次日{end}", "{clock}", "H时"
        ),
    },
    "ar": {
        "locale": "ar_EG",
        "direction": "rtl",
        "dates": {
            "when": DateStyle(
                "d MMMM y",
                "d MMMM",
                None,
                Range(
                    "من {d} إلى {d MMMM y}",
                    "من {d MMMM} إلى {d MMMM y}",
                    "من {d MMMM y} إلى {d MMMM y}",
                ),
            )
        },
        "years": "من {start} إلى {end}",
        "hours": HoursStyle(
            "HH:mm",
            "الساعة {clock}",
            "من الساعة {start} إلى الساعة {end}",
            "من الساعة {start} إلى الساعة {end} من اليوم التالي",
            "الساعة {clock}",
        ),
    },
}
ZONES = {"CET": ("Central European Time",)}
NO_ORDINALS = OrdinalStyle(0, {}, {})
TABLES = {
    "es": {
        "20 de diciembre de 2017": ["date 2017-12-20"],
        "1 de enero": ["date 01-01"],
        "el viernes 31 de octubre de 2025": ["date 2025-10-31", "weekday friday 2025-10-31"],
        "13-16 de marzo de 2012": ["date 2012-03-13/2012-03-16"],
        "del 13 al 16 de marzo de 2012": ["date 2012-03-13/2012-03-16"],
        "los 15 y 16 de marzo": ["date 03-15/03-16"],
        "del 30 de abril al 4 de mayo de 2018": ["date 2018-04-30/2018-05-04"],
        "30 de abril – 4 de mayo de 2018": ["date 2018-04-30/2018-05-04"],
        "14 de Mayo": ["date 05-14"],
        "virtual, 22, 29 de octubre y 5 de noviembre de 2026": [
            "date 2026-10-22",
            "date 2026-10-29",
            "date 2026-11-05",
        ],
        "a las 09.30 horas": ["hours 09:30"],
        "09:30 horas": ["hours 09:30"],
        "de 09.30 a 16.00 horas": ["hours 09:30-16:00"],
        "de 11.00 a 12.00 horas y de 13.30 a 15.30 horas": [
            "hours 11:00-12:00",
            "hours 13:30-15:30",
        ],
        "una reunión de 2 horas": ["number 2"],
        "24.00 horas UTC": ["hours 24:00", "zone UTC"],
        "1.000 participantes": ["number 1000"],
        "2025-2028": ["years 2025-2028"],
    },
    "zh": {
        "2015年3月11日,日内瓦": ["date 2015-03-11"],
        "2015年3月11日，日内瓦": ["date 2015-03-11"],
        "2015年6月10-17日": ["date 2015-06-10/2015-06-17"],
        "10月20日（星期一）至11月7日（星期五）": [
            "date 10-20/11-07",
            "weekday monday 10-20",
            "weekday friday 11-07",
        ],
        "4月30日至5月4日": ["date 04-30/05-04"],
        "（虚拟，2026年10月22日、29日和11月5日）": [
            "date 2026-10-22",
            "date 2026-10-29",
            "date 2026-11-05",
        ],
        "2025年10月31日11时至12时和13时30分至15时30分": [
            "date 2025-10-31",
            "hours 11:00-12:00",
            "hours 13:30-15:30",
        ],
        "9时30分": ["hours 09:30"],
        "2025-2026年": ["years 2025-2026"],
        "2025年10月": ["number 2025", "month 2025-10"],
        "电子邮件：u4ssc@itu.int，网站https://itu.int/go查看": [
            "email u4ssc@itu.int",
            "url itu.int/go",
        ],
    },
    "ar": {
        "جنيف، 15 أكتوبر 2025": ["date 2025-10-15"],
        "من 8 إلى 12 نوفمبر 2021": ["date 2021-11-08/2021-11-12"],
        "12-8 نوفمبر 2021": ["date 2021-11-08/2021-11-12"],
        "جنيف، 22، 29 أكتوبر، 5 نوفمبر 2026": [
            "date 2026-10-22",
            "date 2026-10-29",
            "date 2026-11-05",
        ],
        "من الساعة 11:00 إلى الساعة 12:00": ["hours 11:00-12:00"],
        "الساعة 09.30": ["hours 09:30"],
        "٩:٣٠": ["hours 09:30"],
        "الفترة من 2025 إلى 2028": ["years 2025-2028"],
    },
}
LINES = [(code, text, wanted) for code, lines in TABLES.items() for text, wanted in lines.items()]


@cache
def reader(code):
    pack = LIBRARIES[0].language("en").pack
    pack = pack._replace(code=code, ordinals=NO_ORDINALS, replacements=(), **PACKS[code])
    return Recogniser(Language(pack, lambda: Understood(zones=ZONES)), names=False)


@pytest.mark.parametrize(("code", "text", "wanted"), LINES)
def test_the_patterns_of_a_pack_are_enough_to_read_its_language(code, text, wanted):
    assert [shown(each) for each in reader(code).mentions(text) if not each.weak] == wanted
