@testable import Schemas
import Testing

/// Times in release builds; a debug build only prints them. The bounds leave room for a busy machine.
@Suite(.serialized) struct SchemaSpeedTests {
  #if DEBUG
    private let isMeasured = false
  #else
    private let isMeasured = true
  #endif

  private func microseconds(_ work: () -> Void) -> Double {
    let duration = ContinuousClock().measure(work)
    return Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
  }

  private func fresh() throws -> (ProviderSchema, [String]) {
    let provider = try #require(SchemaCatalog(EmbeddedData.files).provider(localName: "aws"))
    return (provider, provider.typeNames(.resource))
  }

  @Test func `a type is decoded in microseconds`() throws {
    let (provider, names) = try fresh()
    var slowest = (0.0, "")
    var total = 0.0
    for name in names {
      let time = microseconds { _ = provider.resource(name) }
      total += time
      if time > slowest.0 { slowest = (time, name) }
    }
    print("decode: mean \(total / Double(names.count)) µs, slowest \(slowest.0) µs (\(slowest.1))")
    if isMeasured { #expect(total / Double(names.count) < 50) }
  }

  @Test func `a type that is known is looked up in less than a microsecond`() throws {
    let (provider, names) = try fresh()
    for name in names { _ = provider.resource(name) }
    let time = microseconds { for _ in 0..<10 { for name in names { _ = provider.resource(name) } } } / Double(names.count * 10)
    let missing = microseconds { for name in names { _ = provider.has(.resource, name + "x") } } / Double(names.count)
    let instance = try #require(provider.resource("aws_instance"))
    let member = microseconds { for _ in 0..<10_000 { _ = instance.attribute("instance_type") } } / 10_000
    print("look-up: type \(time) µs, absent type \(missing) µs, attribute \(member) µs")
    if isMeasured { #expect(time < 5 && missing < 5 && member < 1) }
  }

  @Test func `facts and implied types take microseconds`() throws {
    let (provider, names) = try fresh()
    let facts = microseconds { for name in names { _ = provider.facts(name + ".name") } } / Double(names.count)
    let schemas = names.compactMap { provider.resource($0) }
    var slowest = (0.0, "")
    for schema in schemas {
      let time = microseconds { _ = schema.impliedType }
      if time > slowest.0 { slowest = (time, schema.path) }
    }
    let types = CloudFormationCatalog(EmbeddedData.files)
    let typeNames = types.typeNames
    let shapes = microseconds { for name in typeNames { _ = types.type(name)?.shape } } / Double(typeNames.count)
    print("facts \(facts) µs; slowest implied type \(slowest.0) µs (\(slowest.1)); CloudFormation type \(shapes) µs")
    if isMeasured { #expect(facts < 10 && shapes < 50) }
  }
}
