internal import Foundation

/// Two texts that are taken to be about the same event.
public struct TextPair: Sendable {
  public internal(set) var id: String
  public let a: Article
  public let b: Article

  public init(
    id: String, a: String, b: String, publishedA: PublicationDate? = nil,
    publishedB: PublicationDate? = nil
  ) {
    self.id = id
    self.a = Article(
      id: "a", outlet: "a", published: publishedA, path: "a", text: Array(a.utf8))
    self.b = Article(
      id: "b", outlet: "b", published: publishedB, path: "b", text: Array(b.utf8))
  }
}

/// The pairs of a JSON Lines file.
public struct PairFile: Sendable {
  public let pairs: [TextPair]
  public let skipped: [Skipped]

  /// Reads lines `{"id","a","b"}`, with `published_a` and `published_b` where they are known.
  ///
  /// `-` is standard input. What can't be read is in `skipped`.
  ///
  /// - Throws: `MissingInput`.
  public init(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw MissingInput(path: path)
    }
    var pairs: [(line: Int, id: String?, pair: TextPair)] = []
    var skipped: [Skipped] = []
    do {
      var stream = try LineStream(path)
      while let lines = try stream.next() {
        for line in lines {
          do throws(SkippedArticle) {
            let (id, pair) = try Self.pair(line, path: path)
            pairs.append((line.number, id, pair))
          } catch {
            skipped.append(error.skipped)
          }
        }
      }
    } catch {
      skipped.append(Skipped(path: path, reason: LineStream.reason(error)))
    }
    self.pairs = Self.named(pairs)
    self.skipped = skipped
  }

  /// A pair without an id is called by its line; by `line 4` where another has the id `4`.
  private static func named(_ pairs: [(line: Int, id: String?, pair: TextPair)]) -> [TextPair] {
    var taken = Set(pairs.compactMap(\.id))
    return pairs.map { line, id, pair in
      var pair = pair
      pair.id = id ?? String(line)
      guard id == nil else { return pair }
      while !taken.insert(pair.id).inserted { pair.id = "line \(pair.id)" }
      return pair
    }
  }

  private static func pair(
    _ line: LineStream.Line, path: String
  ) throws(SkippedArticle) -> (id: String?, pair: TextPair) {
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(line.bytes))
    } catch {
      throw SkippedArticle(
        path: path, line: line.number, reason: JSONTrouble.reason(error, in: line.bytes))
    }
    let pair = TextPair(
      id: record.id ?? "", a: record.a, b: record.b,
      publishedA: try .read(record.publishedA, field: "published_a", path: path, line: line.number),
      publishedB: try .read(record.publishedB, field: "published_b", path: path, line: line.number))
    return (record.id, pair)
  }

  private struct Record: Decodable {
    let id: String?
    let a, b: String
    let publishedA, publishedB: String?

    enum Key: String, CodingKey {
      case id, a, b
      case publishedA = "published_a"
      case publishedB = "published_b"
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      // An id is often a number.
      let number = try? fields.decode(Int.self, forKey: .id)
      id = try number.map(String.init) ?? fields.decodeIfPresent(String.self, forKey: .id)
      a = try fields.decode(String.self, forKey: .a)
      b = try fields.decode(String.self, forKey: .b)
      publishedA = try fields.decodeIfPresent(String.self, forKey: .publishedA)
      publishedB = try fields.decodeIfPresent(String.self, forKey: .publishedB)
    }
  }
}
