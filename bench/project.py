"""A project of many circulars: checking it, beside rendering it.

The same project is checked and rendered in turns. Of a check, the memory of its largest process is
measured too, with few circulars and with all of them.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from figures import Measured
from letters import AsTyped

ROOT = Path(__file__).resolve().parent.parent
CIRCGEN = str(Path(sys.executable).with_name("circgen"))
LANGUAGES = ("en", "ru")
TITLES = {"check-project": "circgen check", "render-project": "circgen render"}
FEW = 100
_FIRST_DAY = dt.date(2025, 3, 3)
_QUARTER = 15
# Events, places, and texts that have a number in them; each is said in both languages.
_EVENTS = ("meeting", "workshop", "forum", "symposium", "conference", "seminar")
_PLACES = ("geneva", "seoul", "new-delhi", "dubai")
_TOPICS = (
    ("on Smart Water Management", 'по "умному" управлению водными ресурсами'),
    ("on the Security of Digital Identities", "по безопасности цифровых идентификаторов"),
    ("on Green Data Centres", "по экологически рациональным центрам обработки данных"),
    ("on Energy in Rural Areas", "по энергетике в сельских районах"),
)
_OBJECTIVES = (
    ("review {} use cases", "рассмотреть {} сценариев использования"),
    ("compare the results of {} tests", "сравнить результаты {} испытаний"),
    ("prepare a report on the work of {} groups", "подготовить отчет о работе {} групп"),
    ("collect proposals from at least {} cities", "собрать предложения не менее {} городов"),
    ("adopt a plan with {} steps", "принять план из {} этапов"),
)
_BACKGROUND = (
    (
        "The work began in {year}. Experts from {number} countries take part in it.",
        "Работа началась в {year}\N{NO-BREAK SPACE}году. Участвуют эксперты из {number} стран.",
    ),
    (
        "The survey of {number} administrations ended in {year}. Its results are public.",
        "Опрос {number} администраций завершен в {year}\N{NO-BREAK SPACE}году. Итоги опубликованы.",
    ),
)


class Spent(NamedTuple):
    """Seconds on the clock and of the processor; the largest process, in megabytes."""

    wall: float
    cpu: float
    memory: float


def write_project(folder: Path, count: int) -> None:
    """Write a project of `count` circulars into a new folder, always the same ones."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    meetings = folder / "data" / "meetings"
    meetings.mkdir(parents=True)
    # The same circulars in every run: figures of today and yesterday can be compared.
    chance = random.Random(count)  # noqa: S311  nothing is secret here
    for index in range(count):
        facts = _circular(chance, index)
        text = yaml.dump(facts, Dumper=AsTyped, allow_unicode=True, sort_keys=False, width=100)
        (meetings / f"circular-{index:04}.yaml").write_text(text, "utf-8")
    for language in LANGUAGES[1:]:
        _run(folder, "confirm", "data", "templates", "--lang", language)


