internal import CRules
internal import Foundation

/// One file of rules or language data, as text.
public struct RuleSource: Sendable {
  /// Where it comes from, for error messages.
  public let path: String
  /// Path below the rules folder (`en/conflicts/duration.yml`): the folder names decide what kind
  /// of file it is.
  public let place: String
  public let text: String
  /// Built into the program: tested with it, and without mistakes.
  let isBuiltIn: Bool

  public init(path: String, place: String, text: String) {
    self.init(path: path, place: place, text: text, isBuiltIn: false)
  }

  private init(path: String, place: String, text: String, isBuiltIn: Bool) {
    (self.path, self.place, self.text, self.isBuiltIn) = (path, place, text, isBuiltIn)
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
    (0..<compare_rule_file_count()).map { index in
      let file = compare_rule_file_at(index)
      let place = String(cString: file.path)
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
      return RuleSource(
        path: "Rules/\(place)", place: place, text: String(decoding: bytes, as: UTF8.self),
        isBuiltIn: true)
    }
  }

  /// ISO 639-1 codes of the languages built into the program, sorted.
  public static var builtInLanguages: [String] {
    let codes = (0..<compare_rule_file_count()).compactMap { index in
      String(cString: compare_rule_file_at(index).path).split(separator: "/").first.map(String.init)
    }
    return Set(codes).sorted()
  }

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
