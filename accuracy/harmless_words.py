"""Small hand-made tables of words: what may stand in place of what, and nothing is wrong.

`␣` stands for any space, and in what takes its place for the space that stood there.
"""

from __future__ import annotations

_Table = dict[str, dict[str, tuple[str, ...]]]

_NUMBERS: _Table = {
    "en": {
        "19␣UN agencies": ("nineteen UN agencies",),
        "20␣UN agencies": ("twenty UN agencies",),
        "21␣UN agencies": ("twenty-one UN agencies",),
        "22␣UN agencies": ("twenty-two UN agencies",),
        "101␣UN agencies": ("one hundred and one UN agencies",),
        "1␣UN agency": ("one UN agency",),
        "at least 12 cities": ("at least twelve cities",),
        "about 80␣minutes": ("about eighty minutes",),
        "at least four weeks": ("at least 4 weeks",),
        "Ten Years": ("10 Years",),
        "no more than 450": ("no more than four hundred and fifty",),
    },
    "ru": {
        "19␣учреждений": ("девятнадцать␣учреждений",),
        "20␣учреждений": ("двадцать␣учреждений",),
        "21␣учреждение": ("двадцать одно␣учреждение",),
        "22␣учреждения": ("двадцать два␣учреждения",),
        "101␣учреждение": ("сто одно␣учреждение",),
        "1␣учреждение": ("одно␣учреждение",),
        "не менее 12␣городов": ("не менее двенадцати␣городов",),
        "около 80␣минут": ("около восьмидесяти␣минут",),
        "за четыре недели": ("за 4 недели",),
        "Десять лет": ("10 лет",),
        "не более 450␣человек": ("не более четырехсот пятидесяти␣человек",),
    },
}
_ORDINALS: _Table = {
    "en": {
        "Ninth Meeting": ("9th Meeting",),
        "Seventh Meeting": ("7th Meeting",),
        "Twenty-first Meeting": ("21st Meeting",),
        "Third Workshop": ("3rd Workshop",),
        "Second Forum": ("2nd Forum",),
        "Fourteenth Seminar": ("14th Seminar",),
        "Fortieth Conference": ("40th Conference",),
        "112th Session": ("Hundred and Twelfth Session", "One hundred and twelfth Session"),
        "tenth anniversary": ("10th anniversary",),
        "second edition": ("2nd edition",),
    },
    "ru": {
        "Девятое собрание": ("9-е собрание",),
        "девятое собрание": ("9-е собрание",),
        "Седьмое собрание": ("7-е собрание",),
        "седьмое собрание": ("7-е собрание",),
        "Двадцать первое собрание": ("21-е собрание",),
        "двадцать первое собрание": ("21-е собрание",),
        "Третий семинар": ("3-й семинар",),
        "третий семинар": ("3-й семинар",),
        "Второй форум": ("2-й форум",),
        "второй форум": ("2-й форум",),
        "Четырнадцатый семинар": ("14-й семинар",),
        "четырнадцатый семинар": ("14-й семинар",),
        "Сороковая конференция": ("40-я конференция",),
        "сороковую конференцию": ("40-ю конференцию",),
        "112-я сессия": ("Сто двенадцатая сессия",),
        "112-ю сессию": ("сто двенадцатую сессию",),
        "десятой годовщины": ("10-й годовщины",),
        "второе издание": ("2-е издание",),
        "20-й Исследовательской комиссией": ("Двадцатой Исследовательской комиссией",),
    },
}
_ACRONYMS: _Table = {
    "en": {
        "International Telecommunication Union (ITU)": ("International Telecommunication Union",),
        "UN agencies": ("United Nations agencies", "United Nations (UN) agencies"),
        "Sustainable Development Goals (SDGs)": ("Sustainable Development Goals", "SDGs"),
        "use of ICTs": (
            "use of information and communication technologies (ICTs)",
            "use of information and communication technologies",
        ),
        "U4SSC KPIs": ("U4SSC key performance indicators (KPIs)",),
        "Commission for Europe (UNECE)": ("Commission for Europe",),
        "to ITU Member States": ("to International Telecommunication Union (ITU) Member States",),
        "Sustainable Development Goal 11": ("Sustainable Development Goal (SDG) 11",),
        "ICT infrastructure": ("information and communication technology (ICT) infrastructure",),
    },
    "ru": {
        "Международный союз электросвязи (МСЭ)": ("Международный союз электросвязи",),
        "программ ООН": ("программ Организации Объединенных Наций (ООН)",),
        "в области устойчивого развития (ЦУР)": ("в области устойчивого развития",),
        "использованию ИКТ": (
            "использованию информационно-коммуникационных технологий (ИКТ)",
            "использованию информационно-коммуникационных технологий",
        ),
        "внедрении КПД": ("внедрении ключевых показателей деятельности (КПД)",),
        "экономической комиссией ООН (ЕЭК ООН)": ("экономической комиссией ООН",),
        "Члены МСЭ, Члены": ("Члены Международного союза электросвязи (МСЭ), Члены",),
        "инициатив Организации Объединенных Наций": (
            "инициатив Организации Объединенных Наций (ООН)",
            "инициатив ООН",
        ),
        "инфраструктуры ИКТ": ("инфраструктуры информационно-коммуникационных технологий (ИКТ)",),
        "Цели␣11 в области устойчивого развития": ("Цели␣11 в области устойчивого развития (ЦУР)",),
    },
}
_SYNONYMS: _Table = {
    "en": {
        "I am pleased to inform you": ("I have the honour to inform you", "I wish to inform you"),
        "will take place": ("will be held",),
        "is organizing": ("is holding", "organizes"),
        "virtually": ("online", "in virtual format"),
        "(Virtual,": ("(Virtual meeting,", "(Online,"),
        "in hybrid format": ("as a hybrid event",),
        "Please note that registration is mandatory": (
            "Registration is mandatory",
            "Please note that registration is obligatory",
            "Please note that registration is compulsory",
        ),
        "free of charge": ("free",),
        "Further information is available at": ("More information can be found at",),
        "The main objectives": ("The principal objectives",),
        "participants are invited to consult it": ("participants are encouraged to consult it",),
        "Please note the following deadlines": ("Kindly note the following deadlines",),
        "on the event website": ("on the website of the event",),
        "from time to time": ("regularly",),
        "approve the": ("adopt the",),
    },
    "ru": {
        "Имею честь сообщить вам": ("Рад сообщить вам", "Имею честь информировать вас"),
        "пройдет": ("состоится", "пройдёт"),
        "организует": ("проводит",),
        "в виртуальном формате": ("в онлайновом формате", "в режиме онлайн", "виртуально"),
        "(виртуальный формат": ("(виртуально", "(онлайновый формат"),
        "в смешанном формате": ("в гибридном формате",),
        "(смешанный формат": ("(гибридный формат",),
        "Просим учесть, что регистрация является обязательной": (
            "Регистрация обязательна",
            "Обращаем ваше внимание на то, что регистрация является обязательной",
        ),
        "Участие является бесплатным": ("Участие бесплатное", "Плата за участие не взимается"),
        "размещены по адресу": ("доступны по адресу", "представлены по адресу"),
        "Основные задачи": ("Главные задачи", "Основные цели"),
        "предельные сроки": ("крайние сроки",),
        "на веб-сайте мероприятия": ("на сайте мероприятия",),
        "время от времени": ("периодически",),
        "утвердить": ("одобрить",),
        "ее": ("её",),
    },
}
_LABELS: _Table = {
    "en": {
        "Tel:": ("Tel.:", "Telephone:", "Phone:"),
        "E-mail:": ("Email:", "e-mail:"),
        "Ref:": ("Ref.:", "Reference:"),
        "Chairs and Vice-Chairs": ("Chairmen and Vice-Chairmen",),
        "Dear Sir/Madam": ("Dear Sir or Madam", "Dear Madam/Sir"),
        "Copy to:": ("Copies:", "Cc:"),
    },
    "ru": {
        "Тел.:": ("Телефон:",),
        "Эл. почта:": ("Электронная почта:", "E-mail:"),
        "Уважаемая госпожа,\nуважаемый господин": ("Уважаемая госпожа/уважаемый господин",),
        "Копии:": ("Копия:",),
        "Факс:": ("Телефакс:",),
    },
}
WORDINGS = {
    "numbers in words": _NUMBERS,
    "ordinals in digits": _ORDINALS,
    "acronyms": _ACRONYMS,
    "synonyms": _SYNONYMS,
    "labels": _LABELS,
}

# How sentences begin that may stand first in their paragraph, or after a semicolon.
MOVABLE = {
    "en": (
        "Further information is",
        "More details can",
        "Please note that registration",
        "Participation is free",
    ),
    "ru": (
        "Дополнительные сведения размещены",
        "Более подробные сведения",
        "Просим учесть",
        "Участие является",
    ),
}

# A fact that stands elsewhere in the letter, said again.
RESTATED = {
    "en": {
        "The main objectives of the meeting": "The main objectives of the U4SSC meeting",
        "The U4SSC meeting will": "The virtual U4SSC meeting will",
        "The FG-EWRA meeting will": "The virtual FG-EWRA meeting will",
        "The conference will be held": "The virtual conference will be held",
        "The session will be held": "The virtual session will be held",
    },
    "ru": {
        "Основные задачи собрания": "Основные задачи собрания U4SSC",
        "Собрание U4SSC будет": "Виртуальное собрание U4SSC будет",
        "Собрание FG-EWRA будет": "Виртуальное собрание FG-EWRA будет",
        "Конференция будет проходить": "Виртуальная конференция будет проходить",
        "Сессия будет проходить": "Виртуальная сессия будет проходить",
    },
}
