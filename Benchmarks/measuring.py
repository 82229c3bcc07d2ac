"""What the benchmarks share: places, peers from PyPI, and measuring one command."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / ".build/benchmarks"
COMPARE = HERE.parent / ".build/release/compare"


def python_with(packages):
    """A Python of our own, and those of the packages (module: package) that it can load."""
    venv = DATA / "venv"
    python = venv / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=False, capture_output=True)
    found = []
    for module, package in packages.items():
        probe = [python, "-c", f"import {module}"]
        if subprocess.run(probe, capture_output=True).returncode:
            subprocess.run([python, "-m", "pip", "-q", "install", package], capture_output=True)
        if subprocess.run(probe, capture_output=True).returncode:
            print(f"{package}: not installed, left out", file=sys.stderr)
        else:
            found.append(module)
    return python, found


def articles(count):
    """A generated set of so many articles."""
    DATA.mkdir(parents=True, exist_ok=True)
    source = DATA / f"articles-{count}.jsonl"
    if not source.exists():
        subprocess.run([sys.executable, HERE / "generate.py", DATA, str(count)], check=True)
    return source


def measure(command, source, out=""):
    """Wall and CPU seconds of the whole process tree, and the peak memory in MB.

    `{in}` and `{out}` in the command stand for the paths.
    """
    command = [str(part).replace("{in}", str(source)).replace("{out}", str(out)) for part in command]
    with tempfile.TemporaryFile() as errors, open(os.devnull, "wb") as nowhere:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=nowhere, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            text = errors.read()[-300:].decode(errors="replace")
            sys.exit(f"{command[0]}: exit {process.returncode}: {text}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
