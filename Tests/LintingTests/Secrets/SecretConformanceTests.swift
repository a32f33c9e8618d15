import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import Linting

/// Credentials of the shapes that other tools know, written into every place of a configuration; and what looks like one and is none.
@Suite struct SecretConformanceTests {
  /// Shapes whose values are no secrets, or cannot be told from values that are none; the list only shrinks.
  private static let missed: [String: String] = [
    "trivy asana-client-id": "sixteen digits that every sign-in shows: an identifier, not a secret",
    "trivy discord-client-id": "eighteen digits that every invitation shows: an identifier, not a secret",
    "trivy stripe-publishable-token": "publishable keys stand in every page that takes payments",
    "trivy gcp-service-account": "the pattern is the type alone; a key file is found by its private key",
    "trivy aws-access-key-id":
      "AGPA, AIDA, AROA, AIPA, ANPA and ANVA are identifiers of users, roles and groups, which policies name",
    "detect-secrets Artifactory Credentials 2":
      "the pattern lets two lines of anything stand between the service's name and the value",
    "detect-secrets Cloudant Credentials 2":
      "“cloupw” names neither a service nor a password in a way that can be told from words",
    "trivy aws-secret-access-key": "some values have an equals sign inside, which no key of AWS has",
  ]

  @Test func `credentials of every known shape are found in five places`() throws {
    guard let secrets = try SecretShapeTable.secrets() else { return }
    var total = (found: 0, all: 0)
    var missesByShape: [String: [String]] = [:]
    for place in SecretPlace.allCases {
      let found = Self.found(secrets.map { ($0.name ?? "setting", $0.value) }, in: place)
      for (index, secret) in secrets.enumerated() where !found.contains(index) {
        missesByShape[secret.shape, default: []].append("\(place.rawValue): \(secret.name ?? "") \(secret.value.prefix(160))")
      }
      print("secrets in \(place.rawValue): \(found.count) of \(secrets.count)")
      #expect(found.count * 100 >= secrets.count * 95, "\(place.rawValue)")
      total = (total.found + found.count, total.all + secrets.count)
    }
    print("secrets of \(Set(secrets.map(\.shape)).count) shapes in five places: \(total.found) of \(total.all)")
    for (shape, misses) in missesByShape.sorted(by: { $0.key < $1.key }) where Self.missed[shape] == nil {
      Issue.record("\(shape) is missed:\n  \(misses.joined(separator: "\n  "))")
    }
    for shape in Self.missed.keys.sorted() where missesByShape[shape] == nil {
      Issue.record("\(shape) is found: it need not be listed any more")
    }
  }

  @Test func `every shape gives values`() throws {
    guard let secrets = try SecretShapeTable.secrets() else { return }
    let counts = Dictionary(grouping: secrets, by: \.shape).mapValues(\.count)
    #expect(counts.count >= 129)
    for (shape, count) in counts.sorted(by: { $0.key < $1.key }) {
      #expect(count == SecretShapeTable.samplesPerShape, "\(shape)")
    }
  }

  @Test func `what looks like a secret and is none stays silent in five places`() {
    for place in SecretPlace.allCases {
      let values = HarmlessValues.all
      let found = Self.found(values.map { ($0.name, $0.value) }, in: place)
      print("harmless values in \(place.rawValue): \(values.count - found.count) of \(values.count) silent")
      for index in found.sorted() { Issue.record("\(place.rawValue): \(values[index].name) = \(values[index].value)") }
    }
  }

  /// The positions of the values for which a secret is reported, when each stands in a place of its own.
  private static func found(_ values: [(name: String, value: String)], in place: SecretPlace) -> Set<Int> {
    var files: [String: String] = [:]
    for (index, value) in values.enumerated() {
      files.merge(place.files(value.name, value.value, form: index, index: index)) { $1 }
    }
    let report = lint(files, RuleSelection(select: ["secrets"]))
    let paths = Set(
      report.findings.filter { $0.category == .secrets && $0.rule != "aws-secret-in-state" }.map(\.primary.range.file.path))
    return Set(values.indices.filter { index in paths.contains { $0.hasPrefix("case\(index).") } })
  }
}
