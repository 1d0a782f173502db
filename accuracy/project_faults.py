"""Faults made in projects, one in each copy: what a check should find.

They are made in the texts of the files, by small tables and patterns of their own: nothing here
looks at how circgen reads a file, so that both cannot be blind in the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from random import Random
from types import ModuleType

import fact_faults
import stale_faults
import style_faults
import template_faults
import text_faults
from project_fault import Fault
from project_files import Project

SEED = 4
# At most so many faults of a family: as many of each variant as there are, in turns.
OF_A_FAMILY = 14


def faults(
    projects: Iterable[Project], seed: int = SEED, of_a_family: int = OF_A_FAMILY
) -> tuple[Fault, ...]:
    """The faults of all projects, spread over variants and files, the same ones for a seed."""
    families: dict[str, dict[tuple[str, str], list[Fault]]] = {}
    for fault in _all(projects, seed):
        variants = families.setdefault(fault.family, {})
        variants.setdefault((fault.variant, fault.file), []).append(fault)
    chosen: list[Fault] = []
    for family, variants in families.items():
        for variant, found in variants.items():
            Random(f"{seed} {family} {variant}").shuffle(found)  # noqa: S311  to be repeated
        several = list(variants.values())
        Random(f"{seed} {family}").shuffle(several)  # noqa: S311
        in_turns = chain.from_iterable(zip_longest(*several))
        chosen += [fault for fault in in_turns if fault][:of_a_family]
    return tuple(chosen)


def _all(projects: Iterable[Project], seed: int) -> Iterator[Fault]:
    """Every fault, without those that come out the same or change nothing."""
    for project in projects:
        seen: set[tuple[tuple[str, str], ...]] = set()
        for file in project.own:
            for module in _makers(file):
                random = Random(f"{seed} {file} {module.__name__}")  # noqa: S311  to be repeated
                for fault in module.faults(project, file, random):
                    made = tuple(sorted(fault.applied(project.files).items()))
                    is_new = made not in seen and any(
                        text != project.files[path] for path, text in made
                    )
                    if is_new:
                        seen.add(made)
                        yield fault._replace(project=project.name)


def _makers(file: str) -> tuple[ModuleType, ...]:
    if file.endswith(".j2"):
        return (template_faults, style_faults, stale_faults)
    if file.endswith(".yaml"):
        return (fact_faults, text_faults, style_faults, stale_faults)
    return ()  # an annex is reached through the facts file that names it
