# make review   opens the workbench on the sample article        make test       format, lint, types, layers, tests
# make split / check / export  do one step on ARTICLE / CASE      make test-long  the same, with what takes minutes
#                                                                make coverage   which lines the tests run
# The case that make review opens is yours: it is kept in MINE, which git ignores. The one in claims/ is an example and stays as it is.
PYTHON ?= python3
ARTICLE ?= samples/hanoi-summit.txt
CASE ?= claims/hanoi-summit.toml
MINE ?= my-cases
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: review split check export test test-long coverage format lock screenshots clean

review: $(VENV)/.installed
	@$(BIN)/factcheck review --out $(MINE) $(ARTICLE)

split check: $(VENV)/.installed
	@$(BIN)/factcheck $@ $(ARTICLE)

export: $(VENV)/.installed
	@$(BIN)/factcheck export $(CASE)

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -n 3 --dist loadfile -m "not long"

coverage: $(VENV)/.installed-dev
	$(BIN)/pytest -n auto --dist loadfile -m "not long" --cov --cov-report=term

test-long: test
	$(BIN)/pytest -m long -s

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The locks hold a hash for every file of every package, for every supported Python, and name no index. They are complete, so pip
# resolves nothing (--no-deps): it would look at newer versions of what one package asks of another, and refuse them for want of a hash.
LOCK = $(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: $(VENV)/.installed-dev
	$(LOCK) --group build -o requirements.lock
	$(LOCK) --group build --group dev -c requirements.lock -o requirements-dev.lock

screenshots: $(VENV)/.installed-dev
	$(BIN)/python docs/screenshot.py

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Factcheck needs Python 3.11 or newer; name one with: make PYTHON=python3.12 review")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/pip
	@echo "Setting up a private environment in $(VENV); this takes about a minute, once."
	@$(BIN)/pip install -qq --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Adding the tools for development."
	@$(BIN)/pip install -qq --no-deps --require-hashes -r requirements-dev.lock
	@touch $@
