#!/usr/bin/env bash
# Writes script.inc, the list of the page's scripts in order, and hashes.inc, what the page's
# Content-Security-Policy allows to run: run it after every change under assets/.
set -euo pipefail
cd "$(dirname "$0")"
scripts=(dom data words marks filters cards overview timeline compare review keys main)
hash() { openssl dgst -sha256 -binary | openssl base64 -A; }
for name in "${scripts[@]}"; do
  printf '#embed "assets/js/%s.js" suffix(,)\n' "$name"
done > script.inc
script=$(for name in "${scripts[@]}"; do cat "assets/js/$name.js"; done | hash)
style=$(hash < assets/page.css)
{
  printf 'static const char script_hash[] = "sha256-%s";\n' "$script"
  printf 'static const char style_hash[] = "sha256-%s";\n' "$style"
} > hashes.inc
