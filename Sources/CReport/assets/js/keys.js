
// What the keyboard does.

const Keys = (() => {
  const HELP = [
    [["j"], "next dispute; next conflict side by side"],
    [["k"], "previous dispute; previous conflict side by side"],
    [["o", "Enter"], "open the articles side by side"],
    [["u", "Esc"], "back to the disputes"],
    [["n", "p"], "next, previous page"],
    [["/"], "search"],
    [["?"], "this help"],
  ];

  function buildHelp() {
    const rows = [...HELP, ...(Review.keys || [])];
    Dom.append(byId("help"), [
      h("h2", { id: "help-title" }, "Keyboard"),
      h("dl", {}, rows.map(([keys, words]) => h("div", {},
        h("dt", {}, keys.map((key, index) => [index > 0 && " or ", h("kbd", {}, key)])), h("dd", {}, words)))),
      h("h2", {}, "Marks"),
      h("p", {}, h("mark", { class: "conflict" }, "Words in conflict"), " are bold and underlined; ",
        h("span", { class: "differs" }, "other words that differ"), " have a dashed line."),
      h("p", { class: "hint" }, "A report tells what the articles say differently. It does not say which is right."),
      h("form", { method: "dialog" }, h("button", { class: "primary" }, "Close")),
    ]);
  }

  function help() {
    byId("help").showModal();
  }

  function isTyping(target) {
    return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
  }

  const actions = {
    j: () => (Compare.isOpen() ? Compare.step(1) : List.move(1)),
    k: () => (Compare.isOpen() ? Compare.step(-1) : List.move(-1)),
    n: () => !Compare.isOpen() && List.turn(1),
    p: () => !Compare.isOpen() && List.turn(-1),
    o: () => !Compare.isOpen() && List.open(),
    u: () => Compare.isOpen() && Compare.back(),
    Escape: () => Compare.isOpen() && Compare.back(),
    "/": () => {
      if (Compare.isOpen()) Compare.back();
      requestAnimationFrame(() => Filters.focusSearch());
    },
    "?": help,
  };

  function install() {
    buildHelp();
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
      if (isTyping(event.target)) {
        if (event.key === "Escape") event.target.blur();
        return;
      }
      if (event.key === "Enter" && event.target.classList.contains("dispute")) {
        List.open();
        return;
      }
      const action = actions[event.key] || (Review.actions || {})[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
    byId("masthead-tools").append(
      h("button", { type: "button", class: "quiet", on: { click: help } }, "Keyboard ", h("kbd", {}, "?")));
  }

  return { install };
})();
