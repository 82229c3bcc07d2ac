
// Decisions of people. In a report they are told; where the page is served by `compare review`
// they are made, and kept in the baseline file: for a whole dispute, or for one of its conflicts.

const Review = (() => {
  const isOn = Data.review !== null;
  const NAMES = { confirmed: "Confirmed", accepted: "Dismissed", later: "Left for later", open: "Open", mixed: "Mixed" };
  const ASK_AGAIN = 15000;
  let version = "";
  let by = (Data.review && Data.review.by) || "";
  let lastReason = "";

  function decisionOn(conflicts) {
    const words = new Set(conflicts.map((conflict) => (conflict.acceptance || {}).decision || "open"));
    return words.size === 1 ? [...words][0] : "mixed";
  }

  // What was decided on a whole dispute: one word if all its conflicts have the same.
  function decision(dispute) {
    return decisionOn(dispute.conflicts);
  }

  function told(conflicts) {
    const word = decisionOn(conflicts);
    const counts = new Map();
    for (const { acceptance } of conflicts) {
      const name = NAMES[(acceptance || {}).decision || "open"].toLowerCase();
      counts.set(name, (counts.get(name) || 0) + 1);
    }
    const notes = [...new Set(conflicts.map(({ acceptance }) => acceptance && acceptance.note).filter(Boolean))];
    if (word === "mixed") {
      return [[...counts].map(([name, count]) => `${count} ${name}`).join(", "), notes.map((note) => ` (${note})`)];
    }
    const { reason, by: who, until } = conflicts[0].acceptance || {};
    return [
      h("strong", {}, NAMES[word]),
      who && [" by ", bdi(who)],
      reason && [": ", h("q", {}, bdi(reason))],
      until && `, until ${until}`,
      notes.map((note) => [" (", bdi(note), ")"]),
    ];
  }

  // `conflicts` are what a decision made here is on; `name` says so where it is not all of a card.
  function panelFor(conflicts, id, name) {
    const word = decisionOn(conflicts);
    if (!isOn) return word === "open" || name ? null : h("p", { class: `review decided ${word}` }, told(conflicts));
    const keys = !name;
    const button = (words, key, to) => h("button", {
      type: "button", class: "quiet", "aria-pressed": String(word === to), "aria-keyshortcuts": keys && key,
      on: { click: () => act(conflicts, id, to) },
    }, words, keys && [" ", h("kbd", { "aria-hidden": "true" }, key)]);
    return h("div", { class: `review ${word} ${name ? "of-one" : ""}`, data: { of: id } },
      h("p", { class: "review-said", role: "status" }, name && `${name}: `, told(conflicts)),
      h("div", { class: "review-buttons", role: "group", "aria-label": name ? `Decision on ${name.toLowerCase()}` : "Decision" },
        button("Confirm", "c", "confirmed"), button("Dismiss…", "x", "accepted"), button("Later", "l", "later"),
        word !== "open" && h("button", { type: "button", class: "link", on: { click: () => send(conflicts, id, "open") } }, "Undo")));
  }

  function panel(dispute) {
    return panelFor(dispute.conflicts, `dispute-${dispute.id}`, null);
  }

  // Of one pair of passages, where its dispute has several.
  function pairPanel(conflict) {
    return isOn && conflict.dispute.conflicts.length > 1
      ? panelFor([conflict], `conflict-${conflict.fingerprint}`, "This pair alone") : null;
  }

  // Side by side: of the conflict that is shown.
  function shownPanel(conflict) {
    return isOn ? panelFor([conflict], "shown", "This conflict") : null;
  }

  function panelOf(id) {
    return [...document.querySelectorAll(".review")].find((one) => one.dataset.of === id && one.offsetParent !== null)
      || null;
  }

  function act(conflicts, id, word) {
    if (word === "accepted") ask(conflicts, id);
    else send(conflicts, id, word);
  }

  // The form for a reason, in the panel.
  function ask(conflicts, id) {
    const host = panelOf(id);
    if (!host) return;
    const old = host.querySelector(".reason");
    if (old) {
      old.querySelector("input").focus();
      return;
    }
    const known = (conflicts.find(({ acceptance }) => acceptance) || {}).acceptance || {};
    const reason = h("input", { type: "text", required: true, maxlength: "2000", value: known.reason || lastReason, autocomplete: "off" });
    const until = h("input", { type: "date", value: known.until || "" });
    const close = () => {
      form.remove();
      const back = host.closest(".dispute") || byId("compare");
      back.focus({ preventScroll: true });
    };
    const form = h("form", {
      class: "reason",
      on: {
        submit: (event) => {
          event.preventDefault();
          if (reason.value.trim() === "") return;
          lastReason = reason.value;
          send(conflicts, id, "accepted", { reason: reason.value, until: until.value });
        },
        keydown: (event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close();
        },
      },
    },
      h("label", { class: "grow" }, "Why may it stay?", reason),
      h("label", {}, "Until (if it ends)", until),
      h("button", { class: "primary" }, conflicts.length > 1 ? `Dismiss all ${conflicts.length}` : "Dismiss"),
      h("button", { type: "button", class: "quiet", on: { click: close } }, "Cancel"));
    host.append(form);
    reason.focus();
    reason.select();
  }

  async function send(conflicts, id, word, more) {
    const items = conflicts.map(({ fingerprint, seen }) => ({ fingerprint, seen }));
    try {
      const answer = await fetch("decisions", {
        method: "POST", headers: { "Content-Type": "application/json" }, credentials: "omit",
        body: JSON.stringify({ items, decision: word, by, ...more }),
      });
      const data = await answer.json();
      if (answer.status === 200 || answer.status === 409) take(data);
      if (answer.status === 409) {
        note(id, "Somebody has decided on this in the meantime. Your decision was not written; here is how it stands now.");
      } else if (answer.status !== 200) {
        note(id, `Not written: ${data.problem}`);
      }
    } catch {
      note(id, "Not written: the review server does not answer. Is it still running?");
    }
  }

  function note(id, words) {
    const host = panelOf(id);
    if (!host) return;
    const old = host.querySelector(".review-trouble");
    if (old) old.remove();
    host.append(h("p", { class: "review-trouble", role: "alert" }, words));
  }

  // Takes over how conflicts stand, and shows the disputes among them anew.
  function take(data) {
    version = data.version;
    const touched = new Set();
    for (const state of data.states) {
      const conflict = Data.byFingerprint.get(state.fingerprint);
      if (!conflict || conflict.seen === state.seen) continue;
      conflict.acceptance = state.acceptance;
      conflict.status = state.status;
      conflict.seen = state.seen;
      touched.add(conflict.dispute);
    }
    for (const dispute of touched) {
      dispute.status = Data.statusOf(dispute);
      const card = byId(`dispute-${dispute.id}`);
      if (card) renew(card, dispute);
    }
    if (touched.size > 0) {
      Filters.recount();
      Compare.decided();
    }
    progress();
  }

  // What has the focus keeps it: the button of a panel, else the card.
  function renew(card, dispute) {
    const active = document.activeElement;
    const hadFocus = card.contains(active);
    const host = hadFocus && active.closest("[data-of]");
    const wasOpen = card.querySelector("details.more")?.open;
    const made = Cards.card(dispute);
    if (card.hasAttribute("aria-current")) made.setAttribute("aria-current", "true");
    card.replaceWith(made);
    const more = made.querySelector("details.more");
    if (wasOpen && more) Cards.openMore(more);
    if (!hadFocus) return;
    const button = host && host.classList.contains("of-one")
      && [...made.querySelectorAll("[data-of]")].find((one) => one.dataset.of === host.dataset.of)?.querySelector("button");
    (button || made).focus({ preventScroll: true });
  }

  // What others have decided: asked for when the page is looked at again, and now and then.
  async function refresh() {
    if (document.hidden) return;
    try {
      const answer = await fetch("decisions", {
        credentials: "omit", headers: version ? { "If-None-Match": `"${version}"` } : {},
      });
      if (answer.status === 200) take(await answer.json());
      byId("review-progress").classList.remove("is-lost");
      progress();
    } catch {
      byId("review-progress").textContent = "The review server does not answer";
      byId("review-progress").classList.add("is-lost");
    }
  }

  function progress() {
    const decided = Data.disputes.filter((dispute) => !["open", "mixed", "later"].includes(decision(dispute))).length;
    byId("review-progress").textContent = `${decided.toLocaleString("en")} of ${Data.disputes.length.toLocaleString("en")} decided`;
  }

  function install() {
    if (!isOn) return;
    const name = h("input", {
      type: "text", value: by, maxlength: "200", placeholder: "your name", autocomplete: "name", class: "reviewer", "aria-label": "Who decides",
      on: { input: () => { by = name.value.trim(); } },
    });
    byId("masthead-tools").prepend(h("span", { id: "review-progress", role: "status" }), name);
    progress();
    document.addEventListener("visibilitychange", refresh);
    window.addEventListener("focus", refresh);
    setInterval(refresh, ASK_AGAIN);
    refresh();
  }

  const onCurrent = (word) => () => {
    const shown = Compare.shown();
    if (shown) act([shown], "shown", word);
    const dispute = !shown && !Compare.isOpen() && List.current();
    if (dispute) act(dispute.conflicts, `dispute-${dispute.id}`, word);
  };

  return {
    panel, pairPanel, shownPanel, install, decision, NAMES, isOn,
    DECISIONS: ["open", "confirmed", "accepted", "later", "mixed"],
    keys: isOn ? [[["c"], "confirm: it is a contradiction"], [["x"], "dismiss, with a reason"], [["l"], "leave for later"]] : [],
    actions: isOn ? { c: onCurrent("confirmed"), x: onCurrent("accepted"), l: onCurrent("later") } : {},
  };
})();
