"""One format of house style for languages that have nothing in common."""

import pytest
import yaml
from checks.writing import STYLES, found, mended

NAMES = {"~": "\N{NO-BREAK SPACE}", "^": "\N{NARROW NO-BREAK SPACE}"}


def spaced(text):
    return text.translate(str.maketrans(NAMES))


TEXTS = [
    pytest.param(language, *map(spaced, (typed, right)), rules, id=f"{language}: {typed}")
    for language, texts in yaml.safe_load((STYLES / "texts.yaml").read_text("utf-8")).items()
    for typed, rules, right in texts
]


@pytest.mark.parametrize(("language", "typed", "right", "rules"), TEXTS)
def test_a_text_is_mended_by_the_guide_of_its_language(language, typed, right, rules):
    assert sorted({finding.rule for finding in found(language, typed)}) == sorted(rules)
    assert mended(language, typed) == right


@pytest.mark.parametrize(
    ("language", "right", "rules"),
    [pytest.param(*(param.values[n] for n in (0, 2, 3)), id=param.id) for param in TEXTS],
)
def test_a_mended_text_has_only_faults_of_words_left(language, right, rules):
    left = {finding.rule for finding in found(language, right)}
    assert left == {"spelling", "term"} & set(rules)
