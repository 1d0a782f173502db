"""Where sentences end."""

import pytest
from comparison.rules.sides import recogniser

from circgen.comparison.splitting import sentence_spans


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("en", ["We meet in Rome.", "The doors open at nine."]),
        ("en", ["It is held by the ITU.", "The doors open at nine."]),
        ("ru", ["Его проводит МСЭ.", "Двери открываются."]),
        ("en", ["It is led by Dr. Smith of No. 5.", "We meet."]),
        ("en", ["It is open to all (see also Ann. Seven of it) and free.", "We meet."]),
        ("ru", ["Форма прилагается (см. Приложение А) и обязательна.", "Она коротка."]),
        ("en", ["(It is free of charge.)", "We meet."]),
        ("en", ["It is free (of charge.", "We meet in Rome."]),
        ("ru", ["Сбор в 13 час. 00 мин. – у входа в зал.", "Двери открываются."]),
        ("ru", ["Сбор назначен на 13 час. (начало – позже).", "Двери открываются."]),
        ("ru", ["Сбор составляет 145 долл. США за ночь.", "Двери открываются."]),
    ],
    ids=str,
)
def test_a_stop_ends_a_sentence_or_belongs_to_a_word(code, sentences):
    text = " ".join(sentences)
    spans = sentence_spans(text, recogniser(code).mentions(text))
    assert [text[start:end] for start, end in spans] == sentences
