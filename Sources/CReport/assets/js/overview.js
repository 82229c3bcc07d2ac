
// The overview: disputes by kind and severity, and who contradicts whom.

const Overview = (() => {
  const LARGEST_MATRIX = 14;
  const LARGEST_TABLE = 1000;

  function kinds() {
    const rows = new Map();
    for (const dispute of Data.disputes) {
      const row = rows.get(dispute.kind) || { error: 0, warning: 0, note: 0, all: 0 };
      row[dispute.severity] += 1;
      row.all += 1;
      rows.set(dispute.kind, row);
    }
    const sorted = [...rows].sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1));
    const used = Data.SEVERITIES.filter((name) => sorted.some(([, row]) => row[name] > 0));
    const cell = (kind, severity, count) => h("td", { class: "number" },
      count === 0 ? h("span", { class: "nil" }, "–") : h("button", {
        type: "button", class: "cell", title: `Show ${severity}s of kind ${kind}`,
        on: { click: () => { Filters.onlyAll({ kind, severity }); toList(); } },
      }, count.toLocaleString("en")));
    return h("div", { class: "panel kinds" },
      h("table", {},
        h("caption", {}, "Disputes by kind and severity"),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Kind"),
          used.map((name) => h("th", { scope: "col", class: "number" }, Cards.severityTag(name))))),
        h("tbody", {}, sorted.map(([kind, row]) => h("tr", {},
          h("th", { scope: "row" }, kind), used.map((name) => cell(kind, name, row[name])))))));
  }

  function toList() {
    byId("disputes").scrollIntoView();
    byId("disputes").focus({ preventScroll: true });
  }

  function matrix() {
    const counts = new Map();
    const key = (left, right) => (left < right ? `${left}\u0000${right}` : `${right}\u0000${left}`);
    for (const dispute of Data.disputes) {
      for (const { a, b } of dispute.conflicts) {
        const [left, right] = [Data.documents[a.doc].outlet, Data.documents[b.doc].outlet];
        counts.set(key(left, right), (counts.get(key(left, right)) || 0) + 1);
      }
    }
    // Those in most conflicts with each other, so that nobody stands there without a partner.
    const chosen = new Set();
    for (const [pair] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
      const both = pair.split("\u0000");
      if (chosen.size + both.filter((name) => !chosen.has(name)).length <= LARGEST_MATRIX) both.forEach((name) => chosen.add(name));
    }
    if (Data.outlets.length <= LARGEST_MATRIX) Data.outlets.forEach((name) => chosen.add(name));
    // Whoever told the same event stands together.
    const first = new Map();
    Data.documents.forEach(({ outlet }, doc) => { if (!first.has(outlet)) first.set(outlet, Data.setOf[doc]); });
    const names = [...chosen].sort((a, b) => first.get(a) - first.get(b) || (a < b ? -1 : 1));
    const met = new Set();
    for (const present of Data.outletsOfSets) {
      const here = names.filter((name) => present.has(name));
      for (const one of here) for (const other of here) met.add(key(one, other));
    }
    const left = Data.outlets.length - names.length;
    const most = Math.max(1, ...counts.values());
    const cell = (row, column) => {
      const count = counts.get(key(row, column)) || 0;
      if (row === column && count === 0) return h("td", { class: "self" }, h("span", { class: "visually-hidden" }, "itself"));
      if (!met.has(key(row, column))) return h("td", { class: "never" }, h("span", { class: "visually-hidden" }, "not compared"));
      if (count === 0) return h("td", { class: "number" }, h("span", { class: "nil" }, "0"));
      const level = Math.ceil((4 * count) / most);
      return h("td", { class: `number heat heat-${level}` }, h("button", {
        type: "button", class: "cell", title: `${Dom.count(count, "conflict")} between ${row} and ${column}`,
        on: { click: () => { Filters.pair(row, column); toList(); } },
      }, count.toLocaleString("en")));
    };
    return h("div", { class: "panel matrix" },
      h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Outlet by outlet" },
        h("table", {},
          h("caption", {}, "Conflicts between outlets"),
          h("thead", {}, h("tr", {}, h("td", {}),
            names.map((name) => h("th", { scope: "col" }, h("span", { class: "column-name", title: name }, bdi(name)))))),
          h("tbody", {}, names.map((row) => h("tr", {},
            h("th", { scope: "row", title: row }, bdi(row)), names.map((column) => cell(row, column))))))),
      left > 0 && h("p", { class: "hint" }, `The ${names.length} outlets with most conflicts; ${left.toLocaleString("en")} more are left out.`));
  }

  // What was looked at, article by article.
  function articles() {
    const counts = new Map();
    for (const dispute of Data.disputes) {
      const docs = new Set(dispute.conflicts.flatMap(({ a, b }) => [a.doc, b.doc]));
      for (const doc of docs) counts.set(doc, (counts.get(doc) || 0) + 1);
    }
    const row = (one, doc) => h("tr", {},
      h("th", { scope: "row" }, bdi(one.outlet)),
      h("td", {}, one.url && Dom.isSafe(one.url)
        ? h("a", { href: one.url, rel: "noopener noreferrer", target: "_blank" }, bdi(one.title || one.url)) : bdi(one.title || "–"),
      h("span", { class: "path" }, bdi(one.path))),
      h("td", {}, Data.when(one.published)),
      h("td", { class: "number" }, (counts.get(doc) || 0).toLocaleString("en")));
    const details = h("details", { class: "panel articles" },
      h("summary", {}, `The ${Dom.count(Data.documents.length, "article")} compared`));
    details.addEventListener("toggle", () => {
      if (!details.open || details.childElementCount > 1) return;
      details.append(h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Articles" }, h("table", {},
        h("thead", {}, h("tr", {}, ["Outlet", "Article", "Published"].map((name) => h("th", { scope: "col" }, name)),
          h("th", { scope: "col", class: "number" }, "Disputes"))),
        h("tbody", {}, Data.documents.slice(0, LARGEST_TABLE).map(row)))),
      Data.documents.length > LARGEST_TABLE
        ? h("p", { class: "hint" }, `The first ${LARGEST_TABLE.toLocaleString("en")} are listed.`) : "");
    });
    return details;
  }

  function build() {
    if (Data.disputes.length > 0) {
      Dom.append(byId("overview"), [h("div", { class: "overview-grid" }, kinds(), matrix())]);
    }
    const timeline = Timeline.panel();
    if (timeline) byId("overview").append(timeline);
    if (Data.documents.length > 0) byId("overview").append(articles());
  }

  return { build };
})();
