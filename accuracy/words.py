"""Small hand-made tables of words: what a careless hand may write in place of what."""

from __future__ import annotations

# Ordinals by the noun after them; neighbours are what is easily written instead.
_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth"
)
_NEUTER = (
    "первое второе третье четвертое пятое шестое седьмое восьмое девятое десятое одиннадцатое "
    "двенадцатое"
)
_MASCULINE = (
    "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый "
    "двенадцатый тринадцатый четырнадцатый пятнадцатый"
)
_FEMININE = "тридцатая сороковая пятидесятая шестидесятая"
_ACCUSATIVE = "тридцатую сороковую пятидесятую шестидесятую"
_GENITIVE = "восьмой девятой десятой одиннадцатой двенадцатой"
_Table = dict[str, dict[str, tuple[str, ...]]]

ORDINALS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (
            _ENGLISH,
            "Meeting|Seminar|Workshop|Forum|Conference|Session|edition|anniversary",
        ),
        ("thirtieth fortieth fiftieth", "Conference"),
    ),
    "ru": (
        (_NEUTER, "собрание|издание"),
        (_MASCULINE, "семинар|форум"),
        (_FEMININE, "конференция"),
        (_ACCUSATIVE, "конференцию"),
        (_GENITIVE, "годовщины"),
    ),
}

# Numbers in words that are wrong where the number in digits stands; `␣` is any space.
NUMBERS_IN_WORDS: _Table = {
    "en": {
        "19␣UN agencies": ("eighteen UN agencies", "ninety UN agencies"),
        "20␣UN agencies": ("twelve UN agencies", "thirty UN agencies"),
        "21␣UN agencies": ("twenty-two UN agencies",),
        "22␣UN agencies": ("twenty-three UN agencies",),
        "101␣UN agencies": ("one hundred and ten UN agencies",),
        "least 12 cities": ("least twenty cities", "least thirteen cities"),
        "about 80␣minutes": ("about eighteen minutes",),
        "least four weeks": ("least five weeks", "least two weeks"),
    },
    "ru": {
        "19␣учреждений": ("девять␣учреждений", "восемнадцать␣учреждений"),
        "20␣учреждений": ("двенадцать␣учреждений", "тридцать␣учреждений"),
        "21␣учреждение": ("тридцать одно␣учреждение",),
        "22␣учреждения": ("двадцать три␣учреждения",),
        "101␣учреждение": ("двадцать одно␣учреждение",),
        "12␣городов": ("двадцати␣городов", "тринадцати␣городов"),
        "около 80␣минут": ("около восемнадцати␣минут",),
        "за четыре недели": ("за три недели", "за две недели"),
    },
}
NUMBERS_DROPPED: _Table = {
    "en": {
        "the support of 19␣UN": ("the support of UN",),
        "the support of 20␣UN": ("the support of UN",),
        "the support of 21␣UN": ("the support of UN",),
        "the support of 22␣UN": ("the support of UN",),
        "the support of 101␣UN": ("the support of UN",),
        "experience of at least 12 cities": ("experience of cities",),
        " (about 80␣minutes)": ("",),
        "Goal 11": ("Goal",),
        "bus 6103": ("bus",),
        ", Hall 5": ("",),
        "If at least 70% of the replies": ("If the replies",),
    },
    "ru": {
        "поддерживают 19␣учреждений и программ": ("поддерживают учреждения и программы",),
        "поддерживают 20␣учреждений и программ": ("поддерживают учреждения и программы",),
        "поддерживает 21␣учреждение и программа": ("поддерживают учреждения и программы",),
        "поддерживают 22␣учреждения и программы": ("поддерживают учреждения и программы",),
        "поддерживает 101␣учреждение и программа": ("поддерживают учреждения и программы",),
        "опыт не менее 12␣городов": ("опыт городов",),
        " (около 80␣минут)": ("",),
        "Цели␣11 в области": ("Цели в области",),
        "автобусе-экспрессе␣6103": ("автобусе-экспрессе",),
        ", зал 5": ("",),
    },
}

