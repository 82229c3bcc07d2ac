import Testing

@testable import Compare

@Suite struct ReviewAccessTests {
  private let access = ReviewAccess(port: 4711)

  private func request(
    _ method: String = "POST", _ path: String = "decisions", host: String? = "127.0.0.1:4711",
    origin: String? = "http://127.0.0.1:4711", site: String? = "same-origin",
    type: String? = "application/json", length: String? = "20", token: String? = nil
  ) -> ReviewAccess.Request {
    ReviewAccess.Request(
      method: method, path: "/\(token ?? access.token)/\(path)", host: host, origin: origin,
      fetchSite: site, contentType: type, contentLength: length)
  }

  private func status(_ request: ReviewAccess.Request) -> Int {
    do {
      _ = try access.resource(of: request)
      return 200
    } catch {
      return error.status
    }
  }

  @Test func tokensAreLongAndNeverTheSame() {
    let tokens = Set((0..<100).map { _ in ReviewAccess(port: 1).token })
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 })
  }

  @Test func theServersOwnPageMayAsk() {
    #expect(status(request()) == 200)
    #expect(status(request("GET", "", origin: nil, site: "none", type: nil, length: nil)) == 200)
    #expect(
      status(request(host: "localhost:4711", origin: "http://localhost:4711")) == 200)
    #expect(status(request(type: "application/json; charset=utf-8")) == 200)
  }

  @Test func nobodyElseMay() {
    // Another name that leads here.
    #expect(status(request(host: "evil.example:4711", origin: "http://evil.example:4711")) == 421)
    #expect(status(request(host: nil)) == 421)
    #expect(status(request(host: "127.0.0.1")) == 421)
    // A page of another site.
    #expect(status(request(origin: "http://evil.example")) == 403)
    #expect(status(request(origin: "null")) == 403)
    #expect(status(request(origin: "http://localhost:4711")) == 403)
    #expect(status(request("GET", origin: "https://evil.example")) == 403)
    #expect(status(request(origin: nil)) == 403)
    #expect(status(request(site: "cross-site")) == 403)
    // Without the token.
    #expect(status(request(token: "")) == 404)
    #expect(status(request(token: String(access.token.dropLast()))) == 404)
    #expect(status(request(token: String(repeating: "0", count: 32))) == 404)
    // What a form of another site could send.
    #expect(status(request(type: "text/plain")) == 415)
    #expect(status(request(type: nil)) == 415)
    #expect(status(request(length: nil)) == 411)
    #expect(status(request(length: "-1")) == 413)
    #expect(status(request(length: "\(ReviewAccess.largestBody + 1)")) == 413)
    #expect(status(request("DELETE")) == 405)
    #expect(status(request("POST", "")) == 405)
    #expect(status(request("GET", "../etc")) == 404)
  }

  @Test func thePageComesWithAPolicyAndTheDecisions() async throws {
    let store = EmptyStore()
    let desk = ReviewDesk(
      try SampleFindings.make(), rules: [], store: store, path: "b",
      paths: RelativePath(from: "/x", working: "/x"))
    let service = ReviewService(desk: desk, access: access, version: "9", by: "Ada")
    let page = await service.answer(request("GET", ""), known: nil) { [] }
    #expect(page.status == 200)
    #expect(page.headers["Cache-Control"] == "no-store")
    let policy = try #require(page.headers["Content-Security-Policy"])
    #expect(policy.contains("frame-ancestors 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(page.body.contains("\"review\":{\"by\":\"Ada\"}"))
    let decisions = await service.answer(request("GET"), known: nil) { [] }
    #expect(decisions.status == 200)
    let tag = try #require(decisions.headers["ETag"])
    #expect(await service.answer(request("GET"), known: tag) { [] }.status == 304)
    #expect(await service.answer(request(), known: nil) { Array("{".utf8) }.status == 400)
  }
}

private struct EmptyStore: ReviewStore {
  func read() -> String? { nil }
  func write(_ text: String) {}
  func exclusively<Result>(_ body: () throws -> Result) throws -> Result { try body() }
}
