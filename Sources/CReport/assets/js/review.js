
// Decisions of people. In a report they are told; where the page is served by `compare review`
// they are made, and kept in the baseline file.

const Review = (() => {
  const isOn = Data.review !== null;
  const NAMES = { confirmed: "Confirmed", accepted: "Dismissed", later: "Left for later", open: "Open", mixed: "Mixed" };
  const ASK_AGAIN = 15000;
  let version = "";
  let by = (Data.review && Data.review.by) || "";
  let lastReason = "";

  // What was decided on a whole dispute: one word if all its conflicts have the same.
  function decision(dispute) {
    const words = new Set(dispute.conflicts.map((conflict) => (conflict.acceptance || {}).decision || "open"));
    return words.size === 1 ? [...words][0] : "mixed";
  }

  function told(dispute) {
    const word = decision(dispute);
    const counts = new Map();
    for (const { acceptance } of dispute.conflicts) {
      const name = NAMES[(acceptance || {}).decision || "open"].toLowerCase();
      counts.set(name, (counts.get(name) || 0) + 1);
    }
    const notes = [...new Set(dispute.conflicts.map(({ acceptance }) => acceptance && acceptance.note).filter(Boolean))];
    if (word === "mixed") {
      return [[...counts].map(([name, count]) => `${count} ${name}`).join(", "), notes.map((note) => ` (${note})`)];
    }
    const { reason, by: who, until } = dispute.conflicts[0].acceptance || {};
    return [
      h("strong", {}, NAMES[word]),
      who && [" by ", bdi(who)],
      reason && [": ", h("q", {}, bdi(reason))],
      until && `, until ${until}`,
      notes.map((note) => [" (", bdi(note), ")"]),
    ];
  }

  function panel(dispute) {
    const word = decision(dispute);
    if (!isOn) return word === "open" ? null : h("p", { class: `review decided ${word}` }, told(dispute));
    const say = h("p", { class: "review-said", role: "status" }, told(dispute));
    const button = (name, key, to) => h("button", {
      type: "button", class: "quiet", "aria-pressed": String(word === to), "aria-keyshortcuts": key,
      on: { click: () => act(dispute, to) },
    }, name, " ", h("kbd", { "aria-hidden": "true" }, key));
    return h("div", { class: `review ${word}` },
      say,
      h("div", { class: "review-buttons", role: "group", "aria-label": "Decision" },
        button("Confirm", "c", "confirmed"), button("Dismiss…", "x", "accepted"), button("Later", "l", "later"),
        word !== "open" && h("button", { type: "button", class: "link", on: { click: () => send(dispute, "open") } }, "Undo")));
  }

  function element(dispute) {
    return byId(`dispute-${dispute.id}`);
  }

  function act(dispute, word) {
    if (word === "accepted") ask(dispute);
    else send(dispute, word);
  }

  // The form for a reason, in the card.
  function ask(dispute) {
    const card = element(dispute);
    if (!card) return;
    const old = card.querySelector(".reason");
    if (old) {
      old.querySelector("input").focus();
      return;
    }
    const known = (dispute.conflicts.find(({ acceptance }) => acceptance) || {}).acceptance || {};
    const reason = h("input", { type: "text", required: true, maxlength: "2000", value: known.reason || lastReason, autocomplete: "off" });
    const until = h("input", { type: "date", value: known.until || "" });
    const form = h("form", {
      class: "reason",
      on: {
        submit: (event) => {
          event.preventDefault();
          if (reason.value.trim() === "") return;
          lastReason = reason.value;
          send(dispute, "accepted", { reason: reason.value, until: until.value });
        },
        keydown: (event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          form.remove();
          card.focus();
        },
      },
    },
      h("label", { class: "grow" }, "Why may it stay?", reason),
      h("label", {}, "Until (if it ends)", until),
      h("button", { class: "primary" }, "Dismiss"),
      h("button", { type: "button", class: "quiet", on: { click: () => { form.remove(); card.focus(); } } }, "Cancel"));
    card.querySelector(".review").append(form);
    reason.focus();
    reason.select();
  }

  async function send(dispute, word, more) {
    const items = dispute.conflicts.map(({ fingerprint, seen }) => ({ fingerprint, seen }));
    try {
      const answer = await fetch("decisions", {
        method: "POST", headers: { "Content-Type": "application/json" }, credentials: "omit",
        body: JSON.stringify({ items, decision: word, by, ...more }),
      });
      const data = await answer.json();
      if (answer.status === 200 || answer.status === 409) take(data);
      if (answer.status === 409) {
        note(dispute, "Somebody has decided on this in the meantime. Your decision was not written; here is how it stands now.");
      } else if (answer.status !== 200) {
        note(dispute, `Not written: ${data.problem}`);
      }
    } catch {
      note(dispute, "Not written: the review server does not answer. Is it still running?");
    }
  }

  function note(dispute, words) {
    const card = element(dispute);
    if (card) card.querySelector(".review").append(h("p", { class: "review-trouble", role: "alert" }, words));
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
      const card = element(dispute);
      if (!card) continue;
      const hadFocus = card.contains(document.activeElement);
      const wasOpen = card.querySelector("details.more")?.open;
      const made = Cards.card(dispute);
      if (card.hasAttribute("aria-current")) made.setAttribute("aria-current", "true");
      card.replaceWith(made);
      if (wasOpen) made.querySelector("details.more").open = true;
      if (hadFocus) made.focus({ preventScroll: true });
    }
    if (touched.size > 0) Filters.recount();
    progress();
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
    const dispute = List.current();
    if (dispute && !Compare.isOpen()) act(dispute, word);
  };

  return {
    panel, install, decision, NAMES, isOn,
    DECISIONS: ["open", "confirmed", "accepted", "later", "mixed"],
    keys: isOn ? [[["c"], "confirm: it is a contradiction"], [["x"], "dismiss, with a reason"], [["l"], "leave for later"]] : [],
    actions: isOn ? { c: onCurrent("confirmed"), x: onCurrent("accepted"), l: onCurrent("later") } : {},
  };
})();