ACRONYMS: _Table = {
    "en": {
        "(ITU)": ("(ISO)", "(WTO)", "(IEC)"),
        "U4SSC": ("U4SCC", "U4SSD"),
        "ITU-T": ("ITU-R", "ITU-D"),
        "UN agencies": ("EU agencies", "OECD agencies"),
        "UN agency": ("EU agency",),
        "(UNECE)": ("(UNECA)", "(UNESCO)"),
        "(UN-Habitat)": ("(UNDP)",),
        "(SDGs)": ("(MDGs)",),
        "FG-EWRA": ("FG-EWAR", "FG-AI4H"),
        "use of ICTs": ("use of DVDs",),
        "U4SSC KPIs": ("U4SSC SDGs",),
        "SG17/QKD": ("SG17/QDK", "SG15/QKD"),
        "TSB Circular": ("BR Circular", "BDT Circular"),
    },
    "ru": {
        "(МСЭ)": ("(ИСО)", "(ВТО)", "(МЭК)"),
        "U4SSC": ("U4SCC", "U4SSD"),
        "МСЭ-Т": ("МСЭ-R", "МСЭ-D"),
        "программ ООН": ("программ ЕС", "программ ОЭСР"),
        "программа ООН": ("программа ЕС",),
        "(ЕЭК ООН)": ("(ЭКА ООН)", "(ЮНЕСКО)"),
        "(ООН-Хабитат)": ("(ПРООН)",),
        "(ЦУР)": ("(ЦРТ)",),
        "FG-EWRA": ("FG-EWAR", "FG-AI4H"),
        "использованию ИКТ": ("использованию ИИ",),
        "внедрении КПД": ("внедрении ЦУР",),
        "SG17/QKD": ("SG17/QDK", "SG15/QKD"),
    },
}
# Only where the acronym is all that names the thing: beside its name it may be left out.
ACRONYMS_DROPPED: _Table = {
    "en": {
        "The U4SSC meeting": ("The meeting",),
        "The FG-EWRA meeting": ("The meeting",),
        "new U4SSC activities": ("new activities",),
        "new U4SSC Management": ("new Management",),
        "latest U4SSC publications": ("latest publications",),
        "the U4SSC Thematic Groups": ("the Thematic Groups",),
        "the U4SSC Hub": ("the Hub",),
        "the U4SSC KPIs": ("the KPIs",),
        "the U4SSC Annual Work Plan": ("the Annual Work Plan",),
        "UN agencies and": ("agencies and",),
        "use of ICTs and": ("use of",),
        "ITU-T Sector Members": ("Sector Members",),
        "the ICT infrastructure": ("the infrastructure",),
    },
    "ru": {
        "Собрание U4SSC будет": ("Собрание будет",),
        "Собрание FG-EWRA будет": ("Собрание будет",),
        "деятельности U4SSC и": ("деятельности и",),
        "управления U4SSC": ("управления",),
        "публикации U4SSC": ("публикации",),
        "групп U4SSC": ("групп",),
        "Центра U4SSC": ("Центра",),
        "внедрении КПД U4SSC": ("внедрении КПД",),
        "плана работы U4SSC": ("плана работы",),
        "программ ООН": ("программ",),
        "использованию ИКТ и": ("использованию",),
        "Членам Сектора МСЭ-Т": ("Членам Сектора",),
        "инфраструктуры ИКТ": ("инфраструктуры",),
    },
}

