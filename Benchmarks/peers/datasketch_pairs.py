"""datasketch (Python, NumPy): MinHash signatures in a banded index. usage: datasketch_pairs.py IN OUT"""
import sys

from common import read, shingles, write
from datasketch import MinHash, MinHashLSH

THRESHOLD, PERMUTATIONS = 0.3, 128
ids, texts = read(sys.argv[1])
index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
signatures, pairs = [], set()
sets = ([shingle.encode() for shingle in shingles(text)] for text in texts)
for number, signature in enumerate(MinHash.generator(sets, num_perm=PERMUTATIONS)):
    for other in index.query(signature):
        if signatures[other].jaccard(signature) >= THRESHOLD:
            pairs.add((other, number))
    index.insert(number, signature)
    signatures.append(signature)
write(sys.argv[2], ids, pairs)
