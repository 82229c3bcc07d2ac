public import ArgumentParser
public import Compare

// The library's choices are values of options as they are.
extension ReportFormat: ExpressibleByArgument {}
extension AlignmentFormat: ExpressibleByArgument {}
extension FactFormat: ExpressibleByArgument {}
extension ClaimFormat: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension Match: ExpressibleByArgument {}
extension BaselineDiffFormat: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) {
    guard let date = PublicationDate(argument), date.minutes == nil else { return nil }
    self = date.day
  }
}

extension PublicationDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
