/// What the program's end tells its caller.
enum ExitStatus: Int32, Comparable {
  /// Nothing to report at the threshold.
  case clean = 0
  case conflicts = 1
  /// Some input could not be analysed.
  case incomplete = 3
  /// A mistake in the call, the rules or the baseline, or no article found.
  case failure = 2
  case interrupted = 130

  /// Which one wins when several apply: 130 over 2 over 3 over 1 over 0.
  private var rank: Int {
    switch self {
    case .clean: 0
    case .conflicts: 1
    case .incomplete: 2
    case .failure: 3
    case .interrupted: 4
    }
  }

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rank < right.rank }
}

/// Ends the run with a status, and a message for standard error.
struct Failure: Error {
  var status: ExitStatus = .failure
  let message: String

  init(_ message: String, status: ExitStatus = .failure) {
    self.message = message
    self.status = status
  }
}

/// Ends the run with a status that needs no words.
struct Finished: Error {
  let status: ExitStatus
}
