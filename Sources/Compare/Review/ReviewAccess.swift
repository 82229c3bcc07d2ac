/// Who may talk to the review server: pages that it served itself, under its own name, with the
/// token of this run.
///
/// The name in `Host` keeps out other sites whose name was made to lead to this machine (DNS
/// rebinding); the token keeps out everybody who was not given the address; `Origin` keeps out
/// pages of other sites.
public struct ReviewAccess: Sendable {
  /// Of a request body, in bytes.
  public static let largestBody = 2 << 20

  public let port: UInt16
  /// 32 hex digits.
  public let token: String

  public init(port: UInt16) {
    self.port = port
    token = (0..<16).map { _ in
      let byte = UInt8.random(in: .min ... .max)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// The page's address.
  public var address: String { "http://127.0.0.1:\(port)/\(token)/" }

  /// What a request is about.
  public enum Resource: Sendable {
    case page, decisions
  }

  /// What is looked at of a request.
  public struct Request: Sendable {
    public var method: String
    public var path: String
    public var host: String?
    public var origin: String?
    public var fetchSite: String?
    public var contentType: String?
    public var contentLength: String?

    public init(
      method: String, path: String, host: String?, origin: String?, fetchSite: String?,
      contentType: String?, contentLength: String?
    ) {
      (self.method, self.path, self.host, self.origin) = (method, path, host, origin)
      (self.fetchSite, self.contentType) = (fetchSite, contentType)
      self.contentLength = contentLength
    }
  }

  /// Why a request is refused: an HTTP status.
  public struct Refusal: Error, Equatable {
    public let status: Int
  }

  /// - Throws: `Refusal`.
  public func resource(of request: Request) throws(Refusal) -> Resource {
    let names = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host = request.host?.lowercased(), names.contains(host) else {
      throw Refusal(status: 421)
    }
    if let origin = request.origin, origin.lowercased() != "http://\(host)" {
      throw Refusal(status: 403)
    }
    // Browsers ask for it unbidden.
    if request.path == "/favicon.ico" { throw Refusal(status: 204) }
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, Self.isSame(parts[1], token) else {
      throw Refusal(status: 404)
    }
    switch (parts[2], request.method) {
    case ("", "GET"): return .page
    case ("decisions", "GET"): return .decisions
    case ("decisions", "POST"):
      try checkPost(request)
      return .decisions
    case ("", _), ("decisions", _): throw Refusal(status: 405)
    default: throw Refusal(status: 404)
    }
  }

  private func checkPost(_ request: Request) throws(Refusal) {
    guard request.origin != nil, request.fetchSite.map({ $0 == "same-origin" }) ?? true else {
      throw Refusal(status: 403)
    }
    let type = request.contentType?.prefix { $0 != ";" }.lowercased()
    guard type == "application/json" else { throw Refusal(status: 415) }
    guard let length = request.contentLength.flatMap({ Int($0) }) else {
      throw Refusal(status: 411)
    }
    guard (0...Self.largestBody).contains(length) else { throw Refusal(status: 413) }
  }

  /// Takes the same time wherever the first difference stands.
  private static func isSame(_ given: Substring, _ token: String) -> Bool {
    let (left, right) = (Array(given.utf8), Array(token.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
