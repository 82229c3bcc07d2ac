/// How alike the sentences of two documents are as weighted sets of terms.
struct SentenceGrid {
  let rows: Int
  let columns: Int
  /// Sum of the squared weights of the shared terms, row by row.
  private(set) var shared: [Float]
  /// Terms that say something, shared, row by row.
  private(set) var sharedTerms: [UInt8]
  /// Words that are no names and not among the very common ones, shared, row by row.
  private(set) var sharedPlain: [UInt8]
  /// Sum of the squared weights of each sentence.
  private(set) var rowNorms: [Float]
  private(set) var columnNorms: [Float]
  /// Terms that say something, by sentence.
  private(set) var rowTerms: [UInt16]
  private(set) var columnTerms: [UInt16]

  /// A term's weight falls with the share of the two documents' sentences that have it.
  ///
  /// - Complexity: O(terms + pairs of sentences that share a term); memory O(rows × columns).
  init(_ a: SentenceTerms, _ b: SentenceTerms, weights: [Float], isName: [Bool]) {
    rows = a.sentenceCount
    columns = b.sentenceCount
    shared = [Float](repeating: 0, count: rows * columns)
    sharedTerms = [UInt8](repeating: 0, count: rows * columns)
    sharedPlain = sharedTerms
    rowNorms = [Float](repeating: 0, count: rows)
    columnNorms = [Float](repeating: 0, count: columns)
    rowTerms = [UInt16](repeating: 0, count: rows)
    columnTerms = [UInt16](repeating: 0, count: columns)
    let total = Float(rows + columns)
    var i = 0
    var j = 0
    while i < a.postings.count || j < b.postings.count {
      let term = min(
        i < a.postings.count ? a.postings[i] >> 32 : .max,
        j < b.postings.count ? b.postings[j] >> 32 : .max)
      let beginA = i
      let beginB = j
      while i < a.postings.count, a.postings[i] >> 32 == term { i += 1 }
      while j < b.postings.count, b.postings[j] >> 32 == term { j += 1 }
      let rarity = SentenceGrid.log(total / Float(i - beginA + j - beginB))
      let weight = weights[Int(term)] + rarity
      let square = weight * weight
      let says: UInt16 = weights[Int(term)] >= 3.9 ? 1 : 0
      let plain: UInt8 = weights[Int(term)] >= 2.5 && !isName[Int(term)] ? 1 : 0
      for at in beginA..<i {
        let row = Int(a.postings[at] & 0xFFFF_FFFF)
        rowNorms[row] += square
        rowTerms[row] &+= says
        for other in beginB..<j {
          let cell = row * columns + Int(b.postings[other] & 0xFFFF_FFFF)
          shared[cell] += square
          sharedTerms[cell] &+= UInt8(truncatingIfNeeded: says)
          sharedPlain[cell] &+= plain
        }
      }
      for at in beginB..<j {
        let column = Int(b.postings[at] & 0xFFFF_FFFF)
        columnNorms[column] += square
        columnTerms[column] &+= says
      }
    }
  }

  /// Cosine of two sentences, 0 to 1.
  func cosine(_ row: Int, _ column: Int) -> Float {
    let value = shared[row * columns + column]
    guard value > 0 else { return 0 }
    return value / (rowNorms[row] * columnNorms[column]).squareRoot()
  }

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
    var around: Float = 0
    for i in max(0, row - 1)...min(rows - 1, row + 1) {
      for j in max(0, column - 1)...min(columns - 1, column + 1) where i != row || j != column {
        around += cosine(i, j)
      }
    }
    let apart = abs(Float(row) / Float(rows) - Float(column) / Float(columns))
    return own + around / 16 + 0.03 * (1 - apart)
  }

  /// Natural logarithm, to a thousandth: the same on every platform, unlike the C library's.
  static func log(_ value: Float) -> Float {
    let exponent = Float(value.exponent)
    let x = value.significand
    // Padé approximant of ln(x) on [1, 2).
    let y = (x - 1) / (x + 1)
    let square = y * y
    return exponent * 0.693_147_2
      + 2 * y * (1 + square * (1 / 3 + square * (1 / 5 + square / 7)))
  }
}
