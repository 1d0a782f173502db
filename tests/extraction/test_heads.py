"""Head and foot of a letter: who signs, and the zones of places that no list knows."""

import pytest
from extraction.foreign import documents
from extraction.letters import extracted, plain, shown

LETTER = documents("connected-schools")["en.txt"].decode()
DIRECTOR = "Director of the Telecommunication\nStandardization Bureau"


def signed(text):
    """A letter with other lines below its closing."""
    return extracted({"en.txt": (LETTER[: LETTER.index("(Signed)")] + text + "\n").encode()})


KNOWN = {"name": "seizo-onoe", "office": "tsb-director"}
SIGNATURES = {
    f"(Signed)\nSeizo Onoe\n{DIRECTOR}": KNOWN,
    "(Signed) Seizo Onoe\nDirector, Telecommunication Standardization Bureau": KNOWN,
    "Seizo Onoe, Director of the Telecommunication Standardization Bureau": KNOWN,
    f"Seizo Onoe Jr\n{DIRECTOR}": {"name": {"en": "Seizo Onoe Jr"}, "office": "tsb-director"},
    f"For the Director:\n\nJean Exemple\nDeputy to the {DIRECTOR}": {
        "name": {"en": "Jean Exemple"},
        "office": {"en": "Deputy to the Director of the Telecommunication Standardization Bureau"},
    },
    "Jean Exemple\nDeputy to the Director and Chief,\nPolicy Department\nTel. +41 22 730 5111": {
        "name": {"en": "Jean Exemple"},
        "office": {"en": "Deputy to the Director and Chief, Policy Department"},
    },
    "Jean Exemple\nDeputy to the Director\nTelecommunication Standardization Bureau": {
        "name": {"en": "Jean Exemple"},
        "office": {"en": "Deputy to the Director Telecommunication Standardization Bureau"},
    },
    "Seizo Onoe": {"name": "seizo-onoe"},
}


@pytest.mark.parametrize("text", SIGNATURES)
def test_a_name_or_office_is_known_if_it_is_a_whole_line(text):
    assert plain(signed(text).text)["signatory"] == SIGNATURES[text]


def test_who_signs_without_an_office_is_told():
    made = signed("Seizo Onoe")
    (finding,) = (each for each in made.findings if each.rule == "not-found")
    assert finding.message == "`signatory.office` was not found"
    assert finding.help == "write `office:` under `signatory:` in the draft: who signs"


def dated(dateline):
    return extracted({"en.txt": LETTER.replace("Geneva, 6 February 2026", dateline).encode()})


def test_a_place_that_has_a_zone_of_its_name_gets_it_and_a_warning():
    made = dated("New York, 6 February 2026")
    assert plain(made.text)["issued_at"] == {"name": {"en": "New York"}, "zone": "America/New_York"}
    assert (
        "en.txt:4:2: warning: `issued_at.zone` is `America/New_York` in the draft, because the "
        "zone has the name of the town [doubtful]"
    ) in shown(made.findings)


def test_a_place_of_which_the_zone_cannot_be_told_says_so_at_its_place():
    made = dated("Springfield, 6 February 2026")
    assert plain(made.text)["issued_at"] == {"name": {"en": "Springfield"}}
    reason = "the IANA zone of its clocks, such as Asia/Seoul"
    assert f"# issued_at.zone:  # not found: {reason}\n" in made.text
    (finding,) = (each for each in made.findings if each.rule == "not-found")
    assert shown((finding,)) == ["en.txt:4:2: warning: `issued_at.zone` was not found [not-found]"]
    assert finding.help == f"write `zone:` under `issued_at:` in the draft: {reason}"


def moved(town, **changes):
    """A letter about a course in another town; `changes` are texts and what replaces them."""
    text = documents("training-windhoek")["en.txt"].decode().replace("Windhoek", town)
    for old, new in changes.values():
        text = text.replace(old, new)
    return extracted({"en.txt": text.encode()})


def test_the_zone_of_a_town_that_the_offset_of_the_letter_agrees_with_needs_no_warning():
    made = moved("Windhoek")
    assert plain(made.text)["place"]["zone"] == "Africa/Windhoek"
    assert [line for line in shown(made.findings) if "`place.zone`" in line] == []


def test_a_town_whose_zone_has_another_offset_than_the_letter_is_another_town():
    made = moved("San Juan")
    assert "zone" not in plain(made.text)["place"]
    assert (
        "# place.zone:  # not found: the IANA zone of its clocks, such as Asia/Seoul\n" in made.text
    )


def test_without_an_offset_in_the_letter_the_zone_of_a_town_is_told_as_doubtful():
    made = moved("Lima", offset=("(CAT, UTC+2)", ""), zone=("Central Africa Time", "local time"))
    assert (
        "en.txt:21:15: warning: `place.zone` is `America/Lima` in the draft, because the zone has "
        "the name of the town [doubtful]"
    ) in shown(made.findings)


def test_a_town_is_known_by_its_name_in_the_language_of_the_letter():
    letter = documents("symposium-tashkent")["ru.txt"]
    assert plain(extracted({"ru.txt": letter}).text)["place"]["zone"] == "Asia/Tashkent"


HEAD = """International Telecommunication Union

Geneva, 19 January 2026

Ref:\t{first}\tTo:
\t{second}\t-\tAdministrations of Member States of the Union
Tel:\t+41 22 730 5591\t-\tITU Academia
"""


@pytest.mark.parametrize(
    ("first", "second", "stated"),
    [
        ("TSB Circular 103", "JCA-QKDN/HK", {"number": "103", "section": "JCA-QKDN/HK"}),
        ("Corrigendum 1 to", "TSB Circular 128", {"number": "128", "variant": "C1"}),
    ],
)
def test_the_second_line_of_a_reference_is_no_addressee(first, second, stated):
    body = LETTER[LETTER.index("Subject:") :]
    made = extracted({"en.txt": (HEAD.format(first=first, second=second) + "\n" + body).encode()})
    found = plain(made.text)
    assert found["addressees"] == ["member-states", "academia"]
    assert {key: found.get(key) for key in stated} == stated


def test_the_second_line_of_a_reference_is_no_person():
    found = plain(extracted(documents("forum-montevideo")).text)
    assert found["section"] == "TSB Workshops/MV"
    assert found["contact"]["person"]["en"] == "Ms Martina Vogel"


def test_who_signs_on_behalf_of_somebody_is_the_one_below():
    assert plain(signed("On behalf of the Director of TSB\nJean Exemple\nDeputy").text)[
        "signatory"
    ] == {"name": {"en": "Jean Exemple"}, "office": {"en": "Deputy"}}
