#!/usr/bin/env python3
"""Writes article sets with planted copies, for measuring speed and recall.

usage: generate.py FOLDER N [N …] [--seed 7]

For each N: FOLDER/articles-N.jsonl (`id`, `outlet`, `published`, `text`) and FOLDER/truth-N.tsv
(`a`, `b`, kind of copy, Jaccard and containment of their 5-word shingles). The same arguments write
the same bytes.

An article takes the sentences of the project's corpus as moulds: half of the words that say little
stay, all others give way to words of the article's own subject, drawn from the word lists with a
Zipf-like law, names to invented ones. Of the articles about one in six is copied:

light     2 to 5 % of the words edited
medium    8 to 15 % edited, some sentences dropped
heavy     20 to 30 % edited, sentences dropped and moved
passage   two to four sentences quoted, word for word, in an article on something else

One article in three also ends in one of a few standing lines, as real ones do.
"""
import argparse
import json
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*\d|\d")
LINES = [
    "This is a developing story and will be updated as more details become known.",
    "The agency could not independently confirm the account given by either side.",
    "Sign up for our morning letter to get the main stories of the day in your inbox.",
    "A version of this article appeared in print in the early edition of the paper.",
    "Correspondents in three cities helped with the reporting for this article today.",
]


def word_lists():
    text = (ROOT / "Rules/en/lexicons/alignment-background.yml").read_text(encoding="utf-8")
    lists = {}
    for name, body in re.findall(r"- lexicon: (\S+)\n(?:.*\n)*?  words: >-\n((?:    .*\n?)*)", text):
        lists[name] = body.split()
    return lists


def moulds():
    found = []
    for path in sorted((ROOT / "corpus").glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
        for sentence in re.split(r"(?<=[.!?”])\s+(?=[“A-Z])", text):
            sentence = " ".join(sentence.split())
            if 6 <= len(sentence.split()) <= 45 and sentence[-1] in ".!?”":
                found.append(sentence)
    return found


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        lists = word_lists()
        self.kept = set(lists["alignment.stop"]) | set(lists["alignment.news"])
        self.words = lists["alignment.common.1"] + lists["alignment.common.2"]
        self.random.shuffle(self.words)
        parts = ["bra", "kel", "mo", "tis", "va", "hen", "dro", "sul", "fe", "gan", "lo", "pet"]
        self.rare = sorted({"".join(self.random.choices(parts, k=4)) for _ in range(20000)})
        self.random.shuffle(self.rare)
        self.moulds = moulds()
        # Words that say little, as often as the corpus has them.
        self.small = [w for m in self.moulds for w in WORD.findall(m) if w in self.kept]

    def name(self):
        r = self.random
        ends = ["sen", "ova", "berg", "ar", "elli", "ton", "ez", "ska", "mann", "ie", "ou", "ani"]
        heads = ["Bra", "Kel", "Mor", "Tis", "Val", "Hen", "Dro", "Sul", "Fer", "Gan", "Lom", "Pet", "Rak", "Wes", "Yor", "Zin"]
        return r.choice(heads) + r.choice(["", "a", "i", "o", "en", "ul"]) + r.choice(["", "d", "k", "n", "l"]) + r.choice(ends)

    def draw(self):
        """A word of the lists, or in one of five cases a rare one, invented; of either, the few
        first are frequent, as in any text."""
        if self.random.random() < 0.2:
            return self.rare[int(len(self.rare) * self.random.random() ** 2)]
        return self.words[min(len(self.words) - 1, int(len(self.words) * self.random.random() ** 2.5))]

    def article(self):
        r = self.random
        subject = [self.draw() for _ in range(60)]
        names = [self.name() for _ in range(r.randint(4, 9))]

        def fill(match):
            word = match.group()
            if word[0].isdigit():
                return str(r.randint(2, 10 ** min(4, len(word))))
            if word.lower().replace("’", "'") in self.kept or len(word) < 3:
                # Not always the same one, or moulds would be taken for copies.
                return word if r.random() < 0.5 or word[0].isupper() else r.choice(self.small)
            if word[0].isupper():
                return r.choice(names)
            return r.choice(subject) if r.random() < 0.75 else self.draw()

        count = max(5, int(r.gauss(16, 6)))
        return [WORD.sub(fill, r.choice(self.moulds)) for _ in range(count)]

    def edited(self, sentences, share):
        r = self.random
        out = []
        for sentence in sentences:
            words = sentence.split()
            new = []
            for word in words:
                if r.random() >= share:
                    new.append(word)
                    continue
                kind = r.random()
                if kind < 0.6:
                    new.append(self.draw())
                elif kind < 0.8:
                    new += [word, self.draw()]
            out.append(" ".join(new) if new else sentence)
        return out

    def copy(self, sentences):
        """A copy of the article and its kind."""
        r = self.random
        kind = r.choice(["light", "medium", "heavy", "passage"])
        if kind == "light":
            return self.edited(sentences, r.uniform(0.02, 0.05)), kind
        if kind == "medium":
            kept = [s for s in sentences if r.random() > 0.1] or sentences
            return self.edited(kept, r.uniform(0.08, 0.15)), kind
        if kind == "heavy":
            kept = [s for s in sentences if r.random() > 0.2] or sentences
            cut = r.randrange(len(kept))
            return self.edited(kept[cut:] + kept[:cut], r.uniform(0.20, 0.30)), kind
        count = r.randint(2, 4)
        start = r.randrange(max(1, len(sentences) - count))
        other = self.article()
        place = r.randrange(len(other) + 1)
        return other[:place] + sentences[start:start + count] + other[place:], kind


def shingles(sentences):
    words = [w.lower() for w in WORD.findall(" ".join(sentences))]
    return {tuple(words[i:i + 5]) for i in range(len(words) - 4)}


def write(folder, count, seed):
    writer = Writer(seed)
    r = writer.random
    articles, truth = [], []
    while len(articles) < count:
        sentences = writer.article()
        articles.append(sentences)
        if r.random() < 0.2 and len(articles) < count:
            copy, kind = writer.copy(sentences)
            truth.append((len(articles) - 1, len(articles), kind))
            articles.append(copy)
    # Copies stand anywhere, not behind their originals.
    place = list(range(count))
    r.shuffle(place)
    order = sorted(range(count), key=place.__getitem__)
    with open(folder / f"articles-{count}.jsonl", "w", encoding="utf-8", newline="\n") as file:
        for number, index in enumerate(order):
            sentences = articles[index]
            if r.random() < 0.33:
                sentences = sentences + [r.choice(LINES)]
            paragraphs, at = [], 0
            while at < len(sentences):
                size = r.randint(1, 3)
                paragraphs.append(" ".join(sentences[at:at + size]))
                at += size
            row = {
                "id": f"{number:07d}", "outlet": f"outlet {number % 97}",
                "published": f"2025-{1 + number % 12:02d}-{1 + number % 28:02d}",
                "text": "\n\n".join(paragraphs),
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    with open(folder / f"truth-{count}.tsv", "w", encoding="utf-8", newline="\n") as file:
        for a, b, kind in truth:
            left, right = shingles(articles[a]), shingles(articles[b])
            both = len(left & right)
            jaccard = both / max(1, len(left | right))
            containment = both / max(1, min(len(left), len(right)))
            ids = sorted((f"{place[a]:07d}", f"{place[b]:07d}"))
            file.write(f"{ids[0]}\t{ids[1]}\t{kind}\t{jaccard:.4f}\t{containment:.4f}\n")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("counts", type=int, nargs="+", metavar="N")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for count in options.counts:
        write(options.folder, count, options.seed)


if __name__ == "__main__":
    main()
