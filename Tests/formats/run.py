#!/usr/bin/env python3
"""Reads what `compare check` writes with the programs that others read it with.

    Tests/formats/run.py

Tables with Python, DuckDB and LibreOffice; SARIF with the schema. What is not here is skipped, and
said so.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "browser"))

import sarif
import tables


def main():
    found, missing = tables.readers()
    tables.run(found)
    needed = sarif.missing()
    if not needed:
        sarif.run()
    for name in missing + needed:
        print(f"SKIPPED: not here: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
