// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "compare",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Compare", targets: ["Compare"]),
    .executable(name: "compare", targets: ["compare-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .systemLibrary(
      name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CRules", exclude: ["index.sh", "files.inc"]),
    .target(name: "CReport", exclude: ["index.sh", "script.inc", "hashes.inc", "assets"]),
    .target(
      name: "Compare",
      dependencies: ["CXXHash", "CStemmer", "CXML2", "CYAML", "CRules", "CReport"],
      swiftSettings: settings),
    .executableTarget(
      name: "compare-cli",
      dependencies: [
        "Compare",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "fingerprints", dependencies: ["Compare"], path: "Benchmarks/fingerprints",
      swiftSettings: settings),
    .testTarget(
      name: "CompareTests", dependencies: ["Compare"], exclude: ["Reporting/Golden"],
      swiftSettings: settings),
  ]
)
