# Fix Shots: every command of the project. `make help` lists them; each does its own set-up.

PYTHON ?= python3
PORT   ?= 8000

VENV    := .venv
PIP     := $(VENV)/bin/pip
RUN     := PYTHONPATH=functions:. $(VENV)/bin/python
MODEL   := functions/model/isnet-general-use.int8.onnx
VENDOR  := static_site/vendor/icons.svg
SITE    := $(shell find static_site -path static_site/vendor -prune -o -type f -print)
SOURCES := functions infra tests
CDK     := npx --no-install cdk --no-notices $(if $(DOMAIN)$(CERTIFICATE_ARN),-c domain=$(DOMAIN) -c certificate_arn=$(CERTIFICATE_ARN)) \
           $(if $(ALARM_TOPIC_ARN),-c alarm_topic_arn=$(ALARM_TOPIC_ARN))

# CDK runs on Node 20 all the same, and its makers need not hear of it.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION := 20
export CDK_DISABLE_CLI_TELEMETRY := true

# A step of a pipe that fails must fail the step.
SHELL := bash
.SHELLFLAGS := -e -o pipefail -c

.DEFAULT_GOAL := help
.PHONY: help setup dev test lint types test-site test-python test-browsers prove image browser browsers screenshots model vendor bench bench-load bench-fidelity bench-edges bench-padding bench-editor bench-on-device fuzz load load-image licences lock format synth deploy destroy clean
.DELETE_ON_ERROR:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##--- set-up: each step is skipped while what it depends on has not changed

setup: $(VENV)/.stamp node_modules/.stamp $(MODEL) $(VENDOR) ## install everything that `make dev` needs

$(VENV)/.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: Python 3.11 or newer is needed, $(PYTHON) is older or missing; try make PYTHON=python3.13"; exit 1; }
	@echo "installing Python packages into $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV) || \
	  { echo "make: no virtual environment could be made; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(PIP) install --disable-pip-version-check --progress-bar off --require-hashes -r requirements.txt | \
	  awk '/^(Collecting|Processing)/ { printf "\r  %d packages", ++n; fflush() } /^Installing/ { printf ", unpacking"; fflush() } END { print "" }' || \
	  { echo "make: pip failed (see above); check the network and run make again"; exit 1; }
	@touch $@

node_modules/.stamp: package.json package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || \
	  { echo "make: Node 20 or newer is needed: https://nodejs.org"; exit 1; }
	@echo "installing npm packages"
	@npm ci --no-audit --no-fund || { echo "make: npm ci failed (see above); check the network and run make again"; exit 1; }
	@touch $@

