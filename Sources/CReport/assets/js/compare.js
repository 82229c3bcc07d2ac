
// Two articles side by side: aligned passages joined, differing words marked, scrolled together.

const Compare = (() => {
  let view = null;

  // The passages that two articles share, as {a: [start, end], b: …, similarity, isRetold}.
  function alignments(left, right) {
    const found = [];
    for (const [a, aStart, aEnd, b, bStart, bEnd, similarity, retold] of Data.alignments) {
      const one = { similarity, isRetold: retold === 1 };
      if (a === left && b === right) found.push({ ...one, a: [aStart, aEnd], b: [bStart, bEnd] });
      else if (a === right && b === left) found.push({ ...one, a: [bStart, bEnd], b: [aStart, aEnd] });
    }
    return found.sort((one, two) => one.a[0] - two.a[0]);
  }

  function conflicts(left, right) {
    const found = [];
    for (const dispute of Data.disputes) {
      for (const conflict of dispute.conflicts) {
        const { a, b } = conflict;
        if (a.doc === left && b.doc === right) found.push({ conflict, a, b });
        else if (a.doc === right && b.doc === left) found.push({ conflict, a: b, b: a });
      }
    }
    return found.sort((one, two) => one.a.start - two.a.start);
  }

  function marks(left, right, pairs, disputed) {
    const made = { a: [], b: [] };
    for (const { a, b } of disputed) {
      made.a.push({ start: a.start, end: a.end, kind: "conflict" });
      made.b.push({ start: b.start, end: b.end, kind: "conflict" });
    }
    for (const { a, b } of pairs) {
      const words = Words.differing(Data.text(left, ...a), Data.text(right, ...b), 0.4);
      for (const [start, end] of words.a) made.a.push({ start: a[0] + start, end: a[0] + end, kind: "differs" });
      for (const [start, end] of words.b) made.b.push({ start: b[0] + start, end: b[0] + end, kind: "differs" });
    }
    return made;
  }

  // Paragraphs of the article's text; inside them the aligned passages as elements.
  function body(doc, side, pairs, marked) {
    const { text } = Data.documents[doc];
    const spans = pairs.map((pair, number) => ({ number, start: pair[side][0], end: pair[side][1], pair }))
      .sort((one, two) => one.start - two.start);
    const made = [];
    const paragraph = /[^\n]+/g;
    for (let match = paragraph.exec(text); match; match = paragraph.exec(text)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (match[0].trim() === "") continue;
      const parts = [];
      let at = from;
      for (const span of spans) {
        const [start, end] = [Math.max(at, span.start), Math.min(to, span.end)];
        if (start >= end) continue;
        if (start > at) parts.push(Marks.nodes(text, at, start, marked));
        parts.push(h("span", {
          class: `aligned ${span.pair.isRetold ? "retold" : "near"}`, data: { pair: String(span.number) },
          title: `${span.pair.isRetold ? "Re-told" : "Nearly the same words"}, ${span.pair.similarity}% alike`,
        }, Marks.nodes(text, start, end, marked)));
        at = end;
      }
      if (at < to) parts.push(Marks.nodes(text, at, to, marked));
      made.push(h("p", {}, parts));
    }
    return made;
  }

  function column(doc, side, pairs, marked) {
    const document = Data.documents[doc];
    const link = document.url && Dom.isSafe(document.url)
      ? h("a", { href: document.url, rel: "noopener noreferrer", target: "_blank" }, "Original") : null;
    const pane = h("div", {
      class: "pane foreign", dir: "auto", tabindex: "0", role: "region", "aria-label": `Text of ${document.outlet}`,
    }, document.title && h("h3", {}, bdi(document.title)),
      document.text === null ? h("p", { class: "hint" }, "The text of this article is not part of the report.")
        : body(doc, side, pairs, marked));
    return {
      pane,
      element: h("section", { class: "column", "aria-label": document.outlet },
        h("header", {}, picker(doc, side),
          h("p", { class: "meta" }, h("span", {}, Data.when(document.published)),
            h("span", { class: "path" }, bdi(document.path)), link)), pane),
    };
  }

  function picker(doc, side) {
    const options = Data.documents.map((document, number) => document.text === null ? null
      : h("option", { value: String(number), selected: number === doc },
        document.outlet, document.title ? ` — ${document.title}` : ""));
    return h("select", {
      "aria-label": side === "a" ? "Article on the left" : "Article on the right",
      on: {
        change: (event) => {
          const picked = Number(event.target.value);
          const pair = side === "a" ? [picked, view.right] : [view.left, picked];
          location.hash = `#side-by-side/${pair[0]}-${pair[1]}`;
        },
      },
    }, options);
  }

  // Pairs of heights at which the two texts meet, rising on both sides (longest such run).
  function anchors() {
    const points = [];
    // A passage may have a part in several paragraphs: its beginning and its end count.
    const ends = (pane) => {
      const found = new Map();
      for (const element of pane.querySelectorAll("[data-pair]")) {
        const [top] = found.get(element.dataset.pair) || [element.offsetTop];
        found.set(element.dataset.pair, [top, element.offsetTop + element.offsetHeight]);
      }
      return found;
    };
    const right = ends(view.b.pane);
    for (const [number, [top, bottom]] of ends(view.a.pane)) {
      const other = right.get(number);
      if (other) points.push([top, other[0]], [bottom, other[1]]);
    }
    points.sort((one, two) => one[0] - two[0]);
    const best = points.map(() => 1);
    const before = points.map(() => -1);
    for (let i = 0; i < points.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        if (points[j][1] < points[i][1] && best[j] + 1 > best[i]) [best[i], before[i]] = [best[j] + 1, j];
      }
    }
    const run = [];
    for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = before[at]) run.unshift(points[at]);
    return [[0, 0], ...run, [view.a.pane.scrollHeight, view.b.pane.scrollHeight]];
  }

  // Where the other text is when this one is at `height`.
  function across(height, from, to) {
    const points = view.anchors;
    let index = 1;
    while (index < points.length - 1 && points[index][from] < height) index += 1;
    const [low, high] = [points[index - 1], points[index]];
    const share = high[from] > low[from] ? (height - low[from]) / (high[from] - low[from]) : 0;
    return low[to] + share * (high[to] - low[to]);
  }

  function follow(source, target, from, to) {
    source.addEventListener("scroll", () => {
      if (!view || !view.isJoined || view.leader === target || view.leader === "none") return;
      view.leader = source;
      clearTimeout(view.timer);
      view.timer = setTimeout(() => { if (view) view.leader = null; }, 120);
      const line = source.clientHeight / 3;
      target.scrollTop = across(source.scrollTop + line, from, to) - line;
    }, { passive: true });
  }

  // Puts a place of both texts a third of the way down.
  function show(find) {
    for (const side of [view.a, view.b]) {
      const element = find(side.pane, side === view.a ? "a" : "b");
      if (element) side.pane.scrollTop = element.offsetTop - side.pane.clientHeight / 3;
    }
    // Both are where they should be: neither follows the other.
    view.leader = "none";
    setTimeout(() => { if (view) view.leader = null; }, 150);
  }

  function highlight(number) {
    for (const element of byId("compare").querySelectorAll(".aligned")) {
      element.classList.toggle("is-current", element.dataset.pair === number);
    }
  }

  function goTo(index) {
    const list = view.conflicts;
    if (list.length === 0) return;
    view.at = (index + list.length) % list.length;
    const { conflict, a, b } = list[view.at];
    Dom.replace(byId("compare-at"), `${view.at + 1} of ${list.length}: `, bdi(conflict.dispute.about || conflict.kind));
    decided();
    for (const element of byId("compare").querySelectorAll("mark.is-current")) element.classList.remove("is-current");
    const mark = (pane, side) => {
      const place = markAt(pane, side === "a" ? view.left : view.right, (side === "a" ? a : b).start);
      if (place) place.classList.add("is-current");
      return place;
    };
    show(mark);
  }

  // Shows the decision on the conflict that is looked at anew.
  function decided() {
    if (!Review.isOn || !view || view.conflicts.length === 0) return;
    Dom.replace(byId("compare-review"), Review.shownPanel(view.conflicts[view.at].conflict));
  }

  // The conflict mark that begins at an offset: counted, since marks stand in the text's order.
  function markAt(pane, doc, start) {
    const starts = [...new Set(view.conflicts.map(({ a, b }) => (a.doc === doc ? a : b).start))].sort((x, y) => x - y);
    return pane.querySelectorAll("mark.conflict")[starts.indexOf(start)] || pane.querySelector("mark.conflict");
  }

  function open(left, right, fingerprint) {
    const pairs = alignments(left, right);
    const disputed = conflicts(left, right);
    const marked = marks(left, right, pairs, disputed);
    view = { left, right, conflicts: disputed, at: 0, isJoined: true, leader: null };
    view.a = column(left, "a", pairs, marked.a);
    view.b = column(right, "b", pairs, marked.b);
    const joined = h("input", { type: "checkbox", checked: true, on: { change: (event) => { view.isJoined = event.target.checked; } } });
    Dom.replace(byId("compare"),
      h("div", { class: "compare-bar" },
        h("a", { class: "back", href: backTo(disputed, fingerprint) }, "← Disputes"),
        disputed.length > 0 && h("div", { class: "stepper", role: "group", "aria-label": "Conflicts between these articles" },
          h("button", { type: "button", class: "quiet", "aria-label": "Previous conflict", on: { click: () => goTo(view.at - 1) } }, "↑"),
          h("button", { type: "button", class: "quiet", "aria-label": "Next conflict", on: { click: () => goTo(view.at + 1) } }, "↓"),
          h("span", { id: "compare-at", role: "status" })),
        disputed.length === 0 && h("span", { class: "stepper" }, "No conflict between these two"),
        h("span", { class: "compare-facts" }, Dom.count(pairs.length, "aligned passage")),
        h("label", { class: "filter" }, joined, "Scroll together"),
        disputed.length > 0 && Review.isOn && h("div", { id: "compare-review" })),
      h("div", { class: "columns" }, view.a.element, view.b.element));
    follow(view.a.pane, view.b.pane, 0, 1);
    follow(view.b.pane, view.a.pane, 1, 0);
    byId("compare").hidden = false;
    byId("report").hidden = true;
    document.body.classList.add("is-comparing");
    view.anchors = anchors();
    window.onresize = () => { if (view) view.anchors = anchors(); };
    byId("compare").onpointerover = (event) => {
      const passage = event.target.closest(".aligned");
      highlight(passage ? passage.dataset.pair : null);
    };
    byId("compare").onclick = (event) => {
      const passage = event.target.closest(".aligned");
      if (!passage || getSelection().toString() !== "") return;
      show((pane) => pane.querySelector(`[data-pair="${passage.dataset.pair}"]`));
    };
    byId("compare").focus({ preventScroll: true });
    goTo(Math.max(0, disputed.findIndex(({ conflict }) => conflict.fingerprint === fingerprint)));
  }

  function backTo(disputed, fingerprint) {
    const found = disputed.find(({ conflict }) => conflict.fingerprint === fingerprint) || disputed[0];
    return found ? `#dispute-${found.conflict.dispute.id}` : "#disputes";
  }

  function close() {
    if (!view) return;
    view = null;
    byId("compare").hidden = true;
    byId("compare").replaceChildren();
    byId("report").hidden = false;
    document.body.classList.remove("is-comparing");
  }

  // Opens what a permalink names: a conflict, or two articles by their numbers.
  function route(name) {
    const conflict = Data.byFingerprint.get(name);
    if (conflict) {
      open(conflict.a.doc, conflict.b.doc, name);
      return true;
    }
    const [, left, right] = /^(\d+)-(\d+)$/.exec(name) || [];
    if (left === undefined || !Data.documents[left] || !Data.documents[right]) return false;
    open(Number(left), Number(right), null);
    return true;
  }

  function shown() {
    return view && view.conflicts.length > 0 ? view.conflicts[view.at].conflict : null;
  }

  return { route, close, decided, shown, isOpen: () => view !== null, step: (by) => goTo(view.at + by), back: () => { location.hash = backTo(view.conflicts, view.conflicts[view.at]?.conflict.fingerprint); } };
})();