NAMES: _Table = {
    "en": {
        "English only": ("French only", "Spanish only"),
        "French only": ("English only", "Chinese only"),
        "in English, French and Russian": (
            "in English and Russian",
            "in English, French and Spanish",
        ),
        "in English and Russian": ("in English and French", "in English"),
        "in English and Spanish": ("in English and Chinese", "in English, French and Spanish"),
        "into Nepali": ("into Hindi",),
        "Arabic, Chinese, English, French": (
            "Arabic, English, French",
            "Arabic, Japanese, English, French",
        ),
        "United Nations Economic Commission for Europe": (
            "United Nations Economic Commission for Africa",
        ),
        "United Nations Human Settlements Programme": ("United Nations Development Programme",),
        "Ministry of Science and ICT of the Republic of Korea": (
            "Ministry of Trade of the Republic of Korea",
            "Ministry of Science and ICT of Japan",
        ),
        "an initiative of the United Nations": (
            "an initiative of the European Union",
            "an initiative of the African Union",
        ),
        "in Seoul": ("in Busan", "in Tokyo"),
        "(Seoul": ("(Busan", "(Tokyo"),
        "in New Delhi": ("in Mumbai",),
        "(New Delhi": ("(Mumbai",),
        "in Kathmandu": ("in Pokhara",),
        ", Kathmandu": (", Pokhara",),
        "(Kathmandu": ("(Pokhara", "(Delhi"),
        "in Tashkent": ("in Almaty",),
        "(Tashkent": ("(Almaty", "(Samarkand"),
        "Geneva, ": ("Vienna, ", "New York, "),
        "World Cities Day": ("World Health Day", "World Telecommunication Day"),
        "Digital Transformation Dialogues": ("Discovery",),
        "Seizo Onoe": ("Doreen Bogdan-Martin", "Mario Maniewicz"),
        "Cristina Bueti": ("Xiaoya Yang",),
        "Xiaoya Yang": ("Cristina Bueti",),
        "Director of the Telecommunication\nStandardization Bureau": (
            "Director of the Telecommunication\nDevelopment Bureau",
            "Deputy Director of the Telecommunication\nStandardization Bureau",
        ),
        "organizing a seminar": ("organizing a workshop", "organizing a forum"),
        "organizing a symposium": ("organizing a conference",),
        ", a webinar entitled": (", a workshop entitled",),
        "Third Workshop": ("Third Symposium",),
        "Second Forum": ("Second Seminar",),
    },
    "ru": {
        "только на английском языке": ("только на французском языке", "только на испанском языке"),
        "только на французском языке": ("только на английском языке", "только на китайском языке"),
        "на английском, французском и русском": (
            "на английском и русском",
            "на английском, французском и испанском",
        ),
        "на английском и русском": ("на английском и французском",),
        "на английском и испанском": ("на английском и китайском",),
        "на непальский": ("на хинди",),
        "на арабском, китайском, английском": (
            "на арабском, английском",
            "на арабском, японском, английском",
        ),
        "Европейской экономической комиссией ООН": ("Экономической комиссией ООН для Африки",),
        "Программой ООН по населенным пунктам": ("Программой развития ООН",),
        "Министерством науки и ИКТ Республики Корея": (
            "Министерством торговли Республики Корея",
            "Министерством науки и ИКТ Японии",
        ),
        "инициатив Организации Объединенных Наций": (
            "инициатив Европейского союза",
            "инициатив Африканского союза",
        ),
        "в Сеуле": ("в Пусане", "в Токио"),
        "(Сеул": ("(Пусан", "(Токио"),
        "в Нью-Дели": ("в Мумбаи",),
        "(Нью-Дели": ("(Мумбаи",),
        "в Катманду": ("в Покхаре",),
        ", Катманду": (", Покхара",),
        "(Катманду": ("(Покхара", "(Дели"),
        "в Ташкенте": ("в Алматы",),
        "(Ташкент": ("(Алматы", "(Самарканд"),
        "Женева, ": ("Вена, ", "Нью-Йорк, "),
        "Всемирного дня городов": ("Всемирного дня здоровья", "Всемирного дня электросвязи"),
        "Диалогов по цифровой трансформации": ("Диалогов по цифровому здравоохранению",),
        "Сэйдзо Оноэ": ("Дорин Богдан-Мартин", "Марио Маневич"),
        "Кристина Буэти": ("Сяоя Ян",),
        "Сяоя Ян": ("Кристина Буэти",),
        "Директор Бюро\nстандартизации электросвязи": (
            "Директор Бюро\nразвития электросвязи",
            "Заместитель Директора Бюро\nстандартизации электросвязи",
        ),
        "организует семинар": ("организует семинар-практикум", "организует форум"),
        "организует симпозиум": ("организует форум",),
        "состоится вебинар": ("состоится семинар-практикум",),
        "ретий семинар-практикум": ("ретий симпозиум",),
        "торой форум": ("торой семинар",),
    },
}

POLARITY: _Table = {
    "en": {
        "(Virtual,": ("(Hybrid,", "(Geneva,"),
        "(Hybrid,": ("(Virtual,",),
        "place virtually": ("place in hybrid format", "place physically in Geneva"),
        "in hybrid format": ("virtually",),
        "English only": ("English",),
        "French only": ("French",),
        "held in English and": ("held only in English and",),
        "is free of charge": ("is not free of charge", "is subject to a fee"),
        "registration is mandatory": ("registration is optional", "registration is not mandatory"),
        "approve the appointment": ("discuss the appointment",),
        "approve the U4SSC Annual": ("discuss the U4SSC Annual", "reject the U4SSC Annual"),
        "adopt the work plan": ("discuss the work plan",),
        "discuss new U4SSC": ("approve new U4SSC",),
        "no more than 450": ("no fewer than 450",),
        "at least 12": ("at most 12",),
        "at least four": ("at most four",),
        "is open to ITU": ("is not open to ITU", "is open only to ITU"),
        "will be broadcast live": ("will not be broadcast live",),
        "formal dress is requested": ("formal dress is not requested",),
    },
    "ru": {
        "(виртуальный формат": ("(смешанный формат", "(очный формат"),
        "(смешанный формат": ("(виртуальный формат", "(очный формат"),
        "в виртуальном формате": ("в смешанном формате", "в очном формате"),
        "в смешанном формате": ("в виртуальном формате", "в очном формате"),
        "только на английском": ("на английском",),
        "только на французском": ("на французском",),
        "проходить на английском": ("проходить только на английском",),
        "является бесплатным": ("является платным", "не является бесплатным"),
        "является обязательной": ("является необязательной", "не является обязательной"),
        "утвердить назначение": ("рассмотреть назначение",),
        "утвердить годовой": ("рассмотреть годовой", "отклонить годовой"),
        "принять план": ("обсудить план",),
        "рассмотреть новые": ("утвердить новые",),
        "не более 450": ("не менее 450",),
        "не менее 12": ("не более 12",),
        "могут принять участие": ("не могут принять участие", "могут принять участие только"),
        "такого ограничения нет": ("также есть ограничение",),
    },
}
