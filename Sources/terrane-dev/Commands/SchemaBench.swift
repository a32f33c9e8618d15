import Schemas
import TerraneDriver

/// How long it takes to find a type, and to decode one for the first time, in processor time of one thread.
///
/// Types are decoded again in catalogs of their own, and the fastest time of each counts: whatever else the machine does makes one slower,
/// never faster.
struct SchemaBench {
  private static let sources = ["hashicorp/aws", "hashicorp/azurerm", "hashicorp/google"]
  private static let rounds = 9
  /// Microseconds.
  private let decodingBudget: Double
  private let lookUpBudget: Double
  /// Megabytes.
  private static let sizeBudget = 10.0

  /// The lines to print.
  private(set) var lines: [String] = []
  /// Whether every budget is kept.
  private(set) var isKept = true

  /// - Parameter slack: how many times its budget a time may be, at least 1.
  init(slack: Double) {
    decodingBudget = 50 * slack
    lookUpBudget = slack
    for source in Self.sources {
      for version in SchemaCatalog.standard.versions(ofSource: source).indices { measureProvider(source, version) }
    }
    measureTargets()
    judge("all texts with their indexes: ", Double(SchemaCatalog.embeddedByteCount) / 1e6, "MB", Self.sizeBudget)
  }

  /// The resource types of a provider; the previous major versions are versions of it as well.
  private mutating func measureProvider(_ source: String, _ version: Int) {
    let known = SchemaCatalog.standard.versions(ofSource: source)[version]
    let names = known.typeNames(.resource)
    let times = Self.fastest(of: names) {
      let provider = SchemaCatalog.standard.replacing(with: []).versions(ofSource: source)[version]
      // What the first question of all costs is not part of a type.
      _ = provider.resource("none")
      return { _ = provider.resource($0) }
    }
    report("\(known.source) \(known.version)", times)
    for name in names { _ = known.resource(name) }
    let start = processorTime()
    for _ in 0..<Self.rounds {
      for name in names { _ = known.resource(name) }
    }
    let lookUp = (processorTime() - start) / Double(max(1, Self.rounds * names.count))
    judge("  a type that is known: ", lookUp * 1e6, "µs", lookUpBudget)
  }

  private mutating func measureTargets() {
    report(
      "CloudFormation",
      Self.fastest(of: CloudFormationCatalog.standard.typeNames) {
        let catalog = CloudFormationCatalog()
        return { _ = catalog.type($0)?.shape }
      })
    report(
      "Azure Resource Manager",
      Self.fastest(of: ARMCatalog.standard.types.map { "\($0.name)@\($0.apiVersion ?? "")" }) {
        let catalog = ARMCatalog()
        return { _ = catalog.type(versioned: $0)?.shape }
      })
    report(
      "Kubernetes",
      Self.fastest(of: KubernetesCatalog.standard.types.map { "\($0.apiVersion ?? "") \($0.name)" }) {
        let catalog = KubernetesCatalog()
        return { name in
          let parts = name.split(separator: " ").map(String.init)
          if parts.count == 2 { _ = catalog.type(apiVersion: parts[0], kind: parts[1])?.shape }
        }
      })
  }

  /// The time of each name in seconds, sorted.
  ///
  /// - Parameter decoder: makes what decodes a name, with nothing decoded before.
  private static func fastest(of names: [String], _ decoder: () -> (String) -> Void) -> [(time: Double, name: String)] {
    var best = Array(repeating: Double.infinity, count: names.count)
    for _ in 0..<rounds {
      let decode = decoder()
      for (index, name) in names.enumerated() {
        let start = processorTime()
        decode(name)
        best[index] = min(best[index], processorTime() - start)
      }
    }
    return zip(best, names).map { ($0, $1) }.sorted { $0.time < $1.time }
  }

  private mutating func report(_ name: String, _ times: [(time: Double, name: String)]) {
    guard let slowest = times.last else { return }
    let mean = times.reduce(0) { $0 + $1.time } / Double(times.count)
    let high = times[min(times.count - 1, times.count * 99 / 100)].time
    let figures = "\(name): \(times.count) types, first decoding \(Self.decimal(mean * 1e6)) µs, 99 of 100 within \(Self.decimal(high * 1e6)) µs, slowest "
    judge(figures, slowest.time * 1e6, "µs", decodingBudget, " (\(slowest.name))")
  }

  private mutating func judge(_ text: String, _ value: Double, _ unit: String, _ most: Double, _ detail: String = "") {
    let isWithin = value <= most
    isKept = isKept && isWithin
    lines.append("\(text)\(Self.decimal(value)) \(unit)\(detail), at most \(Self.decimal(most))\(isWithin ? "" : ", too much")")
  }

  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
