import Foundation
import PackedData
@testable import Schemas
import TestSupport
import Testing

/// Earlier major versions, which are kept as differences.
struct PreviousVersionTests {
  private func sections(_ text: String) -> [String: String] {
    var sections: [String: String] = [:]
    var heading = ""
    for line in text.split(separator: "\n").dropFirst() {
      if line.first == " " { sections[heading]?.append("\(line)\n") } else { heading = String(line) }
      if sections[heading] == nil { sections[heading] = "" }
    }
    return sections
  }

  /// The lines of a section with shapes written out where they are used, whatever their names.
  private func writtenOut(_ lines: String, around: [String] = [], _ shape: (String) -> String?) -> String {
    var result = ""
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " @", maxSplits: 1)
      guard parts.count == 2 else {
        result += "\(line)\n"
        continue
      }
      let name = String(parts[1].prefix { $0 != " " })
      result += "\(parts[0])\(parts[1].dropFirst(name.count))\n"
      guard !around.contains(name), let inner = shape(name) else { continue }
      let indentation = String(repeating: " ", count: line.prefix { $0 == " " }.count)
      for innerLine in writtenOut(inner, around: around + [name], shape).split(separator: "\n") { result += "\(indentation)\(innerLine)\n" }
    }
    return result
  }

  /// Blocks of a provider's configuration of which the material says any number, where the provider takes one.
  private static let corrections = [
    "azurerm-3": (" features {list 1..}\n", " features {list 1..1}\n"), "google-5": (" batching {list 0..}\n", " batching {list 0..1}\n"),
  ]

  @Test(arguments: ["aws-5", "azurerm-3", "google-5"])
  func `a difference gives the whole text of the version back`(_ name: String) throws {
    guard let shared = ProjectRoot.shared else { return }
    var whole = sections(try String(contentsOf: shared.appendingPathComponent("facts/schemas/\(name).txt"), encoding: .utf8))
    if let (wrong, right) = Self.corrections[name] { whole["config"] = whole["config"]?.replacingOccurrences(of: wrong, with: right) }
    let newest = try #require(EmbeddedData.files.file("Providers/\(name.prefix { $0 != "-" }).txt"))
    let text = ProviderText(difference: try #require(EmbeddedData.files.file("PreviousProviders/\(name).txt")), newest: newest)
    func lines(_ heading: String) -> String? {
      text.section(heading).map { section in
        section.text.withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[section.range]), as: UTF8.self) }
      }
    }
    let headings = whole.keys.filter { !$0.hasPrefix("shape ") }
    let differing = headings.filter { heading in
      lines(heading).map { writtenOut($0) { lines("shape \($0)") } } != whole[heading].map { writtenOut($0) { whole["shape \($0)"] } }
    }
    for keyword in ["resource ", "data "] {
      #expect(text.headings(withPrefix: keyword) == headings.filter { $0.hasPrefix(keyword) }.sorted())
    }
    print("\(name): \(headings.count - differing.count) of \(headings.count) sections")
    #expect(differing.isEmpty)
  }

  @Test func `versions come newest first, and share what is known of values`() throws {
    let versions = SchemaCatalog.standard.versions(ofSource: "registry.terraform.io/hashicorp/aws")
    #expect(versions.map { $0.version.prefix { $0 != "." } } == ["6", "5"])
    #expect(SchemaCatalog.standard.versions(ofSource: "hashicorp/null").count == 1)
    #expect(SchemaCatalog.standard.versions(ofSource: "nobody/aws").isEmpty)
    let earlier = try #require(versions.last)
    #expect(earlier.resource("aws_eip")?.attribute("vpc") != nil)
    #expect(versions.first?.resource("aws_eip")?.attribute("vpc") == nil)
    #expect(earlier.resource("aws_opsworks_application") != nil)
    #expect(!SchemaCatalog.standard.providerNames.contains { $0.contains("-") })
    #expect(earlier.facts("aws_instance.tenancy")?.allowedValues == versions.first?.facts("aws_instance.tenancy")?.allowedValues)
  }

  @Test func `a damaged difference gives fewer lines, never a crash`() {
    let newest = Array(" a\n b\n c\n".utf8)
    for (difference, expected) in [
      (" =1\n - b\n + x\n", " a\n x\n c\n"), (" =99\n + x\n", " a\n b\n c\n x\n"), (" =\n -\n", " b\n c\n"), (" =1\n", " a\n b\n c\n"),
      (" nonsense\n", " a\n b\n c\n"), (" +", "\n a\n b\n c\n"), ("", " a\n b\n c\n"),
    ] {
      let bytes = Array(difference.utf8)
      let found = bytes.withUnsafeBufferPointer { bytes in
        newest.withUnsafeBufferPointer { SectionDifference.apply(bytes, 0..<bytes.count, to: $0, 0..<$0.count) }
      }
      #expect(String(decoding: found, as: UTF8.self) == expected, "\(difference)")
    }
  }
}
