internal import CXML2

/// A parsed page, by libxml2's forgiving HTML parser.
final class HTMLTree {
  private let document: htmlDocPtr

  /// - Parameter encoding: its name as the page gives it; the text must be in it.
  /// - Returns: `nil` when there is no element at all.
  init?(_ bytes: [UInt8], encoding: String) {
    Self.prepare
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | UInt32(XML_PARSE_HUGE.rawValue)
    let parsed = bytes.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, encoding,
        Int32(options))
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  private static let prepare: Void = xmlInitParser()

  var root: HTMLNode? { xmlDocGetRootElement(document).map { HTMLNode(pointer: $0, tree: self) } }
}

/// An element or a run of text of a page.
struct HTMLNode: Hashable {
  fileprivate let pointer: xmlNodePtr
  fileprivate let tree: HTMLTree

  static func == (left: HTMLNode, right: HTMLNode) -> Bool { left.pointer == right.pointer }
  func hash(into hasher: inout Hasher) { hasher.combine(pointer) }

  /// Lower case; empty for what is no element.
  var name: String {
    guard pointer.pointee.type == XML_ELEMENT_NODE, let name = pointer.pointee.name else {
      return ""
    }
    return String(cString: name).lowercased()
  }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// The text of a run of text.
  var content: String? {
    let type = pointer.pointee.type
    guard type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE else { return nil }
    return pointer.pointee.content.map { String(cString: $0) }
  }

  /// Bytes of the text of a run of text; 0 for others.
  var contentLength: Int {
    let type = pointer.pointee.type
    guard type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE else { return 0 }
    return pointer.pointee.content.map { Int(xmlStrlen($0)) } ?? 0
  }

  var parent: HTMLNode? {
    guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else {
      return nil
    }
    return HTMLNode(pointer: parent, tree: tree)
  }

  fileprivate var firstChild: HTMLNode? {
    pointer.pointee.children.map { HTMLNode(pointer: $0, tree: tree) }
  }

  fileprivate var next: HTMLNode? {
    pointer.pointee.next.map { HTMLNode(pointer: $0, tree: tree) }
  }

  /// The elements directly below.
  var children: [HTMLNode] {
    sequence(first: firstChild, next: { $0?.next }).prefix { $0 != nil }.compactMap { $0 }
      .filter(\.isElement)
  }

  func attribute(_ name: String) -> String? {
    guard isElement, let value = xmlGetProp(pointer, name) else { return nil }
    defer { compare_xml_free(value) }
    return String(cString: value)
  }

  /// All text below, as it stands.
  var text: String {
    var text = ""
    walk(enter: { node in
      if let content = node.content { text += content }
      return true
    })
    return text
  }

  /// Visits this node and all below it in document order, without recursion: pages nest as deep as
  /// they like.
  ///
  /// - Parameters:
  ///   - enter: whether to visit what is below the node.
  ///   - leave: called for every node whose `enter` was true, after all that is below it.
  func walk(enter: (HTMLNode) -> Bool, leave: (HTMLNode) -> Void = { _ in }) {
    var node = self
    while true {
      if enter(node) {
        if let child = node.firstChild {
          node = child
          continue
        }
        leave(node)
      }
      while true {
        if node == self { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        leave(parent)
        node = parent
      }
    }
  }

  /// The elements below that `matches` accepts, in document order.
  func all(where matches: (HTMLNode) -> Bool) -> [HTMLNode] {
    var found: [HTMLNode] = []
    walk(enter: { node in
      if node.isElement, matches(node) { found.append(node) }
      return true
    })
    return found
  }

  func all(named name: String) -> [HTMLNode] { all { $0.name == name } }
}
