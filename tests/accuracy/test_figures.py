"""The page with the figures keeps what was written by hand."""

import pytest
from figures import GENERATED, page


def test_what_stands_above_the_line_stays_and_what_is_below_is_replaced(tmp_path):
    path = tmp_path / "accuracy.md"
    path.write_text(f"# Accuracy\n\nBy hand.\n\n{GENERATED}\nold figures\n", "utf-8")
    assert page(path, "new figures\n") == f"# Accuracy\n\nBy hand.\n\n{GENERATED}\nnew figures\n"


def test_a_page_without_the_line_is_refused(tmp_path):
    path = tmp_path / "accuracy.md"
    path.write_text("# Accuracy\n", "utf-8")
    with pytest.raises(SystemExit, match="put back the line"):
        page(path, "figures")
