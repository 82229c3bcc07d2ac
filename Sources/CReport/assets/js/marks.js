
// Text with marks: the words in conflict, and other words that differ.

const Marks = (() => {
  // Nodes for `text[from..<to]`, where `marks` are {start, end, kind} in the same offsets. Of
  // marks that overlap the stronger one is seen: "conflict" over "differs".
  function nodes(text, from, to, marks) {
    const inside = marks.filter((mark) => mark.end > from && mark.start < to);
    const cuts = new Set([from, to]);
    for (const mark of inside) {
      cuts.add(Math.max(from, mark.start));
      cuts.add(Math.min(to, mark.end));
    }
    const at = [...cuts].sort((left, right) => left - right);
    const runs = [];
    for (let index = 0; index + 1 < at.length; index += 1) {
      const [start, end] = [at[index], at[index + 1]];
      const over = inside.filter((mark) => mark.start <= start && mark.end >= end);
      const conflict = over.find((mark) => mark.kind === "conflict");
      const kind = conflict ? "conflict" : over.length > 0 ? "differs" : "";
      const last = runs[runs.length - 1];
      const goesOn = last && last.kind === kind && last.begin === (conflict && conflict.start);
      if (goesOn) last.words += text.slice(start, end);
      else runs.push({ kind, begin: conflict && conflict.start, words: text.slice(start, end) });
    }
    const made = runs.map(({ kind, words }) => {
      if (kind === "conflict") return h("mark", { class: "conflict" }, words);
      return kind === "differs" ? h("span", { class: "differs" }, words) : words;
    });
    return made;
  }

  // What to mark in the two passages of a conflict, in offsets of the articles.
  function ofConflict({ a, b }) {
    const words = Words.differing(Data.text(a.doc, a.from, a.to), Data.text(b.doc, b.from, b.to), 0.7);
    const marks = (side, differing) => [
      { start: side.start, end: side.end, kind: "conflict" },
      ...differing.map(([start, end]) => ({
        start: side.from + start, end: side.from + end, kind: "differs",
      })),
    ];
    return { a: marks(a, words.a), b: marks(b, words.b) };
  }

  return { nodes, ofConflict };
})();
