/// Widths of wordings and hours of the parts of the day, as data.
struct NormalizationFile {
  /// What a hedge does to the value it stands with.
  struct Hedge: Sendable {
    let mod: Modifier?
    /// Factors of the value; `nil` is open.
    let low: Double?
    let high: Double?
  }

  private(set) var hedges: [String: Hedge] = [:]
  /// Minutes after midnight.
  private(set) var parts: [String: ClosedRange<Int>] = [:]

  init() {}

  /// Adds the tables of one file: `hedges` (name → `mod`, `low`, `high`, `why`) and
  /// `parts-of-day` (TIMEX3 name → `from`, `to`, `why`).
  ///
  /// - Throws: `SourceError` for an unknown key or a bad value.
  mutating func read(_ reader: YAMLReader) throws {
    try reader.expectKeys(["about", "hedges", "parts-of-day"])
    for (key, value) in try reader.optional("hedges")?.entries() ?? [] {
      try value.expectKeys(["mod", "low", "high", "why"])
      _ = try value.required("why").string()
      let mod = try value.optional("mod").map { try $0.choice(Modifier.self) }
      hedges[try key.string()] = Hedge(
        mod: mod, low: try Self.factor(value.required("low")),
        high: try Self.factor(value.required("high")))
    }
    for (key, value) in try reader.optional("parts-of-day")?.entries() ?? [] {
      try value.expectKeys(["from", "to", "why"])
      _ = try value.required("why").string()
      let from = try value.required("from").integer()
      let to = try value.required("to").integer()
      guard from < to else { throw value.error("`from` must come before `to`, in hours") }
      parts[try key.string()] = from * 60...to * 60
    }
  }

  private static func factor(_ reader: YAMLReader) throws -> Double? {
    try reader.string() == "open" ? nil : try reader.number()
  }
}
