/// The disputes as plain markup, for readers without scripts.
enum HTMLPlainList {
  /// More than anyone reads without filters.
  private static let shown = 300

  static func write(
    _ groups: [DisputeGroup], of documents: [Document], to output: inout some TextOutputStream
  ) {
    for group in groups.prefix(shown) { write(group, of: documents, to: &output) }
    if groups.count > shown {
      output.write("<p class=\"notice\">… and \(groups.count - shown) more disputes.</p>\n")
    }
  }

  private static func write(
    _ group: DisputeGroup, of documents: [Document], to output: inout some TextOutputStream
  ) {
    let dispute = group.dispute
    let match = (group.match == .suggested ? ", suggested" : "") + group.sourcesText
    let title = dispute.about.isEmpty ? dispute.kind.rawValue : dispute.about
    output.write(
      """
      <article class="dispute \(group.severity.rawValue)">
      <p class="tags"><span class="severity \(group.severity.rawValue)">\
      \(group.severity.rawValue)</span>, \(HTMLText.escaped(dispute.kind.rawValue))\(match)</p>
      <h3><bdi>\(HTMLText.escaped(title))</bdi></h3>
      <ol class="positions">

      """)
    for position in dispute.positions {
      let said = position.spans.first.map { documents[$0.document].article.string($0.range) }
      output.write(
        "<li class=\"position\"><span></span><span class=\"said\"><q><bdi>"
          + HTMLText.escaped(said ?? position.value) + "</bdi></q></span><span class=\"who\">"
          + position.who { "<bdi>\(HTMLText.escaped($0))</bdi>" } + "</span></li>\n")
    }
    output.write("</ol>\n")
    if let conflict = group.conflicts.first {
      let marks = DifferingWords.marks(conflict, in: documents)
      output.write("<div class=\"pair\"><div class=\"passages\">")
      write(conflict.a, marks.a, in: documents, to: &output)
      write(conflict.b, marks.b, in: documents, to: &output)
      let reason = conflict.reason.isEmpty ? conflict.message : conflict.reason
      output.write(
        "</div><p class=\"why\"><span>\(HTMLText.escaped(reason))</span>"
          + "<code>\(HTMLText.escaped(conflict.rule))</code></p></div>\n")
    }
    output.write("</article>\n")
  }

  private static func write(
    _ side: Side, _ marks: [TextStyle.Mark], in documents: [Document],
    to output: inout some TextOutputStream
  ) {
    let article = documents[side.document].article
    let source = side.attribution.map { ", source given: \($0)" } ?? ""
    let when = article.published.map { ", \($0.text)" } ?? ""
    output.write(
      "<figure class=\"passage\"><figcaption><bdi>\(HTMLText.escaped(article.outlet))</bdi>"
        + HTMLText.escaped("\(when)\(source)") + "</figcaption><blockquote dir=\"auto\">")
    var at = side.passage.start
    for mark in marks where mark.range.start >= at && mark.range.end <= side.passage.end {
      output.write(HTMLText.escaped(article.string(TextRange(at, mark.range.start))))
      let words = HTMLText.escaped(article.string(mark.range))
      output.write(
        mark.weight == .strong
          ? "<mark class=\"conflict\">\(words)</mark>" : "<span class=\"differs\">\(words)</span>")
      at = mark.range.end
    }
    output.write(HTMLText.escaped(article.string(TextRange(at, side.passage.end))))
    output.write("</blockquote></figure>\n")
  }
}
