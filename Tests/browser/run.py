#!/usr/bin/env python3
"""Tests of the HTML report and of the review page in a headless Chromium.

    Tests/browser/run.py [NAME…]

Skipped, and said so, where there is no Chromium.
"""

import json
import pathlib
import shutil
import sys
import time
import traceback
import urllib.error
import urllib.request

import chromium
import hostile
import pages

CORPUS = pages.ROOT / "corpus"


def check(truth, words):
    if not truth:
        raise AssertionError(words)


def texts(tab, selector):
    return tab.js(f"[...document.querySelectorAll({json.dumps(selector)})].map(e => e.textContent)")


def focus(tab):
    return tab.js("document.activeElement.id")


def wait(tab, expression, words):
    for _ in range(100):
        if tab.js(expression):
            return
        time.sleep(0.05)
    raise AssertionError(words)


def test_keyboard(browser):
    tab = browser.tab()
    tab.open(pages.report(CORPUS, options=["--by-folder"]).as_uri())
    ids = tab.js("[...document.querySelectorAll('.dispute')].map(e => e.id)")
    check(len(ids) >= 4, f"too few disputes to test with: {len(ids)}")
    tab.key("j")
    check(focus(tab) == ids[0], "j goes to the first dispute")
    tab.key("j")
    tab.key("j")
    tab.key("k")
    check(focus(tab) == ids[1], "k goes back")
    tab.key("o")
    check(not tab.js("byId('compare').hidden"), "o opens side by side")
    check(tab.js("location.hash").startswith("#side-by-side/"), "and has an address")
    current = tab.js("document.querySelectorAll('mark.is-current').length")
    check(current >= 1, "with the conflict marked")
    tab.key("j")
    tab.key("Escape")
    check(tab.js("byId('compare').hidden && !byId('report').hidden"), "Esc goes back")
    tab.key("/")
    time.sleep(0.1)
    check(focus(tab) == "search", "/ goes to the search")
    tab.type("zzzzzz")
    wait(tab, "document.querySelectorAll('.dispute').length === 0", "nothing fits zzzzzz")
    check("No dispute fits" in tab.js("byId('list').textContent"), "and it says so")
    tab.key("Escape")
    tab.key("?")
    check(tab.js("byId('help').open"), "? opens the help")
    tab.key("Escape")
    check(not tab.js("byId('help').open"), "Esc closes it")
    check(tab.troubles() == [], tab.troubles())


def test_filters(browser):
    tab = browser.tab()
    tab.open(pages.report(CORPUS, options=["--by-folder"]).as_uri())
    total = tab.js("Data.disputes.length")
    for group in ("severity", "kind", "outlet"):
        wanted, count = tab.js(f"""(() => {{
            const box = document.querySelector('input[name={group}]');
            box.click();
            const row = box.closest('label');
            return [row.querySelector('.filter-name').textContent,
                    Number(row.querySelector('.filter-count').textContent)];
        }})()""")
        shown = tab.js("byId('count').textContent")
        check(shown.startswith(str(count)), f"{group} {wanted}: {count}, but {shown}")
        check(0 < count < total, f"{group} leaves some: {count} of {total}")
        tab.js("byId('clear').click()")
        check(tab.js("byId('count').textContent").startswith(str(total)), "clear shows all")
    outlet = tab.js("document.querySelector('.matrix .heat button').click(), byId('pair-note').textContent")
    check("Only between" in outlet, outlet)
    found = tab.js("Filters.shown().length")
    check(0 < found <= total, "the matrix leaves the disputes of two outlets")
    check(tab.troubles() == [], tab.troubles())


def test_what_is_only_suggested_stands_apart(browser):
    tab = browser.tab()
    tab.open(pages.report(CORPUS, options=["--by-folder"]).as_uri())
    order = tab.js("Data.disputes.map(one => one.match)")
    check(order == sorted(order) and len(set(order)) == 2, "confirmed ones come first")
    tab.js("[...document.querySelectorAll('input[name=match]')].forEach(box => box.click())")
    while tab.js("document.querySelector('.dispute.suggested') === null"):
        tab.js("document.querySelector('#pages button:last-child').click()")
    check(tab.js("document.querySelector('.dispute.suggested').previousElementSibling.className") == "apart",
          "the suggested ones have a heading")


