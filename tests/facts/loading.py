"""Facts files read with a small vocabulary of the tests' own, so that no language pack matters."""

from pathlib import Path

from circgen.facts.kinds import Kind, read_kind
from circgen.facts.load import load
from circgen.facts.model import Facts, FactsFile
from circgen.facts.reading import Vocabulary
from circgen.facts.source import Mapping
from circgen.facts.trees import parse
from circgen.findings import Finding, FindingsError

SERIES = {path.stem: path for path in (Path(__file__).parent / "series").glob("*.yaml")}

BOTH = frozenset({"en", "ru"})
VOCABULARY = Vocabulary(
    languages=("en", "ru"),
    glossaries={
        "addressees": dict.fromkeys(("member-states", "sector-members", "associates"), BOTH),
        "deadlines": {"registration": BOTH},
        "events": {"meeting": BOTH, "webinar": BOTH, "workshop": frozenset({"en"})},
        "names": {"initiative": BOTH, "un-habitat": frozenset({"en"})},
        "offices": {"director": BOTH},
        "participants": {"member-states": BOTH},
        "people": {"director": BOTH},
        "places": {"geneva": BOTH, "seoul": BOTH, "atlantis": BOTH},
        "working_languages": {"en": BOTH, "fr": BOTH},
    },
    place_zones={"geneva": "Europe/Zurich", "seoul": "Asia/Seoul"},
)

LAYOUT = b"""
requires: [event, mode, sessions]
paragraphs:
  - opening
  - {id: objectives, when: objectives}
  - {id: side-events, each: side_events}
"""


def kind() -> Kind:
    return read_kind("meeting", LAYOUT, "layouts/meeting.yaml")


def series(id_: str) -> Mapping | None:
    return parse(SERIES[id_].read_bytes(), f"series/{id_}.yaml") if id_ in SERIES else None


def read(data: bytes | str, file: str = "facts.yaml") -> FactsFile:
    """The facts of a file; raises FindingsError."""
    return load(
        data.encode() if isinstance(data, str) else data,
        file,
        vocabulary=VOCABULARY,
        kinds=lambda _: kind(),
        kind_ids=("meeting",),
        series=series,
        series_ids=tuple(sorted(SERIES)),
    )


def findings(data: bytes | str, file: str = "facts.yaml") -> tuple[Finding, ...]:
    """What is wrong with a file; nothing if it can be read."""
    try:
        read(data, file)
    except FindingsError as error:
        return error.findings
    return ()


def facts(lines: str) -> Facts:
    """The facts of a meeting of the series `common`, with these lines of its own."""
    return read(f"series: common\nnumber: 1\nissued: 2025-09-01\n{lines}").facts
