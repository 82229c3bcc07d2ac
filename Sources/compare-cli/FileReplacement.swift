import Foundation

/// A file that is written whole before it takes the place of another one.
///
/// Where the system can, it has no name until then: a program that is killed leaves nothing behind.
/// Else it is a temporary file beside its target. The target's mode stays as it was.
struct FileReplacement {
  let descriptor: Int32
  private let target: String
  /// Of a file that has a name from the beginning.
  private let temporary: String?

  /// - Parameter target: not a link.
  /// - Throws: `errno` as `POSIXError`.
  init(of target: String) throws {
    self.target = target
    let mask = umask(0)
    umask(mask)
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o666 & ~mask
    if let descriptor = Self.nameless(beside: target) {
      (self.descriptor, temporary) = (descriptor, nil)
    } else {
      var template = Array("\(target).XXXXXX".utf8CString)
      descriptor = mkstemp(&template)
      guard descriptor >= 0 else { throw Self.trouble() }
      let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      temporary = path
      Interruption.removeOnInterrupt(path)
    }
    fchmod(descriptor, mode)
  }

  /// Puts the file in its target's place.
  ///
  /// - Throws: `errno` as `POSIXError`; the target is as it was, and the file is gone.
  func finish() throws {
    defer { close(descriptor) }
    do {
      guard fsync(descriptor) == 0 else { throw Self.trouble() }
      if let temporary {
        guard rename(temporary, target) == 0 else { throw Self.trouble() }
        Interruption.removeOnInterrupt(nil)
      } else {
        try name()
      }
    } catch {
      abandon()
      throw error
    }
  }

  /// Leaves the target as it was.
  func abandon() {
    guard let temporary else { return }
    unlink(temporary)
    Interruption.removeOnInterrupt(nil)
  }

  private static func trouble() -> POSIXError {
    POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }

  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  #if os(Linux)
    /// `O_TMPFILE` of `fcntl.h`, which is no plain number there.
    private static let withoutName = 0o20_000_000 | O_DIRECTORY | O_RDWR

    /// `nil` on file systems that know no such thing.
    private static func nameless(beside target: String) -> Int32? {
      guard access("/proc/self/fd", X_OK) == 0 else { return nil }
      let descriptor = open(folder(of: target), withoutName, 0o600)
      return descriptor >= 0 ? descriptor : nil
    }

    /// A name can't be taken from another file in one step, so that the file has one of its own
    /// for a moment: always the same, so that the next run clears what a kill at that moment left.
    private func name() throws {
      let name = (target as NSString).lastPathComponent
      let path = "\(Self.folder(of: target))/.\(name.prefix(200)).compare-new"
      for _ in 0..<100 {
        let source = "/proc/self/fd/\(descriptor)"
        if linkat(AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 {
          if rename(path, target) == 0 { return }
          // Another run has taken it for a leftover.
          guard errno == ENOENT else {
            let trouble = Self.trouble()
            unlink(path)
            throw trouble
          }
        } else {
          guard errno == EEXIST else { throw Self.trouble() }
          unlink(path)
        }
      }
      throw POSIXError(.EBUSY)
    }
  #else
    private static func nameless(beside target: String) -> Int32? { nil }
    private func name() throws {}
  #endif
}
