import Foundation

/// Where the result goes: standard output, or a file that is replaced in one step.
///
/// Whoever looks at a file sees the old one or the new one. A link stays a link.
final class Output: TextOutputStream {
  private let descriptor: Int32
  /// `nil` for standard output, devices and pipes.
  private let file: FileReplacement?
  private let path: String
  private var buffer: [UInt8] = []
  private var trouble: Int32 = 0
  private var isUntouched = true

  private init(descriptor: Int32, path: String = "") {
    (self.descriptor, file, self.path) = (descriptor, nil, path)
  }

  private init(_ file: FileReplacement, path: String) {
    (descriptor, self.file, self.path) = (file.descriptor, file, path)
  }

  var isStandard: Bool { file == nil }

  static func standard() -> Output { Output(descriptor: STDOUT_FILENO) }

  /// - Throws: `Failure` when the file can't be made.
  static func to(_ path: String?) throws -> Output {
    guard let path, path != "-" else { return standard() }
    let target = resolved(path)
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // A device or a named pipe can't be replaced.
      let descriptor = open(target, O_WRONLY)
      guard descriptor >= 0, status.st_mode & S_IFMT != S_IFDIR else {
        throw Failure("\(path): can't write here: \(reason(descriptor < 0 ? errno : EISDIR))")
      }
      return Output(descriptor: descriptor, path: path)
    }
    do {
      return Output(try FileReplacement(of: target), path: path)
    } catch let error as POSIXError {
      throw Failure("\(path): can't write here: \(reason(error.code.rawValue))")
    }
  }

  func write(_ string: String) {
    begin()
    buffer.append(contentsOf: string.utf8)
    if buffer.count >= 1 << 16 { flush() }
  }

  /// - Parameter bytes: UTF-8.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    begin()
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  private func begin() {
    guard isUntouched else { return }
    isUntouched = false
    Progress.shared.hide(forGood: true)
  }

  /// Writes what is left and puts the file in its place.
  ///
  /// - Throws: `Finished` when nobody reads any more, which is no error; `Failure` when the disk is
  ///   full or the like.
  func close() throws {
    flush()
    guard let file else {
      if trouble == EPIPE { throw Finished(status: .clean) }
      if trouble != 0 { throw Failure("can't write the result: \(Self.reason(trouble))") }
      return
    }
    guard trouble == 0 else {
      file.abandon()
      throw Failure("\(path): can't write: \(Self.reason(trouble))")
    }
    do {
      try file.finish()
    } catch let error as POSIXError {
      throw Failure("\(path): can't write: \(Self.reason(error.code.rawValue))")
    }
  }

  /// Gives up: the target stays as it was.
  func abandon() { file?.abandon() }

  private func flush() {
    var start = 0
    while start < buffer.count, trouble == 0 {
      let written = buffer.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        return Foundation.write(descriptor, rest.baseAddress, rest.count)
      }
      if written < 0 {
        if errno != EINTR { trouble = errno }
      } else {
        start += written
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The file that `path` leads to in the end, whether or not it exists.
  private static func resolved(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        break
      }
      let folder = (path as NSString).deletingLastPathComponent
      path = link.hasPrefix("/") ? link : (folder as NSString).appendingPathComponent(link)
    }
    return path
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
