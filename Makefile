# Needs only Python 3.11 or newer, make and the package index.
#   make play [LEVEL=…] [ARGS=…]   the game           make test   all that the build machine runs
#   make lint   format and fix      make look   pictures, and an exercise by hand   make lock   renew uv.lock   make clean
#   make validate   every stock commander over the seeds, hours of it, into docs/validation.*
PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
SILENT := SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy

define OLD
import sys
sys.exit(sys.version_info < (3, 11) and
"Sispamkota perlu Python 3.11 atau lebih baru; ini %d.%d. Sebut yang lain: make PYTHON=python3.12\n"
"Sispamkota needs Python 3.11 or newer; this is %d.%d. Name another: make PYTHON=python3.12"
% (sys.version_info[:2] * 2))
endef
export OLD

.PHONY: play test lint look validate lock clean
.DELETE_ON_ERROR:

play: $(VENV)/installed
	@$(PY) -m game play $(LEVEL) $(ARGS)

test: $(VENV)/installed-dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy --strict game
	$(SILENT) $(PY) -m game check levels
	$(SILENT) $(PY) -m pytest --cov -n logical --dist loadfile --no-loadscope-reorder
	@$(PY) tests/validate.py --stale

lint: $(VENV)/installed-dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

look: $(VENV)/installed-dev
	$(PY) tests/look.py
	$(PY) tests/looks/whole_exercise.py

validate: $(VENV)/installed-dev
	@$(PY) tests/validate.py --stale
	$(PY) tests/validate.py $(ARGS)

# Names the public index, so that no mirror of the machine that renews it gets into the file. pip never reads it.
lock: $(VENV)/installed-dev
	$(PY) -m pip install --quiet uv
	$(VENV)/bin/uv lock --no-config --default-index https://pypi.org/simple

clean:
	rm -rf $(VENV) build dist .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find game tests -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/installed: pyproject.toml | $(PY)
	@echo 'Memasang, sekali saja; beberapa menit. / Installing, once; a few minutes.'
	@$(PY) -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(PY)
	@echo 'Memasang, sekali saja; beberapa menit. / Installing, once; a few minutes.'
	@$(PY) -m pip install --quiet --editable '.[dev]'
	@touch $(VENV)/installed $@

$(PY):
	@command -v $(PYTHON) >/dev/null || { echo "Python tidak ditemukan / not found: $(PYTHON)" >&2; exit 1; }
	@$(PYTHON) -c "$$OLD"
	$(PYTHON) -m venv $(VENV)
