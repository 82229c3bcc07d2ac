import Foundation
import Synchronization

/// Says on a terminal what a long run is doing; silent for the first two seconds, and silent where
/// standard error is no terminal.
final class Progress: Sendable {
  static let shared = Progress()

  private struct State {
    var stage = ""
    var isRunning = false
    var isShown = false
  }

  private let state = Mutex(State())

  func start(isQuiet: Bool) {
    guard !isQuiet, Console.isTerminal else { return }
    let isFirst = state.withLock { state in
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if isFirst { Thread.detachNewThread { self.show() } }
  }

  func stage(_ name: String) { state.withLock { $0.stage = name } }

  /// Takes the line away, for good or until the next half second.
  func hide(forGood: Bool = false) {
    state.withLock { state in
      if forGood { state.isRunning = false }
      if state.isShown { Self.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func show() {
    let start = Date()
    while true {
      Thread.sleep(forTimeInterval: 0.5)
      let seconds = Int(Date().timeIntervalSince(start))
      let isRunning = state.withLock { state in
        if state.isRunning, seconds >= 2, !state.stage.isEmpty {
          state.isShown = true
          Self.write("\r\u{1B}[Kcompare: \(state.stage), \(seconds) s")
        }
        return state.isRunning
      }
      if !isRunning { return }
    }
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
