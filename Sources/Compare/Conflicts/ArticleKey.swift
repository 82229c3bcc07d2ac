/// Which article it is, whatever its file is called.
///
/// The id that its source gives, else its address, else a sketch of its text, else its path; never
/// its outlet's label.
enum ArticleKey {
  static func of(_ document: Document, signature: TextSignature?) -> String {
    let article = document.article
    if article.hasOwnID { return "id:\(article.id)" }
    if let url = article.url.flatMap(canonical) { return "url:\(url)" }
    if let signature { return "text:\(signature.name)" }
    return "path:\(article.path)"
  }

  /// An address without what does not tell pages apart: scheme, `www.`, default port, fragment,
  /// tracking parameters, a final slash.
  static func canonical(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    var rest = url[scheme.upperBound...].prefix { $0 != "#" }
    let query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] }
    rest = rest.prefix { $0 != "?" }
    let authority = rest.prefix { $0 != "/" }
    var path = rest[authority.endIndex...]
    while path.hasSuffix("/") { path = path.dropLast() }
    var host = authority.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    guard !host.isEmpty else { return nil }
    let kept = (query ?? "").split(separator: "&").filter { !isTracking($0) }
    return host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || tracking.contains(name)
  }

  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref", "cmpid", "smid",
  ]
}
