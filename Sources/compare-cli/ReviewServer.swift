import Compare
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Speaks HTTP for a review, on this machine's own loopback address only.
struct ReviewServer: Sendable {
  /// Makes the service, and the address of its page, for the port that was found.
  typealias Maker = @Sendable (UInt16) -> (service: ReviewService, address: String)

  private let server: HTTPServer
  private let handler: Handler
  private let make: Maker

  /// - Parameter port: 0 for any that is free.
  init(port: UInt16, make: @escaping Maker) throws {
    handler = Handler()
    self.make = make
    server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: handler)
  }

  /// Serves until the process ends.
  ///
  /// - Parameter whenReady: told the page's address once there is somebody to answer.
  func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        guard case .ip4(_, let port) = await server.listeningAddress else { return }
        let (service, address) = make(port)
        handler.use(service)
        whenReady(address)
      }
      try await group.waitForAll()
    }
  }

  private final class Handler: HTTPHandler {
    private let service = Mutex<ReviewService?>(nil)

    func use(_ made: ReviewService) { service.withLock { $0 = made } }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      guard let service = service.withLock({ $0 }) else {
        return HTTPResponse(statusCode: .serviceUnavailable)
      }
      func header(_ name: String) -> String? { request.headers[HTTPHeader(name)] }
      let asked = ReviewAccess.Request(
        method: request.method.rawValue, path: request.target.path(), host: header("Host"),
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
