"""All rules, found where they stand: a module in a folder is a rule of what the folder is about."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any, NamedTuple

from circgen.checks.page import Page, page
from circgen.comparison import rules as letters
from circgen.findings import Finding

FOLDERS = ("facts", "texts", "words", "style", "project")
"""The packages of rules that `circgen check` runs, each about one thing (`subjects`)."""

Check = Callable[[Any, Any], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule: its name as findings have it, what it looks at, and its page.

    `about` is `facts`, `texts`, `words`, `style`, `project`, or `letters` for what is compared in
    finished letters, `reading` for what keeps a file from being read, or `silencing`.
    """

    name: str
    about: str
    page: Page


@cache
def checks(folder: str) -> dict[str, Check]:
    """The rules of a folder by name, in alphabetical order."""
    return {name: module.check for name, module in _modules(f"circgen.checks.rules.{folder}")}


@cache
def needs(folder: str) -> dict[str, frozenset[str]]:
    """The rules of a folder that do with parts of a facts file, and the keys that they do need.

    They are those that have `NEEDS`; in lists there may be items that could not be read.
    """
    modules = _modules(f"circgen.checks.rules.{folder}")
    return {name: frozenset(m.NEEDS) for name, m in modules if hasattr(m, "NEEDS")}


def rules() -> dict[str, Rule]:
    """All rules by name, in alphabetical order: those of modules, and those of `pages/`."""
    found = [
        Rule(name, folder, page(module.__doc__ or ""))
        for folder, package in (
            *((folder, f"circgen.checks.rules.{folder}") for folder in FOLDERS),
            ("letters", letters.__name__),
        )
        for name, module in _modules(package)
    ]
    for folder in files("circgen.checks").joinpath("pages").iterdir():
        if folder.is_dir():
            found += (
                Rule(file.name.removesuffix(".md"), folder.name, page(file.read_text("utf-8")))
                for file in folder.iterdir()
                if file.name.endswith(".md")
            )
    return {rule.name: rule for rule in sorted(found)}


def _modules(package: str) -> Iterator[tuple[str, ModuleType]]:
    parent = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(parent.__path__), key=lambda info: info.name):
        yield info.name.replace("_", "-"), importlib.import_module(f"{package}.{info.name}")
