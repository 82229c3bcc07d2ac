import Testing

@testable import Compare

@Suite struct NetworkTests {
  /// What follows each step of a pattern, with `!` where a match can end; where it can begin.
  private func shape(_ pattern: String) throws -> (steps: [String], first: [Int]) {
    var builder = NetworkBuilder()
    var classes = ClassNames(try Lexicons([]))
    // Another pattern before it, so that its positions do not begin at 0.
    for (number, text) in ["z z", pattern].enumerated() {
      try Array(text.utf8).withUnsafeBufferPointer { text in
        var reader = PatternReader(text)
        builder.begin(pattern: number)
        builder.end(try reader.read(into: &builder, &classes))
      }
    }
    let network = Network(builder)
    let steps = network.positions.dropFirst(2).map { position in
      #expect(position.patternStart == 2)
      let followers = network.follows[position.followers].map { "\($0 - 2)" }
      return followers.joined(separator: ",") + (position.isLast ? "!" : "")
    }
    return (steps, network.first.dropFirst().map { Int($0) - 2 })
  }

  @Test(arguments: [
    ("a", ["!"], [0]),
    ("a b", ["1", "!"], [0]),
    ("a? b? c", ["1,2", "2", "!"], [0, 1, 2]),
    ("a b? c?", ["1,2!", "2!", "!"], [0]),
    ("(a | b c) d", ["3", "2", "3", "!"], [0, 1]),
    ("a (b | c)? d{1,3}", ["1,2,3", "3", "3", "4!", "5!", "!"], [0]),
    ("a{2,2} b", ["1", "2", "!"], [0]),
    ("(a? b){0,2}", ["1", "2,3!", "3", "!"], [0, 1]),
    ("(a | b?){1,2} c", ["2,3,4", "2,3,4", "4", "4", "!"], [0, 1, 2, 3, 4]),
    ("(a{1,2} b){2,2}", ["1,2", "2", "3", "4,5", "5", "!"], [0]),
    ("a{0,0} b", ["", "!"], [1]),
  ])
  func stepsAreFollowedAsWritten(pattern: String, steps: [String], first: [Int]) throws {
    let shape = try shape(pattern)
    #expect(shape.steps == steps, "\(pattern)")
    #expect(shape.first.sorted() == first, "\(pattern)")
  }
}
