/// Joins sentence pairs to passages.
struct Passages {
  /// A box of sentences of both documents.
  struct Box {
    var a: Range<Int>
    var b: Range<Int>
    var links: [SentenceLink]

    init(_ link: SentenceLink) {
      a = link.a..<link.a + 1
      b = link.b..<link.b + 1
      links = [link]
    }

    func isNear(_ other: Box, gap: Int) -> Bool {
      Passages.distance(a, other.a) <= gap && Passages.distance(b, other.b) <= gap
    }

    func overlaps(_ other: Box) -> Bool {
      a.overlaps(other.a) && b.overlaps(other.b)
    }

    mutating func merge(_ other: Box) {
      a = min(a.lowerBound, other.a.lowerBound)..<max(a.upperBound, other.a.upperBound)
      b = min(b.lowerBound, other.b.lowerBound)..<max(b.upperBound, other.b.upperBound)
      links += other.links
    }
  }

  /// The boxes, those joined that overlap in both documents; sorted.
  static func separate(_ boxes: [Box]) -> [Box] {
    var separate: [Box] = []
    for box in boxes {
      var box = box
      while let at = separate.firstIndex(where: { $0.overlaps(box) }) {
        box.merge(separate.remove(at: at))
      }
      separate.append(box)
    }
    return separate.sorted {
      ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound)
    }
  }

  /// Sentences between two ranges; 0 when they touch or overlap.
  static func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
  }

  /// Boxes of neighbouring links; no two overlap in both documents.
  ///
  /// - Parameters:
  ///   - links: sorted.
  ///   - gap: sentences without a link that may stand between two links, in either document.
  static func boxes(_ links: [SentenceLink], gap: Int) -> [Box] {
    var boxes: [Box] = []
    for link in links {
      var box = Box(link)
      // Boxes far above cannot be near any more, but sorting by a keeps few of them open.
      while let at = boxes.lastIndex(where: { $0.isNear(box, gap: gap) }) {
        box.merge(boxes.remove(at: at))
      }
      boxes.append(box)
    }
    return boxes.sorted { ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound) }
  }
}
