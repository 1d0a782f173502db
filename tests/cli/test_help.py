"""The help of every command."""

import re
import subprocess
import sys

import pytest
from cli.command import environment
from typer.main import get_command

from circgen.cli import app

COMMANDS = get_command(app).commands
ORDER = """
--series --facts --year --state --status --select --ignore
--lang --letters --watch --fix --diff --html --baseline
--format --output --out --open --stdout --force --strict --verify --exit-code --color --templates
"""
"""What is chosen, how it is done, where it goes; `new` has its own order, that of its questions."""


def help_of(name):
    command = COMMANDS[name]
    context = command.make_context(name, [], resilient_parsing=True, terminal_width=80)
    return command.get_help(context)


def options(name):
    """The options of a command in their order: what they are called, and what they take."""
    return {
        each.opts[0]: (each.metavar or "", each.help)
        for each in COMMANDS[name].params
        if each.param_type_name == "option"
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_two_examples_of_it_or_more(name):
    text = help_of(name)
    _, heading, rest = text.partition("\n  Examples:\n")
    assert heading
    examples = rest.partition("\n\n")[0].splitlines()
    assert len(examples) >= 2
    assert all(re.match(rf"    circgen {name}(?: |$)", each) for each in examples)
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "new"])
def test_options_stand_in_the_same_order_in_every_command(name):
    found = list(options(name))
    assert found == [each for each in ORDER.split() if each in found]


def test_an_option_takes_the_same_in_every_command():
    taken = {}
    for name in COMMANDS:
        for option, (metavar, _) in options(name).items():
            taken.setdefault(option, set()).add(metavar.removesuffix("S"))
    several = {option: sorted(each) for option, each in taken.items() if len(each) > 1}
    assert several == {"--series": ["SERIE", "TEXT"]}  # of `new`, where it is an answer


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name):
    assert not re.search("<(str|path|text)>", help_of(name))
    for option, (metavar, said) in options(name).items():
        assert said, option
        assert said.endswith((".", "…")), option
        assert metavar == metavar.upper()


def test_the_list_of_commands_says_whole_sentences():
    told = subprocess.run(
        [sys.executable, "-m", "circgen", "--help"],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    commands = told.partition("\nCommands:\n")[2].splitlines()
    assert [line.split()[0] for line in commands] == list(COMMANDS)
    assert [line for line in commands if not re.search(r"\w[.?]$", line)] == []


def test_the_help_of_circgen_itself_shows_what_is_done_every_day():
    command = get_command(app)
    text = command.get_help(command.make_context("circgen", [], resilient_parsing=True))
    examples = text.partition("\n  Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[1] for line in examples] == ["new", "preview", "check", "render"]
