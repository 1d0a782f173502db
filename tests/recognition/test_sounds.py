"""Names in Latin letters, as translators write them in Cyrillic ones, and others that are not."""

import pytest
from recognition.tables import ROOT

from circgen.language.understood import Understood
from circgen.library import Library
from circgen.project import find_project
from circgen.recognition.sounds import DIFFERENT, Sounds

ONE_NAME = """
Abdoulaye Абдулай|Aoife Ифы|Arancibia Арансибия|Arnaud Арно|Beaulieu Больё|Belkacem Белкасем
Bilel Билель|Brown Браун|Charles Чарльз|Charles Шарль|Choi Цой|Cui Цуй|Çelik Челик|Dvořák Дворжаку
Erdoğan Эрдоган|Eun Ын|Fatoumata Фатумата|François Франсуа|Genta Дженте|George Джордж|Georges Жорж
Giorgos Йоргос|Guellec Геллеком|Guillermo Гильермо|Honjo Хондзё|Hughes Хьюз|Hyun Хен|Ivanov Ивановым
Jamoussi Джамусси|James Джеймсу|Jean Жан|Jiang Цзян|Jiménez Хименес|João Жуан|Johnson Джонсон
Jorge Хорхе|Jung Чон|Kjell Хьелль|Laurent Лоран|Lee Ли|Leigh Ли|Leitgeb Лейтгеб|Lomidze Ломидзе
Łukasz Лукаш|Magalhães Магальяйнш|Michael Майкл|Michael Михаэль|Minh Минь|Mokgosi Мокгоси
Müller Мюллер|Nagy Надь|Nguyễn Нгуен|Nordby Нурбю|Odhiambo Одиамбо|Onoe Оноэ|Otero Отеро|Park Пак
Paulo Паулу|Petrova Петровой|Phạm Фам|Pierre Пьер|Qian Цянь|Quiroga Кироги|Schäfer Шефер|Seizo Сэйдзо
Shinji Синдзи|Siobhán Шивон|Smith Смит|Srisuwan Сисуван|Stefan Штефан|Szabó Сабо|Taddei Таддеи
Takahashi Такахаси|Tatiana Татьяна|Thomas Тома|Thomas Томас|Trần Чан|Tsuchiya Цутия|Verbruggen Вербрюгген
Walker Уокер|Wierzbicki Вежбицкий|Williams Уильямс|Wojciech Войцех|Wright Райт|Xavier Ксавье|Xavier Хавьер
Xu Сюй|Yuan Юань|Zhang Чжан|Zhao Чжао
"""
ANOTHER_NAME = """
Arancibia Арасена|Belkacem Белькади|Emilio Игнасио|Leitgeb Лейтнер|Lomidze Лобидзе|Minh Хай
Odhiambo Одинга|Otero Ореро|Pedro Паулу|Verbruggen Вермёлен|Wierzbicki Вежбовский|Smith Стинг
"""


def pairs(names):
    return [tuple(pair.split()) for pair in names.strip().replace("\n", "|").split("|")]


@pytest.fixture(scope="module")
def sounds():
    return Sounds(Library(find_project(ROOT)).language("ru").understood)


@pytest.mark.parametrize(("latin", "cyrillic"), pairs(ONE_NAME))
def test_a_name_may_be_written_as_it_sounds(sounds, latin, cyrillic):
    assert sounds.difference(latin, cyrillic) < DIFFERENT
    assert sounds.difference(cyrillic, latin) < DIFFERENT


@pytest.mark.parametrize(("latin", "cyrillic"), pairs(ANOTHER_NAME))
def test_another_name_sounds_otherwise(sounds, latin, cyrillic):
    assert sounds.difference(latin, cyrillic) >= DIFFERENT


def test_in_one_script_letters_decide_but_for_their_marks(sounds):
    assert sounds.difference("Dvorak", "Dvořák") == 0
    assert sounds.difference("Vermeulen", "Verbruggen") >= DIFFERENT
    assert sounds.difference("Отеро", "Отера") >= DIFFERENT


def test_a_language_that_does_not_say_how_it_writes_names_knows_no_difference():
    assert Sounds(Understood()).difference("Pedro", "Паулу") == 0
