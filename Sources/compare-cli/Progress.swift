import Foundation
import Synchronization

/// Says on a terminal what a long run is doing; silent for the first two seconds, and silent where
/// standard error is no terminal.
final class Progress: Sendable {
  private struct State {
    var stage = ""
    var isOver = false
    var isShown = false
  }

  private let state = Mutex(State())

  static func start(isQuiet: Bool) -> Progress {
    let progress = Progress()
    guard !isQuiet, Console.isTerminal else { return progress }
    Thread.detachNewThread { progress.show() }
    return progress
  }

  func stage(_ name: String) { state.withLock { $0.stage = name } }

  /// Takes the line away.
  func stop() {
    let wasShown = state.withLock { state in
      state.isOver = true
      return state.isShown
    }
    if wasShown { Self.write("\r\u{1B}[K") }
  }

  private func show() {
    let start = Date()
    while true {
      Thread.sleep(forTimeInterval: 0.5)
      let seconds = Int(Date().timeIntervalSince(start))
      guard seconds >= 2 else { continue }
      let isOver = state.withLock { state in
        if !state.isOver {
          state.isShown = true
          Self.write("\r\u{1B}[Kcompare: \(state.stage)… \(seconds) s")
        }
        return state.isOver
      }
      if isOver { return }
    }
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
