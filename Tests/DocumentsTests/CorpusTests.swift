import Diagnostics
import Documents
import Foundation
import SourceText
import TestSupport
import Testing

@Suite struct CorpusTests {
  /// Files of the corpus and the conformance data with one of the endings, up to 1 MB each, in the order of their paths.
  private func files(_ endings: [String]) -> [URL] {
    guard let shared = ProjectRoot.shared else { return [] }
    return ["corpus", "conformance"].flatMap { folder -> [URL] in
      let all = FileManager.default.enumerator(
        at: shared.appendingPathComponent(folder), includingPropertiesForKeys: [.fileSizeKey])
      return (all?.compactMap { $0 as? URL } ?? []).filter { url in
        let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
        return endings.contains(url.pathExtension) && size < 1_000_000
      }
    }.sorted { $0.path < $1.path }
  }

  /// Files on which Foundation and RFC 8259 disagree.
  private let accepted = [
    // A trailing comma, which Foundation lets pass.
    "cloud-foundation-fabric/.vscode/settings.json"
  ]

  @Test func `JSON files mean what Foundation reads in them, and are refused where it refuses them`() throws {
    let files = files(["json"])
    var agreeing = 0
    for url in files {
      let data = try Data(contentsOf: url)
      let reading = JSONReader.read(SourceFile(path: url.path, bytes: Array(data)), options: .init(duplicateKeys: .accept))
      let reference = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as? NSObject
      let own = reading.validDocument.map { JSONWriter().write($0.document) }
      let read =
        try own.map { try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed) as? NSObject } ?? nil
      let isAccepted = accepted.contains { url.path.hasSuffix($0) }
      if reference == read { agreeing += 1 }
      #expect((reference == read) != isAccepted, "\(url.path)")
    }
    print("JSON files: \(agreeing) of \(files.count)")
  }

  @Test func `YAML files that are written again read back equal`() throws {
    let files = files(["yaml", "yml"])
    var agreeing = 0
    var refused = 0
    for url in files {
      let file = SourceFile(path: url.path, bytes: Array(try Data(contentsOf: url)))
      let reading = YAMLReader.read(file, options: .cloudFormation)
      if reading.diagnostics.hasErrors { refused += 1 }
      let documents = reading.documents.map(\.document)
      let again = YAMLReader.read(text: YAMLWriter().write(documents: documents), options: .cloudFormation)
      let isEqual =
        again.documents.count == documents.count
        && zip(again.documents, documents).allSatisfy { $0.document.isEquivalent(to: $1) }
      if isEqual, again.diagnostics.isEmpty { agreeing += 1 } else { Issue.record("\(url.path) reads back differently") }
    }
    print("YAML files: \(agreeing) of \(files.count), of them \(refused) that are not valid YAML")
  }
}
