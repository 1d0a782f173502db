"""Run circgen as a module: `python -m circgen`."""

from circgen.cli import main

main()
