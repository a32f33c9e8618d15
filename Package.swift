// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target that we write: the language mode without data races, and no warning that survives.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the pipeline.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict, plugins: plugins)
}

/// The tests of one target, in a folder of the same name with `Tests` behind it.
func tests(_ target: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(target)Tests", dependencies: [.init(stringLiteral: target), "TestSupport"] + dependencies, swiftSettings: strict)
}

/// On Linux libyaml is linked statically by `Documents`; elsewhere pkg-config knows where it is.
#if os(Linux)
let yamlPackage: String? = nil
#else
let yamlPackage: String? = "yaml-0.1"
#endif

// Targets stand bottom up: a target may import only what stands above it (checked by ArchitectureTests).
let package = Package(
  name: "terrane",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "terrane", targets: ["terrane"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: yamlPackage, providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(
      name: "CRE2",
      linkerSettings: [.linkedLibrary(":libre2.a", .when(platforms: [.linux])), .linkedLibrary("re2", .when(platforms: [.macOS]))]),
    .target(name: "CLibXML2", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .executableTarget(name: "pack-data", swiftSettings: strict),
    .plugin(name: "PackData", capability: .buildTool(), dependencies: ["pack-data"]),
    layer("PackedData"),
    layer("SourceText"),
    layer("Diagnostics", ["SourceText"]),
    .target(
      name: "Documents", dependencies: ["SourceText", "Diagnostics", "CLibYAML"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary(":libyaml.a", .when(platforms: [.linux]))]),
    layer("HCLSyntax", ["SourceText", "Diagnostics"]),
    layer("HCLValues"),
    layer("HCLEvaluation", ["SourceText", "Diagnostics", "HCLSyntax", "HCLValues"]),
    layer("TerraformFunctions", ["SourceText", "Diagnostics", "HCLSyntax", "HCLEvaluation", "HCLValues", "Documents", "CRE2"]),
    layer("Schemas", ["SourceText", "Diagnostics", "Documents", "HCLValues", "PackedData"], exclude: ["Data/README.md"], plugins: ["PackData"]),
    layer(
      "TerraformModel",
      ["SourceText", "Diagnostics", "Documents", "HCLSyntax", "HCLValues", "HCLEvaluation", "TerraformFunctions", "Schemas"]),
    layer("Linting", ["TerraformModel", "Documents", "PackedData"], plugins: ["PackData"]),
    layer("Conversion", ["TerraformModel", "Documents", "PackedData"], plugins: ["PackData"]),
    layer("Reporting", ["SourceText", "Diagnostics", "Linting", "Conversion", "Documents", "CLibXML2"]),
    layer("TerraneDriver", ["Linting", "Conversion", "Reporting"]),
    .executableTarget(
      name: "terrane",
      dependencies: ["TerraneDriver", .product(name: "ArgumentParser", package: "swift-argument-parser")], swiftSettings: strict),
    .executableTarget(
      name: "terrane-dev",
      dependencies: ["TerraneDriver", .product(name: "ArgumentParser", package: "swift-argument-parser")], swiftSettings: strict),
    .target(name: "TestSupport", dependencies: ["SourceText", "Diagnostics", "HCLValues"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("PackedData"),
    tests("SourceText"),
    tests("HCLValues"),
    tests("HCLEvaluation", ["HCLValues", "HCLSyntax", "TerraformFunctions"]),
    tests("TerraformModel", ["HCLValues", "HCLEvaluation", "TerraformFunctions", "Schemas", "SourceText", "Diagnostics"]),
    tests("TerraformFunctions", ["HCLEvaluation", "HCLSyntax", "HCLValues", "SourceText"]),
    tests("Schemas", ["Documents", "HCLValues", "PackedData"]),
    tests("Documents"),
    tests("Linting", ["TerraformModel", "TerraformFunctions", "HCLEvaluation"]),
    tests("Reporting", ["TerraformModel"]),
    tests("TerraneDriver"),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["terrane", "TestSupport"], swiftSettings: strict),
    tests("HCLSyntax", ["HCLEvaluation", "HCLValues"]),
    tests("Conversion", ["HCLEvaluation", "HCLValues", "HCLSyntax", "Schemas", "TerraformFunctions", "TerraformModel", "Documents"]),
  ]
)
