"""Small hand-made tables of what a careless hand may write in facts files and templates."""

from __future__ import annotations

# What is typed where a fact should be printed.
TYPED: dict[str, dict[str, str]] = {
    "date": {"en": "31 October 2025", "ru": "31 октября 2025 года", "fr": "31 octobre 2025"},
    "schedule": {
        "en": "on 31 October 2025, from 1100 to 1200 hours",
        "ru": "31 октября 2025 года с 11 час. 00 мин. до 12 час. 00 мин.",
        "fr": "le 31 octobre 2025 de 11 heures à 12 heures",
    },
    "hours": {
        "en": "at 0930 hours",
        "ru": "в 09 час. 30 мин.",
        "fr": "à 9 h 30",
    },
    "url": dict.fromkeys(("en", "ru", "fr"), "https://www.itu.int/typed/"),
    "email": dict.fromkeys(("en", "ru", "fr"), "typed@itu.int"),
    "number": dict.fromkeys(("en", "ru", "fr"), "20"),
    "ordinal": {"en": "9th", "ru": "9-е", "fr": "9e"},
    "zone": dict.fromkeys(("en", "ru", "fr"), "(CEST)"),
    "place": {"en": "Geneva", "ru": "Женева", "fr": "Genève"},
    "acronym": dict.fromkeys(("en", "ru", "fr"), "U4SSC"),
}
# By which filter, or end of its name, a fact is of what kind; the first that fits.
SORTS: tuple[tuple[str, str], ...] = (
    (r"\|schedule", "schedule"),
    (r"\|(?:days|date|moment)", "date"),
    (r"\|hours", "hours"),
    (r"\|ordinal", "ordinal"),
    (r"\|counted|study_group|majority|supporters", "number"),
    (r"\{\{ [\w.]*(?:website|page|form|document) \}\}", "url"),
    (r"\{\{ place", "place"),
    (r"\{\{ acronym", "acronym"),
)
# A filter, and what is written in its place: another kind of fact, or less of it.
OTHER_FILTERS: tuple[tuple[str, str], ...] = (
    (r"\|schedule", '|days("plain")'),
    (r"\|days\([^)]*\)", "|schedule"),
    (r"\|date\([^)]*\)", '|date("weekday")'),
    (r"\|moment", '.date|date("plain")'),
    (r"\|listing(?:\([^)]*\))?", ""),
    (r"\|ordinal(?:\([^)]*\))?", ""),
    (r"\|hours", ""),
    (r"\|counted\([^)]*\)", ""),
    (r"\|plural\([^)]*\)", ""),
    (r"\|sentence_case", ""),
)
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
# How hours stand in a text: the digits of the hour are group 1.
HOURS = {
    "en": r"\b([01]\d)[0-5]\d(?=\s+(?:to\s+\d{4}\s+)?hours)",
    "ru": r"\b([01]\d)\s+час\.",
    "fr": r"\b(\d\d)\s+(?:h\b|heures)",
}
NUMBERS = {
    "en": {"three": "four", "two": "three", "first": "last", "third": "second"},
    "ru": {"трех": "четырех", "двух": "трех", "третий": "второй", "третьем": "втором"},
    "fr": {"trois": "quatre"},
}
NAMES = {
    "en": {
        "Geneva": "Vienna", "Seoul": "Busan", "Dubai": "Doha", "New Delhi": "Mumbai",
        "ITU Council": "ITU Academy", "Study Group": "Focus Group",
    },
    "ru": {
        "Женеве": "Вене", "Женевы": "Вены", "Сеуле": "Пусане", "Дубае": "Дохе",
        "Нью-Дели": "Мумбаи", "Совету МСЭ": "Академии МСЭ",
        "Исследовательской комиссии": "Оперативной группы",
    },
    "fr": {"Genève": "Vienne", "Nations Unies": "États membres"},
}  # fmt: skip
ACRONYMS = {
    "en": {"UNESCO": "UNICEF", "WHO": "WMO", "UNICEF": "UNIDO", "TSAG": "RAG", "U4SSC": "UNECE",
           "KPIs": "SDGs", "SDGs": "KPIs", "ICTs": "KPIs", "ITU-T": "ITU-R"},
    "ru": {"ЮНЕСКО": "ЮНИСЕФ", "ВОЗ": "ВМО", "ЮНИСЕФ": "ЮНИДО", "КГСЭ": "КГР", "U4SSC": "ЕЭК ООН",
           "КПД": "ЦУР", "ЦУР": "КПД", "ИКТ": "КПД", "МСЭ-Т": "МСЭ-Р"},
    "fr": {"U4SSC": "CEE-ONU", "UIT": "OMS"},
}  # fmt: skip
# Weekdays as facts files have them, each before the one that is written instead.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Monday")
# Letters that look alike: Cyrillic, and the Latin one.
ALIKE = dict(zip("аеосрхАВЕКМНОРСТ", "aeocpxABEKMHOPCT", strict=True))
# Spellings and terms that the house does not write, by those that it does.
NOT_OURS = {
    "en": {
        r"(\w*[a-z]i)z(e|ed|es|ing|ation|ations)\b": r"\1s\2",
        r"\bChair\b": "Chairman",
        r"\bVice-Chairs\b": "Vice-Chairmen",
        r"\bprogramme\b": "program",
        r"\bcentre\b": "center",
        r"\bweb page\b": "webpage",
    },
    "ru": {
        r"\b([Ее])е\b": r"\1ё",
        r"\bотчет": "отчёт",
        r"\bтрех\b": "трёх",
        r"\bотчетам": "отчётам",
        r"веб-сайт": "вебсайт",
    },
    "fr": {},
}
# Boilerplate of headquarters, for a meeting elsewhere.
HEADQUARTERS = {
    "en": "Rooms will be shown on the screens at ITU headquarters.",
    "ru": "Залы заседаний будут указаны на экранах в штаб-квартире МСЭ.",
}
# A word that is put into a sentence when its source is changed.
NEW_WORD = "important"
