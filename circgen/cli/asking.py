"""Asking for what a new facts file needs, or taking it from options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from circgen.cli.terminal import CannotRunError
from circgen.drafting.answering import take
from circgen.drafting.archive import Offer
from circgen.drafting.question import NONE
from circgen.drafting.remarks import Remark, remarks
from circgen.findings import Finding, Location

if TYPE_CHECKING:
    from circgen.drafting.draft import Draft
    from circgen.drafting.question import Question

_FIRST = ("series", "kind")
"""Keys that say which other ones there must be."""
_LONG = 60
"""What may be answered has a line of its own, if it has more characters."""
_EMPTY = Finding(Location(""), "empty", "nothing is given", "give an answer, or - for none")

_HOW = (
    "Enter takes what stands in brackets, - leaves it out. Ctrl-C stops; nothing is written then."
)


class Asker:
    """Fills a draft; with `prompts` it asks somebody, without it takes what is offered."""

    def __init__(self, draft: Draft, *, prompts: bool) -> None:
        self.draft, self.prompts = draft, prompts
        self.questions: dict[str, Question] = {}
        self._answers: dict[str, tuple[str, ...]] = {}
        self._remarked: set[str] = set()
        self._told: list[str] = []

    def fill(self, problems: Sequence[str] = ()) -> None:
        """Every question once; `problems` are those of the command line that are known already.

        Raises:
            CannotRunError: without prompts, naming every answer that is missing or wrong.
        """
        from circgen.drafting.interview import interview

        if self.prompts:
            stop_for(problems)
            typer.echo(_HOW, err=True)
        missing: list[Question] = []
        wrong: list[tuple[Question, Sequence[Finding]]] = []
        for question in interview(self.draft):
            self.questions[question.key] = question
            given = self.draft.given.get(question.path)
            if given is None and self.prompts:
                self.ask(question)
            elif given is not None:
                self._take_given(question, given, wrong)
            elif question.offer:
                self._take_offer(question, wrong)
            elif not question.optional:
                missing.append(question)
                self.draft.asked.add(question.key)
        blamed = {question.key for question, _ in wrong}
        if blamed & {*_FIRST}:  # nobody knows what is missing, nor which keys there are
            wrong = [(each, known) for each, found in wrong if (known := _of_any_kind(found))]
            missing = []
        elif not self.prompts:
            wrong += self._conflicts(blamed)
        stop_for(problems, missing, wrong)
        for line in self._told:
            typer.echo(line, err=True)

    def _take_given(
        self,
        question: Question,
        given: tuple[str, ...],
        wrong: list[tuple[Question, Sequence[Finding]]],
    ) -> None:
        """An answer by an option."""
        is_empty = not all(map(str.strip, given))
        findings = (_EMPTY,) if is_empty else take(self.draft, question, given)
        if not findings:
            self._answers[question.path] = given
            self._remark(question)
        elif self.prompts:
            _say(findings)
            self.ask(question)
        else:
            wrong.append((question, findings))
            if question.offer and question.key not in _FIRST:  # so that the rest is looked at
                take(self.draft, question, (question.offer.text,))
            self.draft.asked.add(question.key)

    def _take_offer(
        self, question: Question, wrong: list[tuple[Question, Sequence[Finding]]]
    ) -> None:
        """What was worked out, as nobody is there to be asked."""
        offer = question.offer or Offer(NONE)
        if findings := take(self.draft, question, (offer.text,)):
            wrong.append((question, findings))
            return
        if offer.why:
            self._told.append(f"{question.option} {offer.text} ({offer.why})")
        self._remark(question)

    def _conflicts(self, blamed: set[str]) -> list[tuple[Question, Sequence[Finding]]]:
        """Which answers do not go together, but those that are wrong by themselves."""
        by_key = [
            (self.draft.sheet.key_at(each.location.line), each) for each in self.draft.conflicts
        ]
        return [
            (self.questions[key], (each,))
            for key, each in by_key
            if key in self.questions and key not in blamed
        ]

    def ask(self, question: Question) -> None:
        """One question, until its answer is right, and goes together with those before it."""
        self._ask(question)
        self._settle(question)
        for remark in self._remark(question):
            for key in remark.keys:
                if asked := self.questions.get(key):
                    self._ask_again(asked)
                    self._settle(asked)
                if remark not in remarks(self.draft, question.key):
                    break

    def _settle(self, question: Question) -> None:
        while conflicts := self.draft.conflicts:
            keys = {self.draft.sheet.key_at(each.location.line) for each in conflicts}
            self.again((question.key, *sorted(keys - {question.key})), conflicts)

    def again(self, keys: Sequence[str], findings: Sequence[Finding]) -> None:
        """Questions whose answers do not go together, until they do; Enter keeps an answer."""
        _say(findings)
        for key in keys:
            if question := self.questions.get(key):
                self._ask_again(question)
            if not self.draft.conflicts:
                return

    def _ask_again(self, question: Question) -> None:
        answers = self._answers.get(question.path)
        if answers and not question.many:
            question = question._replace(offer=Offer(answers[0]))
        self._ask(question)

    def _ask(self, question: Question) -> None:
        if question.many:
            self._ask_for_several(question)
            return
        while True:
            answer = _prompt(question, question.asks)
            if not (findings := take(self.draft, question, (answer,))):
                self._answers[question.path] = (answer,)
                return
            _say(findings)

    def _ask_for_several(self, question: Question) -> None:
        """One answer after the other; those that were given before are offered."""
        if question.hint:
            typer.echo(f"{question.asks}: {question.hint}", err=True)
        before = [*self._answers.get(question.path, ())]
        answers: list[str] = []
        while not question.items or len(answers) < len(question.items):
            offer = Offer(before.pop(0)) if before else None
            answer = _prompt(
                question._replace(hint="", offer=offer), _asks(question, answers, offer)
            )
            if not answer and question.items:
                _say((_EMPTY,))
            elif offer and answer == NONE and not question.items:
                continue
            elif answer in {"", NONE} and not question.items and (answers or question.optional):
                break
            elif findings := take(self.draft, question, (*answers, answer)):
                _say(findings)
            else:
                answers.append(answer)
        self._answers[question.path] = tuple(answers)
        if not answers:
            take(self.draft, question, ())

    def _remark(self, question: Question) -> list[Remark]:
        """What is to be said of an answer, once; Enter keeps the answer."""
        found = [
            each for each in remarks(self.draft, question.key) if each.message not in self._remarked
        ]
        for each in found:
            self._remarked.add(each.message)
            if self.prompts:
                typer.echo(f"  {each.message}\n    = {each.help}", err=True)
            else:
                option = self.questions[each.keys[0]].option
                self._told.append(f"warning: {option}: {each.message}: {each.help}")
        return found


def stop_for(
    problems: Sequence[str],
    missing: Sequence[Question] = (),
    wrong: Sequence[tuple[Question, Sequence[Finding]]] = (),
) -> None:
    """Say what is missing and what is wrong, all at once, by options.

    Raises:
        CannotRunError: if there is anything.
    """
    lines = [*problems]
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


def _of_any_kind(findings: Sequence[Finding]) -> list[Finding]:
    return [each for each in findings if each.rule != "unknown-key"]


def _in_one_line(finding: Finding) -> str:
    return f"{finding.message}: {finding.help}" if finding.help else finding.message


def _say(findings: Sequence[Finding]) -> None:
    """What is wrong with an answer, in the words of the facts' rules."""
    for finding in findings:
        typer.echo(f"  {finding.message}", err=True)
        if finding.help:
            typer.echo(f"    = {finding.help}", err=True)


def _asks(question: Question, answers: Sequence[str], offer: Offer | None) -> str:
    """What is asked for one of several answers."""
    if question.items:
        return question.items[len(answers)]
    more = not offer and (answers or question.optional)
    return f"{question.asks} {len(answers) + 1}" + (", Enter: no more" if more else "")


def _prompt(question: Question, asks: str) -> str:
    """An answer, or nothing. Offers are taken by Enter, or refused by `-`."""
    offer = question.offer
    if len(question.hint) > _LONG:
        typer.echo(f"{asks}: {question.hint}", err=True)
        question = question._replace(hint="")
    said = "; ".join(filter(None, (question.hint, offer.why if offer else "")))
    hint = f" ({said})" if said else ""
    default = offer.text if offer else ""
    answer = typer.prompt(f"{asks}{hint}", default=default, show_default=bool(default), err=True)
    return str(answer).strip()
