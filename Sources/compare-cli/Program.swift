import ArgumentParser
import Compare
import Foundation

/// Runs the command line and turns every end into one of the exit statuses.
@main enum Program {
  static func main() {
    Interruption.install()
    exit(run().rawValue)
  }

  private static func run() -> ExitStatus {
    do {
      var command = try CompareCommand.parseAsRoot()
      try command.run()
      return .clean
    } catch let finished as Finished {
      return finished.status
    } catch let failure as Failure {
      Console.error(failure.message)
      return failure.status
    } catch let error as SourceError {
      Console.write(error.description + "\n")
      return .failure
    } catch let error as SourceErrors {
      Console.write(error.description + "\n")
      return .failure
    } catch let error as MissingInput {
      let commands = CompareCommand.configuration.subcommands.map { $0._commandName }
      let isWord = !error.path.contains("/") && !error.path.contains(".")
      Console.error(error.description + (isWord ? Nearest.hint(error.path, among: commands) : ""))
      return .failure
    } catch let error as ReplacedInput {
      Console.error(error.description)
      return .failure
    } catch {
      return usage(error)
    }
  }

  /// ArgumentParser's own ends: help and version on standard output, mistakes on standard error.
  private static func usage(_ error: any Error) -> ExitStatus {
    let message = CompareCommand.fullMessage(for: error)
    guard CompareCommand.exitCode(for: error).isSuccess else {
      Console.write(message + "\n")
      return .failure
    }
    let output = Output.standard()
    output.write(message + "\n")
    try? output.close()
    return .clean
  }
}
