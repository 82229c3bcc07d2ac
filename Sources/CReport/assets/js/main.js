
// The list of disputes, a page at a time, and the page as a whole.

const List = (() => {
  const PAGE = 25;
  const LARGEST_PRINT = 1000;
  let shown = [];
  let page = 0;
  // Position in `shown` of the dispute that keys act on; -1 before the first.
  let current = -1;

  function pages() {
    return Math.max(1, Math.ceil(shown.length / PAGE));
  }

  function render() {
    const from = page * PAGE;
    const part = shown.slice(from, from + PAGE);
    Dom.replace(byId("list"), part.length > 0 ? cards(part) : h("p", { class: "nothing" },
      Filters.isActive()
        ? ["No dispute fits these filters. ", h("button", { type: "button", class: "link", on: { click: Filters.clear } }, "Clear them")]
        : "The articles were compared and nothing in them was found to be in dispute."));
    byId("count").textContent = shown.length === Data.disputes.length
      ? Dom.count(shown.length, "dispute")
      : `${shown.length.toLocaleString("en")} of ${Dom.count(Data.disputes.length, "dispute")}`;
    renderPages();
    mark();
  }

  // What is only suggested stands apart, after what is confirmed.
  function cards(part) {
    const made = part.map(Cards.card);
    const first = part.findIndex((dispute) => dispute.match === "suggested");
    if (first >= 0) {
      made.splice(first, 0, h("p", { class: "apart" }, h("strong", {}, "Only suggested."),
        " These passages may speak of different things."));
    }
    return made;
  }

  function renderPages() {
    const nav = byId("pages");
    nav.hidden = pages() < 2;
    if (nav.hidden) return;
    const button = (words, to, isOff) => h("button", {
      type: "button", class: "quiet", disabled: isOff, on: { click: () => turnTo(to) },
    }, words);
    Dom.replace(nav, button("← Previous", page - 1, page === 0),
      h("span", {}, `Page ${page + 1} of ${pages()}`),
      button("Next →", page + 1, page + 1 >= pages()));
  }

  function turnTo(to) {
    page = Math.min(Math.max(0, to), pages() - 1);
    current = page * PAGE - 1;
    render();
    byId("disputes").scrollIntoView();
  }

  function filter() {
    shown = Filters.shown();
    page = 0;
    current = -1;
    render();
  }

  function mark() {
    for (const element of byId("list").querySelectorAll("[aria-current]")) element.removeAttribute("aria-current");
    const dispute = shown[current];
    const element = dispute && byId(`dispute-${dispute.id}`);
    if (element) element.setAttribute("aria-current", "true");
    return element;
  }

  function select(index) {
    current = index;
    const wanted = Math.floor(index / PAGE);
    if (wanted !== page) {
      page = wanted;
      render();
    }
    const element = mark();
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  }

  function move(by) {
    if (shown.length > 0) select(Math.min(Math.max(0, current + by), shown.length - 1));
  }

  function showDispute(dispute) {
    let index = shown.indexOf(dispute);
    if (index < 0) {
      Filters.clear();
      index = shown.indexOf(dispute);
    }
    select(index);
  }

  function open() {
    const dispute = shown[Math.max(0, current)];
    if (dispute) location.hash = `#side-by-side/${dispute.conflicts[0].fingerprint}`;
  }

  // Paper has no pages to turn: all that is chosen is printed, up to a bound.
  function print() {
    Dom.replace(byId("list"), cards(shown.slice(0, LARGEST_PRINT)));
    for (const details of byId("list").querySelectorAll("details")) details.open = true;
    if (shown.length > LARGEST_PRINT) {
      byId("list").append(h("p", { class: "notice" },
        `The first ${LARGEST_PRINT} of ${shown.length} disputes are printed; filters choose others.`));
    }
  }

  return {
    filter, move, open, showDispute, render, print, turn: (by) => turnTo(page + by),
    current: () => shown[current],
  };
})();

const Routes = (() => {
  function follow() {
    let name = "";
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch {
      name = "";
    }
    if (name.startsWith("side-by-side/") && Compare.route(name.slice(13))) return;
    Compare.close();
    const dispute = Data.disputeById.get(name.replace(/^dispute-/, ""));
    if (dispute) List.showDispute(dispute);
  }

  return { follow };
})();

(() => {
  byId("layout").hidden = false;
  Filters.build(List.filter);
  Overview.build();
  Keys.install();
  Review.install();
  List.filter();
  window.addEventListener("hashchange", Routes.follow);
  window.addEventListener("beforeprint", List.print);
  window.addEventListener("afterprint", List.render);
  Routes.follow();
})();
