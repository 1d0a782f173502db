"""All languages have the same keys, ids, paragraphs and facts, or say why not."""

import re

import pytest
from jinja2 import Environment, nodes
from language.tables import LANGUAGES, TEMPLATES, pack, read, table

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
def test_names_of_a_glossary_have_the_same_forms(language):
    """A template asks every event for its genitive, so every event has one."""
    for glossary in ("events",):
        entries = pack(language).pack.glossary[glossary]
        forms = {id_: frozenset(forms) for id_, forms in entries.items()}
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
    assert list(blocks(language, layout.stem)) == ["subject", *(id_.replace("-", "_") for id_ in ids)]


def facts_of(block):
    """The facts that a block uses: `registration.website`, `item.title`, `objectives[]`."""
    loops = {}
    for loop in block.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name):
            loops[loop.target.name] = f"{_path(loop.iter, {})}[]"
    inside = {
        id(node.node) for node in block.find_all(nodes.Getattr)
    }  # `registration` of `registration.website` is no use of its own
    return {
        path
        for node in block.find_all((nodes.Name, nodes.Getattr))
        if id(node) not in inside
        and getattr(node, "ctx", "load") == "load"
        and not (path := _path(node, loops)).startswith("loop")
    }


def _path(node, loops):
    match node:
        case nodes.Name():
            return loops.get(node.name, node.name)
        case nodes.Getattr():
            return f"{_path(node.node, loops)}.{node.attr}"
        case nodes.Filter():
            return _path(node.node, loops)
        case _:
            return "?"


@pytest.mark.parametrize(
    ("kind", "block"),
    [(path.stem, name) for path in LAYOUTS for name in blocks(LANGUAGES[0], path.stem)],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_uses_the_same_facts_in_every_language(language, kind, block):
    everywhere = set.union(*(facts_of(blocks(each, kind)[block]) for each in LANGUAGES))
    excused = table(language)["differences"].get(f"{kind}.{block}", {})
    assert everywhere - facts_of(blocks(language, kind)[block]) == set(excused)


@pytest.mark.parametrize(
    ("kind", "block"),
    [(path.stem, name) for path in LAYOUTS for name in blocks(LANGUAGES[0], path.stem)],
)
def test_a_paragraph_asks_about_the_same_facts_in_every_language(kind, block):
    """What is printed under a condition in one language is printed under it in the others."""
    asked = {language: _asked(blocks(language, kind)[block]) for language in LANGUAGES}
    first = asked[LANGUAGES[0]]
    for language in LANGUAGES[1:]:
        excused = {
            condition
            for each in (language, LANGUAGES[0])
            for condition in table(each)["differences"].get(f"{kind}.{block}", {})
        }
        assert {c for c in asked[language] ^ first if c not in excused} == set()


def _asked(block):
    """The facts in the conditions of a block."""
    return {
        path
        for node in block.find_all((nodes.If, nodes.CondExpr))
        for path in facts_of(nodes.Block("x", [node.test], False, False))  # noqa: FBT003
    }
