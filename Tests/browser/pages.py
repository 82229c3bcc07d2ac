"""Runs the program and helps with what its pages hold."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    """The built program: $COMPARE, else the newest build in the project."""
    named = os.environ.get("COMPARE")
    if named:
        return os.path.abspath(named)
    found = [path for path in (ROOT / ".build/release/compare", ROOT / ".build/debug/compare")
             if path.exists()]
    if not found:
        sys.exit("no build found: run `swift build` first, or set COMPARE")
    return str(max(found, key=lambda path: path.stat().st_mtime))


def folder():
    return pathlib.Path(tempfile.mkdtemp(prefix="compare-pages-"))


def report(*paths, options=()):
    """A report on these paths; returns its file."""
    output = folder() / "report.html"
    run = subprocess.run(
        [program(), "check", *map(str, paths), "--format", "html", "--output", str(output),
         "--quiet", *options], capture_output=True, text=True)
    assert run.returncode in (0, 1, 3), run.stderr
    return output


class Review:
    """A running `compare review`."""

    def __init__(self, baseline, *paths, by="Ada"):
        self.process = subprocess.Popen(
            [program(), "review", *map(str, paths), "--baseline", str(baseline), "--by", by,
             "--quiet"], stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.address

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def entries(baseline):
    lines = pathlib.Path(baseline).read_text().splitlines()
    return [json.loads(line) for line in lines[1:]]