$(MODEL): $(wildcard functions/model/*.py functions/model/ranges.json) | $(VENV)/.stamp
	@$(RUN) -m model

$(VENDOR): infra/vendor.py infra/on_device.py infra/offline.py $(SITE) $(MODEL) node_modules/.stamp | $(VENV)/.stamp
	@$(RUN) -m infra.vendor

model: $(MODEL) ## fetch, check, prune and quantise the ISNet model

vendor: $(VENDOR) ## fill static_site/vendor/ from the npm packages, and with the model

browser: $(VENV)/.stamp ## find a Chromium for the browser tests, or install one
	@$(RUN) -m tests.e2e.browser

browsers: browser ## find or install Firefox and WebKitGTK as well (as root on Debian; elsewhere they are skipped)
	@$(RUN) -m tests.browsers.install

##--- every day

dev: setup ## serve site and API at http://localhost:PORT (PORT=8000)
	@$(RUN) -m infra.local --port $(PORT)

# Two at a time, as browsers mostly wait; but the image is held to Lambda's clock, and has the machine to itself.
test: setup browsers ## run every check and test, as CI does
	@$(MAKE) --no-print-directory --jobs=2 lint types test-site test-python test-browsers
	@$(MAKE) --no-print-directory image

lint: $(VENV)/.stamp node_modules/.stamp
	@$(VENV)/bin/ruff check $(SOURCES)
	@$(VENV)/bin/ruff format --check $(SOURCES)
	@npx --no-install biome check --error-on-warnings .
	@npx --no-install html-validate 'static_site/*.html'

types: $(VENV)/.stamp node_modules/.stamp
	@$(VENV)/bin/mypy $(SOURCES)
	@npx --no-install tsc --project jsconfig.json
	@npx --no-install tsc --project jsconfig.workers.json

test-site: node_modules/.stamp
	@mkdir -p build
	@node --test --experimental-test-coverage --test-reporter=spec --test-reporter-destination=stdout \
	  --test-reporter=lcov --test-reporter-destination=build/lcov.info tests/static_site/*.test.js tests/static_site/*/*.test.js
	@node tests/static_site/coverage.js build/lcov.info

# Minutes of loading models anew, and of looking through memory: `make prove` runs these with the rest.
LONG_PROOFS := $(addprefix --ignore tests/proof/test_,faults.py load.py nothing_is_retained.py)

test-python: setup browser
	@$(RUN) -m pytest --ignore tests/browsers $(LONG_PROOFS)

test-browsers: setup browsers
	@$(RUN) -m pytest tests/browsers
	@node --test --test-reporter=spec tests/browsers/*.test.js

screenshots: setup browser ## photograph every state of the site, into build/screenshots
	@$(RUN) -m tests.e2e.screenshots

prove: setup browser ## try every promise of the privacy page, and print the table (about 5 minutes)
	@$(RUN) -m tests.proof

image: setup ## build the function's image, and run it as AWS Lambda does (as root on Linux; elsewhere it is skipped)
	@$(RUN) -m tests.image

bench-load: setup browser ## weigh the front page's first load, and time it by Lighthouse
	@$(RUN) -m tests.browsers.report_load

bench: setup ## time Fix Shots and rembg side by side (about 5 minutes, on a quiet machine)
	@$(RUN) -m tests.benchmarks.bench_engine

bench-fidelity: setup ## compare the int8 model's mattes with the float32 one's
	@$(RUN) -m tests.benchmarks.bench_fidelity

bench-edges: setup ## compare ways to clean soft edges, with ground truth
	@$(RUN) -m tests.benchmarks.bench_edges

bench-padding: setup ## compare ways to frame a photo for the model, with ground truth
	@$(RUN) -m tests.benchmarks.bench_padding

bench-editor: setup browser ## time the editor at 12 and 24 megapixels: its filters, then the page (about 8 minutes)
	@node tests/benchmarks/bench_editor.js
	@$(RUN) -m tests.benchmarks.bench_editor_page

bench-on-device: setup browser ## time the network in the browser beside native onnxruntime (about 3 minutes)
	@$(RUN) -m tests.benchmarks.bench_on_device

fuzz: setup ## attack the decoders by seeded and by coverage-guided mutations (MINUTES=10 SEED=8)
	@$(RUN) -m tests.proof.fuzz --minutes $(or $(MINUTES),10) --seed $(or $(SEED),8)

load: setup ## put the local server under the load of 1 to 16 callers, then under 300 requests (about 5 minutes)
	@$(RUN) -m tests.proof.load

load-image: setup ## do the same to the image, built anew and run as AWS Lambda does (as root on Linux)
	@$(RUN) -m tests.image.load

licences: setup ## write THIRD_PARTY.md, the licence of every part that is shipped
	@$(RUN) -m infra.licences

synth: setup ## write the template of what would be deployed to build/cdk.out, and check it
	@$(CDK) synth --quiet

deploy: setup ## deploy to the AWS account in use (DOMAIN= and CERTIFICATE_ARN= for a domain of its own, ALARM_TOPIC_ARN= for alarms)
	@$(CDK) bootstrap
	@$(CDK) deploy --require-approval never

destroy: setup ## remove everything that deploy has made
	@$(CDK) destroy

format: $(VENV)/.stamp node_modules/.stamp ## lay out the code as the checks want it
	@$(VENV)/bin/ruff check --fix $(SOURCES)
	@$(VENV)/bin/ruff format $(SOURCES)
	@npx --no-install biome check --write

lock: $(VENV)/.stamp ## pin requirements.in with hashes again, to the newest versions
	@$(PIP) install --quiet uv==0.13.9
	@for folder in functions .; do \
	  $(VENV)/bin/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --quiet \
	    --custom-compile-command 'make lock' $$folder/requirements.in --output-file $$folder/requirements.txt \
	    $$([ $$folder = . ] && echo --constraints functions/requirements.txt); done

clean: ## remove everything that make has made
	rm -rf $(VENV) node_modules build static_site/vendor functions/model/isnet-general-use.*
