
// One dispute: who holds what, why it is one, and the passages against each other.

const Cards = (() => {
  const SHOWN_PAIRS = 1;
  const SHOWN_MORE = 30;
  const SEVERITY = { error: "Error", warning: "Warning", note: "Note" };
  const hidden = new WeakMap();
  const SHAPE = { error: "▲", warning: "◆", note: "●" };

  function severityTag(severity) {
    return h("span", { class: `tag severity ${severity}` },
      h("span", { "aria-hidden": "true" }, SHAPE[severity], " "), SEVERITY[severity]);
  }

  function tags(dispute) {
    return h("p", { class: "tags" },
      severityTag(dispute.severity),
      h("span", { class: "tag kind" }, dispute.kind),
      dispute.set && h("span", { class: "tag set" }, bdi(dispute.set)),
      dispute.match === "suggested"
        && h("span", { class: "tag suggested", title: "It is not sure that these speak of the same thing" }, "suggested"),
      dispute.sources
        && h("span", { class: "tag sources", title: "Each position is that of a source which the articles name; both outlets may report faithfully" }, "sources differ"),
      dispute.status !== "new" && h("span", { class: `tag status ${dispute.status}` }, dispute.status));
  }

  function quoted(text) {
    return h("q", { class: "foreign" }, bdi(text));
  }

  // A position in the words of the first article that holds it; its value where that says more.
  function position(one) {
    const [doc, start, end] = one.spans[0] || [];
    const said = doc === undefined ? one.value : Data.text(doc, start, end);
    const bare = said.replace(/,(?=\d{3})/g, "").toLowerCase();
    const isPlain = bare.includes(one.value.toLowerCase()) || one.value.length > 40;
    return h("li", { class: "position" },
      h("span", { class: "letter", "aria-hidden": "true" }, one.letter),
      h("span", { class: "said" }, quoted(said),
        !isPlain && h("span", { class: "value", title: "The value as compared" }, bdi(one.value))),
      h("span", { class: "who" }, one.voices.map((names, index) => [index > 0 && ", ", voice(names)])));
  }

  // An outlet, and those that carry the same text.
  function voice([outlet, ...copies]) {
    const count = copies.length === 1 ? "a copy" : `${copies.length} copies`;
    return [bdi(outlet), copies.length > 0
      && [` (and ${count}: `, copies.map((name, index) => [index > 0 && ", ", bdi(name)]), ")"]];
  }

  function passage(side, marks, dispute) {
    const document = Data.documents[side.doc];
    const held = Data.position(side, dispute);
    const place = side.line ? `line ${side.line}` : null;
    return h("figure", { class: "passage" },
      h("figcaption", {},
        held && h("span", { class: "letter", title: `Position ${held.letter}` },
          h("span", { class: "visually-hidden" }, "Position "), held.letter),
        h("span", { class: "outlet" }, bdi(document.outlet)),
        h("span", { class: "when" }, Data.when(document.published)),
        side.attribution
          && h("span", { class: "source" }, "source given: ", bdi(side.attribution))),
      h("blockquote", { class: "foreign", dir: "auto", title: [document.path, place].filter(Boolean).join(", ") },
        Marks.nodes(document.text, side.from, side.to, marks)));
  }

  function pair(conflict) {
    const marks = Marks.ofConflict(conflict);
    const suggested = conflict.match === "suggested" && conflict.dispute.match !== "suggested";
    return h("div", { class: "pair" },
      h("div", { class: "passages" },
        passage(conflict.a, marks.a, conflict.dispute), passage(conflict.b, marks.b, conflict.dispute)),
      h("p", { class: "why" },
        h("span", { class: "why-text" }, conflict.why || conflict.message),
        h("code", { title: "The rule" }, conflict.rule),
        suggested && h("span", { class: "tag suggested" }, "suggested"),
        h("a", { class: "open", href: `#side-by-side/${conflict.fingerprint}` }, "Side by side",
          h("span", { class: "visually-hidden" }, ": ", bdi(Data.documents[conflict.a.doc].outlet),
            " and ", bdi(Data.documents[conflict.b.doc].outlet)))),
      Review.pairPanel(conflict));
  }

  // The pairs beyond the first are made when they are asked for.
  function more(dispute) {
    const rest = dispute.conflicts.slice(SHOWN_PAIRS);
    if (rest.length === 0) return null;
    const details = h("details", { class: "more" },
      h("summary", {}, `${Dom.count(rest.length, "more pair")} of passages`));
    details.addEventListener("toggle", () => { if (details.open) fill(details, rest); });
    hidden.set(details, rest);
    return details;
  }

  function fill(details, rest) {
    if (details.childElementCount === 1) extend(details, rest, 0);
  }

  // Opens it with its pairs in place at once.
  function openMore(details) {
    fill(details, hidden.get(details));
    details.open = true;
  }

  function extend(details, rest, from) {
    Dom.append(details, rest.slice(from, from + SHOWN_MORE).map(pair));
    const left = rest.length - from - SHOWN_MORE;
    if (left <= 0) return;
    const button = h("button", {
      type: "button", class: "quiet",
      on: { click: () => { button.remove(); extend(details, rest, from + SHOWN_MORE); } },
    }, `Show more (${left.toLocaleString("en")} left)`);
    details.append(button);
  }

  function card(dispute) {
    const id = `dispute-${dispute.id}`;
    return h("article", {
      class: `dispute ${dispute.severity} ${dispute.match}`, id, tabindex: "-1", "aria-labelledby": `${id}-title`,
    },
      h("header", {}, tags(dispute),
        h("h3", { id: `${id}-title`, class: "foreign" },
          h("a", { href: `#${id}`, title: "Link to this dispute" }, bdi(dispute.about || dispute.kind)))),
      h("ol", { class: "positions", "aria-label": "Positions" }, dispute.positions.map(position)),
      Review.panel(dispute),
      dispute.conflicts.slice(0, SHOWN_PAIRS).map(pair),
      more(dispute));
  }

  return { card, openMore, severityTag, position, quoted };
})();
