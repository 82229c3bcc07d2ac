"""rensa (Rust): MinHash signatures in a banded index. usage: rensa_pairs.py IN OUT"""
import sys

from common import read, shingles, write
from rensa import RMinHash, RMinHashLSH

THRESHOLD, PERMUTATIONS, BANDS = 0.3, 128, 32
ids, texts = read(sys.argv[1])
index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
signatures, pairs = [], set()
for number, text in enumerate(texts):
    signature = RMinHash(num_perm=PERMUTATIONS, seed=42)
    signature.update(shingles(text))
    for other in set(index.query(signature)):
        if signatures[other].jaccard(signature) >= THRESHOLD:
            pairs.add((other, number))
    index.insert(number, signature)
    signatures.append(signature)
write(sys.argv[2], ids, pairs)
