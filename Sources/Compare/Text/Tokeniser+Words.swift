/// Words, and what can stand inside of one.
extension Tokeniser {
  mutating func word(_ classes: UnsafeBufferPointer<Scalars.Class>) {
    if isAddress() { return address() }
    let start = at
    normal.removeAll(keepingCapacity: true)
    var uppers = 0
    var letters = 0
    var startsUpper = false
    scan: while at < end, at - start < Self.longest {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case .lower:
        normal.append(byte)
        at += 1
        letters += 1
      case .upper:
        normal.append(byte | 0x20)
        at += 1
        if letters == 0 { startsUpper = true }
        uppers += 1
        letters += 1
      case .multibyte:
        let (scalar, width) = decode(at)
        if Scalars.isCombiningMark(scalar) || scalar == 0xAD || scalar == 0x200D {
          at += width
        } else if scalar == 0x2019 || scalar == 0x2BC {
          guard letters > 0, isLetter(at + width) else { break scan }
          if isPossessive(after: at + width) { break scan }
          normal.append(0x27)
          at += width
        } else if Scalars.isLetter(scalar) {
          if Scalars.isUpper(scalar) {
            if letters == 0 { startsUpper = true }
            uppers += 1
          }
          Scalars.fold(scalar, into: &normal)
          at += width
          letters += 1
        } else {
          break scan
        }
      case .other:
        guard byte == 0x27, letters > 0, isLetter(at + 1), !isPossessive(after: at + 1) else {
          break scan
        }
        normal.append(0x27)
        at += 1
      default: break scan
      }
    }
    if letters == 0 {
      // A lone combining mark: nothing that a word could be made of.
      flags.insert(.spaceBefore)
      if at == start { at += 1 }
      return
    }
    var extra: Token.Flags = startsUpper ? .capitalised : []
    if letters == 1, initialism(classes) { extra.insert(.dotted) }
    if uppers == letters, letters > 1 { extra.insert(.allCaps) }
    emit(from: start, kind: .word, extra: extra)
    possessive()
  }

  /// The word of ASCII letters at `at`, as most are; `false` when more could belong to it.
  ///
  /// Does just what `word` does, eight letters at a time.
  @inline(__always)
  mutating func plainWord() -> Bool {
    let run = LetterRun(bytes, at: at, end: end)
    // Its end must be in sight.
    guard run.length > 0 else { return false }
    let start = at
    let next = start + run.length
    let byte = bytes[next]
    switch byte {
    case 0x2E where run.length == 1: return false  // an initialism?
    case 0x2E, 0x3A: if isAddress() { return false }
    case 0x27: guard isPossessive(after: next + 1) else { return false }
    case 0xE2:
      guard next + 2 < end, bytes[next + 1] == 0x80, bytes[next + 2] >= 0x90 else { return false }
      // Signs, but an apostrophe goes on.
      if bytes[next + 2] == 0x99, !isPossessive(after: next + 3) { return false }
    case 0x80...: return false
    default: break
    }
    at = next
    var extra: Token.Flags = run.isCapitalised ? .capitalised : []
    if run.areCapitals, run.length > 1 { extra.insert(.allCaps) }
    emit(from: start, kind: .word, extra: extra, hash: run.hash)
    if byte == 0x27 || byte == 0xE2 { possessive() }
    return true
  }

  /// Goes on from one letter over `.X.X.`; the normal form gains the letters.
  private mutating func initialism(_ classes: UnsafeBufferPointer<Scalars.Class>) -> Bool {
    func isASCIILetter(_ at: Int) -> Bool {
      at < end && (classes[Int(bytes[at])] == .lower || classes[Int(bytes[at])] == .upper)
    }
    var next = at
    var pairs = 0
    while next + 1 < end, bytes[next] == 0x2E, isASCIILetter(next + 1), !isLetter(next + 2) {
      normal.append(bytes[next + 1] | 0x20)
      next += 2
      pairs += 1
    }
    guard pairs > 0 else { return false }
    if next < end, bytes[next] == 0x2E { next += 1 }
    at = next
    return true
  }

  /// `'s` or `’s` with no letter after it.
  private func isPossessive(after apostrophe: Int) -> Bool {
    apostrophe < end && (bytes[apostrophe] | 0x20) == 0x73 && !isLetter(apostrophe + 1)
  }

  mutating func possessive() {
    let start = at
    let width: Int
    if at < end, bytes[at] == 0x27 {
      width = 1
    } else if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
      width = 3
    } else {
      return
    }
    guard isPossessive(after: at + width) else { return }
    at += width + 1
    emitSign(from: start, kind: .possessive, as: "'s")
  }

  // MARK: Looking ahead

  private func isAddress() -> Bool {
    func begins(_ prefix: StaticString) -> Bool {
      guard at + prefix.utf8CodeUnitCount <= end else { return false }
      for i in 0..<prefix.utf8CodeUnitCount where bytes[at + i] != prefix.utf8Start[i] {
        return false
      }
      return true
    }
    switch bytes[at] {
    case UInt8(ascii: "h"): return begins("http://") || begins("https://")
    case UInt8(ascii: "w"): return begins("www.")
    default: return false
    }
  }

  private mutating func address() {
    let start = at
    while at < end, bytes[at] > 0x20, bytes[at] != 0x22, bytes[at] != 0x3E, bytes[at] < 0x80,
      at - start < Self.longest
    {
      at += 1
    }
    while at > start + 1, [0x2E, 0x2C, 0x29, 0x3B, 0x3A].contains(bytes[at - 1]) { at -= 1 }
    normal.removeAll(keepingCapacity: true)
    normal.append(contentsOf: bytes[start..<at])
    emit(from: start, kind: .address)
  }

  func isLetter(_ at: Int) -> Bool {
    guard at < end else { return false }
    switch Scalars.classes[Int(bytes[at])] {
    case .lower, .upper: return true
    case .multibyte: return Scalars.isLetter(decode(at).scalar)
    default: return false
    }
  }

  /// The scalar at `at`, of text known to be valid UTF-8, and its width in bytes.
  func decode(_ at: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(bytes[at])
    func rest(_ i: Int) -> UInt32 { at + i < bytes.count ? UInt32(bytes[at + i]) & 0x3F : 0 }
    switch lead {
    case 0xC0..<0xE0: return ((lead & 0x1F) << 6 | rest(1), 2)
    case 0xE0..<0xF0: return ((lead & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    case 0xF0...0xFF: return ((lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    default: return (lead, 1)
    }
  }
}
