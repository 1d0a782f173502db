"""A circular belongs to the facts file that made it."""

from circgen.store import Store

CIRCULAR = "T25-TSB-CIR-0081!"


def facts(folder, name):
    path = folder / name
    path.write_text("number: 81\n", "utf-8")
    return path


def test_another_facts_file_is_told_which_one_made_the_circular(tmp_path):
    first, second = facts(tmp_path, "first.yaml"), facts(tmp_path, "second.yaml")
    with Store(tmp_path / "out") as store:
        assert store.owners.other(CIRCULAR, first) is None
        store.owners.note(CIRCULAR, first)
    with Store(tmp_path / "out") as store:
        assert store.owners.other(CIRCULAR, first) is None
        assert store.owners.other(CIRCULAR, second).resolve() == first.resolve()
        assert store.owners.other("T25-TSB-CIR-0082!", second) is None


def test_a_facts_file_that_is_gone_owns_nothing(tmp_path):
    first, second = facts(tmp_path, "first.yaml"), facts(tmp_path, "second.yaml")
    with Store(tmp_path / "out") as store:
        store.owners.note(CIRCULAR, first)
        first.unlink()
        assert store.owners.other(CIRCULAR, second) is None


def test_the_last_one_to_make_it_owns_it_and_a_torn_line_is_harmless(tmp_path):
    first, second = facts(tmp_path, "first.yaml"), facts(tmp_path, "second.yaml")
    with Store(tmp_path / "out") as store:
        store.owners.note(CIRCULAR, first)
        store.owners.note(CIRCULAR, second)
    with (tmp_path / "out/.circgen/owners").open("a", encoding="utf-8") as file:
        file.write("T25-TSB-CIR-00")
    with Store(tmp_path / "out") as store:
        assert store.owners.other(CIRCULAR, first).resolve() == second.resolve()
        store.owners.note("T25-TSB-CIR-0082!", first)
    with Store(tmp_path / "out") as store:
        assert store.owners.other("T25-TSB-CIR-0082!", second).resolve() == first.resolve()
