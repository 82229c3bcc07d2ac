import Synchronization
import Testing

@testable import Compare

/// A baseline in memory that others can change as well.
private final class MemoryStore: ReviewStore {
  let text: Mutex<String?>
  let writes = Mutex(0)

  init(_ text: String? = nil) { self.text = Mutex(text) }

  func read() -> String? { text.withLock { $0 } }

  func write(_ text: String) {
    self.text.withLock { $0 = text }
    writes.withLock { $0 += 1 }
  }

  func exclusively<Result>(_ body: () throws -> Result) throws -> Result { try body() }
}

@Suite struct ReviewDeskTests {
  private func desk(_ store: MemoryStore) throws -> ReviewDesk {
    ReviewDesk(
      try SampleFindings.make(), rules: [], store: store, path: "b.jsonl",
      paths: RelativePath(from: "/x", working: "/x"))
  }

  private func decision(
    _ word: String, on states: [ConflictState], reason: String? = nil, by: String = "Ada"
  ) throws -> ReviewDecision {
    var text = ""
    JSONValue.object([
      "items": .array(
        states.map {
          .object(["fingerprint": .string($0.fingerprint), "seen": .string($0.tag)])
        }),
      "decision": .string(word), "reason": .optional(reason), "by": .string(by),
    ]).write(to: &text)
    return try ReviewDecision(json: Array(text.utf8))
  }

  @Test func aDismissalIsKnownToTheGateAndSurvivesARestart() async throws {
    let store = MemoryStore()
    let desk = try desk(store)
    let before = try await desk.states().states
    #expect(before.allSatisfy { $0.status == .new && $0.acceptance == nil })
    let answer = try await desk.decide(
      decision("accepted", on: [before[0]], reason: "two ways to count"))
    #expect(answer.isTaken)
    let later = try self.desk(store)
    let state = try await later.states().states[0]
    #expect(state.status == .known)
    #expect(state.acceptance?.reason == "two ways to count")
    #expect(state.acceptance?.by == "Ada")
    let baseline = try Baseline(try #require(store.read()), path: "b.jsonl")
    #expect(baseline.entries.map(\.fingerprint) == [before[0].fingerprint])
  }

  @Test func confirmedAndLaterGoOnToCount() async throws {
    for word in ["confirmed", "later"] {
      let store = MemoryStore()
      let desk = try desk(store)
      let before = try await desk.states().states
      let answer = try await desk.decide(decision(word, on: [before[0]]))
      #expect(answer.states.allSatisfy { $0.status == .new })
      #expect(answer.states.first?.fingerprint == before[0].fingerprint)
      #expect(answer.states.first?.acceptance?.decision.rawValue == word)
    }
  }

  @Test func aDecisionOnSomethingOlderIsRefused() async throws {
    let store = MemoryStore()
    let (one, other) = (try desk(store), try desk(store))
    let seen = try await one.states().states
    _ = try await other.decide(decision("confirmed", on: [seen[0]], by: "Ben"))
    let text = store.read()
    let answer = try await one.decide(decision("accepted", on: [seen[0]], reason: "no"))
    #expect(!answer.isTaken)
    #expect(answer.states.map(\.acceptance?.by) == ["Ben"])
    #expect(store.read() == text)
    // Having seen it, one may decide otherwise.
    let again = try await one.decide(decision("accepted", on: answer.states, reason: "yes"))
    #expect(again.isTaken)
  }

  @Test func ofSeveralConflictsAllOrNoneAreDecided() async throws {
    let store = MemoryStore()
    let desk = try desk(store)
    let seen = try await desk.states().states
    _ = try await desk.decide(decision("later", on: [seen[2]]))
    let answer = try await desk.decide(decision("confirmed", on: [seen[0], seen[2]]))
    #expect(!answer.isTaken)
    #expect(try await desk.states().states[0].acceptance == nil)
  }

  @Test func decisionsOnDifferentConflictsDoNotTouchEachOther() async throws {
    let store = MemoryStore()
    let (one, other) = (try desk(store), try desk(store))
    let seen = try await one.states().states
    _ = try await one.decide(decision("confirmed", on: [seen[0]], by: "Ada"))
    _ = try await other.decide(decision("accepted", on: [seen[2]], reason: "typo", by: "Ben"))
    let states = try await one.states().states
    #expect([states[0], states[2]].map(\.acceptance?.by) == ["Ada", "Ben"])
    #expect(store.writes.withLock { $0 } == 2)
  }

  @Test func whatIsTakenBackIsGone() async throws {
    let store = MemoryStore()
    let desk = try desk(store)
    let seen = try await desk.states().states
    let taken = try await desk.decide(decision("accepted", on: [seen[0]], reason: "x"))
    let back = try await desk.decide(
      decision("open", on: taken.states.filter { $0.fingerprint == seen[0].fingerprint }))
    #expect(back.isTaken)
    #expect(try await desk.states().states == seen)
    #expect(try Baseline(try #require(store.read()), path: "b").entries.isEmpty)
  }

  @Test func aFileThatIsNoBaselineIsNotOverwritten() async throws {
    let store = MemoryStore("dear diary\n")
    let desk = try desk(store)
    await #expect(throws: SourceError.self) { try await desk.states() }
    #expect(store.read() == "dear diary\n")
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"items":[],"decision":"later"}"#,
    #"{"items":[{"fingerprint":"a","seen":"b"}],"decision":"burn"}"#,
    #"{"items":[{"fingerprint":"a","seen":"b"}],"decision":"accepted"}"#,
    #"{"items":[{"fingerprint":"a","seen":"b"}],"decision":"accepted","reason":" \n "}"#,
    #"{"items":[{"fingerprint":"a","seen":"b"}],"decision":"later","until":"soon"}"#,
    #"{"items":[{"fingerprint":"a"}],"decision":"later"}"#,
  ])
  func whatIsNoDecisionIsRefused(json: String) throws {
    #expect(throws: ReviewDecision.Problem.self) { try ReviewDecision(json: Array(json.utf8)) }
  }

  @Test func anUnknownConflictIsRefused() async throws {
    let store = MemoryStore()
    let json = #"{"items":[{"fingerprint":"a","seen":"b"}],"decision":"later"}"#
    let decision = try ReviewDecision(json: Array(json.utf8))
    let desk = try desk(store)
    await #expect(throws: ReviewDecision.Problem.self) { try await desk.decide(decision) }
    #expect(store.read() == nil)
  }
}
