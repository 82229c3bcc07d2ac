import ArgumentParser
import Compare
import Foundation
import Synchronization

/// `compare review`: the report as a page in which people decide.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Decide conflict by conflict on a page of this machine.",
    discussion: """
      Serves the HTML report to a browser on this machine and prints its address. What is \
      confirmed, dismissed with a reason or left for later is written to the baseline at once: \
      dismissed conflicts are known to `check --baseline`, the others go on to count. Without \
      --baseline the file is \(Baseline.defaultName), or the one that the configuration names; it \
      is made with the first decision. Ctrl-C ends it; nothing is lost.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp("The file that decisions are kept in.", valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "The day that `until` in the baseline is held against; else the newest day on which an "
        + "article was published.", valueName: "yyyy-mm-dd"))
  var today: CivilDate?

  @Option(help: ArgumentHelp("Who decides; can be changed on the page.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "n"))
  var port: UInt16 = 0

  func validate() throws { try common.refuse(.output) }

  func run() throws {
    let path = try baseline ?? common.configuration.load().baseline ?? Baseline.defaultName
    let file = BaselineFile(path: path)
    // A file that is no baseline is told before the work is done.
    let isThere = try file.read().map { _ = try Baseline($0, path: path) } != nil
    let settings = GateSettings(
      threshold: Threshold(), path: path, failStale: false, today: today)
    let analysis = try Analysis(
      common.comparison(), input: input, common: common, gate: settings)
    let desk = ReviewDesk(
      analysis.findings, rules: analysis.rules, disabled: analysis.disabled, store: file,
      path: path, paths: GateSettings.Opened.paths(path), today: today)
    if !common.quiet, !isThere {
      Console.note("\(path) is not there yet; the first decision makes it")
    }
    let server = ReviewServer(port: port) { [by] port in
      let access = ReviewAccess(port: port)
      let service = ReviewService(
        desk: desk, access: access, version: ToolVersion.current, by: by)
      return (service, access.address)
    }
    try serve(server)
  }

  private func serve(_ server: ReviewServer) throws {
    let failure = Mutex<(any Error)?>(nil)
    let isOver = DispatchSemaphore(value: 0)
    let isQuiet = common.quiet
    Task.detached {
      do {
        try await server.run { address in
          print(address)
          fflush(nil)
          if !isQuiet { Console.note("open this address in a browser; Ctrl-C ends the review") }
        }
      } catch {
        failure.withLock { $0 = error }
      }
      isOver.signal()
    }
    isOver.wait()
    if let error = failure.withLock({ $0 }) {
      throw Failure(
        "can't serve on port \(port): \(ReviewServer.reason(error)); --port 0 takes a free one")
    }
  }
}
