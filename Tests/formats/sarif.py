"""Holds SARIF files of every kind of result against the schema of SARIF 2.1.0."""

import json
import os
import pathlib
import subprocess
import urllib.parse

import pages

SCHEMA = os.environ.get("SARIF_SCHEMA") or str(
    pages.ROOT.parent / "shared/data/sarif-schema-2.1.0.json")


def check(truth, words):
    if not truth:
        raise AssertionError(words)


def missing():
    """What is needed and not here."""
    found = []
    if not pathlib.Path(SCHEMA).exists():
        found.append("the schema of SARIF 2.1.0 (set SARIF_SCHEMA to its path)")
    try:
        import jsonschema  # noqa: F401
    except ImportError:
        found.append("jsonschema (Debian: apt-get install python3-jsonschema)")
    return found


def write(folder, name, length, extra=""):
    (folder / f"{name}.txt").write_text(
        f"---\nid: {name}\npublished: 2025-03-18\n---\nThe evacuation of the harbour district took"
        f" {length}, the fire chief told reporters.\n{extra}\n")


class Set:
    """Two articles, a baseline, and SARIF of what is made of them."""

    def __init__(self):
        self.folder = pages.folder()
        self.baseline = self.folder / "known.jsonl"
        (self.folder / "set").mkdir()
        self.say("two hours", "five hours")

    def say(self, a, b, extra=""):
        write(self.folder / "set", "a", a, extra)
        write(self.folder / "set", "b", b, extra)

    def call(self, *arguments, status=(0, 1, 3)):
        made = subprocess.run(
            [pages.program(), *arguments, "set", "--no-config", "--quiet"], cwd=self.folder,
            capture_output=True, text=True)
        check(made.returncode in status, f"{arguments}: {made.returncode}: {made.stderr}")
        return made.stdout

    def create(self, *options):
        self.call("baseline", "create", "--baseline", self.baseline.name, *options, status=(0,))

    def log(self, *options):
        return json.loads(self.call("check", "--format", "sarif", *options))

    def held(self, *options):
        return self.log("--baseline", self.baseline.name, *options)


def none():
    made = Set()
    made.say("two hours", "two hours")
    return made.log()


def without_baseline():
    return Set().log()


def new():
    made = Set()
    made.say("two hours", "two hours")
    made.create()
    made.say("two hours", "five hours")
    return made.held()


def known():
    made = Set()
    made.create("--reason", "two counts\n\"both\" {0} [right](x)", "--by", "Ada", "--until", "2030-01-01")
    return made.held()


def known_without_words():
    made = Set()
    made.create()
    return made.held()


def changed():
    made = Set()
    made.create()
    made.say("two hours", "nine hours")
    return made.held()


def expired():
    made = Set()
    made.create("--until", "2025-03-19")
    return made.held("--today", "2025-03-20")


def gone():
    made = Set()
    made.create()
    made.say("two hours", "two hours")
    return made.held("--fail-stale")


def decided_later():
    made = Set()
    made.create()
    made.baseline.write_text(made.baseline.read_text().replace(
        '"decision":"accepted"', '"decision":"later"'))
    return made.held()


def skipped():
    made = Set()
    (made.folder / "set/broken.jsonl").write_text("{\n")
    (made.folder / "set/e\x1b[31m {0} [x](y).txt").write_text("")
    return made.log()


def hostile():
    made = Set()
    made.say("two hours", "five hours", "\u202e [x](javascript:1) {0} \x1b]8;;x \\ \u2028\r\n::error::x" + " Waves broke over the mole." * 40)
    for name in ("a", "b"):
        path = made.folder / "set" / f"{name}.txt"
        path.rename(path.with_name(f"{name} #%3A?:&<> é\u202e.txt"))
    return made.log()


def records():
    """Articles of JSON Lines have a line, and no columns."""
    made = Set()
    for name in ("a", "b"):
        (made.folder / "set" / f"{name}.txt").unlink()
    text = "The evacuation of the harbour district took {}, the fire chief told reporters."
    (made.folder / "set/all.jsonl").write_text("".join(
        json.dumps({"outlet": name, "text": text.format(length)}) + "\n"
        for name, length in (("a", "two hours"), ("b", "five hours"))))
    return made.log()


def corpus():
    made = subprocess.run(
        [pages.program(), "check", "corpus", "--by-folder", "--format", "sarif", "--quiet"],
        cwd=pages.ROOT, capture_output=True, text=True)
    return json.loads(made.stdout)


# What the baseline says of the first result, and how many suppressions that has.
STATES = {
    none: None, without_baseline: (None, None), new: ("new", 0), known: ("unchanged", 1),
    known_without_words: ("unchanged", 1), changed: ("updated", 0), expired: ("new", 0),
    gone: None, decided_later: ("new", 0), skipped: (None, None), hostile: (None, None),
    records: (None, None), corpus: (None, None),
}


def run():
    import jsonschema

    schema = json.loads(pathlib.Path(SCHEMA).read_text())
    validator = jsonschema.validators.validator_for(schema)(schema)
    wrong = json.loads(json.dumps(none()))
    wrong["runs"][0]["results"] = [{"level": "fatal"}]
    check(list(validator.iter_errors(wrong)), "the schema refuses what is wrong")
    for make, wanted in STATES.items():
        log = make()
        errors = [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(log)]
        check(errors == [], f"{make.__name__}: {errors[:3]}")
        (made,) = log["runs"]
        results = made["results"]
        check((wanted is None) == (results == []), f"{make.__name__}: {len(results)} results")
        if wanted:
            first = results[0]
            state = (first.get("baselineState"), first.get("suppressions") and len(first["suppressions"])
                     if wanted[1] else (0 if "suppressions" in first else None))
            check(state == wanted, f"{make.__name__}: {state}, not {wanted}")
        for result in results:
            check(set(result["partialFingerprints"]) == {"compareConflict/v1"}, "our own key")
            for location in result["locations"] + result["relatedLocations"]:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                parts = urllib.parse.urlsplit(uri)
                check(not parts.scheme and not parts.netloc and not parts.query
                      and not parts.fragment and uri.isascii() and not uri.startswith("/"), uri)
        print(f"ok    SARIF, {make.__name__.replace('_', ' ')}: {len(results)} results", flush=True)
