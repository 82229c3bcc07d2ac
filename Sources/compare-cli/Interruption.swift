import Foundation
import Synchronization

/// What signals do: an interrupt ends with 130 and leaves no half-written file; a closed pipe is
/// an error of `write`, not a death.
enum Interruption {
  /// Address of the path of the temporary file to remove, as the signal handler can read it;
  /// 0 when there is none.
  private static let temporary = Atomic<UInt>(0)

  static func install() {
    signal(SIGPIPE, SIG_IGN)
    // Whoever started the program may have blocked these.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if let path = Interruption.path(Interruption.temporary.load(ordering: .acquiring)) {
          unlink(path)
        }
        _exit(128 + number)
      }
    }
  }

  /// Removes `path` on an interrupt, from now on; `nil` when there is nothing to remove any more.
  static func removeOnInterrupt(_ path: String?) {
    let copy = path.flatMap { strdup($0) }
    let old = temporary.exchange(UInt(bitPattern: copy), ordering: .acquiringAndReleasing)
    free(Self.path(old))
  }

  private static func path(_ address: UInt) -> UnsafeMutablePointer<CChar>? {
    UnsafeMutablePointer(bitPattern: address)
  }
}
