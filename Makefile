# Nabe's commands. `make run` and `make test` are all that is needed on a fresh Debian 12 with Rust and Node.

LISTEN ?= 127.0.0.1:8080
DATA ?= data

# What lies in ui/dist is made from these; folders too, so that a removed file counts.
UI_SOURCES := $(shell find ui/art ui/build ui/styles ui/kern-allow.js ui/package.json ui/package-lock.json ui/.npmrc)

.DEFAULT_GOAL := help
.PHONY: help run test check ui fmt handbook bench deb

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile

run: ## Run a sample hub on http://localhost:8080 (LISTEN=ADDRESS:PORT, DATA=FOLDER)
	@tools/need run
	@$(MAKE) --no-print-directory ui
	@tools/run "$(LISTEN)" "$(DATA)"

test: ## Check everything: formatting, lints, tests on both databases, browser
	@tools/need test
	@$(MAKE) --no-print-directory ui
	@tools/test

check: ## The short loop while writing: compiles, lints, rules of the house
	@tools/need run
	@$(MAKE) --no-print-directory ui
	cargo clippy --workspace --all-targets --locked
	cargo test --locked --quiet --test tidy

ui: ui/dist/manifest.json ## Build style sheets, fonts and drawings, if they are older than their sources
	@:

ui/dist/manifest.json: $(UI_SOURCES)
	@echo "==> Style sheets, fonts and drawings"
	@tools/packages ui
	@cd ui && npm run --silent build

fmt: ## Format the code
	cargo fmt --all

handbook: ## Take the pictures of the handbook anew (docs/handbuch)
	@tools/need test
	@$(MAKE) --no-print-directory ui
	cargo build --locked --bin nabe
	@tools/packages tests/browser
	cd tests/browser && node handbook.mjs

bench: ## Measure against the limits of this machine, taken in the same run (release build, some minutes)
	@tools/need test
	@$(MAKE) --no-print-directory ui
	cargo bench --locked --bench hub

deb: ## Build the Debian package (release build, some minutes)
	@tools/need run
	@$(MAKE) --no-print-directory ui
	cargo build --locked --release --bin nabe
	cargo run --locked --quiet --example man -- target/man
	@command -v cargo-deb >/dev/null || { echo "==> cargo-deb, once: cargo install --locked cargo-deb"; cargo install --locked cargo-deb; }
	cargo deb --locked --no-build
