# Two commands: `make run` opens the program, `make test` checks it. Both set up what they need.
PYTHON ?= python3
IN_VENV := .venv/bin/python

.PHONY: run test check format bench soak screenshots pins clean setup setup-tests

# Exit code 2 means "could not do it", and the program has said why in a sentence: make adds nothing.
run: setup
	@$(IN_VENV) -m app || [ $$? -eq 2 ]

test: setup-tests
	@$(IN_VENV) tools/check.py

# The quick part of `make test`: format, lint, types, imports.
check: setup-tests
	@$(IN_VENV) tools/check.py --quick

format: setup-tests
	@$(IN_VENV) -m ruff check --fix --quiet . ; $(IN_VENV) -m ruff format .

bench: setup-tests
	@$(IN_VENV) tools/bench.py

soak: setup-tests
	@$(IN_VENV) tools/soak.py

screenshots: setup
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) tools/screenshots.py

setup:
	@$(PYTHON) tools/setup.py

setup-tests:
	@$(PYTHON) tools/setup.py --tests

# Renew the pinned requirements after a change in pyproject.toml (needs the program uv; `UPGRADE=--upgrade` takes newer ones).
PIN := uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header $(UPGRADE) pyproject.toml
pins:
	$(PIN) --output-file requirements.txt
	$(PIN) --extra test --constraint requirements.txt --output-file requirements-test.txt

clean:
	rm -rf .venv build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find app tests tools -name __pycache__ -type d -exec rm -rf {} +
