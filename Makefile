# The two commands that matter: `make app` and `make test`. `make` alone lists the rest.

VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
# The first interpreter that is new enough; `make PYTHON=/path/to/python3 app` overrules it.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$name && break; done)
PIP_INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check
UV_COMPILE = $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --custom-compile-command "make lock"
READY = $(VENV)/app.stamp
DEV_READY = $(VENV)/dev.stamp
GENERATED = README.md

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup app run test check lint format types layers docs write-docs pictures data bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

app: $(READY) ## set up what is missing and serve the app on the NTB data
	$(BIN)/python -m streamlit run streamlit_app.py $(ARGS)

run: app ## the same as app

test: setup ## set up what is missing, Chromium and PostgreSQL included, and run every test
	CHROMIUM="$$(sh scripts/chromium.sh)" && POSTGRESQL="$$(sh scripts/postgresql.sh)" && \
		export CHROMIUM POSTGRESQL && $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

check: lint types layers docs ## everything but the tests

setup: $(DEV_READY) ## the environment for tests and checks

lint: $(DEV_READY) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(DEV_READY) ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(DEV_READY) ## mypy, strict
	$(BIN)/mypy

layers: $(DEV_READY) ## imports point down only
	$(BIN)/lint-imports

docs: $(DEV_READY) ## the generated parts of the documents are up to date
	$(BIN)/cog --check --diff -I . $(GENERATED)

write-docs: $(DEV_READY) ## write the generated parts of the documents anew
	$(BIN)/cog -r -I . $(GENERATED)
	$(BIN)/python -c "from supplychain.store import document; print(document.schema(), end='')" > docs/scenario.schema.json

data: $(READY) ## rebuild data/ntb from its sources
	$(BIN)/python -m data.build

pictures: setup ## take the pictures of the README and the guide anew
	CHROMIUM="$$(sh scripts/chromium.sh)" && export CHROMIUM && $(BIN)/python -m scripts.pictures

bench: setup ## measure, and write benchmarks/results
	CHROMIUM="$$(sh scripts/chromium.sh)" && export CHROMIUM && $(BIN)/python -m benchmarks $(ARGS)
	$(BIN)/python -m benchmarks.proposals
	CHROMIUM="$$(sh scripts/chromium.sh)" && export CHROMIUM && $(BIN)/python -m benchmarks.drawing

lock: $(DEV_READY) ## choose the versions anew from pyproject.toml
	$(UV_COMPILE) --upgrade pyproject.toml -o requirements.txt
	$(UV_COMPILE) --upgrade --constraints requirements.txt --group dev pyproject.toml -o requirements-dev.txt

clean: ## remove the environment and the caches
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. Install it, or say where: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) could not make an environment. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }

$(READY): requirements.txt | $(BIN)/python
	@echo "Setting up what the app needs (one or two minutes, once) ..."
	@$(PIP_INSTALL) --require-hashes -r requirements.txt
	@touch $@

$(DEV_READY): requirements-dev.txt pyproject.toml | $(BIN)/python
	@echo "Setting up what the tests and checks need (one or two minutes, once) ..."
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@
