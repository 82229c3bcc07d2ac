internal import Foundation

/// What a person decides about some conflicts, as the page sends it.
public struct ReviewDecision: Sendable {
  /// A conflict, and the state of it that the person saw.
  struct Item: Sendable, Decodable {
    let fingerprint: String
    let seen: String
  }

  /// Why a decision can't be taken over; the words are for people.
  public struct Problem: Error, CustomStringConvertible {
    public let description: String
  }

  let items: [Item]
  /// `nil` takes an earlier decision back.
  let decision: Decision?
  let reason: String?
  let by: String?
  let until: CivilDate?

  /// - Throws: `Problem` when something is missing or too long.
  public init(json: [UInt8]) throws {
    let form: Form
    do {
      form = try JSONDecoder().decode(Form.self, from: Data(json))
    } catch {
      throw Problem(description: "this is no decision: \(JSONTrouble.reason(error))")
    }
    guard !form.items.isEmpty else { throw Problem(description: "no conflict is named") }
    if form.decision == "open" {
      decision = nil
    } else if let known = Decision(rawValue: form.decision) {
      decision = known
    } else {
      throw Problem(description: "no such decision: \(form.decision)")
    }
    items = form.items
    reason = try Self.words(form.reason, most: 2000, name: "reason")
    by = try Self.words(form.by, most: 200, name: "name")
    until = try form.until.flatMap { $0.isEmpty ? nil : $0 }.map { text in
      guard let date = PublicationDate(text), date.minutes == nil else {
        throw Problem(description: "\(text) is no date like 2025-03-18")
      }
      return date.day
    }
    if decision == .accepted, reason == nil {
      throw Problem(description: "a conflict is dismissed with a reason")
    }
  }

  private struct Form: Decodable {
    let items: [Item]
    let decision: String
    let reason, by, until: String?
  }

  private static func words(_ text: String?, most: Int, name: String) throws -> String? {
    let line = TerminalText.line(text ?? "")
    guard line.unicodeScalars.count <= most else {
      throw Problem(description: "the \(name) is longer than \(most) characters")
    }
    return line.isEmpty ? nil : line
  }
}
