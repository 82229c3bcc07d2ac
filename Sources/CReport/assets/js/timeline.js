
// When the articles appeared, and the days that they speak of, an outlet a line.

const Timeline = (() => {
  const LARGEST = 16;
  const AROUND = 21;
  const ROW = 26;
  const { svg } = Dom;

  function rows() {
    const byOutlet = new Map();
    Data.documents.forEach((document, doc) => {
      const row = byOutlet.get(document.outlet) || { outlet: document.outlet, published: [], claims: new Map(), disputed: 0 };
      if (document.moment !== null) row.published.push({ day: document.moment / 86400, doc });
      byOutlet.set(document.outlet, row);
    });
    for (const [doc, low, high, count, words, disputed] of Data.dates) {
      const row = byOutlet.get(Data.documents[doc].outlet);
      const key = `${low}/${high}`;
      const claim = row.claims.get(key) || { low, high, count: 0, words, disputed: false };
      claim.count += count;
      claim.disputed = claim.disputed || disputed === 1;
      row.disputed += disputed;
      row.claims.set(key, claim);
    }
    return [...byOutlet.values()];
  }

  // The days of publication, widened to the claimed days near them.
  function span(list) {
    const published = list.flatMap((row) => row.published.map(({ day }) => Math.floor(day)));
    const claims = list.flatMap((row) => [...row.claims.values()]);
    if (published.length === 0 && claims.length === 0) return null;
    const base = published.length > 0 ? published : claims.flatMap(({ low, high }) => [low, high]);
    let [first, last] = [min(base), max(base)];
    const [from, to] = [first - AROUND, last + AROUND];
    for (const { low, high } of claims) {
      if (low >= from && high <= to) [first, last] = [Math.min(first, low), Math.max(last, high)];
    }
    return { first: first - 1, last: last + 2 };
  }

  const min = (list) => list.reduce((a, b) => Math.min(a, b));
  const max = (list) => list.reduce((a, b) => Math.max(a, b));

  function ticks({ first, last }, width) {
    const wanted = Math.max(2, Math.floor(width / 90));
    const step = [1, 2, 3, 7, 14, 28, 91, 182, 365, 1826, 3652].find((days) => (last - first) / days <= wanted) || 36524;
    const made = [];
    for (let day = Math.ceil(first); day <= last; day += step) made.push(day);
    return made;
  }

  function draw(list, range, width) {
    const gutter = width < 560 ? 0 : Math.min(200, width * 0.24);
    const rowHeight = gutter === 0 ? ROW + 16 : ROW;
    const height = list.length * rowHeight + 34;
    const inner = width - gutter - 24;
    const x = (day) => gutter + 12 + ((day - range.first) / (range.last - range.first)) * inner;
    const children = [];
    let year = "";
    for (const day of ticks(range, inner)) {
      children.push(svg("line", { class: "grid", x1: x(day), x2: x(day), y1: 4, y2: height - 26 }));
      const whole = Data.dayName(day);
      // The year stands where it begins.
      const name = whole.slice(-4) === year ? whole.slice(0, -5) : whole;
      year = whole.slice(-4);
      const anchor = x(day) > width - 30 ? "end" : x(day) < gutter + 30 && gutter === 0 ? "start" : "middle";
      children.push(svg("text", { class: "tick", x: x(day), y: height - 8, "text-anchor": anchor }, name));
    }
    list.forEach((row, number) => {
      const y = number * rowHeight + rowHeight - ROW / 2 + 2;
      children.push(svg("line", { class: "row", x1: gutter + 4, x2: width, y1: y, y2: y }));
      const room = Math.floor((gutter === 0 ? width : gutter) / 7.2);
      const name = row.outlet.length > room ? `${row.outlet.slice(0, room - 1)}…` : row.outlet;
      children.push(svg("text", { class: "name", x: 0, y: gutter === 0 ? y - ROW / 2 : y + 4 }, name));
      let [before, after] = [0, 0];
      for (const claim of row.claims.values()) {
        if (claim.high < range.first) before += claim.count;
        else if (claim.low > range.last) after += claim.count;
        else children.push(mark(claim, x, y, range));
      }
      if (before > 0) children.push(svg("text", { class: "beyond", x: gutter + 6, y: y - 5 }, `◂ ${before} earlier`));
      if (after > 0) children.push(svg("text", { class: "beyond", x: width - 2, y: y - 5, "text-anchor": "end" }, `${after} later ▸`));
      for (const { day, doc } of row.published) {
        const [cx, size] = [x(day), 5.5];
        children.push(svg("path", {
          class: "published", d: `M${cx} ${y - size}L${cx + size} ${y}L${cx} ${y + size}L${cx - size} ${y}Z`,
        }, svg("title", {}, `${row.outlet}: published ${Data.when(Data.documents[doc].published)}`)));
      }
    });
    return svg("svg", {
      width, height, viewBox: `0 0 ${width} ${height}`, role: "img",
      "aria-label": "Timeline of publication and of the days the articles speak of; the same as a table below",
    }, children);
  }

  function mark(claim, x, y, range) {
    const days = claim.low === claim.high
      ? Data.dayName(claim.low) : `${Data.dayName(claim.low)} to ${Data.dayName(claim.high)}`;
    const title = svg("title", {}, `${days}, ${claim.count}×: “${Dom.clean(claim.words)}”${claim.disputed ? ", disputed" : ""}`);
    const kind = claim.disputed ? "claim disputed" : "claim";
    if (claim.high - claim.low >= 1) {
      const [from, to] = [x(Math.max(claim.low, range.first)), x(Math.min(claim.high + 1, range.last))];
      return svg("rect", { class: kind, x: from, y: y - 3, width: Math.max(4, to - from), height: 6, rx: 3 }, title);
    }
    const r = Math.min(9, 3.5 + Math.sqrt(claim.count));
    return svg("circle", { class: kind, cx: x(claim.low + 0.5), cy: y, r }, title);
  }

  function table(list) {
    return h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Outlet"), h("th", { scope: "col" }, "Published"),
        h("th", { scope: "col" }, "Days it speaks of"))),
      h("tbody", {}, list.map((row) => h("tr", {}, h("th", { scope: "row" }, bdi(row.outlet)),
        h("td", {}, row.published.map(({ doc }) => Data.when(Data.documents[doc].published)).join("; ") || "no date"),
        h("td", {}, [...row.claims.values()].sort((a, b) => a.low - b.low).map((claim, index) => [
          index > 0 && "; ", Data.dayName(claim.low), claim.high > claim.low && ` to ${Data.dayName(claim.high)}`,
          claim.disputed && h("strong", {}, " (disputed)")]))))));
  }

  function legend() {
    const item = (shape, words) => h("span", { class: "key" }, Dom.svg("svg", { width: 16, height: 14, "aria-hidden": "true" }, shape), words);
    return h("p", { class: "legend-row" },
      item(svg("path", { class: "published", d: "M8 1.5L13.5 7L8 12.5L2.5 7Z" }), "published"),
      Data.dates.length > 0 && item(svg("circle", { class: "claim", cx: 8, cy: 7, r: 5 }), "day spoken of"),
      Data.dates.some((one) => one[5] === 1)
        && item(svg("circle", { class: "claim disputed", cx: 8, cy: 7, r: 5 }), "in dispute"));
  }

  function panel() {
    const all = rows();
    const list = all.slice()
      .sort((a, b) => b.disputed - a.disputed || (a.outlet < b.outlet ? -1 : 1)).slice(0, LARGEST)
      .sort((a, b) => (a.outlet < b.outlet ? -1 : 1));
    const range = span(list);
    if (!range) return null;
    const figure = h("div", { class: "drawing" });
    const made = h("div", { class: "panel timeline" },
      h("div", { class: "panel-head" }, h("h3", {}, "Published, and the days spoken of"), legend()),
      figure,
      all.length > list.length && h("p", { class: "hint" }, `${LARGEST} of ${all.length.toLocaleString("en")} outlets.`),
      h("details", { class: "as-table" }, h("summary", {}, "As a table"), table(list)));
    let last = 0;
    new ResizeObserver(() => {
      const width = Math.floor(figure.clientWidth);
      if (width > 0 && width !== last) {
        last = width;
        Dom.replace(figure, draw(list, range, width));
      }
    }).observe(figure);
    return made;
  }

  return { panel };
})();
