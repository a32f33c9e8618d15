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

  @Test(arguments: ["aws-5", "azurerm-3", "google-5"])
  func `a difference gives the whole text of the version back`(_ name: String) throws {
    guard let shared = ProjectRoot.shared else { return }
    let whole = sections(try String(contentsOf: shared.appendingPathComponent("facts/schemas/\(name).txt"), encoding: .utf8))
    let newest = try #require(EmbeddedData.files.file("Providers/\(name.prefix { $0 != "-" }).txt"))
    let text = ProviderText(difference: try #require(EmbeddedData.files.file("PreviousProviders/\(name).txt")), newest: newest)
    var differing: [String] = []
    for (heading, lines) in whole {
      let found = text.section(heading).map { section in
        section.text.withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[section.range]), as: UTF8.self) }
      }
      if found != lines { differing.append(heading) }
    }
    for keyword in ["resource ", "data ", "shape "] {
      #expect(text.headings(withPrefix: keyword) == whole.keys.filter { $0.hasPrefix(keyword) }.sorted())
    }
    print("\(name): \(whole.count - differing.count) of \(whole.count) sections")
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
