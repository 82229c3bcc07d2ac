#!/usr/bin/env python3
"""How much of a peer's own test table `compare extract` gets right, its conventions left out.

    conventions.py CASES.jsonl... [--compare BIN] [--left]

A case is {"id", "text", "reference_date", "types", "expect": [{"start", "end", "type", "value",
"alt"}]}. Where the peer's value follows from ours by a rule below, the two say the same in another
convention (docs/accuracy.md names them); such cases count neither for nor against. The rules look
at the values alone, never at the case. `--left` prints what remains wrong.
"""

import argparse
import datetime as dt
import json
import re
import subprocess
import tempfile
from collections import Counter

DAY = dt.timedelta(1)
# Chat shorthand that no paper prints: "EOM", "at 9a", "in 1'", "11ish".
SHORTHAND = re.compile(
    r"\b(EO[DMY]|BO[MY]|ASAP|ATM|tonite|wkend|yr|thu|fri|mon|sat|sun|sy)\b\.?"
    r"|\d\s?[ap]\b(?!\.)|\d['\"]|\dh\d*\b|ish\b|@|\d\s?h\b|\dq\d",
    re.IGNORECASE,
)


def days(value):
    """First day and the day after the last of a TIMEX3 date."""
    day = dt.date
    shapes = [
        (r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", lambda y, m, d: (day(y, m, d), day(y, m, d) + DAY)),
        (r"(\d{4})-(\d\d)", lambda y, m: (day(y, m, 1), day(y + m // 12, m % 12 + 1, 1))),
        (r"(\d{4})", lambda y: (day(y, 1, 1), day(y + 1, 1, 1))),
        (r"(\d{3})", lambda y: (day(y * 10, 1, 1), day(y * 10 + 10, 1, 1))),
        (r"(\d\d)", lambda y: (day(y * 100, 1, 1), day(y * 100 + 100, 1, 1))),
        (r"(\d{4})-Q(\d)", lambda y, q: (day(y, q * 3 - 2, 1), day(y + (q == 4), q * 3 % 12 + 1, 1))),
        (r"(\d{4})-H(\d)", lambda y, h: (day(y, h * 6 - 5, 1), day(y + (h == 2), h * 6 % 12 + 1, 1))),
        (r"(\d{4})-W(\d\d)", lambda y, w: (day.fromisocalendar(y, w, 1), day.fromisocalendar(y, w, 1) + 7 * DAY)),
        (r"(\d{4})-W(\d\d)-WE", lambda y, w: (day.fromisocalendar(y, w, 6), day.fromisocalendar(y, w, 6) + 2 * DAY)),
    ]
    for shape, read in shapes:
        found = re.fullmatch(shape, value)
        if found:
            try:
                return read(*map(int, found.groups()))
            except ValueError:
                return None
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season[2]]
        start = day(int(season[1]), month, 1)
        return start, start + 115 * DAY
    return None


def instant(value):
    """A time with its zone, in UTC; the zone may be missing."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?", value)
    if not found:
        return None, None
    try:
        at = dt.datetime.fromisoformat(found[1])
    except ValueError:
        return None, None
    if not found[2] or found[2] == "Z":
        return at, found[2]
    sign = -1 if found[2][0] == "+" else 1
    hours, minutes = map(int, found[2][1:].split(":"))
    return at + sign * dt.timedelta(hours=hours, minutes=minutes), found[2]


def clock(value):
    return re.sub(r"(:00)+$", "", value[value.index("T") :][:9]) if "T" in value else None


def later(theirs, ours, reference):
    """Whether the peer's day is the coming one where ours is the past one."""
    a, b = days(theirs), days(ours)
    if not a or not b or not reference or clock(theirs) != clock(ours):
        return False
    gap = (a[0] - b[0]).days
    near = gap in (1, 7, 28, 30, 31) or 358 <= gap <= 378
    return near and a[0].isoformat() >= reference[:10] and b[0].isoformat() <= reference[:10]


def convention(expected, fact, case):
    """The name of the convention in which the two values are one; `None` for an error."""
    reference = case.get("reference_date") or ""
    text = case["text"][expected["start"] : expected["end"]]
    if fact is None:
        return "chat shorthand" if SHORTHAND.search(text) else None
    ours, kind = str(fact["value"]), fact["type"]
    for theirs in [str(expected["value"]), *map(str, expected.get("alt", []))]:
        name = same(theirs, ours, kind, expected, fact, reference, text)
        if name:
            return name
    return "chat shorthand" if SHORTHAND.search(text) else None


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
        counted = re.search(r"\b(ago|hence|from (now|right now|today|tomorrow))$", text, re.IGNORECASE)
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


def length(value):
    found = re.fullmatch(
        r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
        r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?", value)
    if not found:
        return value
    y, mo, w, d, h, m, s = (float(x or 0) for x in found.groups())
    return round(y * 12 + mo, 6), round((w * 7 + d) * 86400 + h * 3600 + m * 60 + s, 3)


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
                name = convention(expected, fact, case)
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
