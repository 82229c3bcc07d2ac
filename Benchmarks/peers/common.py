"""What the drivers of the peers share: reading articles, cutting shingles, writing pairs."""
import json
import re

WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|\d[\d,.]*\d|\d")


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [row["id"] for row in rows], [row["text"] for row in rows]


def shingles(text, length=5):
    words = WORD.findall(text.lower())
    return [" ".join(words[i:i + length]) for i in range(max(1, len(words) - length + 1))]


def write(path, ids, pairs):
    with open(path, "w", encoding="utf-8") as file:
        for a, b in sorted(pairs):
            file.write(f"{ids[a]}\t{ids[b]}\n")
