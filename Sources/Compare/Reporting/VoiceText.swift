extension Dispute.Position {
  /// The outlets that hold it, copies of one text together: "Herald (and 2 copies: A, B), Post".
  ///
  /// - Parameter safe: makes an outlet's name safe for where it is written.
  func who(_ safe: (String) -> String) -> String {
    voices.map { voice in
      guard !voice.copies.isEmpty else { return safe(voice.outlet) }
      let count = voice.copies.count == 1 ? "a copy" : "\(voice.copies.count) copies"
      return "\(safe(voice.outlet)) (and \(count): "
        + voice.copies.map(safe).joined(separator: ", ") + ")"
    }.joined(separator: ", ")
  }
}
