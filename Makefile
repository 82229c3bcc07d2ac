# What people and CI call. `make` alone says what there is.
PREFIX ?= /usr/local
NAME ?= compare
DESTDIR ?=
BINARY = .build/release/compare
# With Swift's library inside, as on macOS it is part of the system: the binary runs where no Swift
# is, and starts the sooner.
STANDALONE = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
MAN_DATE = 2026-11-21

.PHONY: help setup build demo test lint rules-index docs man bench install uninstall clean

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

setup: ## install the libraries that the build needs (apt-get or brew)
	@scripts/setup

build: setup ## build a release
	swift build -c release --product compare $(STANDALONE)

demo: build ## compare the articles of corpus/ceasefire-calls
	@$(BINARY) check corpus/ceasefire-calls || [ $$? -eq 1 ]

test: setup ## run the tests
	swift test

lint: ## check the format of the sources and the list of rule files
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@before=$$(cat Sources/CRules/files.inc); Sources/CRules/index.sh; \
	  [ "$$before" = "$$(cat Sources/CRules/files.inc)" ] || \
	  { echo "Sources/CRules/files.inc was stale: commit the new one"; exit 1; }

rules-index: ## rewrite the list of the rule files that are built in
	Sources/CRules/index.sh

docs: build ## rewrite docs/rules.md from the rules
	$(BINARY) rules docs > docs/rules.md

man: build ## rewrite docs/compare.1
	swift package plugin --allow-writing-to-directory docs generate-manual \
	  --date $(MAN_DATE) --output-directory docs

bench: build ## measure time and memory
	Benchmarks/run
	Benchmarks/limit
	Benchmarks/extract
	Benchmarks/hostile

install: build ## install the binary, man page and completions below PREFIX, as NAME
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/$(NAME)"
	sed -E 's/^(\.Nm |  )compare/\1$(NAME)/; s/^\.Dt COMPARE/.Dt $(NAME)/' docs/compare.1 \
	  > "$(DESTDIR)$(PREFIX)/share/man/man1/$(NAME).1"
	"$(DESTDIR)$(PREFIX)/bin/$(NAME)" --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/$(NAME)"
	"$(DESTDIR)$(PREFIX)/bin/$(NAME)" --generate-completion-script zsh \
	  > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$(NAME)"
	"$(DESTDIR)$(PREFIX)/bin/$(NAME)" --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$(NAME).fish"

uninstall: ## remove what `install` put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/$(NAME)" "$(DESTDIR)$(PREFIX)/share/man/man1/$(NAME).1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/$(NAME)" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$(NAME)" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$(NAME).fish"

clean: ## remove what was built
	rm -rf .build
