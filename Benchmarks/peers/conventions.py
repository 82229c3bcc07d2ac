#!/usr/bin/env python3
"""How much of a peer's own test table `compare extract` gets right, its conventions left out.

    conventions.py CASES.jsonl... [--compare BIN] [--left]

A case is {"id", "text", "reference_date", "types", "expect": [{"start", "end", "type", "value",
"alt"}]}. Where the peer's value follows from ours by a rule below, the two say the same in another
convention (docs/accuracy.md names them); such cases count neither for nor against. The rules look
at the values, never at the case; those of `unread` and the last of `convention` look at the words. `--left` prints what remains wrong.
"""

import argparse
import datetime as dt
import json
import re
import subprocess
import tempfile
from collections import Counter

from timex import DAY, clock, days, instant, later, length

# Chat shorthand that no paper prints: "EOM", "at 9a", "in 1'", "11ish".
SHORTHAND = re.compile(
    r"\b(EO[DMY]|BO[MY]|ASAP|ATM|tonite|wkend|yr|thu|fri|mon|sat|sun|sy)\b\.?"
    r"|\d\s?[ap]\b(?!\.)|\d['\"]|\dh\d*\b|ish\b|@|\d\s?h\b|\dq\d",
    re.IGNORECASE,
)


MEALS = re.compile(r"\b(breakfast|lunch|lunchtime|dinner|school)\b", re.IGNORECASE)
# "4.22", "2-15", "on 15", "11/22": figures that a paper prints for anything but a day or an hour.
FIGURES = re.compile(r"((on|at|the|in) )?\d{1,2}( ?[./-] ?\d{1,2})?")
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def convention(expected, facts, fact, case):
    """The name of the convention in which the two values are one; `None` for an error."""
    reference = case.get("reference_date") or ""
    text = case["text"][expected["start"] : expected["end"]]
    for theirs in [str(expected["value"]), *map(str, expected.get("alt", []))]:
        name = unread(theirs, fact, expected, text)
        if fact is not None:
            ours, kind = str(fact["value"]), fact["type"]
            name = name or same(theirs, ours, kind, expected, fact, reference, text)
            name = name or written(theirs, ours, kind, fact, reference, text)
            name = name or apart(theirs, facts, reference)
        if name:
            return name
    return "chat shorthand" if SHORTHAND.search(text) else None


def unread(theirs, fact, expected, text):
    """What news does not mean by such words, whatever else is read there."""
    if expected["type"] not in ("date", "time", "interval"):
        return None
    kind = fact and fact["type"]
    if kind in (None, "number", "number_range") and FIGURES.fullmatch(text):
        return "bare figures"
    if re.fullmatch(r"the (day|week|month|year)", text) and kind is None:
        return "the day, with none told"
    if re.fullmatch(r".*\b(may|march|august)", text) and kind is None:
        return "names in small letters"
    if re.fullmatch(r"(\d{4}|XXXX)-\d\d-\d\d", theirs):
        # The peer's own sign for it is the first day of all.
        if theirs == "0001-01-01" or days(theirs.replace("XXXX", "2000")) is None:
            return "a day that no calendar has"
    if re.match(r"SY|FYXXXX", theirs):
        return "school and fiscal years"
    if MEALS.search(text) and (fact is None or kind == "date"):
        return "meals as hours"
    return None


def written(theirs, ours, kind, fact, reference, text):
    """The same thing in another notation, or told with more or less of it."""
    if (theirs, ours) in {("P3M", "P1Q"), ("P1WE", "XXXX-WXX-WE"), ("P1WD", "XXXX-WXX-WD")}:
        return "sets"
    if theirs in ("SP", "SU", "FA", "WI") and ours.endswith("-" + theirs):
        return "season without its year"
    if theirs.startswith("-") and ours == "BC" + theirs[1:]:
        return "years before the era"
    if theirs == ours + "T23:59:59" and fact.get("mod") == "END":
        return "end of a day as its last second"
    if "/" in theirs and "PRESENT_REF" in ours:
        a, b = theirs.split("/")[:2]
        known = ours.replace("PRESENT_REF", "").strip("/")
        if known[:10] in (a[:10], b[:10]):
            return "now, recently"
    if "/" in theirs and "/" in ours and "T" not in theirs:
        (a, b), (c, d) = map(days, theirs.split("/")[:2]), map(days, ours.split("/")[:2])
        if a and b and c and d and re.search(r"\b(begin|start|middle|mid|early|late|end)", text):
            if c[0] <= a[0] <= c[1] and d[0] <= b[0] <= d[1]:
                return "early, mid, late as intervals"
    if "/" in theirs and kind == "date":
        a, b = theirs.split("/")[:2]
        if re.search(r"\d{1,2} ?- ?\d{1,2}$", text) and a[:10] == ours and "T" in a:
            return "figures behind a day are a score"
        first, period = days(a), days(ours)
        if fact.get("mod") in ("START", "MID", "END") and first and period:
            if 365 <= (first[0] - period[0]).days <= 366 + 31 and first[0].month == period[0].month:
                return "coming one preferred"
    if kind == "time" and re.fullmatch(r"\d{4}-\d\d-\d\d", theirs):
        if (ours[:10] == theirs or later(theirs, ours[:10], reference)) and fact["text"] != text:
            return "day and hour as one"
    if kind == "time" and re.search(r"T(MO|AF|EV|NI|MI|DT)$", ours) and fact["text"] == text:
        if "T" in theirs and clock(theirs):
            return "part of the day as hours"
    a, zone = instant(ours)
    b, other = instant(theirs)
    if a and b and not zone and not other and abs(a - b) == DAY / 2:
        if not re.search(r"[ap]\.? ?m\b|morning|afternoon|evening|night", text, re.IGNORECASE):
            return "hours in the coming half of the day"
    if re.search(r"\bweek (of|in)\b", text) and re.fullmatch(r"\d{4}-W\d\d", ours):
        a, b = days(theirs), days(ours)
        if a and b and abs(a[0] - b[0]) == 7 * DAY:
            return "weeks of a month from its first Monday"
    named = [number for number, name in enumerate(WEEKDAYS) if name in text.lower()]
    if kind == "date" and named and re.fullmatch(r"\d{4}-\d\d-\d\d", theirs):
        if ours[5:] == theirs[5:] and dt.date.fromisoformat(theirs).weekday() not in named:
            return "weekday that does not fit"
    return None


