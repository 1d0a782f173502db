"""Facts become letters, and letters facts: what comes back of circulars that nobody wrote."""

import datetime as dt

from extraction.letters import differences, extracted, loaded
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from properties.conftest import EXPLORE
from properties.facts_files import written
from properties.packs import LIBRARY, PRESS
from properties.yaml_styles import yaml_text

from circgen.findings import FindingsError

FEW = settings(max_examples=EXPLORE or 8)
"""A letter is composed a hundred times before it is understood."""
TOPICS = (
    {"en": "on the Harbours of Tomorrow", "ru": "по гаваням завтрашнего дня"},
    {"en": "of the Group on Quiet Machines", "ru": "Группы по тихим машинам"},
)
TEXTS = (
    {"en": "the tides of the year", "ru": "приливы этого года"},
    {"en": "nine lighthouses (2027-2028)", "ru": "девять маяков (2027–2028 гг.)"},
    {"en": "what the pilots know", "ru": "то, что знают лоцманы"},
)
IDS = {
    "events": ("meeting", "workshop", "forum", "symposium", "session"),
    "addressees": ("member-states", "sector-members", "associates", "academia"),
    "languages": ("ar", "en", "es", "fr", "ru", "zh"),
    "participants": ("member-states", "sector-members", "associates", "academia"),
    "organizers": ("unece", "un-habitat"),
}
PLACES = ("seoul", "new-delhi", "dubai", "geneva")
MINUTES = st.integers(0, 46).map(lambda n: 30 * n)


def some(ids, size=1):
    return st.lists(st.sampled_from(IDS[ids]), min_size=size, max_size=4, unique=True)


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def hours(draw):
    start = draw(MINUTES)
    return f"{clock(start)}-{clock(min(start + draw(st.integers(1, 20)) * 15, 1439))}"


@st.composite
def _sat(draw, sessions, day):
    """Add sessions; the day after the last."""
    for _ in range(draw(st.integers(1, 3))):
        session = {"date": str(day), "hours": [draw(hours())]}
        if draw(st.booleans()):
            day += dt.timedelta(draw(st.integers(1, 4)))
            session["until"] = str(day)
        sessions.append(session)
        day += dt.timedelta(draw(st.integers(2, 9)))
    return day


@st.composite
def circulars(draw):
    """A circular as people write them."""
    may = st.booleans()
    issued = dt.date(2026, 1, 5) + dt.timedelta(draw(st.integers(0, 300)))
    day = issued + dt.timedelta(draw(st.integers(30, 90)))
    facts = {
        "number": str(draw(st.integers(1, 9999))),
        "study_period": "2025-2028",
        "issued": str(issued),
        "editions": ["en", "ru"],
        "issued_at": "geneva",
        "addressees": draw(some("addressees")),
        "contact": {"tel": "+41 22 730 6301", "email": "tsbtides@itu.int"},
        "signatory": {"name": "seizo-onoe", "office": "tsb-director"},
        "event": draw(st.sampled_from(IDS["events"])),
        "topic": draw(st.sampled_from(TOPICS)),
        "mode": draw(st.sampled_from(["virtual", "physical", "hybrid"])),
        "sessions": [],
    }
    if facts["mode"] == "virtual":
        facts["zone"] = draw(st.sampled_from(["Europe/Zurich", "UTC"]))
    else:
        facts["place"] = draw(st.sampled_from(PLACES))
    if draw(may):
        facts["ordinal"] = str(draw(st.integers(1, 40)))
    day = draw(_sat(facts["sessions"], day))
    for key, strategy in (
        ("working_languages", some("languages")),
        ("co_organizers", some("organizers")),
        ("copies", some("addressees")),
        ("objectives", st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3)),
        ("event_page", st.just("https://www.itu.int/tides/")),
        ("variant", st.sampled_from(["R1", "A2", "C3"])),
    ):
        if draw(may):
            facts[key] = draw(strategy)
    if draw(may):
        flags = {key: "yes" for key in ("individuals", "free_of_charge") if draw(may)}
        facts["participation"] = {"open_to": draw(some("participants")), **flags}
    if draw(may):
        facts["initiative"] = {"name": "u4ssc", "supporters": str(draw(st.integers(2, 60)))}
    if draw(may):
        facts["registration"] = {"mandatory": "yes"}
    if draw(may):
        facts["side_events"] = [
            {
                "event": "webinar",
                "title": draw(st.sampled_from(TEXTS)),
                "date": str(day),
                "hours": [draw(hours())],
            }
        ]
    return facts


def letters_of(path):
    """Text and document in turn, by language; None if the facts cannot be rendered."""
    try:
        made = PRESS.editions(path, (), ("docx", "txt")).files
    except FindingsError:
        return None
    stems = sorted({name.rpartition("-")[2].partition(".")[0] for name in made})
    ends = tuple(f"-{stem}.{('txt', 'docx')[i % 2]}" for i, stem in enumerate(stems))
    return {name: data for name, data in made.items() if name.endswith(ends)}


@FEW
@given(facts=circulars())
def test_facts_as_people_write_them_come_back(tmp_path_factory, facts):
    path = tmp_path_factory.mktemp("facts") / "circular.yaml"
    path.write_text(yaml_text(facts), "utf-8")
    letters = letters_of(path)
    assume(letters)  # not in the night in which the clocks change
    made = extracted(letters, LIBRARY)
    before = LIBRARY.load(path).file.facts
    assert differences(before, loaded(made.text, LIBRARY)) == [], made.text


@FEW
@given(example=written())
def test_of_any_circular_the_head_comes_back_or_is_told(tmp_path_factory, example):
    _, data = example
    path = tmp_path_factory.mktemp("facts") / "circular.yaml"
    path.write_bytes(data)
    letters = letters_of(path)
    assume(letters)
    made = extracted(letters, LIBRARY)
    facts = LIBRARY.load(path).file.facts
    lines = made.text.splitlines()
    for key in ("number", "issued"):
        value = getattr(facts, key)
        told = [line.partition("  #")[0] for line in lines if line.startswith(f"{key}:")]
        assert told == [f"{key}: {value}"] or f"# {key}:  # not found: " in made.text, made.text
        assert value or told == [], made.text
    assert all(finding.location.file and finding.message for finding in made.findings)
