
// Which disputes are shown.

const Filters = (() => {
  const GROUPS = [
    { key: "severity", title: "Severity", of: (one) => [one.severity], order: Data.SEVERITIES },
    { key: "match", title: "Match", of: (one) => [one.match], order: Data.MATCHES },
    { key: "status", title: "Status", of: (one) => [one.status], order: Data.STATUSES, isWhole: Review.isOn },
    {
      key: "decision", title: "Decision", of: (one) => [Review.decision(one)], order: Review.DECISIONS,
      names: Review.NAMES, isWhole: Review.isOn,
    },
    { key: "kind", title: "Kind", of: (one) => [one.kind] },
    { key: "set", title: "Event", of: (one) => (one.set === undefined ? [] : [one.set]), isForeign: true, isOne: Data.sets.length < 2 },
    { key: "outlet", title: "Outlet", of: (one) => one.outlets, isForeign: true },
  ];
  const chosen = Object.fromEntries(GROUPS.map(({ key }) => [key, new Set()]));
  // Two outlets that must both take part (chosen in the matrix).
  let both = null;
  let query = "";
  let search = null;
  let changed = () => {};
  const boxes = new Map();

  function terms() {
    return query.toLowerCase().split(/\s+/).filter(Boolean);
  }

  function isShown(dispute, except) {
    for (const group of GROUPS) {
      if (group.key === except || chosen[group.key].size === 0) continue;
      if (!group.of(dispute).some((value) => chosen[group.key].has(value))) return false;
    }
    if (both && !dispute.conflicts.some((conflict) => {
      const pair = [conflict.a, conflict.b].map((side) => Data.documents[side.doc].outlet);
      return both.every((name) => pair.includes(name)) && (both[0] !== both[1] || pair[0] === pair[1]);
    })) return false;
    return terms().every((term) => Data.haystack(dispute).includes(term));
  }

  function shown() {
    return Data.disputes.filter((dispute) => isShown(dispute));
  }

  function isActive() {
    return query !== "" || both !== null || GROUPS.some(({ key }) => chosen[key].size > 0);
  }

  function clear() {
    for (const { key } of GROUPS) chosen[key].clear();
    both = null;
    query = "";
    if (search) search.value = "";
    for (const box of boxes.values()) box.input.checked = false;
    update();
  }

  function only(key, value) {
    for (const group of GROUPS) chosen[group.key].clear();
    both = null;
    chosen[key].add(value);
    sync();
    update();
  }

  function pair(left, right) {
    for (const { key } of GROUPS) chosen[key].clear();
    both = [left, right];
    sync();
    update();
  }

  function onlyAll(wanted) {
    for (const group of GROUPS) chosen[group.key].clear();
    both = null;
    for (const [key, value] of Object.entries(wanted)) chosen[key].add(value);
    sync();
    update();
  }

  function sync() {
    for (const box of boxes.values()) box.input.checked = chosen[box.key].has(box.value);
  }

  function update() {
    recount();
    changed();
  }

  // How many disputes each choice would leave, all other groups being as they are.
  function recount() {
    for (const group of GROUPS) {
      const counts = new Map();
      for (const dispute of Data.disputes) {
        if (!isShown(dispute, group.key)) continue;
        for (const value of group.of(dispute)) counts.set(value, (counts.get(value) || 0) + 1);
      }
      for (const box of boxes.values()) {
        if (box.key !== group.key) continue;
        const count = counts.get(box.value) || 0;
        box.count.textContent = count.toLocaleString("en");
        box.label.classList.toggle("is-empty", count === 0);
      }
    }
    byId("clear").hidden = !isActive();
    const badge = byId("filters-badge");
    const active = GROUPS.reduce((sum, { key }) => sum + chosen[key].size, 0) + (both ? 1 : 0);
    badge.textContent = active > 0 ? ` (${active})` : "";
    const note = byId("pair-note");
    note.hidden = !both;
    if (both) {
      Dom.replace(note, "Only between ", bdi(both[0]), " and ", bdi(both[1]), ". ",
        h("button", { type: "button", class: "link", on: { click: () => { both = null; update(); } } }, "Show all"));
    }
  }

  function group({ key, title, of, order, names, isForeign, isWhole, isOne }) {
    const counts = new Map();
    for (const dispute of Data.disputes) {
      for (const value of of(dispute)) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const values = order
      ? order.filter((value) => isWhole || counts.has(value))
      : [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    if (isOne || (values.length < 2 && !isForeign)) return null;
    const rows = values.map((value) => {
      const input = h("input", {
        type: "checkbox", name: key,
        on: {
          change: () => {
            if (input.checked) chosen[key].add(value);
            else chosen[key].delete(value);
            update();
          },
        },
      });
      const count = h("span", { class: "filter-count" });
      const name = isForeign ? bdi(value) : h("span", {}, (names || {})[value] || value);
      name.classList.add("filter-name");
      const mark = key === "severity" ? h("span", { class: `dot ${value}`, "aria-hidden": "true" }) : null;
      const label = h("label", { class: "filter" }, input, mark, name, count);
      boxes.set(`${key}\u0000${value}`, { key, value, input, count, label });
      return h("li", {}, label);
    });
    return h("fieldset", {}, h("legend", {}, title), h("ul", {}, rows));
  }

  function build(onChange) {
    changed = onChange;
    let timer = 0;
    search = h("input", {
      type: "search", id: "search", autocomplete: "off", spellcheck: "false",
      placeholder: "Words, outlet, rule…", "aria-describedby": "search-hint",
      on: {
        input: () => {
          clearTimeout(timer);
          timer = setTimeout(() => { query = search.value; update(); }, 120);
        },
      },
    });
    const toggle = h("button", {
      type: "button", class: "filters-toggle", "aria-expanded": "false", "aria-controls": "filters-body",
      on: {
        click: () => {
          const open = byId("filters").classList.toggle("is-open");
          toggle.setAttribute("aria-expanded", String(open));
        },
      },
    }, "Filters", h("span", { id: "filters-badge" }));
    Dom.append(byId("filters"), [
      h("form", { role: "search", on: { submit: (event) => event.preventDefault() } },
        h("label", { for: "search", class: "legend" }, "Search"),
        h("div", { class: "search-row" }, search, toggle),
        h("p", { id: "search-hint", class: "hint" }, "Press ", h("kbd", {}, "/"), " to search"),
        h("div", { id: "filters-body" },
          h("p", { id: "pair-note", class: "hint", hidden: true }),
          GROUPS.map(group),
          h("button", { type: "button", id: "clear", class: "quiet", hidden: true, on: { click: clear } },
            "Clear all filters"))),
    ]);
    recount();
  }

  return { build, shown, clear, recount, only, onlyAll, pair, isActive, focusSearch: () => { search.focus(); search.select(); } };
})();
