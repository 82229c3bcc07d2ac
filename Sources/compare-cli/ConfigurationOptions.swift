import ArgumentParser
import Compare
import Foundation

/// Which configuration file counts, and the flags that do what only its keys did.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file; else `.compare.yml` here or in a folder above.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Flag(help: "Read no configuration file.")
  var noConfig = false

  @Option(
    help: ArgumentHelp(
      "A rule not to ask.", discussion: "Can be given several times.", valueName: "rule"))
  var disable: [String] = []

  @Option(
    help: ArgumentHelp(
      "A label that counts as another outlet: `reuters.com=Reuters`.",
      discussion: "Can be given several times.", valueName: "label=outlet"))
  var outlet: [String] = []

  @Option(
    help: ArgumentHelp(
      "Spellings of one word: `Odesa=Odessa`.", discussion: "Can be given several times.",
      valueName: "word=word"))
  var spelling: [String] = []

  func validate() throws {
    if config != nil, noConfig {
      throw ValidationError("--config and --no-config exclude each other.")
    }
    for pair in outlet where Self.parts(pair).count != 2 {
      throw ValidationError("--outlet \(pair): write it as `label=outlet`.")
    }
    for pair in spelling where Self.parts(pair).count < 2 {
      throw ValidationError("--spelling \(pair): write it as `word=word`.")
    }
  }

  /// The file's settings, with those of the flags.
  ///
  /// - Throws: `SourceError` with the place of a mistake in the file.
  func load() throws -> Configuration {
    var settings = try file()
    settings.disabled += disable.map { Configuration.Placed(flag: "--disable", $0) }
    for pair in outlet {
      let parts = Self.parts(pair)
      settings.outlets[parts[0].lowercased()] = parts[1]
    }
    settings.spellings += spelling.map(Self.parts)
    return settings
  }

  private func file() throws -> Configuration {
    guard !noConfig, let path = config ?? Self.nearest() else { return Configuration() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path): the configuration can't be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure("\(path): the configuration is not UTF-8 text")
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return try Configuration(text, path: path, folder: folder)
  }

  /// The file in the working directory or the nearest folder above it, as a relative path.
  private static func nearest() -> String? {
    let steps = FileManager.default.currentDirectoryPath.split(separator: "/").count
    var path = Configuration.name
    for _ in 0...steps {
      if FileManager.default.fileExists(atPath: path) { return path }
      path = "../" + path
    }
    return nil
  }

  private static func parts(_ pair: String) -> [String] {
    pair.split(separator: "=").map(String.init)
  }
}

extension ArticleSet {
  /// The same set with the outlets' labels that the configuration gives them.
  func renamed(by settings: Configuration) -> ArticleSet {
    var set = self
    for number in set.articles.indices {
      let article = settings.renamed(set.articles[number])
      if article.outlet != set.articles[number].outlet { set.articles[number] = article }
    }
    return set
  }
}
