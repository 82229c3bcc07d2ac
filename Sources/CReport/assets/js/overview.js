
// The overview: disputes by kind and severity, and who contradicts whom.

const Overview = (() => {
  const LARGEST_MATRIX = 14;

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
    const totals = new Map();
    const key = (left, right) => (left < right ? `${left}\u0000${right}` : `${right}\u0000${left}`);
    for (const dispute of Data.disputes) {
      for (const { a, b } of dispute.conflicts) {
        const [left, right] = [Data.documents[a.doc].outlet, Data.documents[b.doc].outlet];
        counts.set(key(left, right), (counts.get(key(left, right)) || 0) + 1);
        for (const name of new Set([left, right])) totals.set(name, (totals.get(name) || 0) + 1);
      }
    }
    const ranked = Data.outlets.slice()
      .sort((a, b) => (totals.get(b) || 0) - (totals.get(a) || 0) || (a < b ? -1 : 1));
    const names = ranked.slice(0, LARGEST_MATRIX).sort();
    const left = ranked.length - names.length;
    const most = Math.max(1, ...counts.values());
    const cell = (row, column) => {
      const count = counts.get(key(row, column)) || 0;
      if (row === column && count === 0) return h("td", { class: "self" }, h("span", { class: "visually-hidden" }, "itself"));
      if (count === 0) return h("td", { class: "number" }, h("span", { class: "nil" }, "0"));
      const level = Math.max(1, Math.ceil((4 * Math.log1p(count)) / Math.log1p(most)));
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

  function build() {
    if (Data.disputes.length > 0) {
      Dom.append(byId("overview"), [h("div", { class: "overview-grid" }, kinds(), matrix())]);
    }
    const timeline = Timeline.panel();
    if (timeline) byId("overview").append(timeline);
  }

  return { build };
})();
