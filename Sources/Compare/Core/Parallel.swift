internal import Dispatch
internal import Synchronization

/// Runs work over an index range on several threads; the results stand in the order of the
/// indices, whatever the number of threads.
public enum Parallel {
  /// The values of `work` for `0..<count`.
  ///
  /// - Parameters:
  ///   - jobs: threads at most; 1 runs in the calling thread.
  ///   - meanwhile: is done once, by one of the threads.
  public static func map<Value: Sendable>(
    _ count: Int, jobs: Int, meanwhile: (@Sendable () -> Void)? = nil,
    _ work: @Sendable (Int) -> Value
  ) -> [Value] {
    guard jobs > 1, count > 1 else {
      defer { meanwhile?() }
      return (0..<count).map(work)
    }
    let block = max(1, min(64, count / (jobs * 4)))
    let blocks = (count + block - 1) / block
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialised in
      nonisolated(unsafe) let base = buffer.baseAddress
      let lanes = Lanes()
      DispatchQueue.concurrentPerform(iterations: min(jobs, blocks)) { lane in
        if lane == 0 { meanwhile?() }
        while let next = lanes.take(below: blocks) {
          for index in next * block..<min(count, (next + 1) * block) {
            (base.unsafelyUnwrapped + index).initialize(to: work(index))
          }
        }
      }
      initialised = count
    }
  }

  /// The values of `work` for `0..<count`, and the states that the threads kept while at it.
  ///
  /// - Parameters:
  ///   - state: makes what a thread keeps from one call of `work` to the next. The values must not
  ///     depend on which calls it has seen.
  ///   - finish: what is kept of a thread's state at its end.
  static func map<Value: Sendable, State: ~Copyable, Kept: Sendable>(
    _ count: Int, jobs: Int, state: @Sendable () -> State,
    finish: @Sendable (borrowing State) -> Kept, _ work: @Sendable (inout State, Int) -> Value
  ) -> (values: [Value], kept: [Kept]) {
    let block = max(1, min(64, count / (max(1, jobs) * 4)))
    let blocks = (count + block - 1) / block
    let kept = Mutex<[Kept]>([])
    let values = [Value](unsafeUninitializedCapacity: count) { buffer, initialised in
      nonisolated(unsafe) let base = buffer.baseAddress
      let lanes = Lanes()
      DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, blocks))) { _ in
        var own = state()
        while let next = lanes.take(below: blocks) {
          for index in next * block..<min(count, (next + 1) * block) {
            (base.unsafelyUnwrapped + index).initialize(to: work(&own, index))
          }
        }
        let last = finish(own)
        kept.withLock { $0.append(last) }
      }
      initialised = count
    }
    return (values, kept.withLock { $0 })
  }

  /// Hands out block numbers, each once.
  private final class Lanes: Sendable {
    private let next = Mutex(0)

    func take(below limit: Int) -> Int? {
      next.withLock { value in
        guard value < limit else { return nil }
        defer { value += 1 }
        return value
      }
    }
  }
}
