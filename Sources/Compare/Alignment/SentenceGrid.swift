/// How alike the sentences of two documents are as weighted sets of terms.
struct SentenceGrid {
  let rows: Int
  let columns: Int
  /// Sum of the squared weights of the shared terms, row by row.
  private(set) var shared: [Float]
  /// Cosines of the sentences, row by row, 0 to 1.
  private var cosines: [Float]
  /// Terms that say something, shared, row by row.
  private(set) var sharedTerms: [UInt8]
  /// Sum of the squared weights of each sentence.
  private(set) var rowNorms: [Float]
  private(set) var columnNorms: [Float]
  /// Terms that say something, by sentence.
  private(set) var rowTerms: [UInt16]
  private(set) var columnTerms: [UInt16]

  /// Pairs of sentences at most: each takes nine bytes, in every thread.
  static let mostCells = 1 << 25

  /// How many sentences of two documents a grid has room for: all of them, unless both are as long as
  /// books.
  static func room(
    _ rows: Int, _ columns: Int, mostCells: Int = mostCells
  ) -> (rows: Int, columns: Int) {
    guard rows > 0, columns > mostCells / rows else { return (rows, columns) }
    let side = Int(Double(mostCells).squareRoot())
    if rows <= side { return (rows, mostCells / rows) }
    if columns <= side { return (mostCells / columns, columns) }
    return (side, side)
  }

  /// A term's weight falls with the share of the two documents' sentences that have it.
  ///
  /// - Complexity: O(terms + pairs of sentences that share a term); memory O(rows × columns).
  init(_ a: SentenceTerms, _ b: SentenceTerms) {
    rows = a.sentenceCount
    columns = b.sentenceCount
    shared = [Float](repeating: 0, count: rows * columns)
    cosines = shared
    sharedTerms = [UInt8](repeating: 0, count: rows * columns)
    rowNorms = [Float](repeating: 0, count: rows)
    columnNorms = [Float](repeating: 0, count: columns)
    rowTerms = [UInt16](repeating: 0, count: rows)
    columnTerms = [UInt16](repeating: 0, count: columns)
    Self.eachTerm(a, b) { term, weight, inA, inB in
      let square = weight * weight
      let says: UInt16 = Term.isTelling(term) ? 1 : 0
      for at in inA {
        let row = a.sentence(at)
        rowNorms[row] += square
        rowTerms[row] &+= says
        for other in inB {
          let cell = row * columns + b.sentence(other)
          shared[cell] += square
          sharedTerms[cell] &+= UInt8(truncatingIfNeeded: says)
        }
      }
      for at in inB {
        let column = b.sentence(at)
        columnNorms[column] += square
        columnTerms[column] &+= says
      }
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = row * columns + column
        guard shared[cell] > 0 else { continue }
        cosines[cell] = shared[cell] / (rowNorms[row] * columnNorms[column]).squareRoot()
      }
    }
  }

  /// Calls `body` with every term of the two documents, ascending: its weight between them, and
  /// its postings in either.
  @inline(__always)
  static func eachTerm(
    _ a: SentenceTerms, _ b: SentenceTerms,
    _ body: (_ term: UInt32, _ weight: Float, _ inA: Range<Int>, _ inB: Range<Int>) -> Void
  ) {
    let total = Float(a.sentenceCount + b.sentenceCount)
    var i = 0
    var j = 0
    while i < a.postings.count || j < b.postings.count {
      let term = min(
        i < a.postings.count ? a.postings[i].term : .max,
        j < b.postings.count ? b.postings[j].term : .max)
      let beginA = i
      let beginB = j
      while i < a.postings.count, a.postings[i].term == term { i += 1 }
      while j < b.postings.count, b.postings[j].term == term { j += 1 }
      let rarity = log(total / Float(i - beginA + j - beginB))
      body(term, Term.weight(term) + 2 * rarity, beginA..<i, beginB..<j)
    }
  }

  /// Cosine of two sentences, 0 to 1.
  func cosine(_ row: Int, _ column: Int) -> Float { cosines[row * columns + column] }

  /// Share of the smaller sentence's weight that the other has too, 0 to 1.
  func containment(_ row: Int, _ column: Int) -> Float {
    let value = shared[row * columns + column]
    guard value > 0 else { return 0 }
    return value / min(rowNorms[row], columnNorms[column])
  }

  /// What orders candidates; 0 where no term is shared.
  ///
  /// The cosine, raised by what the neighbouring sentences have in common and by a like place in
  /// the two documents.
  func closeness(_ row: Int, _ column: Int) -> Float {
    let own = cosine(row, column)
    guard own > 0 else { return 0 }
    return own + around(row, column) / 16 + 0.03 * (1 - apart(row, column))
  }

  /// Sum of the cosines of the neighbouring pairs of sentences, 0 to 8.
  func around(_ row: Int, _ column: Int) -> Float {
    var around: Float = 0
    for i in max(0, row - 1)...min(rows - 1, row + 1) {
      for j in max(0, column - 1)...min(columns - 1, column + 1) where i != row || j != column {
        around += cosine(i, j)
      }
    }
    return around
  }

  /// How far the places in the two documents are from each other, 0 to 1.
  func apart(_ row: Int, _ column: Int) -> Float {
    abs(Float(row) / Float(rows) - Float(column) / Float(columns))
  }

  /// Natural logarithm of a normal number above 0, to a thousandth: the same on every platform,
  /// unlike the C library's.
  static func log(_ value: Float) -> Float {
    // Exponent and significand as IEEE 754 has them.
    let exponent = Float(Int32(value.bitPattern >> 23) - 127)
    let x = Float(bitPattern: value.bitPattern & 0x7F_FFFF | 0x3F80_0000)
    // Padé approximant of ln(x) on [1, 2).
    let y = (x - 1) / (x + 1)
    let square = y * y
    return exponent * 0.693_147_2
      + 2 * y * (1 + square * (1 / 3 + square * (1 / 5 + square / 7)))
  }
}
