"""sim_text (C, Debian's similarity-tester): runs of at least 12 equal words. usage: sim_text_pairs.py IN OUT"""
import os
import re
import subprocess
import sys
import tempfile

from common import read, write

ids, texts = read(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    for number, text in enumerate(texts):
        with open(os.path.join(folder, str(number)), "w", encoding="utf-8") as file:
            file.write(text + "\n")
    names = "".join(f"{number}\n" for number in range(len(texts)))
    done = subprocess.run(
        ["sim_text", "-r12", "-n", "-s", "-T", "-u", "-i"], cwd=folder, input=names,
        capture_output=True, text=True, errors="replace")
if done.returncode:
    sys.exit(done.stderr[-300:])
found = re.findall(r"^(\d+): line.*?\|\s*(\d+): line", done.stdout, re.M)
write(sys.argv[2], ids, {(min(int(a), int(b)), max(int(a), int(b))) for a, b in found})
