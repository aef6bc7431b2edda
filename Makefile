# make review   opens the workbench on the sample article        make test       format, lint, types, layers, tests
# make split / check / export  do one step on ARTICLE / CASE      make test-long  the same, with what takes minutes
# make docs     builds the pages into build/docs                  make coverage   which lines the tests run
# The case that make review opens is yours: it is kept in MINE, which git ignores. The one in claims/ is an example and stays as it is.
PYTHON ?= python3
ARTICLE ?= samples/hanoi-summit.txt
CASE ?= claims/hanoi-summit.toml
MINE ?= my-cases
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: review split check export test test-long coverage format lock docs docs-links pictures clean

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
	$(LOCK) --group build --group docs -c requirements.lock -o requirements-docs.lock

# The pages are made without the network; a link between them that leads nowhere is an error. What lies outside is looked up by docs-links.
SPHINX = $(BIN)/sphinx-build -q -W --keep-going
docs: $(VENV)/.installed-docs
	$(BIN)/python docs/making/pages.py
	$(SPHINX) -E -b html docs build/docs
	@echo "Open build/docs/index.html"

docs-links: $(VENV)/.installed-docs
	$(SPHINX) -b linkcheck docs build/docs-links

pictures: $(VENV)/.installed
	$(BIN)/python docs/making/pictures.py

clean:
	rm -rf build $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

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

$(VENV)/.installed-docs: requirements-docs.lock $(VENV)/.installed
	@echo "Adding what builds the pages."
	@$(BIN)/pip install -qq --no-deps --require-hashes -r requirements-docs.lock
	@touch $@
