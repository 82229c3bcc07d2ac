internal import Foundation

/// Reads a file, or standard input, line by line in bounded pieces.
struct LineStream {
  struct Line: Sendable {
    let bytes: [UInt8]
    /// 1-based.
    let number: Int
  }

  private static let chunk = 4 << 20
  private let handle: FileHandle

  /// - Parameter path: of a file, or `-` for standard input.
  init(_ path: String) throws {
    handle =
      try path == "-" ? .standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: path))
  }

  /// Why a file can't be read, for people.
  static func reason(_ error: any Error) -> String {
    if let failure = error as? TextDecoding.Failure { return failure.reason }
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    guard cause.domain == NSPOSIXErrorDomain else { return "the file can't be read" }
    return "the file can't be read: \(String(cString: strerror(Int32(cause.code))).lowercased())"
  }

  /// Where the line ends that `start` stands in.
  private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let feed = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(base).distance(to: feed)
  }

  /// Hands over the lines in order, several at a time; empty lines are left out.
  ///
  /// - Complexity: O(bytes) time; space for one chunk and the longest line.
  func forEachBatch(_ body: ([Line]) throws -> Void) throws {
    var pending: [UInt8] = []
    var number = 0
    var isFirst = true
    func take(_ ending: Int) -> [Line] {
      var lines: [Line] = []
      var start = 0
      pending[..<ending].withUnsafeBufferPointer { bytes in
        while start < bytes.count {
          let end = Self.lineEnd(in: bytes, from: start)
          number += 1
          if !bytes[start..<end].allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
            lines.append(Line(bytes: Array(bytes[start..<end]), number: number))
          }
          start = end + 1
        }
      }
      pending.removeFirst(ending)
      return lines
    }
    while let data = try handle.read(upToCount: Self.chunk), !data.isEmpty {
      let before = pending.count
      pending.append(contentsOf: data)
      if isFirst {
        isFirst = false
        if pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF]) {
          pending.append(contentsOf: try handle.readToEnd() ?? Data())
          pending = try TextDecoding.decode(pending).utf8
        }
        if pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
      }
      guard let last = pending[min(before, pending.count)...].lastIndex(of: 0x0A) else { continue }
      try body(take(last + 1))
    }
    if !pending.isEmpty { try body(take(pending.count)) }
  }
}
