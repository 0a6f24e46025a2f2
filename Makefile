# One command each; `make` alone lists them.
# PYTHON is the interpreter that .venv is made with: make demo PYTHON=python3.12

PYTHON ?= python3
python := .venv/bin/python
pip := $(python) -m pip --disable-pip-version-check

.PHONY: help demo test lint bench bench-kills bench-extraction bench-growth bench-build bench-map docs starter clean
.DEFAULT_GOAL := help

help:  ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null || grep '##' Makefile

demo: .venv/installed  ## Install, build the starter graph and look at it: card, path, query, map
	$(python) -m rolegraph demo

test: .venv/installed-test  ## Run the tests and the doctests
	$(python) -m pytest

lint: .venv/installed-lint  ## Check style, types and layers
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(python) -c "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"

bench: .venv/installed-test  ## Measure the engine: start-up, directories, queries, loads, networks, paths
	$(python) benchmarks/engine/engine.py

bench-kills: .venv/installed-test  ## Kill loads, cache writes and pushes, 50 of each, and look at what is left
	$(python) benchmarks/engine/kills.py

bench-extraction: .venv/installed  ## Score the extraction against the reference documents
	$(python) benchmarks/extraction/bench.py

bench-growth: .venv/installed  ## Measure how the time of a build grows with the length of a document (a quarter of an hour)
	$(python) benchmarks/extraction/growth.py --sizes 0.03,0.1,0.3,1,3,10 --minutes 15

bench-build: .venv/installed  ## Measure builds of 1,000 and 10,000 documents: processes, cache, memory
	$(python) benchmarks/extraction/scale.py

bench-map: .venv/installed-test  ## Measure the map in a browser against its goals
	$(python) benchmarks/map/goals.py

docs: .venv/installed-test  ## Check the documentation: links, shown outputs, examples
	$(python) -m pytest -q tests/test_project_docs.py

starter: .venv/installed  ## Rebuild the starter graph from its articles
	$(python) -m rolegraph build ontology/starter --title "Roles and outsourcing" -o ontology/starter.ttl

clean:  ## Remove what the other commands made
	rm -rf .venv build demo dist benchmarks/results .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -rf rolegraph.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp says that .venv holds what the command needs; a change of pyproject.toml installs anew.
# pip compiles what it installs, but not what it installs as editable; so this is done here.
compile := $(python) -m compileall -q src/rolegraph src/rolegraph/*/

.venv/installed: pyproject.toml | .venv/bin/python
	$(pip) install -q -e .
	@$(compile)
	@touch $@

.venv/installed-%: pyproject.toml | .venv/bin/python
	$(pip) install -q -e '.[$*]'
	@$(compile)
	@touch $@ .venv/installed

.venv/bin/python:
	@command -v "$(PYTHON)" >/dev/null || \
	  { echo "rolegraph needs Python 3.11 or newer; there is no $(PYTHON). Name yours: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "rolegraph needs Python 3.11 or newer; $(PYTHON) is `"$(PYTHON)" -V 2>&1`. Name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv || \
	  { rm -rf .venv; echo "python -m venv failed; on Debian and Ubuntu install the package python3-venv" >&2; exit 1; }
