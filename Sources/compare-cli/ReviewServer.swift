import Compare
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Speaks HTTP for a review, on this machine's own loopback address only.
struct ReviewServer: Sendable {
  /// Makes the service, and the address of its page, for the port that was found.
  typealias Maker = @Sendable (UInt16) -> (service: ReviewService, address: String)

  private typealias Client = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private let port: UInt16
  private let make: Maker

  /// - Parameter port: 0 for any that is free.
  init(port: UInt16, make: @escaping Maker) { (self.port, self.make) = (port, make) }

  /// Serves until the process ends.
  ///
  /// - Parameter whenReady: told the page's address once there is somebody to answer.
  /// - Throws: what keeps it from listening on the port.
  func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
    let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: Int(port)) { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          return try Client(wrappingChannelSynchronously: channel)
        }
      }
    guard let port = server.channel.localAddress?.port else { return }
    let (service, address) = make(UInt16(port))
    whenReady(address)
    try await withThrowingDiscardingTaskGroup { group in
      try await server.executeThenClose { clients in
        for try await client in clients {
          // A page that goes away takes only its own connection with it.
          group.addTask { try? await Self.serve(client, service) }
        }
      }
    }
  }

  /// Why it can't listen, for people.
  static func reason(_ error: any Error) -> String {
    guard let error = error as? IOError else { return error.localizedDescription }
    return String(cString: strerror(error.errnoCode)).lowercased()
  }

  /// Answers the requests of one connection, one after the other.
  private static func serve(_ client: Client, _ service: ReviewService) async throws {
    try await client.executeThenClose { inbound, outbound in
      var parts = inbound.makeAsyncIterator()
      while let part = try await parts.next() {
        guard case .head(let head) = part else { continue }
        let body = try await body(&parts)
        let known = head.headers.first(name: "If-None-Match")
        let answer = await service.answer(asked(head), known: known) { body }
        try await write(answer, to: outbound, isLast: !head.isKeepAlive)
        guard head.isKeepAlive else { return }
      }
    }
  }

  /// The body of the request whose head came last, as far as one may be: longer ones are refused by
  /// their head.
  private static func body(
    _ parts: inout NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
  ) async throws -> [UInt8] {
    var body: [UInt8] = []
    while case .body(let bytes) = try await parts.next() {
      let room = ReviewAccess.largestBody - body.count
      body.append(contentsOf: bytes.readableBytesView.prefix(max(0, room)))
    }
    return body
  }

  private static func asked(_ head: HTTPRequestHead) -> ReviewAccess.Request {
    func header(_ name: String) -> String? { head.headers.first(name: name) }
    return ReviewAccess.Request(
      method: head.method.rawValue, path: String(head.uri.prefix { $0 != "?" }),
      host: header("Host"), origin: header("Origin"), fetchSite: header("Sec-Fetch-Site"),
      contentType: header("Content-Type"), contentLength: header("Content-Length"))
  }

  private static func write(
    _ answer: ReviewService.Answer,
    to outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>, isLast: Bool
  ) async throws {
    var headers = HTTPHeaders(answer.headers.map { ($0.key, $0.value) })
    // A status that has no body has no length either (RFC 9110, 8.6).
    if answer.status != 204, answer.status != 304 {
      headers.replaceOrAdd(name: "Content-Length", value: String(answer.body.utf8.count))
    }
    if isLast { headers.replaceOrAdd(name: "Connection", value: "close") }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    try await outbound.write(.head(head))
    if !answer.body.isEmpty {
      try await outbound.write(.body(.byteBuffer(ByteBuffer(string: answer.body))))
    }
    try await outbound.write(.end(nil))
  }
}