def test_events_and_articles(browser):
    tab = browser.tab()
    tab.open(pages.report(CORPUS, options=["--by-folder"]).as_uri())
    names = texts(tab, "input[name=set] ~ .filter-name")
    check(set(names) <= {path.name for path in CORPUS.iterdir()} and len(names) > 3, names)
    tab.js("document.querySelector('input[name=set]').click()")
    check(set(tab.js("Filters.shown().map(one => one.set)")) == {names[0]}, "the filter leaves one event")
    tab.js("document.querySelector('details.articles').open = true")
    tab.settle()
    rows = tab.js("document.querySelectorAll('.articles tbody tr').length")
    check(rows == tab.js("Data.documents.length"), "all articles are listed")
    met = tab.js("""Data.outletsOfSets.every(one => one.size >= 1)
        && document.querySelectorAll('.matrix .never').length > 0""")
    check(met, "outlets that were never compared have no number")
    check(tab.troubles() == [], tab.troubles())


def many():
    """Sixty events of four articles each, with more than five thousand conflicts."""
    folder = pages.folder()
    statements = ["The evacuation of ward {} took {} hours, the fire chief told reporters.",
                  "Rescue teams carried {1} passengers to the hospital from line {0} before sunrise.",
                  "The old bridge at crossing {} will stay closed for {} weeks, the mayor announced.",
                  "The council will spend ${1} million on repairs to the flooded station {0}."]
    for event in range(60):
        (folder / f"event-{event}").mkdir()
        for side in range(4):
            text = "\n".join(
                statements[number % 4].format(1000 + number, 11 + number + 13 * (side * (number + event) % 4))
                for number in range(24))
            (folder / f"event-{event}" / f"outlet {side}.txt").write_text(text)
    return folder


def test_five_thousand_conflicts(browser):
    file = pages.report(many(), options=["--by-folder"])
    tab = browser.tab()
    tab.open(file.as_uri())
    count = tab.js("Data.byFingerprint.size")
    check(count >= 5000, f"{count} conflicts")
    check(tab.js("document.querySelectorAll('*').length") < 8000, "a page of them is in the document")
    tab.key("j")
    tab.key("n")
    check(tab.js("byId('pages').textContent").startswith("← PreviousPage 2 of"), "n turns the page")
    tab.key("/")
    tab.type("crossing 1002")
    wait(tab, "Filters.isActive()", "searched")
    check(0 < tab.js("Filters.shown().length") < tab.js("Data.disputes.length"), "the search leaves some")
    tab.js("location.hash = '#side-by-side/' + Data.disputes.at(-1).conflicts[0].fingerprint")
    wait(tab, "Compare.isOpen()", "the last one opens side by side")
    check(tab.troubles() == [], tab.troubles())


def test_permalinks(browser):
    tab = browser.tab()
    page = pages.report(CORPUS, options=["--by-folder"]).as_uri()
    tab.open(page)
    last = tab.js("Data.disputes[Data.disputes.length - 1].id")
    for hash_ in (f"#dispute-{last}", f"#{last}"):
        tab.open("about:blank#")
        tab.open(page + hash_)
        check(focus(tab) == f"dispute-{last}", f"{hash_} leads to its dispute")
        top = tab.js("document.activeElement.getBoundingClientRect().top")
        check(-5 < top < 900, f"and shows it: {top}")
    fingerprint = tab.js("Data.disputes[0].conflicts[0].fingerprint")
    tab.js(f"location.hash = '#side-by-side/{fingerprint}'")
    tab.settle()
    check(not tab.js("byId('compare').hidden"), "a conflict has an address")
    tab.js("history.back()")
    wait(tab, "byId('compare').hidden", "the browser's back button goes back")
    tab.js("location.hash = '#%E0%A4%A'")
    tab.js("location.hash = '#side-by-side/999-0'")
    tab.settle()
    check(tab.troubles() == [], tab.troubles())


