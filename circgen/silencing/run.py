"""What a run of `circgen check` has looked at: only then is a silencer known to be in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from circgen.checks.registry import Rule, rules
from circgen.findings import Finding, Level
from circgen.project import Project, shown
from circgen.survey import Scope, Wanted

ABOUT = "silencing"
"""What the rules of this package are about."""
_OF_WORDS = ("texts", "words", "style")
"""What rules that look at templates by themselves are about."""


class Run:
    """The files and rules of one run, and what it found."""

    def __init__(
        self, project: Project, scope: Scope, wanted: Wanted, findings: Iterable[Finding]
    ) -> None:
        self.project, self.scope, self.wanted = project, scope, wanted
        self.findings = tuple(findings)

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """All rules by name."""
        return rules()

    @cached_property
    def silenceable(self) -> dict[str, bool]:
        """All rules by name, and whether a comment may silence them."""
        return {name: rule.about != ABOUT for name, rule in self.rules.items()}

    def may_be_hidden(self, finding: Finding) -> bool:
        """Not what keeps a file from being read: then nothing else in it was looked at.

        What letters say otherwise has the same name as what cannot be read, but two values.
        """
        rule = self.rules.get(finding.rule)
        if rule is None or rule.about == ABOUT:
            return False
        is_of_texts = finding.source is not None or finding.target is not None
        return rule.about != "reading" or is_of_texts or finding.level is Level.WARNING

    @cached_property
    def is_complete(self) -> bool:
        """Whether nothing kept the run from looking at all that it was to look at."""
        return all(map(self.may_be_hidden, self.findings))

    def has_tried(self, rule: str, file: str) -> bool:
        """Whether a rule would have been broken here if it were broken at all."""
        if not self.is_complete or not self.wanted.has(rule):
            return False
        if self.scope.whole or file in self._facts:
            return True
        known = self.rules.get(rule)
        return file in self._words and known is not None and known.about in _OF_WORDS

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files where silencers may stand: those that were looked at, or blamed."""
        blamed = (finding.location.file for finding in self.findings)
        files = dict.fromkeys((*self._facts, *self._words, *blamed))
        return tuple(file for file in files if file.endswith((".yaml", ".yml", ".j2")))

    @cached_property
    def _facts(self) -> frozenset[str]:
        series = self.project.series()
        paths = (*self.scope.meetings, *(series[id_] for id_ in self.scope.series))
        return frozenset(map(shown, paths))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(shown(path) for path in self._paths() if path.is_file())

    def _paths(self) -> Iterator[Path]:
        """Templates and layouts; with the whole project, packs, too."""
        project, layouts = self.project, self.project.layouts()
        for kind in self.scope.kinds:
            yield layouts[kind]
            yield from (project.template(language, kind) for language in project.packs())
        if self.scope.whole:
            yield from project.templates.glob("*.yaml")
            yield from project.templates.glob("*/*.yaml")
