
// What the report holds, with what follows from it.

const Data = (() => {
  const data = JSON.parse(byId("data").textContent);
  const SEVERITIES = ["error", "warning", "note"];
  const MATCHES = ["confirmed", "suggested"];
  const STATUSES = ["new", "changed", "known"];

  function best(list, order) {
    return order.find((name) => list.includes(name)) || order[order.length - 1];
  }

  // A side comes as [document, start, end, passage start, passage end, line, value, attribution].
  function side([doc, start, end, from, to, line, value, attribution]) {
    return { doc, start, end, from, to, line, value, attribution };
  }

  // Article sets, where there are several: names that say which, and for each document its set.
  const sets = data.sets.length > 1 ? data.sets.map(([name], index) => name || `Set ${index + 1}`) : [];
  const setOf = new Int32Array(data.documents.length);
  data.sets.forEach(([, from, to], index) => setOf.fill(index, from, to));
  const outletsOfSets = (data.sets.length > 0 ? data.sets : [["", 0, data.documents.length]])
    .map(([, from, to]) => new Set(data.documents.slice(from, to).map((one) => one.outlet)));

  const byFingerprint = new Map();
  const byId_ = new Map();
  data.disputes.forEach((dispute, index) => {
    dispute.index = index;
    dispute.conflicts = dispute.conflicts.map((conflict) => {
      const full = {
        ...conflict, a: side(conflict.a), b: side(conflict.b), dispute,
        why: data.reasons[conflict.reason],
      };
      byFingerprint.set(full.fingerprint, full);
      return full;
    });
    const all = (name) => dispute.conflicts.map((conflict) => conflict[name]);
    dispute.severity = best(all("severity"), SEVERITIES);
    dispute.match = best(all("match"), MATCHES);
    dispute.status = statusOf(dispute);
    for (const one of dispute.positions) one.outlets = one.voices.flat().sort();
    dispute.outlets = [...new Set(dispute.positions.flatMap((one) => one.outlets))].sort();
    dispute.set = sets[setOf[dispute.conflicts[0].a.doc]];
    dispute.rules = [...new Set(all("rule"))];
    dispute.positions.forEach((position, number) => { position.letter = letter(number); });
    byId_.set(dispute.id, dispute);
  });

  function statusOf(dispute) {
    return best(dispute.conflicts.map((conflict) => conflict.status), STATUSES);
  }

  // A, B, … Z, AA, AB, …
  function letter(number) {
    const last = String.fromCharCode(65 + (number % 26));
    return number < 26 ? last : letter(Math.floor(number / 26) - 1) + last;
  }

  function text(doc, start, end) {
    return data.documents[doc].text.slice(start, end);
  }

  function position(side, dispute) {
    return dispute.positions.find((one) => one.value === side.value)
      || dispute.positions.find((one) => one.spans.some(
        ([doc, start]) => doc === side.doc && start === side.start));
  }

  // All that free search looks at, made when first asked for.
  function haystack(dispute) {
    if (dispute.haystack === undefined) {
      const parts = [dispute.id, dispute.kind, dispute.about, dispute.set || "", ...dispute.outlets];
      for (const one of dispute.positions) parts.push(one.value);
      for (const conflict of dispute.conflicts) {
        parts.push(conflict.fingerprint, conflict.rule, conflict.message, conflict.why);
        for (const side of [conflict.a, conflict.b]) {
          parts.push(text(side.doc, side.from, side.to), side.attribution || "");
          parts.push(data.documents[side.doc].title || "", data.documents[side.doc].path);
        }
      }
      dispute.haystack = parts.join("\n").toLowerCase();
    }
    return dispute.haystack;
  }

  // A day and, where given, a time, as the article gives them; never in the reader's zone.
  function when(published) {
    if (!published) return "no date";
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(published) || [];
    if (!day) return published;
    const zone = /(Z|[+-]\d{2}:?\d{2})$/i.exec(published.slice(10));
    const offset = zone ? (/^(Z|[+-]00:?00)$/i.test(zone[1]) ? " UTC" : ` UTC${zone[1]}`) : "";
    return dayName(Date.parse(`${day}T00:00:00Z`) / 86400000) + (time ? `, ${time}${offset}` : "");
  }

  const DAY = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
  });

  // A day given as days since 1970-01-01.
  function dayName(day) {
    return Number.isFinite(day) ? DAY.format(new Date(day * 86400000)) : "";
  }

  return {
    ...data, sets, setOf, outletsOfSets, SEVERITIES, MATCHES, STATUSES, byFingerprint, disputeById: byId_, text, position, statusOf,
    haystack, when, dayName,
    outlets: [...new Set(data.documents.map((one) => one.outlet))].sort(),
  };
})();
