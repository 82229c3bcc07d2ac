/// What one text weighs with each other one, while its lists are read; texts by their ranks.
struct PairWeights {
  /// Texts whose weights are looked at together.
  static let block = 64

  /// No weight is negative; there are weights for all texts of the last block.
  private var weights: [Float]
  /// The blocks that have a weight.
  private var isTouched: [Bool]

  init(texts: Int) {
    let blocks = (texts + Self.block - 1) / Self.block
    weights = [Float](repeating: 0, count: blocks * Self.block)
    isTouched = [Bool](repeating: false, count: blocks)
  }

  /// Adds the weight of a key to the texts of its list that come after `rank`.
  mutating func add(_ weight: Float, to list: ArraySlice<UInt32>, after rank: UInt32) {
    list.withUnsafeBufferPointer { list in
      weights.withUnsafeMutableBufferPointer { weights in
        isTouched.withUnsafeMutableBufferPointer { isTouched in
          var at = list.count
          while at > 0, list[at - 1] > rank {
            at -= 1
            let text = Int(list[at])
            weights[text] += weight
            isTouched[text / Self.block] = true
          }
        }
      }
    }
  }

  /// Tells the texts of some weight, by rank, and forgets all weights.
  ///
  /// - Parameters:
  ///   - rank: that of the first text that can have a weight.
  ///   - least: more than 0, for the texts from a rank on to the end of its block.
  /// - Complexity: O(blocks + texts of the blocks with a weight), several texts at a time.
  mutating func drain(
    from rank: Int, least: (_ rank: Int) -> Float, _ tell: (_ rank: Int, _ weight: Float) -> Void
  ) {
    weights.withUnsafeMutableBufferPointer { weights in
      for block in rank / Self.block..<isTouched.count where isTouched[block] {
        isTouched[block] = false
        let texts = block * Self.block..<(block + 1) * Self.block
        let least = least(max(rank, texts.lowerBound))
        if Self.reaches(least, weights[texts]) {
          for text in texts where weights[text] >= least { tell(text, weights[text]) }
        }
        weights[texts].update(repeating: 0)
      }
    }
  }

  /// Whether one weight of a block is not less than `least`.
  ///
  /// Numbers that are not negative are in the order of their bits, so that whole numbers do.
  private static func reaches(
    _ least: Float, _ block: Slice<UnsafeMutableBufferPointer<Float>>
  ) -> Bool {
    let block = UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: block))
    let limit = SIMD8<Int32>(repeating: Int32(bitPattern: least.bitPattern) &- 1)
    var signs = SIMD8<Int32>(repeating: 0)
    for at in stride(from: 0, to: block.count, by: MemoryLayout<SIMD8<Int32>>.size) {
      signs |= limit &- block.loadUnaligned(fromByteOffset: at, as: SIMD8<Int32>.self)
    }
    let halves = signs.lowHalf | signs.highHalf
    let quarters = halves.lowHalf | halves.highHalf
    return quarters.x | quarters.y < 0
  }
}
