import Synchronization

/// Holds what a run made until the process ends, when the system takes it all back at once: taking
/// thousands of articles apart, one string after the other, helps nobody any more.
enum UntilExit {
  private static let kept = Mutex<[any Sendable]>([])

  static func keep(_ value: some Sendable) { kept.withLock { $0.append(value) } }
}
