extension Tokeniser {
  /// Appends the hashes of a phrase's tokens, as article text would be cut.
  ///
  /// Lists hold many phrases, and most are of plain small letters: their words are their own normal
  /// forms.
  static func appendHashes(of phrase: UnsafeBufferPointer<UInt8>, to hashes: inout [UInt64]) {
    let first = hashes.count
    var start = 0
    for at in phrase.indices {
      switch phrase[at] {
      case 0x61...0x7A: continue
      case 0x20:
        if at > start { hashes.append(Hash.of(phrase[start..<at])) }
        start = at + 1
      default:
        hashes.removeSubrange(first...)
        let bytes = Array(phrase)
        for token in tokens(of: bytes, in: TextRange(0, bytes.count)) { hashes.append(token.hash) }
        return
      }
    }
    if phrase.count > start { hashes.append(Hash.of(phrase[start...])) }
  }
}
