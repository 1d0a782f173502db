"""What faults put into letters: addressees, paragraphs, sentences, letters of another script."""

from __future__ import annotations

# Addressees: what may stand in the place of any of them, if it is not there.
ADDRESSEES = {
    "en": (
        "ITU-D Sector Members",
        "ITU-R Associates",
        "The Chairs and Vice-Chairs of ITU-R study groups",
        "The Director of the General Secretariat",
        "Regional telecommunication organizations",
    ),
    "ru": (
        "Членам Сектора МСЭ-D",
        "Ассоциированным членам МСЭ-R",
        "Председателям и заместителям председателей исследовательских комиссий МСЭ-R",
        "Директору Генерального секретариата",
        "Региональным организациям электросвязи",
    ),
}

ADDED_PARAGRAPHS = {
    "en": (
        "Participants are advised to book their hotels well in advance.",
        "The host country will offer a reception in the evening of the opening day.",
        "Captioning will be provided on request. Requests should be sent in good time.",
    ),
    "ru": (
        "Участникам рекомендуется заблаговременно забронировать гостиницу.",
        "Вечером в день открытия принимающая страна устраивает прием.",
        "По запросу будет обеспечен ввод субтитров. Запросы следует направить заблаговременно.",
    ),
}
ADDED_ITEMS = {
    "en": ("discuss matters raised by the participants", "prepare the next meeting"),
    "ru": ("обсудить вопросы, поднятые участниками", "подготовить следующее собрание"),
}
ADDED_DEADLINES = {
    "en": ("confirmation of attendance: 3 March 2026",),
    "ru": ("подтверждение участия: 3 марта 2026 года",),
}
ADDED_SENTENCES = {
    "en": (
        "Lunch will be offered to all participants.",
        "The secretariat is at your disposal for any questions.",
        "Smoking is not permitted in the building.",
    ),
    "ru": (
        "Всем участникам будет предложен обед.",
        "Секретариат готов ответить на любые вопросы.",
        "Курение в здании запрещено.",
    ),
}

# Cyrillic letters that look like Latin ones.
LOOK_ALIKES = dict(zip("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX", strict=True))
