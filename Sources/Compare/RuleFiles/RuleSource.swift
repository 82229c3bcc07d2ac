internal import CRules
internal import Foundation

/// One file of rules or language data, as text.
public struct RuleSource: Sendable {
  /// Where it comes from, for error messages.
  public let path: String
  /// Path below the rules folder (`en/conflicts/duration.yml`): the folder names decide what kind
  /// of file it is.
  public let place: String
  private let content: Content

  private enum Content {
    case text(String)
    /// The number of a file that is built in.
    case builtIn(Int)
  }

  public init(path: String, place: String, text: String) {
    (self.path, self.place, content) = (path, place, .text(text))
  }

  private init(builtIn number: Int) {
    place = String(cString: compare_rule_file_at(number).path)
    path = "Rules/\(place)"
    content = .builtIn(number)
  }

  /// Built into the program: tested with it, and without mistakes.
  var isBuiltIn: Bool { if case .builtIn = content { true } else { false } }

  public var text: String {
    switch content {
    case .text(let text): text
    case .builtIn: withBytes { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Calls `body` with the text in UTF-8.
  func withBytes<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    switch content {
    case .text(var text): return try text.withUTF8(body)
    case .builtIn(let number):
      let file = compare_rule_file_at(number)
      return try body(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
  }

  /// Whether it lies in a folder of this name, or in one below such a folder.
  func isIn(_ folder: String) -> Bool {
    place.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains {
      $0.elementsEqual(folder.utf8)
    }
  }
}

extension RuleSource {
  /// The path that stands for the built-in rules, to use them beside others.
  public static let builtInName = "built-in"

  /// Ends the program over a mistake in a built-in file: a test reads them all.
  static func isBroken(_ error: any Error) -> Never {
    fatalError("a mistake in a built-in file: \(error)")
  }

  /// The rules built into the program, sorted by path.
  public static func builtIn() -> [RuleSource] {
    (0..<compare_rule_file_count()).map { RuleSource(builtIn: $0) }
  }

  /// ISO 639-1 codes of the languages built into the program, sorted.
  public static let builtInLanguages: [String] = {
    // The files are sorted by their paths, which begin with the code.
    var codes: [String] = []
    for source in builtIn() {
      let code = String(source.place.prefix { $0 != "/" })
      if codes.last != code { codes.append(code) }
    }
    return codes
  }()

  /// The `.yml` and `.yaml` files at `path`, a file or a folder, sorted by path.
  ///
  /// - Throws: `SourceError` when there is none, or one can't be read.
  public static func load(_ path: String) throws -> [RuleSource] {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SourceError(path: path, line: 1, column: 1, message: "no such file or folder of rules")
    }
    guard isFolder.boolValue else {
      return [try read(path, place: String(path.split(separator: "/").last ?? ""))]
    }
    let names = (manager.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted()
    guard !names.isEmpty else {
      throw SourceError(path: path, line: 1, column: 1, message: "no .yml file in this folder")
    }
    let base = path.hasSuffix("/") ? path : path + "/"
    return try names.map { try read(base + $0, place: $0) }
  }

  private static func read(_ path: String, place: String) throws -> RuleSource {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SourceError(path: path, line: 1, column: 1, message: "the file can't be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw SourceError(path: path, line: 1, column: 1, message: "the file is not UTF-8 text")
    }
    return RuleSource(path: path, place: place, text: text)
  }
}