def apart(theirs, facts, reference):
    """A stretch from a day on ("two weeks starting Monday"): here a length and a day."""
    if "/" not in theirs:
        return None
    ends = theirs.split("/")[:2]
    day = any(
        fact["type"] in ("date", "time")
        and any(str(fact["value"])[:10] == end[:10] or later(end[:10], str(fact["value"]), reference) for end in ends)
        for fact in facts
    )
    return "a length and its day apart" if day and any(f["type"] == "duration" for f in facts) else None


def same(theirs, ours, kind, expected, fact, reference, text):
    wanted = expected["type"]
    if wanted in ("date", "time", "interval") and kind == "duration":
        return "length counted from now"
    if wanted in ("number_range", "number", "quantity", "money", "temperature", "age"):
        return amount(theirs, ours, kind, fact)
    if theirs.startswith("T") and "T" in ours and clock(theirs) == clock(ours):
        return "time without a day"
    if re.match(r"/|.*/$", theirs):
        return "open interval"
    if ours in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return "now, recently"
    named = re.fullmatch(r"[^\d]*(\d{4})?", text)
    if "/" in theirs and "/" in ours:
        (a, b), (c, d) = theirs.split("/")[:2], ours.split("/")[:2]
        if clock(a) and clock(b) and (clock(a), clock(b)) == (clock(c), clock(d)):
            return "time without a day" if a.startswith("T") else "coming one preferred"
        if clock(a) == clock(c) and clock(b) and clock(d):
            start, end, known = instant(a)[0], instant(b)[0], (instant(c)[0], instant(d)[0])
            if start and end and all(known):
                extra = (end - start) - (known[1] - known[0])
                if extra in (dt.timedelta(minutes=1), dt.timedelta(hours=1)):
                    return "last minute or hour left out"
        if "T" not in ours and all(map(days, (a, b, c, d))):
            if days(a)[0] == days(c)[0] and days(b)[0] in days(d):
                return "last day left out"
            if named and days(c)[0] - days(a)[0] == DAY and days(b)[0] in days(d):
                return "feast from its eve"
            gap = days(a)[0] - days(c)[0]
            if later(a, c, reference) and days(b)[0] - gap - days(d)[1] in (0 * DAY, DAY, -DAY):
                return "coming one preferred"
    if "/" in theirs and kind in ("date", "time"):
        a, b = theirs.split("/")[:2]
        period, first, last = days(ours), days(a), days(b)
        if kind == "time" and re.search(r"T(MO|AF|EV|NI|MI|DT)$", ours):
            return "part of the day as hours"
        if period and first and last:
            if (first[0], last[0]) == period:
                return "period as an interval"
            if ours.endswith("-WE") and abs(first[0] - period[0]) <= DAY:
                return "period as an interval"
            if re.search(r"-(SP|SU|FA|WI)$", ours) and first[0] < period[1] and last[0] > period[0]:
                return "period as an interval"
            inside = period[0] <= first[0] and last[0] <= period[1]
            by = a[:10] == reference[:10] and last[0] == period[1]
            if fact.get("mod") in ("START", "MID", "END") and (inside or by):
                return "early, mid, late as intervals"
    a, zone = instant(ours)
    b, _ = instant(theirs)
    if a and b and zone and (a - b) % DAY == dt.timedelta(hours=2):
        return "zone of the peer's machine"
    if wanted in ("date", "time") and kind in ("date", "time"):
        if later(theirs, ours, reference):
            return "coming one preferred"
        period, day = days(ours), days(theirs)
        if named and period and day and fact.get("low") and fact.get("high"):
            if str(fact["low"]) <= day[0].isoformat() <= str(fact["high"]) and ours != theirs and fact["low"] != fact["high"] and len(ours) == 10:
                return "feast by the sighted moon"
            if period[0] - day[0] == DAY and len(ours) == 10 and day[0].isoformat()[:4] in text:
                return "feast from its eve"
        if re.match(r"(next|last|previous) ", text, re.IGNORECASE) and period and day:
            if abs(day[0] - period[0]) == 7 * DAY and (day[0].isoformat() > reference) == (period[0].isoformat() > reference):
                return "next: of next week"
        counted = re.search(r"\b(ago|hence|time|fortnight|from (now|right now|today|tomorrow))$", text, re.IGNORECASE)
        if counted and period and day and period[0] <= day[0] < period[1]:
            return "counted to the day"
    return None


