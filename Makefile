# What circgen's makers do, one word each. Needs sh, make 3.81 or later and Python 3.11 or later.

# One target at a time: each of them uses every core by itself.
.NOTPARALLEL:
.PHONY: help render setup test check check-circulars style types fresh real format bench accept \
    accept-pages docs pictures lock clean accuracy accurate run-environment dev-environment

# make PYTHON=/path/to/python: the Python of .venv. make test ARGS=-x: words for the program run.
PYTHON ?=
ARGS ?=
export PYTHON
BIN = .venv/bin

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1 \2/p' Makefile | while read -r word what; do \
	    printf '  make %-15s %s\n' "$$word" "$$what"; done

render: run-environment ## every circular of data/meetings, as documents in out/
	$(BIN)/circgen render --out out $(ARGS)

setup: dev-environment ## .venv, and nothing else; the command is then .venv/bin/circgen

test: dev-environment ## the tests that need Python alone
	$(BIN)/python -m pytest --ignore=tests/real --numprocesses auto $(ARGS)

check: style types fresh check-circulars test real accurate ## everything that must hold before a change goes in

check-circulars: dev-environment ## whether the circulars of this project, its words and series hold
	$(BIN)/circgen check $(ARGS)

style: dev-environment ## layout of the code and ruff's rules
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .

types: dev-environment ## mypy
	$(BIN)/mypy --no-error-summary

fresh: dev-environment ## whether docs/ says what the program does
	$(BIN)/python scripts/docs.py --check

real: dev-environment ## the tests that need other programs, which root gets installed
	sh scripts/real_tools.sh
	$(BIN)/python -m pytest tests/real $(ARGS)

accuracy: dev-environment ## how many faults of letters and projects are found, and how often a good one is blamed
	$(BIN)/python accuracy/measure.py $(ARGS)

accurate: dev-environment ## whether docs/accuracy.md has the figures of today
	$(BIN)/python accuracy/figures.py --check

bench: dev-environment ## how long rendering, comparing and checking take
	$(BIN)/python bench/bench.py $(ARGS)

accept: dev-environment ## take the pages as they are now for the golden ones; then read the diff
	$(BIN)/python -m pytest tests/golden --accept $(ARGS)

pictures: dev-environment ## every letter as PDF and as pictures of its pages, in out/pictures/
	sh scripts/real_tools.sh
	$(BIN)/python scripts/letter_pictures.py $(ARGS)

accept-pages: dev-environment ## take the places of words on paper as they are now; then read the diff
	sh scripts/real_tools.sh
	$(BIN)/python tests/real/pages.py

docs: dev-environment ## write the generated parts of docs/; a picture of another page needs Chromium
	$(BIN)/python scripts/docs.py

format: dev-environment ## lay out the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

lock: ## the exact versions in requirements/, from pyproject.toml
	sh scripts/lock.sh $(ARGS)

clean: ## remove all that make made
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis tests/real/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

run-environment:
	@sh scripts/setup.sh run

dev-environment:
	@sh scripts/setup.sh dev
