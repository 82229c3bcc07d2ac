/// The file of conflicts that a team has looked at.
///
/// JSON Lines: a header, then an entry a line, sorted by fingerprint. Nothing in it counts, dates
/// or orders, so that two branches can be merged line by line (`merge=union`).
public struct Baseline: Sendable {
  public static let format = "compare-baseline"
  public static let version = 1
  public static let defaultName = "compare-baseline.jsonl"

  /// Digest of the rules that it was written with: their ids and revisions.
  public var rules: String
  /// Sorted by fingerprint, each once.
  public private(set) var entries: [BaselineEntry]

  public init(rules: String, entries: [BaselineEntry] = []) {
    self.rules = rules
    self.entries = []
    for entry in entries { merge(entry) }
  }

  /// Of the meaning of the rules, not of their wording.
  public static func digest(of rules: [Rule]) -> String {
    let names = rules.map { "\($0.id)@\($0.revision)" }.sorted()
    return String(Hash.hex128(names.joined(separator: "\n")).prefix(16))
  }

  public subscript(fingerprint: String) -> BaselineEntry? {
    let at = place(of: fingerprint)
    return at < entries.count && entries[at].fingerprint == fingerprint ? entries[at] : nil
  }

  /// Puts `entry` in the place of one with its fingerprint, or adds it.
  public mutating func set(_ entry: BaselineEntry) {
    let at = place(of: entry.fingerprint)
    if at < entries.count, entries[at].fingerprint == entry.fingerprint {
      entries[at] = entry
    } else {
      entries.insert(entry, at: at)
    }
  }

  /// Takes the entry out, if there is one.
  public mutating func remove(_ fingerprint: String) {
    let at = place(of: fingerprint)
    if at < entries.count, entries[at].fingerprint == fingerprint { entries.remove(at: at) }
  }

  /// Adds an entry; of two with one fingerprint, as a merge of branches leaves them, the stricter
  /// one stays.
  mutating func merge(_ entry: BaselineEntry) {
    if let other = self[entry.fingerprint], !Self.isStricter(entry, than: other) { return }
    set(entry)
  }

  private static func isStricter(_ entry: BaselineEntry, than other: BaselineEntry) -> Bool {
    func rank(_ entry: BaselineEntry) -> (Int, Int, String) {
      (
        entry.decision == .accepted ? 1 : 0, entry.until?.serial ?? Int.max,
        "\(entry.reason ?? "")\u{1F}\(entry.by ?? "")"
      )
    }
    return rank(entry) < rank(other)
  }

  /// - Complexity: O(log entries).
  private func place(of fingerprint: String) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].fingerprint < fingerprint { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Baseline {
  /// The whole file, with line feeds.
  public var text: String {
    var text = ""
    JSONValue.object([
      "format": .string(Self.format), "version": .integer(Self.version), "rules": .string(rules),
    ]).write(to: &text)
    text += "\n"
    for entry in entries {
      entry.json.write(to: &text)
      text += "\n"
    }
    return text
  }
}

extension BaselineEntry {
  fileprivate var json: JSONValue {
    .object([
      "fingerprint": .string(fingerprint),
      "decision": .string(decision.rawValue),
      "reason": .optional(reason),
      "by": .optional(by),
      "until": .optional(until?.description),
      "rule": .string(rule),
      "revision": .integer(revision),
      "kind": .string(kind),
      "a": a.json,
      "b": b.json,
    ])
  }
}

extension BaselineEntry.Side {
  fileprivate var json: JSONValue {
    .object([
      "article": .string(article),
      "path": .string(path),
      "outlet": .string(outlet),
      "value": .string(value),
      "text": .string(text),
      "slot": .string(slot.joined(separator: " ")),
      "passage": .string(passage),
      "signature": .string(signature),
    ])
  }
}
