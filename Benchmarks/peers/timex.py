"""Reads TIMEX3 values: the days of a date, the minute of a time, the length of a duration."""

import datetime as dt
import re

DAY = dt.timedelta(1)


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
    near = gap in (1, 7, 28, 30, 31) or 353 <= gap <= 386
    return near and a[0].isoformat() >= reference[:10] and b[0].isoformat() <= reference[:10]


def length(value):
    found = re.fullmatch(
        r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
        r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?", value)
    if not found:
        return value
    y, mo, w, d, h, m, s = (float(x or 0) for x in found.groups())
    return round(y * 12 + mo, 6), round((w * 7 + d) * 86400 + h * 3600 + m * 60 + s, 3)
