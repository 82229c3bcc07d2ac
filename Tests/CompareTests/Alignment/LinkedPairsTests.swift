import Testing

@testable import Compare

/// Of many documents, two that share little are one event where a third one links them.
@Suite struct LinkedPairsTests {
  private let strong = [KeyPair(a: 0, b: 1, weight: 0.2), KeyPair(a: 1, b: 2, weight: 0.2)]

  private func linked(_ weak: KeyPair, days: [Int?]) -> [KeyPair] {
    RelatedPairs.linked(strong + [weak], least: 0.1, days: days)
  }

  @Test func aThirdDocumentLinksTwo() {
    let weak = KeyPair(a: 0, b: 2, weight: 0.07)
    #expect(linked(weak, days: [20, 20, 21, 20]) == strong + [weak])
  }

  @Test(arguments: [
    (KeyPair(a: 0, b: 3, weight: 0.07), [20, 20, 20, 20]),
    (KeyPair(a: 0, b: 2, weight: 0.07), [20, 20, 26, 20]),
    (KeyPair(a: 0, b: 2, weight: 0.07), [20, 20, nil, 20]),
  ])
  func noneLinksOthers(weak: KeyPair, days: [Int?]) {
    #expect(linked(weak, days: days) == strong)
  }
}
