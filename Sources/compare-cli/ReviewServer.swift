import Compare
import FlyingFox
import FlyingSocks
import Foundation

/// Speaks HTTP for a review, on this machine's own loopback address only.
struct ReviewServer {
  private let server: HTTPServer

  init(_ service: ReviewService, port: UInt16) throws {
    server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
      handler: Handler(service: service))
  }

  /// Serves until the process ends; `whenReady` is called once it listens.
  func run(whenReady: @escaping @Sendable () -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        whenReady()
      }
      try await group.waitForAll()
    }
  }

  private struct Handler: HTTPHandler {
    let service: ReviewService

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      func header(_ name: String) -> String? { request.headers[HTTPHeader(name)] }
      let asked = ReviewAccess.Request(
        method: request.method.rawValue, path: request.path, host: header("Host"),
        origin: header("Origin"), fetchSite: header("Sec-Fetch-Site"),
        contentType: header("Content-Type"), contentLength: header("Content-Length"))
      let answer = await service.answer(asked, known: header("If-None-Match")) {
        [UInt8](try await request.bodyData)
      }
      var headers = HTTPHeaders()
      for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
      return HTTPResponse(
        statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers,
        body: Data(answer.body.utf8))
    }
  }
}
