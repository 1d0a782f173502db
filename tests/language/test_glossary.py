"""What a glossary says that nobody could mean is a finding, not a crash later on."""

import pytest

from circgen.findings import FindingsError
from circgen.language.understood import read_glossary


def test_months_are_named_by_their_numbers():
    glossary = read_glossary("months:\n  7: [июльский]\n".encode(), "glossary.yaml")
    assert glossary.months == {"7": ("июльский",)}


@pytest.mark.parametrize("key", ["0", "13", "July", "07"])
def test_another_key_for_a_month_is_refused_where_it_stands(key):
    with pytest.raises(FindingsError) as refused:
        read_glossary(f"months:\n  7: [a]\n  {key}: [b]\n".encode(), "glossary.yaml")
    (finding,) = refused.value.findings
    assert (str(finding.location), finding.rule) == ("glossary.yaml:3:3", "unknown-key")
