"""templates/deadlines.yaml and templates/premises.yaml: what they hold, and what is wrong in them."""

import pytest
import yaml
from checks.trial import ROOT, checked, expected, line, made

TEMPLATES = ROOT / "templates"


def entries(name):
    return yaml.safe_load((TEMPLATES / name).read_text("utf-8"))


def words(name):
    return [
        yaml.safe_load(path.read_text("utf-8")) for path in sorted(TEMPLATES.glob(f"*/{name}.yaml"))
    ]


def test_every_deadline_that_has_a_rule_has_a_name_in_every_language():
    packs = words("language")
    assert packs
    for pack in packs:
        assert set(entries("deadlines.yaml")) <= set(pack["glossary"]["deadlines"])


def test_every_building_has_a_name_in_every_language():
    glossaries = words("glossary")
    assert glossaries
    for glossary in glossaries:
        assert set(entries("premises.yaml")) <= {*glossary["names"], *glossary["buildings"]}


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "deadlines",
            "fellowships: 42 days\ncontributions: two months\n",
            (
                "«two months»: error: `two months` is not a number of days or months = write it as "
                "`42 days` or `2 months`"
            ),
        ),
        (
            "premises",
            "popov-room: genev\n",
            "«genev»: error: `genev` is not in places.yaml = did you mean `geneva`?",
        ),
    ],
)
def test_a_mistake_in_them_is_a_finding(name, text, found, tmp_path, monkeypatch):
    made(tmp_path, {f"templates/{name}.yaml": text})
    monkeypatch.chdir(tmp_path)
    assert [line(each) for each in checked()] == [expected(f"templates/{name}.yaml:{found}")]
