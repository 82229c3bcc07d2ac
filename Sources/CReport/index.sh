#!/usr/bin/env bash
# Writes script.inc, the list of the page's scripts in order, and hashes.inc, what the page's
# Content-Security-Policy allows to run: run it after every change under assets/.
# With --check it writes nothing and fails when they are stale.
set -euo pipefail
cd "$(dirname "$0")"
scripts=(dom data words marks review filters cards overview timeline compare keys main)
folder=.
if [ "${1:-}" = --check ]; then
  folder=$(mktemp -d)
  trap 'rm -r "$folder"' EXIT
fi
hash() { openssl dgst -sha256 -binary | openssl base64 -A; }
for name in "${scripts[@]}"; do
  printf '#embed "assets/js/%s.js" suffix(,)\n' "$name"
done > "$folder/script.inc"
script=$(for name in "${scripts[@]}"; do cat "assets/js/$name.js"; done | hash)
style=$(hash < assets/page.css)
{
  printf 'static const char script_hash[] = "sha256-%s";\n' "$script"
  printf 'static const char style_hash[] = "sha256-%s";\n' "$style"
} > "$folder/hashes.inc"
if [ "$folder" != . ]; then
  diff "$folder/script.inc" script.inc && diff "$folder/hashes.inc" hashes.inc
fi
