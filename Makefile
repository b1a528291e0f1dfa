# Thin names over real commands. Everything is made from nothing inside the project: `make demo` and `make test` need Python 3.11-3.13 and pip.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test lint types contracts check format docs fuzz faults licences wheel audit clean

demo: $(VENV)/.runs ## what five articles agree and disagree on
	@$(BIN)/crosscheck compare

test: $(VENV)/.develops ## the tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.develops ## style
	$(BIN)/ruff check src tests tools bench
	$(BIN)/ruff format --check src tests tools bench

types: $(VENV)/.develops ## strict types
	$(BIN)/mypy

contracts: $(VENV)/.develops ## which folder may import which
	$(BIN)/lint-imports

check: lint types contracts test ## all of the above

format: $(VENV)/.develops
	$(BIN)/ruff check --fix src tests tools bench
	$(BIN)/ruff format src tests tools bench

docs: $(VENV)/.develops ## the parts of the pages that the program makes: help, rules, examples, the manual page
	$(BIN)/python -m tools.docs
	$(BIN)/python -m tools.report_picture

SECONDS ?= 60
fuzz: $(VENV)/.develops ## bytes that break a part, looked for by coverage where atheris can be had; SECONDS for each of some twenty targets
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz || echo "without atheris: at random" >&2
	$(BIN)/python -m tools.fuzz --seconds $(SECONDS)

faults: $(VENV)/.develops ## killed, interrupted, out of space, cache damaged: is anything lost?
	$(BIN)/python -m tools.faults

licences: $(VENV)/.develops ## what an installation brings along
	@$(BIN)/python -m tools.trust licences

wheel: $(VENV)/.develops ## is the wheel the same when it is built twice?
	@$(BIN)/python -m tools.trust wheel

audit: $(VENV)/.develops ## known holes of what crosscheck needs; asks the index
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip-audit>=2.7,<3"
	$(BIN)/pip-audit --skip-editable

clean:
	rm -rf $(VENV)

# The stamps are made anew when the project's dependencies change.
$(VENV)/.runs: pyproject.toml
	@echo "installing into $(VENV) (once)" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q src # a third of a cold run, where the environment keeps Python from writing bytecode
	@touch $@

$(VENV)/.develops: $(VENV)/.runs
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[all]" --group dev # the readers of all kinds are tested
	@touch $@