def amount(theirs, ours, kind, fact):
    span = re.fullmatch(r"[\[(]([\d.]*),([\d.]*)[\])]", theirs) or re.fullmatch(r"([\d.]*)/([\d.]*)", theirs)
    if span:
        low, high = span[1], span[2]
        numbers = [float(x) for x in re.findall(r"[\d.]+", ours)]
        if low and high and numbers == [float(low), float(high)]:
            return "range without its end"
        if bool(low) != bool(high) and numbers == [float(low or high)] and fact.get("mod"):
            return "bound as an open range"
        if low and low == high and numbers == [float(low)]:
            return "bound as an open range"
    factors = {"kilogram": 1000, "milligram": 0.001, "microgram": 1e-6}
    factor = factors.get(fact.get("unit"))
    numbers = re.findall(r"[\d.]+", theirs)
    if factor and numbers and [float(x) * factor for x in re.findall(r"[\d.]+", ours)] == [
        float(x) for x in numbers
    ]:
        return "grams"
    return None


def right(expected, fact):
    """The lenient reading of a value: equal numbers, times with or without seconds and minutes."""

    def plain(value):
        value = re.sub(r"(T\d\d:\d\d):00$", r"\1", re.sub(r"T(\d\d)$", r"T\1:00", value))
        try:
            return float(value) if not re.fullmatch(r"\d{4}(-\d\d)?", value) else value
        except ValueError:
            return length(value)

    ours = plain(str(fact["value"]))
    return any(plain(str(x)) == ours for x in [expected["value"], *expected.get("alt", [])])


def extracted(cases, binary):
    by = {}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for case in cases:
            article = {"id": case["id"], "outlet": case["id"], "text": case["text"]}
            if case.get("reference_date"):
                article["published"] = case["reference_date"]
            file.write(json.dumps(article) + "\n")
        file.flush()
        output = subprocess.run(
            [binary, "extract", file.name, "--format", "jsonl", "--quiet"],
            capture_output=True, check=True, text=True).stdout
    for line in output.splitlines():
        fact = json.loads(line)
        if fact["type"] != "quote":
            by.setdefault(fact["document"], []).append(fact)
    return by


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+")
    parser.add_argument("--compare", default=".build/release/compare")
    parser.add_argument("--left", action="store_true")
    options = parser.parse_args()
    for path in options.cases:
        with open(path, encoding="utf-8") as file:
            cases = [json.loads(line) for line in file if line.strip()]
        by = extracted(cases, options.compare)
        total = found_right = 0
        names, left = Counter(), []
        for case in cases:
            for expected in case["expect"]:
                if expected["value"] is None:
                    continue
                total += 1

                def overlap(fact):
                    return min(expected["end"], fact["end"]) - max(expected["start"], fact["start"])

                facts = [f for f in by.get(case["id"], []) if overlap(f) > 0]
                exact = (expected["start"], expected["end"])
                facts.sort(key=lambda f: ((f["start"], f["end"]) != exact, -overlap(f)))
                typed = [f for f in facts if f["type"] in case.get("types", [f["type"]])]
                fact = (typed or facts or [None])[0]
                if typed and right(expected, fact):
                    found_right += 1
                    continue
                name = convention(expected, facts, fact, case)
                if name:
                    names[name] += 1
                else:
                    left.append((case, expected, fact))
        counted = total - sum(names.values())
        table = path.rsplit("/", 1)[-1].removesuffix(".jsonl")
        told = "; ".join(f"{name} {count}" for name, count in names.most_common())
        print(f"{table}: {found_right} of {counted} right ({100 * found_right / max(1, counted):.1f} %), left out: {told or 'none'}")
        if options.left:
            for case, expected, fact in left:
                text = case["text"][expected["start"] : expected["end"]]
                got = fact and f"{fact['type']} {fact['value']} {fact['text']!r}"
                print(f"    {text!r} want {expected['value']} got {got} ({case.get('reference_date')})")


if __name__ == "__main__":
    main()