def test_scrolled_together(browser):
    tab = browser.tab(1280, 500)
    tab.open(pages.report(CORPUS / "ceasefire-calls").as_uri())
    tab.js("""location.hash = (() => {
        const counts = {};
        for (const one of Data.alignments) {
            const key = one[0] + '-' + one[3];
            counts[key] = (counts[key] || 0) + 1;
        }
        const best = Object.entries(counts).sort((a, b) => b[1] - a[1])[0][0];
        return '#side-by-side/' + best;
    })()""")
    tab.settle()
    time.sleep(0.3)
    apart = tab.js("""(async () => {
        const [a, b] = document.querySelectorAll('.pane');
        const worst = [];
        const seen = new Set();
        for (const passage of a.querySelectorAll('.aligned')) {
            if (seen.has(passage.dataset.pair)) continue;
            seen.add(passage.dataset.pair);
            a.scrollTop = passage.offsetTop - a.clientHeight / 3;
            await new Promise(done => setTimeout(done, 250));
            const other = b.querySelector(`[data-pair="${passage.dataset.pair}"]`);
            const there = (pane, element) => element.offsetTop - pane.scrollTop;
            if (a.scrollTop > 1 && b.scrollTop > 1) worst.push(Math.abs(there(a, passage) - there(b, other)));
        }
        return worst;
    })()""")
    check(len(apart) >= 1 and max(apart) < 30, f"aligned passages stand level: {apart}")


def test_nothing_from_the_network(browser):
    tab = browser.tab()
    page = pages.report(CORPUS / "ceasefire-calls").as_uri()
    tab.open(page)
    tab.key("j")
    tab.key("o")
    check(set(url.split("#")[0] for url in tab.requests()) == {page}, tab.requests())
    blocked = tab.js("fetch('http://127.0.0.1:9/x').then(() => 'went out', () => 'blocked')")
    check(blocked == "blocked", "the policy allows no connection")
    tab.settle()
    check(any("Content Security Policy" in one for one in tab.troubles()), tab.troubles())


def test_without_scripts(browser):
    tab = browser.tab(scripts=False)
    page = pages.report(CORPUS / "ceasefire-calls")
    tab.call("Page.navigate", url=page.as_uri())
    time.sleep(1)
    root = tab.call("DOM.getDocument", depth=0)["root"]["nodeId"]
    found = tab.call("DOM.querySelectorAll", nodeId=root, selector=".static .dispute")["nodeIds"]
    check(len(found) >= 1, "the plain list is there without scripts")


def test_landmarks_and_names(browser):
    tab = browser.tab()
    tab.open(pages.report(CORPUS, options=["--by-folder"]).as_uri())
    nodes = tab.call("Accessibility.getFullAXTree")["nodes"]
    def of(role):
        return [node for node in nodes if node.get("role", {}).get("value") == role
                and not node.get("ignored")]
    for role in ("banner", "main", "search", "complementary", "navigation"):
        check(len(of(role)) >= 1 or role == "navigation", f"there is a {role}")
    for role in ("button", "link", "checkbox", "searchbox", "textbox", "combobox", "article", "region"):
        for node in of(role):
            check(node.get("name", {}).get("value", "").strip(), f"a {role} has no name: {node}")
    heads = tab.js("[...document.querySelectorAll('h1,h2,h3')].filter(e => e.offsetParent).map(e => e.tagName)")
    check(heads[0] == "H1" and heads.count("H1") == 1, heads)


def test_phone_has_no_sideways_scrolling(browser):
    for width in (320, 390, 768):
        tab = browser.tab(width, 800)
        page = pages.report(CORPUS, options=["--by-folder"]).as_uri()
        tab.open(page)
        check(tab.js("document.documentElement.scrollWidth") <= width, f"{width} pixels are enough")
        tab.js("location.hash = '#side-by-side/' + Data.disputes[0].conflicts[0].fingerprint")
        tab.settle()
        check(tab.js("document.documentElement.scrollWidth") <= width, f"{width}: side by side too")


def test_print(browser):
    tab = browser.tab()
    tab.open(pages.report(CORPUS, options=["--by-folder"]).as_uri())
    made = tab.call("Page.printToPDF")
    check(len(made["data"]) > 20000, "it can be printed")
    check(tab.js("document.querySelectorAll('.dispute').length > 0"), "and the page is as it was")


