internal import Foundation
enum Tune {
  static let values: [Double] = (ProcessInfo.processInfo.environment["TUNE"] ?? "").split(separator: ",").map { Double($0) ?? 0 }
  static subscript(_ at: Int) -> Double { at < values.count ? values[at] : 0 }
}
