"""Asking for what a new facts file needs, or taking it from options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from circgen.cli.terminal import CannotRunError
from circgen.drafting.archive import Offer

if TYPE_CHECKING:
    from circgen.drafting.draft import Draft, Question
    from circgen.findings import Finding

_FIRST = ("series", "kind", "editions")
"""Keys on which all other questions depend."""
_LONG = 60
"""What may be answered has a line of its own, if it has more characters."""


_HOW = (
    "Enter takes what stands in brackets, - leaves it out. Ctrl-C stops; nothing is written then."
)


class Asker:
    """Fills a draft; with `prompts` it asks somebody, without it takes what is offered."""

    def __init__(self, draft: Draft, *, prompts: bool) -> None:
        self.draft, self.prompts = draft, prompts
        self.questions: dict[str, Question] = {}
        self._answers: dict[str, str] = {}

    def fill(self) -> None:
        """Every question once.

        Raises:
            CannotRunError: without prompts, naming every answer that is missing or wrong.
        """
        from circgen.drafting.interview import interview

        if self.prompts:
            typer.echo(_HOW, err=True)
        missing: list[Question] = []
        taken: list[Question] = []
        wrong: list[tuple[Question, tuple[Finding, ...]]] = []
        for question in interview(self.draft):
            self.questions[question.key] = question
            given = self.draft.given.get(question.path)
            findings = self.draft.take(question, given) if given is not None else ()
            if findings and not self.prompts:
                wrong.append((question, findings))
                self.draft.asked.add(question.key)
                if question.key in _FIRST:
                    break
            elif findings or (given is None and self.prompts):
                _say(findings)
                self.ask(question)
            elif given is None and question.offer:
                if found := self.draft.take(question, (question.offer.text,)):
                    wrong.append((question, found))
                else:
                    taken.append(question)
            elif given is None and not question.optional:
                missing.append(question)
                self.draft.asked.add(question.key)
        stop_for(missing, wrong)
        for question in taken:
            _tell_offer(question)

    def ask(self, question: Question) -> None:
        """One question, until its answer is right, and goes together with those before it."""
        self._ask(question)
        while conflicts := self.draft.conflicts:
            keys = {self.draft.sheet.key_at(each.location.line) for each in conflicts}
            self.again((question.key, *sorted(keys - {question.key})), conflicts)

    def again(self, keys: Sequence[str], findings: Sequence[Finding]) -> None:
        """Questions whose answers do not go together, until they do; Enter keeps an answer."""
        _say(findings)
        for key in keys:
            if question := self.questions.get(key):
                answer = self._answers.get(question.path)
                self._ask(question._replace(offer=Offer(answer)) if answer else question)
            if not self.draft.conflicts:
                return

    def _ask(self, question: Question) -> None:
        if question.many:
            self._ask_for_several(question)
            return
        while True:
            answer = _prompt(question, question.asks)
            if not (findings := self.draft.take(question, (answer,))):
                self._answers[question.path] = answer
                return
            _say(findings)

    def _ask_for_several(self, question: Question) -> None:
        if question.hint:
            typer.echo(f"{question.asks}: {question.hint}", err=True)
        answers: list[str] = []
        while not question.items or len(answers) < len(question.items):
            more = bool(answers) or question.optional
            asks = f"{question.asks} {len(answers) + 1}" + (", Enter: no more" if more else "")
            if question.items:
                asks, more = question.items[len(answers)], False
            answer = _prompt(question._replace(hint="", optional=more), asks)
            if not answer:
                break
            findings = self.draft.take(question, (*answers, answer))
            if findings:
                _say(findings)
            else:
                answers.append(answer)
        if not answers:
            self.draft.take(question, ())


def stop_for(
    missing: Sequence[Question], wrong: Sequence[tuple[Question, Sequence[Finding]]]
) -> None:
    """Say what is missing and what is wrong, all at once, by options.

    Raises:
        CannotRunError: if there is anything.
    """
    lines: list[str] = []
    for question, findings in wrong:
        lines += (f"{question.option}: {_in_one_line(each)}" for each in findings)
    if missing:
        widest = max(len(question.option) for question in missing)
        lines.append("answers are missing:")
        for question in missing:
            hint = f", {question.hint}" if question.hint else ""
            lines.append(f"  {question.option.ljust(widest)}  {question.asks}{hint}")
    if lines:
        raise CannotRunError("\n".join(lines))


def _in_one_line(finding: Finding) -> str:
    return f"{finding.message}: {finding.help}" if finding.help else finding.message


def _say(findings: Sequence[Finding]) -> None:
    """What is wrong with an answer, in the words of the facts' rules."""
    for finding in findings:
        typer.echo(f"  {finding.message}", err=True)
        if finding.help:
            typer.echo(f"    = {finding.help}", err=True)


def _tell_offer(question: Question) -> None:
    """What was taken because nobody was there to be asked, if it was worked out."""
    if question.offer and question.offer.why:
        typer.echo(f"{question.option} {question.offer.text} ({question.offer.why})", err=True)


def _prompt(question: Question, asks: str) -> str:
    """An answer; nothing, where none is needed. Offers are taken by Enter, or refused by `-`."""
    offer = question.offer
    if len(question.hint) > _LONG:
        typer.echo(f"{asks}: {question.hint}", err=True)
        question = question._replace(hint="")
    said = "; ".join(filter(None, (question.hint, offer.why if offer else "")))
    hint = f" ({said})" if said else ""
    default = offer.text if offer else "" if question.optional else None
    answer = typer.prompt(f"{asks}{hint}", default=default, show_default=bool(default), err=True)
    return str(answer).strip()
