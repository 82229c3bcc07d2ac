internal import Foundation
internal import Synchronization

/// Reads the articles of files, each kind by its own reader.
enum FileReader {
  /// An article longer than this is refused: byte offsets are 32 bits wide.
  static let longest = 1 << 30

  struct Results: Sendable {
    var readings: [Reading] = []
    var notes: [Skipped] = []

    mutating func append(_ other: Results) {
      readings += other.readings
      notes += other.notes
    }

    static func own(_ path: String) -> Results {
      Results(notes: [Skipped(path: path, reason: "a result of compare, not read as an article")])
    }

    static func skipped(_ path: String, _ reason: String, line: Int? = nil) -> Results {
      Results(readings: [.skipped(Skipped(path: path, line: line, reason: reason))])
    }
  }

  /// Whether there is an article in the file, and no result of ours.
  static func holdsArticles(_ file: ArticleFinder.File) -> Bool {
    read(file, jobs: 1).readings.contains { $0.draft != nil }
  }

  static func read(_ files: [ArticleFinder.File], jobs: Int) -> Results {
    var results = Results()
    var at = 0
    while at < files.count {
      // Files with many articles are read one by one, with all threads on their lines.
      if files[at].kind == .jsonLines || files[at].kind == .json {
        results.append(read(files[at], jobs: jobs))
        at += 1
        continue
      }
      let past =
        files[at...].firstIndex { $0.kind == .jsonLines || $0.kind == .json } ?? files.count
      let run = files[at..<past]
      for one in Parallel.map(run.count, jobs: jobs, { read(run[run.startIndex + $0], jobs: 1) }) {
        results.append(one)
      }
      at = past
    }
    return results
  }

  /// What a folder holds of our own results is left out, and said to be.
  private static func read(_ file: ArticleFinder.File, jobs: Int) -> Results {
    func isOwn(_ text: [UInt8]) -> Bool {
      !file.isNamed && OwnResult.isOne(text, kind: file.kind)
    }
    do throws(SkippedArticle) {
      switch file.kind {
      case .jsonLines: return try lines(file.path, jobs: jobs, isOwn: isOwn)
      case .json:
        let text = try text(file.path)
        if isOwn(text.utf8) { return .own(file.path) }
        return Results(
          readings: elements(text.utf8, path: file.path, jobs: jobs), notes: text.notes)
      case .text:
        let text = try text(file.path)
        if isOwn(text.utf8) { return .own(file.path) }
        let draft = try TextArticleReader.read(text.utf8, path: file.path)
        return Results(readings: [.article(draft)], notes: text.notes)
      case .html:
        let page = try bytes(file.path)
        if isOwn(page) { return .own(file.path) }
        let draft = try HTMLArticleReader.read(page, path: file.path)
        let notes = draft.note.map { [Skipped(path: file.path, reason: $0)] } ?? []
        return Results(readings: [.article(draft)], notes: notes)
      case nil:
        return .skipped(file.path, "not a kind of file that holds articles (\(ArticleKind.known))")
      }
    } catch {
      return Results(readings: [.skipped(error.skipped)])
    }
  }

  private static func bytes(_ path: String) throws(SkippedArticle) -> [UInt8] {
    let data: Data?
    do {
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      data = size <= longest ? try Data(contentsOf: URL(fileURLWithPath: path)) : nil
    } catch {
      throw SkippedArticle(path: path, reason: LineStream.reason(error))
    }
    guard let data else { throw SkippedArticle(path: path, reason: "larger than 1 GiB") }
    guard !data.isEmpty else { throw SkippedArticle(path: path, reason: "empty: no text") }
    return [UInt8](data)
  }

  private static func text(
    _ path: String
  ) throws(SkippedArticle) -> (utf8: [UInt8], notes: [Skipped]) {
    let bytes = try bytes(path)
    do throws(TextDecoding.Failure) {
      let text = try TextDecoding.decode(bytes)
      let notes = text.note.map { [Skipped(path: path, reason: $0)] } ?? []
      return (text.utf8, notes)
    } catch {
      throw SkippedArticle(path: path, line: error.line, reason: error.reason)
    }
  }

  private static func elements(_ text: [UInt8], path: String, jobs: Int) -> [Reading] {
    let elements = JSONElements.elements(of: text)
    guard !elements.isEmpty else {
      return [.skipped(Skipped(path: path, reason: "empty: no articles"))]
    }
    var readings = Parallel.map(elements.count, jobs: jobs) { number -> Reading in
      let element = elements[number]
      guard !element.bytes.isEmpty else {
        return .skipped(
          Skipped(path: path, line: element.line, reason: "not valid JSON: the array is not closed")
        )
      }
      return JSONArticleReader.read(
        Array(text[element.bytes]), path: path, line: element.line,
        element: elements.count > 1 ? number + 1 : nil, isOneOfMany: elements.count > 1)
    }
    // An element that is cut off says already that the array is not closed.
    if elements.last?.bytes.isEmpty ?? false, elements.count > 1,
      readings[elements.count - 2].skipped != nil
    {
      readings.removeLast()
    }
    return readings
  }

  /// - Parameter isOwn: whether the first line is of a result of ours.
  private static func lines(
    _ path: String, jobs: Int, isOwn: ([UInt8]) -> Bool
  ) throws(SkippedArticle) -> Results {
    var results = Results()
    do {
      let stream = Mutex(try LineStream(path))
      var next = try stream.withLock { try $0.next() }
      if let first = next?.first, isOwn(first.bytes) { return .own(path) }
      while let lines = next {
        // One thread reads ahead while the others are at the lines.
        let following = Mutex(Result<LineStream.Batch?, any Error>.success(nil))
        let ahead = { @Sendable in
          following.withLock { $0 = Result { try stream.withLock { try $0.next() } } }
        }
        results.readings += Parallel.map(lines.count, jobs: jobs, meanwhile: ahead) {
          line(lines[$0], path: path)
        }
        next = try following.withLock { try $0.get() }
      }
    } catch {
      results.append(.skipped(path, LineStream.reason(error)))
    }
    if results.readings.isEmpty {
      // Nothing on standard input is no article; an empty file is one that could not be read.
      return path == "-" ? results : .skipped(path, "empty: no articles")
    }
    return results
  }

  private static func line(_ line: LineStream.Line, path: String) -> Reading {
    guard line.bytes.count <= longest else {
      return .skipped(Skipped(path: path, line: line.number, reason: "larger than 1 GiB"))
    }
    do throws(TextDecoding.Failure) {
      let text = try TextDecoding.decode(line.bytes)
      return JSONArticleReader.read(text.utf8, path: path, line: line.number)
    } catch {
      return .skipped(Skipped(path: path, line: line.number, reason: error.reason))
    }
  }
}
