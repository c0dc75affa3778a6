# make demo    read the example pages (or SOURCES=…) and write out/demo.html
# make test    run all tests
# make check   everything CI checks: format, lint, types, imports, knowledge, tests with coverage, evaluation floors, docs
# make lexicon inflect the verbs anew after an edit of knowledge/lexicon/verbs.yaml
# Each sets up .venv by itself.

PYTHON ?= python3
SOURCES ?= examples
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check lexicon clean

demo: $(READY)
	@mkdir -p out && rm -f out/demo.db*
	@$(BIN)/marsad run $(SOURCES) --store out/demo.db
	@$(BIN)/marsad report --store out/demo.db --out out/demo.html
	@echo "Open file://$(CURDIR)/out/demo.html"

test: $(READY)
	$(BIN)/pytest -q

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/build_verb_forms.py --check
	$(BIN)/marsad knowledge check
	$(BIN)/pytest -q --cov
	$(BIN)/python evals/gate.py

lexicon: $(READY)
	$(BIN)/python scripts/build_verb_forms.py

clean:
	rm -rf .venv out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@
