"""All languages have the same keys, ids, paragraphs and facts, or say why not."""

import re

import pytest
from jinja2 import Environment, nodes
from language.tables import LANGUAGES, TEMPLATES, pack, read, table

from circgen.recognition.phrases import Stems

LAYOUTS = sorted((TEMPLATES / "layouts").glob("*.yaml"))
# Below these keys a language has its own: forms, plural categories, ordinals' grammar.
OWN_BELOW = re.compile(
    r"(ordinals|counted\.[^.]+|glossary\.[^.]+\.[^.]+|letter\.annexes|replacements|letter\.salutation"
    r"|letter\.letterhead|letter\.signature|zones\.[^.]+)$"
)
ENVIRONMENT = Environment(autoescape=True)


def keys(node, where=""):
    if not isinstance(node, dict) or OWN_BELOW.match(where):
        return set()
    inner = {f"{where}.{key}".lstrip("."): value for key, value in node.items()}
    return set(inner).union(*(keys(value, path) for path, value in inner.items()))


def pack_keys(language):
    return keys(read(TEMPLATES / language / "language.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_packs_have_the_same_keys(language):
    common = set.union(*(pack_keys(each) - set(table(each)["own_keys"]) for each in LANGUAGES))
    assert pack_keys(language) - set(table(language)["own_keys"]) - {"replacements"} == common - {
        "replacements"
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_of_its_own_are_there_and_have_a_reason(language):
    for key, reason in table(language)["own_keys"].items():
        assert key in pack_keys(language)
        assert reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_events_have_the_same_forms(language):
    """A template asks every event for its genitive, so every event has one."""
    forms = {id_: frozenset(found) for id_, found in pack(language).pack.glossary["events"].items()}
    assert len(set(forms.values())) == 1, forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_nouns_have_a_form_for_every_number(language):
    for noun, cases in pack(language).pack.counted.items():
        for case in cases:
            assert all(pack(language).counted(number, noun, case) for number in range(1, 200))


def tree(language, kind):
    return ENVIRONMENT.parse((TEMPLATES / language / f"{kind}.md.j2").read_text("utf-8"))


def blocks(language, kind):
    return {block.name: block for block in tree(language, kind).find_all(nodes.Block)}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_have_the_paragraphs_of_the_layout(language, layout):
    listed = read(layout)["paragraphs"]
    ids = [entry["id"] if isinstance(entry, dict) else entry for entry in listed]
    assert list(blocks(language, layout.stem)) == [
        "subject",
        *(id_.replace("-", "_") for id_ in ids),
    ]


def facts_of(block):
    """The facts that a block uses: `registration.website`, `item.title`."""
    inside = {
        id(node.node) for node in block.find_all(nodes.Getattr)
    }  # `registration` of `registration.website` is no use of its own
    return {
        path
        for node in block.find_all((nodes.Name, nodes.Getattr))
        if id(node) not in inside
        and node.ctx == "load"
        and not (path := _path(node)).startswith("loop")
    }


def _path(node):
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_path(node.node)}.{node.attr}"
        case _:
            return "?"


def asked(block):
    """The facts in the conditions of a block."""
    return _within(node.test for node in block.find_all((nodes.If, nodes.CondExpr)))


def printed(block):
    """The facts that a block prints, not those it only asks about."""
    return _within(
        node
        for output in block.find_all(nodes.Output)
        for node in output.nodes
        if not isinstance(node, nodes.TemplateData)
    )


def _within(expressions):
    return set().union(*(facts_of(nodes.Block("x", [each], False, False)) for each in expressions))


@pytest.mark.parametrize(
    ("kind", "block"),
    [(path.stem, name) for path in LAYOUTS for name in blocks(LANGUAGES[0], path.stem)],
)
@pytest.mark.parametrize("use", [printed, asked])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_prints_and_asks_about_the_same_facts_in_every_language(
    language, use, kind, block
):
    facts = {each: use(blocks(each, kind)[block]) for each in LANGUAGES}
    missing = set.union(*facts.values()) - facts[language]
    assert missing <= set(table(language)["differences"].get(f"{kind}.{block}", {}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_differences_between_languages_still_exist_and_have_a_reason(language):
    for place, excused in table(language)["differences"].items():
        kind, block = place.split(".")
        facts = [use(blocks(each, kind)[block]) for use in (printed, asked) for each in LANGUAGES]
        mine = [use(blocks(language, kind)[block]) for use in (printed, asked)]
        assert set(excused) <= set.union(*facts) - set.intersection(*mine)
        assert all(excused.values())


def contraries(language):
    glossary = pack(language).glossary
    assert not glossary.contraries.keys() & glossary.likely_contraries.keys()
    return {**glossary.contraries, **glossary.likely_contraries}


@pytest.mark.parametrize("language", LANGUAGES)
def test_contraries_have_the_same_groups_and_values(language):
    """What is `neutral` is a matter of each language."""
    values = [
        {group: [value for value in said if value != "neutral"] for group, said in found.items()}
        for found in (contraries(language), contraries(LANGUAGES[0]))
    ]
    assert values[0] == values[1]
    assert len(values[0]) > 80
    assert [group for group, said in values[0].items() if len(said) < 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_contraries_have_the_same_stems(language):
    stems = Stems(pack(language).locale.language)
    for group, values in contraries(language).items():
        said = {}
        for value, phrases in values.items():
            for phrase in phrases:
                words = re.findall(r"[^\W_]+|\N{HORIZONTAL ELLIPSIS}", phrase)
                found = said.setdefault(tuple(stems.of_all(words)), value)
                assert found == value, (group, phrase)
