import Testing

@testable import Compare

@Suite struct PairIndexTests {
  private let index = PairIndex(least: 1) { 1 / Float($0 - 1) }

  private func key(_ number: Int) -> UInt64 { Hash.of("key \(number)") }

  @Test(arguments: [1, 2]) func findsPairsByWeight(jobs: Int) {
    let keys = [[1, 2, 3], [2, 3, 4], [5, 1, 6], [7]].map { $0.map(key).sorted() }
    let found = index.pairs(keys, jobs: jobs)
    #expect(found.pairs == [KeyPair(a: 0, b: 1, weight: 2), KeyPair(a: 0, b: 2, weight: 1)])
    #expect(found.curtailed.isEmpty)
  }

  @Test(arguments: [1, 2]) func boilerplateIsReadLastAndBounded(jobs: Int) {
    // Three hundred texts with one footer, two of them copies of each other.
    var keys = (0..<300).map { text in (0..<40).map(key) + [key(1000 + text)] }
    keys[17] += (5000..<5010).map(key)
    keys[250] += (5000..<5010).map(key)
    var index = PairIndex(least: 2) { 1 / Float($0 - 1) }
    index.base = 500
    index.perKey = 4
    let found = index.pairs(keys.map { $0.sorted() }, jobs: jobs)
    #expect(found.pairs.map(\.a) == [17])
    #expect(found.pairs.map(\.b) == [250])
    #expect(found.curtailed == Array(0..<300))
  }
}
