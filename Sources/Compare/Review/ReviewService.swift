/// The answers of the review server, whatever speaks HTTP for it.
public struct ReviewService: Sendable {
  private let desk: ReviewDesk
  private let access: ReviewAccess
  private let version: String
  /// Who decides, where the page's reader gives no name.
  private let by: String?

  public init(desk: ReviewDesk, access: ReviewAccess, version: String, by: String?) {
    (self.desk, self.access, self.version, self.by) = (desk, access, version, by)
  }

  public struct Answer: Sendable {
    public var status: Int
    public var headers: [String: String]
    public var body: String
  }

  /// - Parameters:
  ///   - known: the version of the decisions that the page has (`If-None-Match`).
  ///   - body: called only for a request that may be answered and has one.
  public func answer(
    _ request: ReviewAccess.Request, known: String?, body: () async throws -> [UInt8]
  ) async -> Answer {
    do {
      switch try access.resource(of: request) {
      case .page: return try await page()
      case .decisions where request.method == "POST":
        let answer = try await desk.decide(ReviewDecision(json: await body()))
        return Self.json(answer, status: answer.isTaken ? 200 : 409)
      case .decisions:
        let answer = try await desk.states()
        guard known != "\"\(answer.version)\"" else {
          return Answer(status: 304, headers: Self.headers(type: nil), body: "")
        }
        return Self.json(answer, status: 200)
      }
    } catch let refusal as ReviewAccess.Refusal where refusal.status == 204 {
      return Answer(status: 204, headers: Self.headers(type: nil), body: "")
    } catch let refusal as ReviewAccess.Refusal {
      return Self.problem("refused", status: refusal.status)
    } catch let problem as ReviewDecision.Problem {
      return Self.problem(problem.description, status: 400)
    } catch {
      return Self.problem("\(error)", status: 500)
    }
  }

  private func page() async throws -> Answer {
    let findings = try await desk.current()
    var text = ""
    HTMLReporter(version: version).write(findings, for: .review(by: by), to: &text)
    var headers = Self.headers(type: "text/html; charset=utf-8")
    headers["Content-Security-Policy"] =
      HTMLPage.policy(for: .review(by: by)) + "; frame-ancestors 'none'"
    return Answer(status: 200, headers: headers, body: text)
  }

  private static func json(_ answer: ReviewDesk.Answer, status: Int) -> Answer {
    var text = ""
    JSONValue.object([
      "version": .string(answer.version),
      "states": .array(answer.states.map(\.json)),
    ]).write(to: &text)
    var headers = headers(type: "application/json")
    headers["ETag"] = "\"\(answer.version)\""
    return Answer(status: status, headers: headers, body: text)
  }

  private static func problem(_ words: String, status: Int) -> Answer {
    var text = ""
    JSONValue.object(["problem": .string(words)]).write(to: &text)
    return Answer(status: status, headers: headers(type: "application/json"), body: text)
  }

  /// What every answer says: keep nothing, guess nothing, let no other site use it.
  private static func headers(type: String?) -> [String: String] {
    var headers = [
      "Cache-Control": "no-store",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    ]
    headers["Content-Type"] = type
    return headers
  }
}
