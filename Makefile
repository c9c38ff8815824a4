# Everything that people and machines do here; `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BUILD := _build
SPHINX = $(BIN)/sphinx-build -j auto -d $(BUILD)/doctrees
COMPILE = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
  pyproject.toml
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

TESTS = pytest -m "not slow and not browser and not books"

.DEFAULT_GOAL := help
.PHONY: help html epub latex pdf text test test-slow test-browser test-books bench bench-short screenshots check lint \
  coverage builds lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.build: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.build requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.browser: $(VENV)/.dev requirements-browser.lock
	$(PIP) --require-hashes -r requirements-browser.lock
	@touch $@

$(VENV)/.spark: $(VENV)/.dev requirements-spark.lock
	$(PIP) --require-hashes -r requirements-spark.lock
	@touch $@

$(VENV)/.bench: $(VENV)/.spark requirements-bench.lock
	$(PIP) --require-hashes -r requirements-bench.lock
	@touch $@

$(VENV)/.lock: $(VENV)/.dev requirements-lock.lock
	$(PIP) --require-hashes -r requirements-lock.lock
	@touch $@

html: $(VENV)/.build ## build the edition: _build/html/index.html
	$(SPHINX) -b html . $(BUILD)/html

epub: $(VENV)/.build ## build the edition as an e-book: _build/epub
	$(SPHINX) -b epub . $(BUILD)/epub

latex: $(VENV)/.build ## build the edition for LaTeX: _build/latex
	$(SPHINX) -b latex . $(BUILD)/latex

pdf: latex ## build the edition as PDF: _build/latex/edition.pdf (needs LuaLaTeX, latexmk and xindy)
	$(MAKE) -C $(BUILD)/latex

text: $(VENV)/.build ## build the edition as plain text: _build/text
	$(SPHINX) -b text . $(BUILD)/text

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m $(TESTS)

test-slow: $(VENV)/.spark ## run the tests that take long
	CORPUS_EXAMPLES=2000 $(BIN)/python -m pytest -m "slow or properties"

test-browser: $(VENV)/.browser ## run the tests in a real browser (Chromium must be installed)
	@command -v chromium >/dev/null || test -n "$$CHROMIUM" || \
	  { echo "no Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to its path"; exit 1; }
	$(BIN)/python -m pytest -m browser

test-books: $(VENV)/.dev ## build PDF, e-book, single page and plain text, and test them (what is not installed is skipped)
	$(BIN)/python -m pytest -m books

bench: $(VENV)/.bench ## measure large corpora from end to end (takes hours; see the guide); BENCH="--parts builds" for a part
	$(BIN)/python -m bench $(BENCH)

bench-short: $(VENV)/.bench ## the same on few articles, in a few minutes
	$(BIN)/python -m bench --short $(BENCH)

screenshots: $(VENV)/.browser ## take the pictures of the README anew
	$(BIN)/python -m tools.screenshots

check: lint builds coverage ## everything below: lint, types, layers, clean builds, and the tests with their coverage

lint: $(VENV)/.dev ## ruff, mypy, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

builds: $(VENV)/.build ## html, epub and latex without a warning, with one process and with several
	$(BIN)/python -m tools.clean_builds

coverage: $(VENV)/.dev ## run the tests of `make test` and print what of the code they leave out
	$(BIN)/coverage erase
	$(BIN)/coverage run -m $(TESTS)
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

lock: $(VENV)/.lock ## write the lock files anew from pyproject.toml
	$(COMPILE) --group build --group docs -o requirements.lock
	$(COMPILE) -c requirements.lock --group build --group docs --group test --group check -o requirements-dev.lock
	$(COMPILE) -c requirements-dev.lock --group build --group docs --group test --group check --group browser \
	  -o requirements-browser.lock
	$(COMPILE) -c requirements-dev.lock --group lock -o requirements-lock.lock
	$(COMPILE) -c requirements-dev.lock --extra spark-connect -o requirements-spark.lock
	$(COMPILE) -c requirements-spark.lock --extra spark-connect --group bench -o requirements-bench.lock

clean: ## remove what was built (not the pages in corpus/)
	rm -rf $(BUILD)
