/// What a pattern matches, as written: `<m:month> <d:day-number> ,? <y:year-number>`.
///
/// - `word` is one token by its normal form; `\` before a sign that would mean something here.
/// - `<class>` is a class: a lexicon, a kind of number or an earlier result; `<a|b>` is either;
///   `<name:class>` captures it.
/// - `( … | … )` groups, `?` makes optional, `{2,5}` repeats; there is no unbounded repeat, so
///   the length of a match is bounded and a scan linear.
/// - `~` before a step: no white space before it; `_`: white space; `^`: a capital letter; `!`: none.
indirect enum Expression {
  case step(classes: [String], isWord: Bool, capture: String?, glued: Bool?, capital: Bool?)
  case sequence([Expression])
  case choice([Expression])
  case many(Expression, Int, Int)
}

extension Expression {
  struct Mistake: Error { let message: String }

  /// - Throws: `Mistake` with what is wrong.
  static func parse(_ text: String) throws(Mistake) -> Expression {
    var parser = Parser(scalars: Array(text.unicodeScalars))
    let expression = try parser.choice()
    guard parser.at == parser.scalars.count else { throw Mistake(message: "an unmatched `)`") }
    return expression
  }

  private struct Parser {
    let scalars: [Unicode.Scalar]
    var at = 0

    var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    mutating func spaces() { while next == " " || next == "\n" { at += 1 } }

    mutating func choice() throws(Mistake) -> Expression {
      var choices = [try sequence()]
      while next == "|" {
        at += 1
        choices.append(try sequence())
      }
      return choices.count == 1 ? choices[0] : .choice(choices)
    }

    mutating func sequence() throws(Mistake) -> Expression {
      var parts: [Expression] = []
      spaces()
      while let scalar = next, scalar != "|", scalar != ")" {
        parts.append(try repeated())
        spaces()
      }
      guard !parts.isEmpty else { throw Mistake(message: "an empty alternative; use `?`") }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    mutating func repeated() throws(Mistake) -> Expression {
      let inner = try atom()
      switch next {
      case "?":
        at += 1
        return .many(inner, 0, 1)
      case "{":
        at += 1
        let text = take(until: "}")
        let ends = text.split(separator: ",").map { Int($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high, high <= 20 else {
          throw Mistake(message: "`{\(text)}` is not `{least,most}` with at most 20")
        }
        return .many(inner, low, high)
      default: return inner
      }
    }

    mutating func atom() throws(Mistake) -> Expression {
      if next == "(" {
        at += 1
        let inner = try choice()
        guard next == ")" else { throw Mistake(message: "a `(` without its `)`") }
        at += 1
        return inner
      }
      var glued: Bool?
      var capital: Bool?
      while let scalar = next, scalar == "~" || scalar == "_" || scalar == "^" || scalar == "!" {
        switch scalar {
        case "^": capital = true
        case "!": capital = false
        default: glued = scalar == "~"
        }
        at += 1
      }
      if next == "<" {
        at += 1
        var body = take(until: ">")
        var capture: String?
        if let colon = body.firstIndex(of: ":") {
          capture = String(body[..<colon])
          body = String(body[body.index(after: colon)...])
        }
        return .step(
          classes: body.split(separator: "|").map(String.init), isWord: false, capture: capture,
          glued: glued, capital: capital)
      }
      var word = ""
      while let scalar = next, !Self.isMark(scalar) {
        at += 1
        if scalar == "\\", let escaped = next {
          word.unicodeScalars.append(escaped)
          at += 1
        } else {
          word.unicodeScalars.append(scalar)
        }
      }
      guard !word.isEmpty else { throw Mistake(message: "a word or `<class>` is missing") }
      return .step(classes: [word], isWord: true, capture: nil, glued: glued, capital: capital)
    }

    /// Whether a scalar ends a word.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", "\n", "|", "(", ")", "{", "}", "?": true
      default: false
      }
    }

    mutating func take(until end: Unicode.Scalar) -> String {
      var text = ""
      while let scalar = next {
        at += 1
        if scalar == end { break }
        text.unicodeScalars.append(scalar)
      }
      return text
    }
  }
}
