#!/usr/bin/env bash
# Writes files.inc, the list of the rule files that are built into the binary.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C
paths=()
while IFS= read -r path; do
  paths+=("$path")
done < <(cd ../../Rules && find . -name '*.yml' | sed 's|^\./||' | sort)
{
  for i in "${!paths[@]}"; do
    printf 'static const unsigned char file_%d[] = {\n#embed "../../Rules/%s"\n};\n' "$i" "${paths[$i]}"
  done
  printf 'static const struct compare_rule_file files[] = {\n'
  for i in "${!paths[@]}"; do
    printf '    {"%s", file_%d, sizeof file_%d},\n' "${paths[$i]}" "$i" "$i"
  done
  printf '};\n'
} > files.inc
