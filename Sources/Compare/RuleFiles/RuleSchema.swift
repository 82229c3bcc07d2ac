internal import Foundation

/// A JSON Schema (draft 2020-12) of conflict rule files, for editors.
public enum RuleSchema {
  /// The schema as JSON, keys sorted.
  public static func json() -> String {
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    let data = (try? JSONSerialization.data(withJSONObject: schema, options: options)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private static var schema: [String: Any] {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Conflict rules",
      "description": "A rule, or a list of rules.",
      "oneOf": [["$ref": "#/$defs/rule"], ["type": "array", "items": ["$ref": "#/$defs/rule"]]],
      "$defs": ["rule": rule, "take": take, "example": example, "examples": examples],
    ]
  }

  private static func text(_ description: String) -> [String: Any] {
    ["type": "string", "pattern": "\\S", "description": description]
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type, _ description: String
  ) -> [String: Any] where Choice.RawValue == String {
    ["enum": type.allCases.map(\.rawValue), "description": description]
  }

  private static var rule: [String: Any] {
    [
      "type": "object", "additionalProperties": false,
      "required": ["id", "title", "kind", "severity", "message", "explain", "take", "examples"],
      "properties": [
        "schema": ["const": Rule.schema, "description": "The version of rule files."],
        "id": [
          "type": "string", "pattern": "^[a-z0-9._-]+$",
          "description": "Unique, dotted: duration.length",
        ],
        "title": text("One line: what differs."),
        "kind": [
          "enum": ConflictKind.allCases.map(\.rawValue),
          "description": "The fact kind that reports name: duration, scope…; `other` for others.",
        ],
        "severity": choice(Severity.self, "How much it weighs at the gate."),
        "message": text("Template: {a.outlet} {a.text} {a.value} {a.attribution} {b.…} {about}"),
        "explain": text("Why such a difference is a conflict."),
        "revision": [
          "type": "integer", "minimum": 1,
          "description": "Counts up when the rule's meaning changes.",
        ],
        "take": ["$ref": "#/$defs/take"],
        "unless": [
          "type": "array", "items": choice(Rule.Exception.self, "When it is no conflict."),
        ],
        "examples": ["$ref": "#/$defs/examples"],
      ] as [String: Any],
    ]
  }

  private static var take: [String: Any] {
    let types: [String: Any] = choice(FactType.self, "A type of fact.")
    return [
      "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 3,
      "description": "What is taken from both passages: one of these.",
      "properties": [
        "value": ["oneOf": [types, ["type": "array", "items": types]]],
        "slot": choice(
          Rule.Slot.self,
          "How facts are bound; with `value`, `scale`, `opposites`, `polarity` and `name`."),
        "reach": choice(
          Rule.Reach.self, "How near the words stand to what they describe; with `opposites` only."),
        "scale": text("A lexicon whose words have intervals: most: 51-99"),
        "opposites": text("A lexicon whose words stand on axes: raised: change/up"),
        "polarity": text("A lexicon of negations."),
        "none": text("A lexicon of words for none of a thing; the other side has a number of it."),
        "term": text("A lexicon whose phrases stand for concepts: ceo: chief executive"),
        "quotation": choice(Rule.Quoted.self, "What of a quotation is compared."),
        "structure": choice(Rule.Structure.self, "Which shapes of phrases are told apart."),
        "person": choice(Rule.Trait.self, "What of a person is compared."),
        "order": text("A lexicon of words that place a deed by an event: ahead of: before"),
        "inference": choice(Rule.Inference.self, "What is inferred from declared texts."),
        "name": ["const": true, "description": "Names in one place."],
      ] as [String: Any],
    ]
  }

  private static var example: [String: Any] {
    [
      "oneOf": [
        ["type": "array", "items": ["type": "string"], "minItems": 2, "maxItems": 2],
        [
          "type": "object", "additionalProperties": false, "required": ["a", "b"],
          "properties": [
            "a": text("One passage."), "b": text("The other."),
            "published": text("When both were published: 2025-03-18"),
          ],
        ] as [String: Any],
      ]
    ]
  }

  private static var examples: [String: Any] {
    let list: [String: Any] = [
      "type": "array", "minItems": Rule.fewestExamples, "items": ["$ref": "#/$defs/example"],
    ]
    return [
      "type": "object", "additionalProperties": false, "required": ["conflict", "agree"],
      "properties": ["conflict": list, "agree": list],
    ]
  }
}
