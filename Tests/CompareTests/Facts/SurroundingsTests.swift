import Testing

@testable import Compare

@Suite struct SurroundingsTests {
  /// What is worked out once for groups of labels is what each label by itself says.
  @Test func groupsMeetWhatTheirLabelsMeet() {
    var builder = WordTableBuilder()
    let month = builder.newClass()
    let may = builder.newClass()
    for (word, number) in [("may", month), ("may", may), ("june", month)] {
      Array(word.utf8).withUnsafeBufferPointer { builder.add($0, to: number) }
    }
    let words = WordTable(builder)
    var symbols = Symbols(words)
    let labels = [
      Label(wanted: .word(month), glued: nil, capital: nil),
      Label(wanted: .word(may), glued: false, capital: true),
      Label(wanted: .trait(.digits), glued: true, capital: nil),
      Label(wanted: .trait([.digits, .day]), glued: nil, capital: nil),
    ]
    let groups = LabelGroups(
      labels + labels, ends: [1, 2, 3, 4, 8], classCount: builder.classCount)
    func met(_ symbol: Int32) -> [Int] {
      let bits = groups.met(by: symbol, symbols)[0]
      return (0..<groups.count).filter { bits >> $0 & 1 != 0 }
    }
    let both = words.classSet(ofHash: Hash.of("may"))
    let one = words.classSet(ofHash: Hash.of("june"))
    #expect(met(Symbols.word(both, Item.spaced | Item.capital)) == [0, 1, 4])
    #expect(met(Symbols.word(both, Item.spaced)) == [0, 4])
    #expect(met(Symbols.word(one, Item.spaced | Item.capital)) == [0, 4])
    #expect(met(symbols.symbol([.digits, .day, .integer], 0)) == [2, 3, 4])
    #expect(met(symbols.symbol([.digits], Item.spaced)) == [])
    #expect(met(symbols.symbol([.digits, .day], Item.spaced, classSet: one)) == [0, 3, 4])
    #expect(met(symbols.symbol(.edge, 0)) == [])
  }
}
