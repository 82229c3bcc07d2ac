"""Reads the CSV formats back with Python, DuckDB and LibreOffice: all must see the same cells."""

import csv
import json
import shutil
import subprocess
import xml.etree.ElementTree

import pages

# Cells as a spreadsheet, a database or a careless reader might take them for something else.
CELLS = [
    "=1+1", '="1+1"', "=", "+cmd|' /C calc'!A0", "-2+3", "-", "@SUM(A1:A9)", "\ttab", "\rreturn",
    'plain, "quoted" and \'so\'', '"', '""', '","', ",", ";", "two\r\nlines", "two\nlines",
    "one\rother", "\r\nfirst", "last\r\n", "\n", " space ", "\u00a0wide", "'apostrophe", "a\\b",
    "0012", "1e5", "3.20", "7", "2.5", "12345678901234567890", "2025-03-18", "9-4", "1/2", "14:30",
    "62.7%", "$8.70", "18 March", "TRUE", "null", "NULL", "NaN", "#N/A", "#REF!",
    "ünïcødé 😀 e\u0301", "\ufeffmark", "nul\u0000 bell\u0007 \u001b[31m", "\u202etxet", "<b>&amp;</b>",
    "x" * 40000, "é\"\r\n" * 10000, "=" + "1,\"2\"\n" * 8000,
]
EXCEL_CELL = 32000
CONTROLS = {*map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F),
                       *range(0x2066, 0x206A), 0x2028, 0x2029])} - {"\t", "\n"}


def check(truth, words):
    if not truth:
        raise AssertionError(words)


def articles():
    """Pairs of articles that carry the cells as title, address and outlet."""
    folder = pages.folder()
    for number, cell in enumerate(CELLS):
        (folder / f"{number:02}").mkdir()
        for side, length in (("a", "two hours"), ("b", "five hours")):
            article = {
                "id": f"{side}{number}", "outlet": cell if side == "a" else f"{cell[:1000]} {side}",
                "published": "2025-03-18", "title": cell, "url": cell,
                "text": f"The evacuation of the harbour district took {length}, the fire chief"
                        " told\r\nreporters.",
            }
            (folder / f"{number:02}" / f"{side}.json").write_text(json.dumps(article))
    return folder


def table(folder, form, *options):
    output = pages.folder() / f"{form}.csv"
    run = subprocess.run(
        [pages.program(), "check", str(folder), "--by-folder", "--no-config", "--quiet",
         "--format", form, "--output", str(output), *options], capture_output=True, text=True)
    check(run.returncode == 1, f"{run.returncode}: {run.stderr}")
    return output


def with_python(path):
    csv.field_size_limit(1 << 24)
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file, strict=True))


def with_duckdb(path):
    import duckdb

    # As a user writes it, and as docs/csv.md has it.
    plain = duckdb.sql(f"SELECT * FROM read_csv('{path}', header = false, all_varchar = true)")
    exact = duckdb.sql(
        f"SELECT * FROM read_csv('{path}', header = false, all_varchar = true, quote = '\"', "
        "escape = '\"', new_line = '\\r\\n', max_line_size = 10000000)")
    rows = [[cell or "" for cell in row] for row in plain.fetchall()]
    check(rows == [[cell or "" for cell in row] for row in exact.fetchall()],
          "DuckDB reads the same whether or not it is told the dialect")
    return rows


def with_libreoffice(path):
    folder = pages.folder()
    # Comma, quotation mark, UTF-8, from line 1, quoted cells are text: as docs/csv.md has it.
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "fods", "--infilter=CSV:44,34,76,1,,0,true", "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=300)
    return sheet(folder / f"{path.stem}.fods")


TABLE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "text"))


def paragraph(element):
    parts = [element.text or ""]
    for child in element:
        name = child.tag.removeprefix(TEXT)
        parts.append({"s": " " * int(child.get(f"{TEXT}c", "1")), "tab": "\t", "line-break": "\n"}
                     .get(name) or paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)


def sheet(path):
    """The cells as they are shown; a formula as itself, so that it is like no text."""
    rows = []
    for _, element in xml.etree.ElementTree.iterparse(path):
        if element.tag != f"{TABLE}table-row":
            continue
        cells = []
        for cell in element.findall(f"{TABLE}table-cell"):
            shown = "\n".join(map(paragraph, cell.findall(f"{TEXT}p")))
            formula = cell.get(f"{TABLE}formula")
            value = f"formula {formula}" if formula else shown
            repeated = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            cells += [value] * (repeated if repeated < 1000 else 1)
        rows.append(cells)
    width = len(rows[0])
    while rows[0] and not rows[0][-1]:
        rows[0].pop()
        width -= 1
    rows = [(row + [""] * width)[:width] for row in rows]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def expected(cell, is_guarded, is_for_excel):
    """What a cell must say: docs/csv.md in three lines."""
    text = "".join(sign for sign in cell.replace("\r\n", "\n").replace("\r", "\n")
                   if sign not in CONTROLS)
    text = ("'" if is_guarded and cell[:1] in tuple("=+-@\t\r") else "") + text
    return text.encode("utf-16-le")[:2 * EXCEL_CELL].decode("utf-16-le") if is_for_excel else text


def first_difference(left, right):
    for number, (one, other) in enumerate(zip(left, right)):
        for column, (a, b) in enumerate(zip(one, other)):
            if a != b:
                return f"row {number}, {left[0][column]}: {a[:80]!r} and {b[:80]!r}"
    return f"{len(left)} and {len(right)} rows of {len(left[0])} and {len(right[0])} cells"


def readers():
    """The readers that are here, and the names of those that are not."""
    found, missing = {"Python": with_python}, []
    try:
        import duckdb  # noqa: F401
        found["DuckDB"] = with_duckdb
    except ImportError:
        missing.append("DuckDB (pip install duckdb)")
    if shutil.which("soffice"):
        found["LibreOffice"] = with_libreoffice
    else:
        missing.append("LibreOffice (Debian: apt-get install libreoffice-calc)")
    return found, missing


def run(found):
    folder = articles()
    for form, options in (("csv", []), ("csv-excel", []), ("csv", ["--no-csv-guard"])):
        path = table(folder, form, *options)
        data = path.read_bytes()
        check(data.startswith(b"\xef\xbb\xbf") == (form == "csv-excel"), "a mark for Excel only")
        rows = with_python(path)
        check(len(rows) == len(CELLS) + 1, f"{len(rows)} rows")
        check(all(len(row) == len(rows[0]) for row in rows), "all rows have all columns")
        for cell, row in zip(CELLS, rows[1:]):
            for column in ("a_outlet", "a_title", "a_url", "b_title"):
                seen = row[rows[0].index(column)]
                wanted = expected(cell, not options, form == "csv-excel")
                check(seen == wanted, f"{column}: {seen[:80]!r}, not {wanted[:80]!r}")
        for name, read in found.items():
            if options and name == "LibreOffice":
                continue  # Unguarded tables are not for spreadsheets.
            seen = read(path)
            check(seen == rows, f"{name}, {form}: {first_difference(rows, seen)}")
            print(f"ok    {' '.join([form, *options])} read with {name}: {len(rows) - 1} rows of "
                  f"{len(rows[0])} cells", flush=True)
