import Schemas
import TerraneDriver

/// How long it takes to find a type, and to decode one for the first time, in processor time.
enum SchemaBench {
  /// One line a provider: its resource types, the mean and the slowest of their first decoding, and a look-up of one that is known.
  ///
  /// - Parameter sources: providers; the previous major versions of each are measured as well.
  static func lines(for sources: [String]) -> [String] {
    sources.flatMap { SchemaCatalog.standard.versions(ofSource: $0) }.map { line($0) }
  }

  private static func line(_ provider: ProviderSchema) -> String {
    let names = provider.typeNames(.resource)
    var total = 0.0
    var slowest = (time: 0.0, name: "")
    for name in names {
      let start = processorTime()
      _ = provider.resource(name)
      let time = processorTime() - start
      total += time
      if time > slowest.time { slowest = (time, name) }
    }
    let rounds = 20
    let start = processorTime()
    for _ in 0..<rounds {
      for name in names { _ = provider.resource(name) }
    }
    let lookUp = (processorTime() - start) / Double(max(1, rounds * names.count))
    return "\(provider.source) \(provider.version): \(names.count) types, look-up \(microseconds(lookUp)), first decoding "
      + "\(microseconds(total / Double(max(1, names.count)))) (slowest \(microseconds(slowest.time)), \(slowest.name))"
  }

  private static func microseconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 1e8).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) µs"
  }
}
