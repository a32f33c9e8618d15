# terrane: build, try, test and measure. `make help` lists what there is.

SWIFT ?= swift
SHARED ?= ../shared
# Debug and release builds have folders of their own, so that one does not undo the other.
DEBUG := .build
RELEASE := .build-release
BUILD_RELEASE := $(SWIFT) build -c release --static-swift-stdlib --scratch-path $(RELEASE)
TERRANE := $(RELEASE)/release/terrane
DEV := $(DEBUG)/debug/terrane-dev
DEMO := Fixtures/projects/shop
# 50 resource blocks.
BENCH_MODULE := Fixtures/projects/platform
HCLREF := $(RELEASE)/reference/hclref

.PHONY: help demo test bench check docs conformance release install clean dependencies

help: ## What there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

dependencies: ## Install the libraries that the build needs, where they are missing
	@Scripts/dependencies.sh

release: dependencies ## Build the program: .build-release/release/terrane
	$(BUILD_RELEASE) --product terrane
	strip $(TERRANE)

demo: release ## Check a sample module, and convert it
	@Scripts/demo.sh $(TERRANE) $(DEMO)

test: dependencies ## Run all tests
	$(SWIFT) build --product terrane
	$(SWIFT) test

bench: release ## Measure parsing, formatting, start-up and linting; beside the reference where it can be built
	$(SWIFT) build -c release --scratch-path $(RELEASE) --static-swift-stdlib --product terrane-dev
	@Scripts/bench.sh $(RELEASE)/release/terrane-dev $(TERRANE) $(BENCH_MODULE) $(SHARED) $(HCLREF)

docs: dependencies ## Write the generated pages
	$(SWIFT) build --product terrane
	$(SWIFT) build --product terrane-dev
	$(DEV) docs --program $(DEBUG)/debug/terrane

conformance: release ## Compare with the reference material beside the repository: trees, templates, reports, the corpus
	$(BUILD_RELEASE) --product terrane-dev
	@Scripts/conformance.sh $(TERRANE) $(SHARED) $(HCLREF) $(RELEASE)/release/terrane-dev

check: ## Everything that CI runs
	.ci/run

install: release ## Copy the program to PREFIX/bin (default /usr/local)
	install -D $(TERRANE) $(or $(PREFIX),/usr/local)/bin/terrane

clean: ## Remove everything that was built
	rm -rf $(DEBUG) $(RELEASE) .build-fuzz
