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

  /// - Parameter classCount: classes of words in the grammar.
  init(_ groups: [[Label]], classCount: Int) {
    count = groups.count
    width = (groups.count + 63) / 64
    var byClass = [[Entry]](repeating: [], count: classCount)
    var ofTraits: [(wanted: Traits, entry: Entry)] = []
    for (number, labels) in groups.enumerated() {
      for label in labels {
        let entry = Entry(group: Int32(number), writings: Writings(label))
        switch label.wanted {
        case .word(let wordClass): byClass[wordClass].append(entry)
        case .trait(let traits): ofTraits.append((traits, entry))
        }
      }
    }
    self.ofTraits = ofTraits
    ofWords = byClass.flatMap { $0 }
    var end: Int32 = 0
    ofWordsEnds = byClass.map {
      end += Int32($0.count)
      return end
    }
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
