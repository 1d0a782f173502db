import pytest
from comparison.rules.sides import found, shown

RULE = "mixed-script"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "The mееting is free.",
            "1:5 error 1: mееting has ее (Cyrillic) among Latin letters",
        ),
        ("ru", "Cобрание открыто.", "1:1 error 1: Cобрание has C (Latin) among Cyrillic letters"),
        ("ru", "Члены MСЭ.", "1:7 error 1: MСЭ has M (Latin) among Cyrillic letters"),
        ("ru", "Инициатива U4SSС.", "1:12 error 1: U4SSС has С (Cyrillic) among Latin letters"),
        ("en", "The Βureau meets.", "1:5 error 1: Βureau has Β (Greek) among Latin letters"),
        (
            "ru",
            "Начало в 11 час. 00 мин. (СЕТ).",
            "1:27 error 1: СЕТ is in Cyrillic letters and should be in Latin ones",
        ),
        (
            "en",
            "It begins at 1100 hours (СЕТ).",
            "1:26 error 1: СЕТ is in Cyrillic letters and should be in Latin ones",
        ),
        (
            "ru",
            "Учреждения OOH.",
            "1:12 error 1: OOH is in Latin letters and should be in Cyrillic ones",
        ),
    ],
)
def test_letters_of_another_script_are_found(code, text, expected):
    assert shown(found(RULE, text, code)) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Сектор МСЭ-Т и Сектор МСЭ-T."),
        ("ru", "Инициатива U4SSC, IP-адрес, ИК20, SG20 и IoT-платформы."),
        ("ru", "Начало в 11 час. 00 мин. (CET)."),
        ("ru", "См. https://example.org/Собрание-meeting и имя@example.org."),
        ("en", "The letter is by Бюро стандартизации электросвязи."),
        ("en", "A delay of 5 μs over 20 kΩ."),
        ("en", "The CNIS and the BCE of ХХ век."),
    ],
)
def test_two_scripts_beside_each_other_are_right(code, text):
    assert found(RULE, text, code) == []
