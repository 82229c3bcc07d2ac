import Foundation
import Testing

@testable import Compare

@Suite struct FlatJSONTests {
  private func read(_ json: String) -> [String: String]? {
    var fields: [String: String] = [:]
    let isRead = FlatJSON.read(Array(json.utf8)) { key, value in
      fields[String(decoding: key, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      return true
    }
    return isRead ? fields : nil
  }

  /// What it takes it must read as a full decoder does.
  @Test(arguments: [
    #"{"text": "plain words that are longer than eight bytes"}"#,
    #" { "id" : "1" , "text" : "" } "#,
    #"{"a": "x\n\t\r\b\f\/\\\"y", "b": "é \u00e9 \ud83d\ude42 \u0000 二"}"#,
    #"{"text": "ends with a backslash \\"}"#,
    #"{"":"12345678","12345678":"1234567\u0041"}"#,
  ])
  func agreesWithTheDecoder(json: String) throws {
    let expected = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    #expect(read(json) == expected)
  }

  @Test(arguments: [
    #"{"id": 5, "text": "a"}"#, #"{"text": null}"#, #"{"text": ["a"]}"#, #"{}"#, #"[]"#, "",
    #"{"text": "a"} x"#, #"{"text": "a",}"#, #"{"text": "a""#, #"{"text": "a"#, #"{"text" "a"}"#,
    "{\"text\": \"a\nb\"}", #"{"text": "\x"}"#, #"{"text": "\ud83d"}"#, #"{"text": "\ude42"}"#,
    #"{"text": "\u12"}"#, #"{"text": "\"#,
  ])
  func leavesTheRestToTheDecoder(json: String) { #expect(read(json) == nil) }

  /// The second has a field that is no string, which only the decoder reads.
  @Test func articlesReadTheSameEitherWay() throws {
    let folder = try TemporaryFolder()
    let fields = #""outlet": "The Gull", "published": "2025-03-18", "text": "Bakers struck.""#
    let path = try folder.write("set.jsonl", "{\(fields)}\n{\(fields), \"words\": 2}\n")
    let articles = try #require(try ArticleSet.read([path]).first).articles
    #expect(articles.count == 2)
    #expect(articles[0].text == articles[1].text)
    #expect(articles[0].outlet == articles[1].outlet)
    #expect(articles[0].published == articles[1].published)
  }
}