def _circular(chance: random.Random, index: int) -> dict[str, Any]:
    issued = _FIRST_DAY + dt.timedelta(index % 900)
    first = issued + dt.timedelta(chance.randrange(60, 120))
    mode = chance.choice(("virtual", "hybrid", "physical"))
    topic = chance.choice(_TOPICS)
    background = chance.choice(_BACKGROUND)
    values = {"year": chance.randrange(2015, 2025), "number": chance.randrange(25, 30)}
    sessions = [
        {"date": str(first + dt.timedelta(day)), "hours": _hours(chance)}
        for day in range(chance.randrange(1, 4))
    ]
    facts: dict[str, Any] = {
        "number": str(index + 1),
        "study_period": "2025-2028",
        "issued": str(issued),
        "editions": list(LANGUAGES),
        "event": chance.choice(_EVENTS),
        "ordinal": str(chance.randrange(1, 60)),
        "topic": _said(topic),
        "mode": mode,
        **({"zone": "Europe/Zurich"} if mode == "virtual" else {"place": chance.choice(_PLACES)}),
        "sessions": sessions,
        "working_languages": chance.sample(("en", "fr", "es", "ru"), chance.randrange(1, 4)),
        "background": _said(tuple(text.format(**values) for text in background)),
        "website": f"https://www.itu.int/go/circular-{index + 1}/",
        "objectives": [
            _said(tuple(text.format(number) for text in objective))
            for number, objective in zip(
                chance.sample(range(5, 21), 5),
                chance.sample(_OBJECTIVES, chance.randrange(2, 6)),
                strict=False,
            )
        ],
        "participation": {"open_to": ["member-states", "sector-members"], "individuals": "yes"},
        "event_page": f"https://www.itu.int/go/event-{index + 1}/",
        "registration": {"mandatory": "yes"},
        "deadlines": [
            {"what": "registration", "date": str(first - dt.timedelta(chance.randrange(7, 20)))}
        ],
        "side_events": [
            {
                "event": "webinar",
                "title": {"en": "Cities in Figures", "ru": "Города в цифрах"},
                "date": sessions[0]["date"],
                "hours": "19:00-20:00",
            }
        ],
        "issued_at": "geneva",
        "addressees": ["member-states", "sector-members", "associates", "academia"],
        "copies": ["study-group-chairs", "director-bdt"],
        "contact": {"tel": "+41 22 730 5852", "email": f"circular{index + 1}@itu.int"},
        "signatory": {"name": "seizo-onoe", "office": "tsb-director"},
    }
    if chance.randrange(2):
        del facts["side_events"]
    return facts


def _said(texts: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(LANGUAGES, texts, strict=True))


def _hours(chance: random.Random) -> list[str]:
    """One stretch of time or two, between 8 and 18 o'clock."""
    found: list[str] = []
    start = 8 * 60
    for _ in range(chance.randrange(1, 3)):
        start += _QUARTER * chance.randrange(1, 7)
        end = start + _QUARTER * chance.randrange(4, 14)
        found.append(f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}")
        start = end
    return found


def _run(folder: Path, *words: str) -> Spent:
    """Run circgen in a folder.

    Raises:
        SystemExit: if it fails, with what it said.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        (CIRCGEN, *words), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        said = process.stdout.read() if process.stdout else b""
        # Its own usage with that of its children, which Python's `wait` would not tell apart from
        # that of others.
        _, status, spent = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        shown = said.decode("utf-8", "replace").strip()
        raise SystemExit(f"bench: circgen {' '.join(words)} failed:\n{shown[-2000:]}")
    return Spent(wall, spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)


def measure_project(
    folder: Path, circulars: int, rounds: int
) -> tuple[dict[str, Measured], dict[int, float]]:
    """Check and render a project in turns; and the memory that checks take, in megabytes."""
    memory: dict[int, float] = {}
    found = {"check-project": Measured(), "render-project": Measured()}
    for count in (FEW, circulars):
        project = folder / f"project-{count}"
        write_project(project, count)
        memory[count] = _run(project, "check").memory
    for _ in range(rounds):
        for name, words in (
            ("check-project", ("check",)),
            ("render-project", ("render", "--out", "out")),
        ):
            shutil.rmtree(project / "out", ignore_errors=True)
            spent = _run(project, *words)
            found[name].wall.append(spent.wall)
            found[name].cpu.append(spent.cpu)
            if name == "check-project":
                memory[circulars] = max(memory[circulars], spent.memory)
    return found, memory


def report(found: dict[str, Measured], memory: dict[int, float]) -> str:
    """What the check takes beside its time: cores and memory."""
    check = found["check-project"]
    cores = check.cpu[check.wall.index(check.least)] / check.least
    sizes = ", ".join(f"{size:.0f} MB with {count} circulars" for count, size in memory.items())
    return f"  the check uses {cores:.1f} cores; its largest process takes {sizes}"
