# make run   sets up and starts the desk with the sample booth
# make test  sets up and passes the tests
# The other targets are for those who work on livedesk: see README.md.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
SPEECH_BASE ?= $(abspath .speech)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The build hook makes translations for a wheel; in a checkout `make i18n` does.
export HATCH_BUILD_NO_HOOKS := true
# Until starter models ship, a developer's checkout may have an interim pair beside it; the desk says it is unlisted.
ifneq ($(wildcard ../shared/models),)
export LIVEDESK_MODELS ?= $(abspath ../shared/models)
endif

# What Qt, the fonts of many scripts and the microphone need on Debian and Ubuntu.
SYSTEM_PACKAGES := libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libfontconfig1 libdbus-1-3 libportaudio2 \
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
  libxcb-xinerama0 libxcb-xkb1 fonts-inter fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji

# What only the tests need: a browser for the phone page, an IRC server.
TEST_PACKAGES := chromium chromium-driver ngircd

.PHONY: run test lint screenshots bench load bench-speech soak-speech evaluate i18n wheel system-packages test-packages clean

run: $(VENV)/ready-to-run i18n
	$(BIN)/livedesk run --sample --out $(OUT)/rehearsal

test: $(VENV)/ready-to-test i18n
	$(BIN)/python -m pytest

lint: $(VENV)/ready-to-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

screenshots: $(VENV)/ready-to-test i18n
	$(BIN)/python -m tests.screenshots.draw $(OUT)/screenshots
	$(BIN)/python -m tests.screenshots.phone $(OUT)/screenshots

bench: $(VENV)/ready-to-test i18n
	$(BIN)/python -m tests.bench

# 300 phones at one desk for ten minutes, then floods; only this machine is reached. ARGS='--minutes 3' is shorter.
load: $(VENV)/ready-to-test i18n
	$(BIN)/python -m tests.load --out $(OUT)/load.json $(ARGS)
	$(BIN)/python -m tests.load --attacks --out $(OUT)/load-attacks.json

bench-speech: $(VENV)/ready-to-test $(SPEECH_BASE)/models/whisper-base/model.bin
	$(BIN)/python -m tests.bench.bench_speech --base $(SPEECH_BASE) --out $(OUT)/bench-speech.json

soak-speech: $(VENV)/ready-to-test $(SPEECH_BASE)/models/whisper-base/model.bin
	$(BIN)/python -m tests.bench.soak_speech --base $(SPEECH_BASE) --out $(OUT)/soak-speech.json

# The speech model that the measurements need; 145 MB, once.
$(SPEECH_BASE)/models/whisper-base/model.bin: | $(VENV)/ready-to-run
	$(BIN)/livedesk models install whisper-base --base-dir $(SPEECH_BASE)

evaluate: $(VENV)/ready-to-test
	$(BIN)/python -m tests.evaluate

i18n: $(VENV)/ready-to-run
	$(BIN)/python resources/i18n/build.py release

wheel: $(VENV)/ready-to-test
	HATCH_BUILD_NO_HOOKS=false $(BIN)/pip wheel --no-deps --wheel-dir dist .

$(VENV)/bin/python: | system-packages
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "livedesk needs Python 3.11, 3.12 or 3.13; found: $$($(PYTHON) --version)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready-to-run: pyproject.toml $(VENV)/bin/python
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/ready-to-test: pyproject.toml $(VENV)/bin/python | test-packages
	$(BIN)/pip install --quiet --editable '.[dev,torch]'
	touch $@ $(VENV)/ready-to-run

# Installs what is missing where that is allowed, otherwise says what to install. Elsewhere than on Debian the
# system is expected to bring these.
system-packages: need = $(SYSTEM_PACKAGES) $$($(PYTHON) -c 'import ensurepip' 2>/dev/null || echo python3-venv)
system-packages: what = livedesk needs
test-packages: need = $(TEST_PACKAGES)
test-packages: what = The tests need
system-packages test-packages:
	@command -v dpkg-query >/dev/null || exit 0; \
	missing=""; \
	for name in $(need); do \
	  dpkg-query -W -f='$${Status}' $$name 2>/dev/null | grep -q '^install ok installed' || missing="$$missing $$name"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ]; then \
	  echo "Installing:$$missing"; \
	  apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing >/dev/null; \
	else \
	  echo "$(what) these system packages. Please install them and try again:"; \
	  echo "  sudo apt-get install --no-install-recommends$$missing"; exit 1; \
	fi

clean:
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
