/// A document at one reference: it is handed on for every match.
final class Page: Sendable {
  let document: Document
  init(_ document: Document) { self.document = document }
}