def hostile_folder():
    """Article pairs that carry every payload in body, title, outlet, address, id and file name."""
    folder = pages.folder()
    for number, payload in enumerate(hostile.PAYLOADS):
        lines = []
        for side, length in (("a", "two hours"), ("b", "three hours")):
            lines.append(json.dumps({
                "id": f"{side}{number} {payload}", "outlet": f"{payload} {side}{number}",
                "title": payload, "url": payload if number % 2 else f"https://x.example/{payload}",
                "published": "2025-03-18",
                "text": f"The harbour meeting {number} on Monday lasted {length} and ended without"
                        f" a deal. {payload} The harbour meeting number {number} was called"
                        f" “{payload} {side}” by the mayor.",
            }))
        name = "".join(sign for sign in payload if sign not in "/\0")[:60] or "x"
        (folder / f"{number} {name}.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def hostile_rules(folder):
    """The built-in rule for durations with payloads in all its texts."""
    rules = folder.parent / (folder.name + "-rules")
    rules.mkdir(exist_ok=True)
    source = pages.ROOT / "Rules/en/conflicts"
    text = None
    for path in sorted(source.rglob("*.yml")):
        if "kind: duration" in path.read_text():
            text = path.read_text()
            (rules / path.name).write_text(rewritten(text))
    check(text, "there are rules for durations or numbers")
    return rules


def rewritten(text):
    number = [0]
    def payload():
        number[0] += 1
        return hostile.PAYLOADS[number[0] % 40].replace("{", "(").replace("}", ")")
    lines = []
    for line in text.splitlines():
        for key in ("title:", "message:"):
            bare = line.lstrip("- ")
            if bare.startswith(key) and not bare.rstrip().endswith(("|", ">")):
                head = line[:line.index(key) + len(key)]
                words = " ".join([payload(), "{a.text} {b.text}"]) if key == "message:" else payload()
                line = f"{head} {json.dumps(words)}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def walk(tab):
    """Uses everything on a page: filters, pages, all pairs, side by side, hovering, focus."""
    tab.js("""(async () => {
        const pause = () => new Promise(done => setTimeout(done, 30));
        for (let page = 0; page < 8; page += 1) {
            for (const details of document.querySelectorAll('details')) details.open = true;
            await pause();
            for (const element of document.querySelectorAll('*')) {
                element.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
                if (element.tabIndex >= 0) element.focus({preventScroll: true});
            }
            const next = [...document.querySelectorAll('#pages button')].pop();
            if (!next || next.disabled) break;
            next.click();
            await pause();
        }
        for (const dispute of Data.disputes) {
            location.hash = '#side-by-side/' + dispute.conflicts[0].fingerprint;
            await pause();
        }
        location.hash = '#disputes';
        await pause();
        for (const box of document.querySelectorAll('#filters input[type=checkbox]')) box.click();
        await pause();
    })()""")


def harmless(tab, page):
    check(tab.js("window.__ran === undefined"), "a payload ran")
    check(tab.js("document.scripts.length") == 2, "the page has its two script elements only")
    for tag in ("img", "iframe", "object", "embed", "base", "form[action]", "video", "audio", "marquee", "math"):
        check(tab.js(f"document.querySelectorAll('{tag}').length") == 0, f"a payload made a {tag}")
    check(tab.js("document.querySelectorAll('link, style').length") == 1, "one style sheet")
    schemes = tab.js("[...document.querySelectorAll('a')].map(a => a.protocol)")
    check(set(schemes) <= {"file:", "http:", "https:"}, schemes)
    attributes = tab.js("""[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
        .map(a => a.name).filter(name => name.startsWith('on') || name === 'style')""")
    check(attributes == [], attributes)
    away = [url for url in tab.requests() if not url.startswith(page)]
    check(away == [], away)


def test_hostile_report(browser):
    folder = hostile_folder()
    for options in ([], ["--rules", str(hostile_rules(folder))]):
        file = pages.report(folder, options=["--by-folder", *options])
        tab = browser.tab()
        tab.open(file.as_uri())
        count = tab.js("Data.disputes.length")
        check(count >= 30, f"the payloads stand in disputes: {count}")
        harmless(tab, file.as_uri().split("#")[0])
        walk(tab)
        harmless(tab, file.as_uri().split("#")[0])
        told = "\n".join(tab.js("Data.documents.map(one => one.outlet)"))
        for payload in hostile.PAYLOADS:
            check(payload.strip(" \ufeff") in told, f"not in the page as it was written: {payload!r}")
        if options:
            reasons = tab.js("Data.reasons.concat(Data.disputes.flatMap(d => d.conflicts.map(c => c.message)))")
            check(any("window.__ran" in reason for reason in reasons), "the rules' texts are hostile as well")
        check(tab.troubles() == [], tab.troubles())


def test_hostile_without_scripts(browser):
    folder = hostile_folder()
    file = pages.report(folder, options=["--by-folder"])
    tab = browser.tab(scripts=False)
    tab.call("Page.navigate", url=file.as_uri())
    time.sleep(1)
    root = tab.call("DOM.getDocument", depth=0)["root"]["nodeId"]
    for tag in ("img", "iframe", "svg", "object", "base", "form", "[onload]", "[onerror]", "[style]"):
        found = tab.call("DOM.querySelectorAll", nodeId=root, selector=tag)["nodeIds"]
        check(found == [], f"a payload made {tag}")
    away = [url for url in tab.requests() if not url.startswith("file:")]
    check(away == [], away)


def test_hostile_review(browser):
    folder = hostile_folder()
    baseline = pages.folder() / "baseline.jsonl"
    with pages.Review(baseline, folder, by=hostile.PAYLOADS[1]) as review:
        tab = browser.tab()
        tab.open(review.address)
        harmless(tab, review.address)
        tab.key("j")
        tab.key("x")
        tab.type(hostile.PAYLOADS[0])
        tab.key("Enter")
        wait(tab, "document.querySelector('.review.accepted') !== null", "dismissed")
        walk(tab)
        harmless(tab, review.address)
        check(tab.troubles() == [], tab.troubles())
        again = browser.tab()
        again.open(review.address)
        check(hostile.PAYLOADS[0] in again.js("document.querySelector('.review.accepted').textContent"),
              "the reason is told as it was typed")
        harmless(again, review.address)


def test_review(browser):
    baseline = pages.folder() / "baseline.jsonl"
    paths = [CORPUS / "ceasefire-calls", CORPUS / "coast-earthquake"]
    with pages.Review(baseline, *paths) as review:
        tab = browser.tab()
        tab.open(review.address)
        tab.key("j")
        tab.key("c")
        wait(tab, "document.querySelector('.review.confirmed') !== null", "c confirms")
        check({one["decision"] for one in pages.entries(baseline)} == {"confirmed"}, "in the file")
        tab.key("j")
        tab.key("x")
        tab.type("counted in another way")
        tab.key("Enter")
        wait(tab, "document.querySelector('.review.accepted') !== null", "x dismisses")
        check("counted in another way" in {one["reason"] for one in pages.entries(baseline)}, "reason")
        check({one["by"] for one in pages.entries(baseline)} == {"Ada"}, "by")
        check(tab.troubles() == [], tab.troubles())
    # Killed, not ended: nothing is lost.
    with pages.Review(baseline, *paths) as review:
        tab = browser.tab()
        tab.open(review.address)
        check(tab.js("document.querySelectorAll('.review.confirmed:not(.of-one)').length") == 1, "still confirmed")
        check(tab.js("document.querySelectorAll('.review.accepted:not(.of-one)').length") == 1, "still dismissed")
        before = len(pages.entries(baseline))
        tab.js("document.querySelector('.review.accepted:not(.of-one) .link').click()")
        wait(tab, "document.querySelector('.review.accepted') === null", "undo")
        check(len(pages.entries(baseline)) < before, "undo takes the entry out")


def test_one_conflict_of_a_dispute(browser):
    baseline = pages.folder() / "baseline.jsonl"
    with pages.Review(baseline, CORPUS / "ceasefire-calls") as review:
        tab = browser.tab()
        tab.open(review.address)
        total = tab.js("Data.disputes[0].conflicts.length")
        check(total > 2, f"the dispute has several conflicts: {total}")
        tab.js("document.querySelector('.review.of-one .review-buttons button').click()")
        wait(tab, "document.querySelector('.review.of-one.confirmed') !== null", "one is confirmed")
        first = tab.js("Data.disputes[0].conflicts[0].fingerprint")
        check([one["fingerprint"] for one in pages.entries(baseline)] == [first], "it alone is in the file")
        check(tab.js("Review.decision(Data.disputes[0])") == "mixed", "the dispute is mixed")
        second = tab.js("location.hash = '#side-by-side/' + Data.disputes[0].conflicts[1].fingerprint,"
                        " Data.disputes[0].conflicts[1].fingerprint")
        wait(tab, "Compare.shown() !== null", "side by side")
        tab.key("x")
        tab.type("two calls, not one")
        tab.key("Enter")
        wait(tab, "document.querySelector('#compare-review .accepted') !== null", "x dismisses what is shown")
        told = {one["fingerprint"]: one["decision"] for one in pages.entries(baseline)}
        check(told == {first: "confirmed", second: "accepted"}, told)
        tab.js("document.querySelector('#compare-review .link').click()")
        wait(tab, "document.querySelector('#compare-review .open') !== null", "undo")
        tab.key("Escape")
        tab.js("document.querySelector('details.more').open = true")
        tab.settle()
        tab.js("document.querySelector('details.more .of-one button').click()")
        wait(tab, "document.querySelector('details.more .of-one.confirmed') !== null", "one of the others")
        check(tab.js("document.querySelector('details.more').open"), "the others stay in sight")
        check(tab.troubles() == [], tab.troubles())


def test_two_tabs(browser):
    baseline = pages.folder() / "baseline.jsonl"
    with pages.Review(baseline, CORPUS / "ceasefire-calls") as review:
        one, other = browser.tab(), browser.tab()
        one.open(review.address)
        other.open(review.address)
        dispute = "Data.disputes[0]"
        post = """fetch('decisions', {method: 'POST', headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({decision: 'later', by: 'Ben', items: Data.disputes[0].conflicts
                .map(({fingerprint, seen}) => ({fingerprint, seen}))})}).then(a => a.status)"""
        stale = other.js(f"JSON.stringify({dispute}.conflicts.map(c => c.seen))")
        check(one.js(post) == 200, "the first decision is taken")
        # The other tab still has what it saw before.
        other.js(f"JSON.parse({json.dumps(stale)}).forEach((seen, i) => {{ {dispute}.conflicts[i].seen = seen; }})")
        check(other.js(post.replace("later", "confirmed")) == 409, "the second is refused")
        check({entry["decision"] for entry in pages.entries(baseline)} == {"later"}, "and not written")
        other.key("j")
        wait(other, "document.querySelector('.review.later') !== null", "the other tab shows the first decision")


def test_review_keeps_others_out(browser):
    baseline = pages.folder() / "baseline.jsonl"
    with pages.Review(baseline, CORPUS / "ceasefire-calls") as review:
        def status(path="", data=None, **headers):
            request = urllib.request.Request(
                review.address + path, data=data,
                headers={name.replace("_", "-"): value for name, value in headers.items()})
            try:
                with urllib.request.urlopen(request) as answer:
                    return answer.status
            except urllib.error.HTTPError as error:
                return error.code
        host = review.address.split("/")[2]
        check(status() == 200, "the page")
        check(status(Host="evil.example") == 421, "another name")
        check(status(Origin="http://evil.example") == 403, "another site")
        check(status("decisions", b"{}", Content_Type="application/json") == 403, "no Origin")
        check(status("decisions", b"{}", Content_Type="text/plain", Origin=f"http://{host}") == 415, "a form")
        check(status("decisions", b"{}", Content_Type="application/json", Origin=f"http://{host}") == 400, "nonsense")
        check(status("../decisions") == 404, "no token")
        check(not baseline.exists(), "nothing was written")


def main():
    wanted = sys.argv[1:]
    tests = {name[5:]: test for name, test in globals().items() if name.startswith("test_")}
    chosen = {name: test for name, test in tests.items() if not wanted or name in wanted}
    if chromium.find() is None:
        print("SKIPPED: there is no Chromium here, so that NO test of the pages was run "
              "(Debian: apt-get install chromium)")
        print(f"0 passed, 0 failed, {len(chosen)} skipped")
        return 0
    failed = 0
    with chromium.Browser() as browser:
        for name, test in chosen.items():
            start = time.monotonic()
            try:
                test(browser)
                print(f"ok    {name} ({time.monotonic() - start:.1f} s)", flush=True)
            except Exception:
                failed += 1
                print(f"FAIL  {name}\n{traceback.format_exc()}", flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
