"""The help of every command."""

import re

import pytest
from typer.main import get_command

from circgen.cli import app

COMMANDS = get_command(app).commands


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_two_examples_of_it_or_more(name):
    command = COMMANDS[name]
    context = command.make_context(name, [], resilient_parsing=True, terminal_width=80)
    text = command.get_help(context)
    _, heading, rest = text.partition("\n  Examples:\n")
    assert heading
    examples = rest.partition("\n\n")[0].splitlines()
    assert len(examples) >= 2
    assert all(re.match(rf"    circgen {name}(?: |$)", each) for each in examples)
    assert len(set(examples)) == len(examples)
