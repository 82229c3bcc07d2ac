/// The cells of a grid with the highest scores in each of its rows, or columns.
struct BestCells {
  private let most: Int
  /// Room for `most` cells of each list, the best first.
  private var scored: [(score: Float, cell: Int)]
  private var counts: [Int]

  init(lists: Int, most: Int) {
    self.most = most
    scored = Array(repeating: (0, 0), count: lists * most)
    counts = Array(repeating: 0, count: lists)
  }

  /// Keeps a cell where it is among the best of its list; of equal ones those that came first.
  mutating func keep(_ cell: Int, _ score: Float, in list: Int) {
    let first = list * most
    var at = first + counts[list]
    if counts[list] < most {
      counts[list] += 1
    } else {
      at -= 1
      guard scored[at].score < score else { return }
    }
    while at > first, scored[at - 1].score < score {
      scored[at] = scored[at - 1]
      at -= 1
    }
    scored[at] = (score, cell)
  }

  /// Those that were kept, list by list.
  var cells: [Int] {
    var cells: [Int] = []
    cells.reserveCapacity(counts.reduce(0, +))
    for list in counts.indices {
      for at in list * most..<list * most + counts[list] { cells.append(scored[at].cell) }
    }
    return cells
  }
}
