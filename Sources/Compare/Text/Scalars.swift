/// Classes and foldings of Unicode scalars, for the tokeniser.
enum Scalars {
  /// Classes of ASCII bytes.
  enum Class: UInt8 {
    case space, newline, lower, upper, digit, other, multibyte
  }

  /// Class of each byte; bytes from 0x80 are `multibyte`.
  static let classes: [Class] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x0A, 0x0D, 0x0B, 0x0C: .newline
    case 0x00...0x20, 0x7F: .space
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0x80...0xFF: .multibyte
    default: .other
    }
  }

  /// Base letters of U+00C0…U+017F, lower case; `*` is no letter, `#` needs two letters.
  private static let folded: [UInt8] = Array(
    ("aaaaaa#ceeeeiiii#nooooo*ouuuuy##aaaaaa#ceeeeiiii#nooooo*ouuuuy#y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii##jjkk#llllllllllnnnnnnnnnoooooo##"
      + "rrrrrrsssssssstttttt" + "uuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Whether the scalar can stand in a word.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0x24F: scalar != 0xD7 && scalar != 0xF7
    case 0x250..<0x2000, 0x2C00..<0x2E00, 0x3005...0xD7FF, 0xF900...0xFFDC, 0x1_0000...0x1_EFFF,
      0x2_0000...0x3_FFFF:
      Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    case 0xAA, 0xB5, 0xBA: true
    default: false
    }
  }

  static func isUpper(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// U+0300…U+036F: part of the letter before, not of the normal form.
  static func isCombiningMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Formatting characters that are neither seen nor part of a word.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F,
      0xFEFF:
      true
    default: false
    }
  }

  /// Appends the normal form of a letter that is not ASCII.
  static func fold(_ scalar: UInt32, into bytes: inout [UInt8]) {
    if (0xC0...0x17F).contains(scalar), Int(scalar) - 0xC0 < folded.count {
      let base = folded[Int(scalar) - 0xC0]
      if base != UInt8(ascii: "#") {
        bytes.append(base)
        return
      }
      switch scalar {
      case 0xC6, 0xE6: bytes.append(contentsOf: "ae".utf8)
      case 0xDF: bytes.append(contentsOf: "ss".utf8)
      case 0xD0, 0xF0: bytes.append(UInt8(ascii: "d"))
      case 0xDE, 0xFE: bytes.append(contentsOf: "th".utf8)
      case 0x132, 0x133: bytes.append(contentsOf: "ij".utf8)
      case 0x152, 0x153: bytes.append(contentsOf: "oe".utf8)
      default: bytes.append(UInt8(ascii: "k"))
      }
      return
    }
    guard let value = Unicode.Scalar(scalar) else { return }
    for part in value.properties.lowercaseMapping.unicodeScalars where !isCombiningMark(part.value)
    {
      bytes.append(contentsOf: Array(String(part).utf8))
    }
  }
}
