/// How alike the sentences of two documents are as weighted sets of terms.
struct SentenceGrid {
  let rows: Int
  let columns: Int
  /// Sum of the squared weights of the shared terms, row by row.
  private(set) var shared: [Float]
  /// Sum of the squared weights of each sentence.
  private(set) var rowNorms: [Float]
  private(set) var columnNorms: [Float]
  /// Terms that say something, by sentence.
  private(set) var rowTerms: [UInt16]
  private(set) var columnTerms: [UInt16]

  /// A term's weight falls with the share of the two documents' sentences that have it.
  ///
  /// - Complexity: O(terms + pairs of sentences that share a term); memory O(rows × columns).
  init(_ a: SentenceTerms, _ b: SentenceTerms, weights: [Float]) {
    rows = a.sentenceCount
    columns = b.sentenceCount
    shared = [Float](repeating: 0, count: rows * columns)
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
      let weight = weights[Int(term)] * (0.5 + rarity)
      let square = weight * weight
      for at in beginA..<i {
        let row = Int(a.postings[at] & 0xFFFF_FFFF)
        rowNorms[row] += square
        rowTerms[row] &+= 1
        for other in beginB..<j {
          shared[row * columns + Int(b.postings[other] & 0xFFFF_FFFF)] += square
        }
      }
      for at in beginB..<j {
        let column = Int(b.postings[at] & 0xFFFF_FFFF)
        columnNorms[column] += square
        columnTerms[column] &+= 1
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
