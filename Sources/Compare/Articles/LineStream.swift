internal import Foundation

/// Reads a file, or standard input, line by line in bounded pieces.
struct LineStream {
  /// Some whole lines, side by side in one buffer: the thread that reads a line copies it.
  struct Batch: RandomAccessCollection, Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let lines: [(range: Range<Int>, number: Int)]

    var startIndex: Int { 0 }
    var endIndex: Int { lines.count }

    subscript(index: Int) -> Line {
      Line(bytes: Array(bytes[lines[index].range]), number: lines[index].number)
    }
  }

  struct Line: Sendable {
    let bytes: [UInt8]
    /// 1-based.
    let number: Int
  }

  private static let chunk = 2 << 20
  private let handle: FileHandle
  /// Read, but not handed over.
  private var pending: [UInt8] = []
  /// Of the line handed over last.
  private var number = 0
  private var isFirst = true

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

  /// Where the lines are that are not empty; `number` counts all of them.
  private static func lines(
    of bytes: [UInt8], number: inout Int
  ) -> [(range: Range<Int>, number: Int)] {
    var lines: [(range: Range<Int>, number: Int)] = []
    var start = 0
    bytes.withUnsafeBufferPointer { bytes in
      while start < bytes.count {
        let end = lineEnd(in: bytes, from: start)
        number += 1
        if !bytes[start..<end].allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
          lines.append((start..<end, number))
        }
        start = end + 1
      }
    }
    return lines
  }

  /// The next whole lines, several at a time; `nil` at the end.
  ///
  /// Empty lines are left out.
  ///
  /// - Complexity: O(bytes) time; space for one chunk and the longest line.
  mutating func next() throws -> Batch? {
    while true {
      let before = pending.count
      try fill()
      guard pending.count > before else { break }
      if isFirst { try begin() }
      if let last = pending[min(before, pending.count)...].lastIndex(of: 0x0A) {
        return take(last + 1)
      }
    }
    return pending.isEmpty ? nil : take(pending.count)
  }

  /// Reads on, right behind what is pending: a chunk, or as much again where that is more, so that
  /// a long line is copied a few times only.
  private mutating func fill() throws {
    let known = pending
    let most = known.count + max(Self.chunk, known.count)
    pending = try [UInt8](unsafeUninitializedCapacity: most) { bytes, count in
      count = bytes.update(fromContentsOf: known)
      guard let base = bytes.baseAddress else { return }
      while count < most {
        let got = read(handle.fileDescriptor, base + count, most - count)
        if got == 0 { break }
        if got > 0 {
          count += got
        } else if errno != EINTR {
          throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
      }
    }
  }

  /// Takes the byte order mark away.
  private mutating func begin() throws {
    isFirst = false
    if pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF]) {
      pending.append(contentsOf: try handle.readToEnd() ?? Data())
      pending = try TextDecoding.decode(pending).utf8
    }
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
  }

  /// The lines of what is pending up to `ending`; what follows is still pending.
  private mutating func take(_ ending: Int) -> Batch {
    let rest = Array(pending[ending...])
    pending.removeLast(rest.count)
    defer { pending = rest }
    return Batch(bytes: pending, lines: Self.lines(of: pending, number: &number))
  }
}
