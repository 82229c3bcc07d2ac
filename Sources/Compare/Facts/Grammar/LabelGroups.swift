/// Groups of labels, and which of them a symbol meets: those of which it meets some label.
///
/// The groups are filed by the classes of words and by the traits that their labels want, so that
/// a symbol is held only against labels that it can meet.
struct LabelGroups: Sendable {
  let count: Int
  /// Words of bits for a set of groups.
  let width: Int

  private struct Entry {
    let group: Int32
    let writings: Writings
  }

  /// The ways of writing that a label allows: one bit for each.
  private struct Writings: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ label: Label) {
      self = []
      for writing: Int32 in 0..<4 where label.allows(writing) {
        insert(Writings(rawValue: 1 << UInt8(writing)))
      }
    }

    func has(_ writing: Int32) -> Bool { rawValue >> UInt8(writing) & 1 != 0 }
  }

  /// Labels that want words, class after class, and where those of each class end.
  private let ofWords: [Entry]
  private let ofWordsEnds: [Int32]
  private let ofTraits: [(wanted: Traits, entry: Entry)]

  /// - Parameters:
  ///   - labels: of the groups, one after another.
  ///   - ends: where those of each group end.
  ///   - classCount: classes of words in the grammar.
  init(_ labels: [Label], ends: [Int], classCount: Int) {
    count = ends.count
    width = (ends.count + 63) / 64
    var ofTraits: [(wanted: Traits, entry: Entry)] = []
    var byClass: [(wordClass: Int, entry: Entry)] = []
    byClass.reserveCapacity(labels.count)
    var ofWordsEnds = [Int32](repeating: 0, count: classCount)
    var start = 0
    for (number, end) in ends.enumerated() {
      for label in labels[start..<end] {
        let entry = Entry(group: Int32(number), writings: Writings(label))
        switch label.wanted {
        case .word(let wordClass):
          byClass.append((wordClass, entry))
          ofWordsEnds[wordClass] += 1
        case .trait(let traits): ofTraits.append((traits, entry))
        }
      }
      start = end
    }
    for number in ofWordsEnds.indices.dropFirst() { ofWordsEnds[number] += ofWordsEnds[number - 1] }
    var places = ofWordsEnds
    var ofWords = [Entry](
      repeating: Entry(group: 0, writings: []), count: byClass.count)
    for (wordClass, entry) in byClass {
      places[wordClass] -= 1
      ofWords[Int(places[wordClass])] = entry
    }
    self.ofTraits = ofTraits
    self.ofWords = ofWords
    self.ofWordsEnds = ofWordsEnds
  }

  /// A group for each label.
  init(_ labels: [Label], classCount: Int) {
    self.init(labels, ends: Array(1..<labels.count + 1), classCount: classCount)
  }

  /// The groups that a symbol meets, as `width` words of bits.
  func met(by symbol: Int32, _ symbols: Symbols) -> [UInt64] {
    let (kind, writing) = symbols.kind(of: symbol)
    var bits = [UInt64](repeating: 0, count: width)
    func set(_ entry: Entry) {
      guard entry.writings.has(writing) else { return }
      bits[Int(entry.group) / 64] |= 1 << UInt64(entry.group % 64)
    }
    for wordClass in symbols.words.classes(of: kind.classSet) {
      let start = wordClass == 0 ? 0 : Int(ofWordsEnds[wordClass - 1])
      for index in start..<Int(ofWordsEnds[wordClass]) { set(ofWords[index]) }
    }
    for (wanted, entry) in ofTraits where kind.traits.isSuperset(of: wanted) { set(entry) }
    return bits
  }
}
