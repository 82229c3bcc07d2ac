"""Finds the dates in articles with a library. usage: dates.py re|datefinder|dateparser IN"""
import re
import sys
import warnings

from common import read

warnings.filterwarnings("ignore")


def finder(name):
    if name == "datefinder":
        import datefinder
        return lambda text: list(datefinder.find_dates(text))
    if name == "dateparser":
        from dateparser.search import search_dates
        return lambda text: search_dates(text, languages=["en"]) or []
    pattern = re.compile(
        r"\b(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:, \d{4})?"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
        r"|\d[\d,.]*(?: (?:percent|billion|million|thousand))?)\b", re.I)
    return pattern.findall


find = finder(sys.argv[1])
count = errors = 0
for article in read(sys.argv[2])[1]:
    try:
        count += len(find(article))
    except Exception:  # The peer's own; the others count all the same.
        errors += 1
print(count, errors)
