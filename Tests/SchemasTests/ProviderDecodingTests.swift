import Foundation
import HCLValues
@testable import Schemas
import Testing

/// Counts what a text says, line by line, in another way than the decoder.
private struct TextCounts: Equatable {
  var attributes = 0
  var blocks = 0
}

@Test func `every type of every provider decodes to the members that its text has`() throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Schemas/Data/Providers").standardizedFileURL
  let catalog = SchemaCatalog.standard
  var types = 0
  var right = 0
  var wrong: [String] = []
  for name in catalog.providerNames {
    let provider = try #require(catalog.provider(localName: name))
    let text = try String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
    var expected: [String: TextCounts] = [:]
    var heading = ""
    for line in text.split(separator: "\n") {
      if line.first != " " {
        heading = String(line)
        expected[heading] = TextCounts()
      } else if line.dropFirst().first != " " {
        if line.dropFirst().split(separator: " ", maxSplits: 1)[1].first == "{" {
          expected[heading]?.blocks += 1
        } else {
          expected[heading]?.attributes += 1
        }
      }
    }
    let kinds: [(String, ProviderSchema.Kind)] = [("resource ", .resource), ("data ", .dataSource)]
    for (prefix, kind) in kinds {
      let names = provider.typeNames(kind)
      #expect(Set(names) == Set(expected.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }))
      for type in names {
        types += 1
        let schema = try #require(provider.schema(kind, type))
        let counts = TextCounts(attributes: schema.attributes.count, blocks: schema.nestedBlocks.count)
        if counts == expected[prefix + type] { right += 1 } else { wrong.append("\(prefix)\(type)") }
      }
    }
  }
  print("provider types: \(right) of \(types)")
  #expect(wrong.isEmpty)
  #expect(types == 6737)
}

@Test func `every level of every type decodes, and shapes that occur in it exist`() throws {
  var levels = 0
  var missing: [String] = []
  for name in SchemaCatalog.standard.providerNames {
    let provider = try #require(SchemaCatalog.standard.provider(localName: name))
    // Shapes are visited once each: the tree below a type may have no end.
    var visited: Set<String> = []
    func visit(_ content: BlockContent) {
      levels += 1
      for attribute in content.attributes { if let nested = attribute.nested { visit(nested.source) } }
      for block in content.blocks {
        if let maximum = block.bounds.maximum, maximum < block.bounds.minimum { missing.append("\(name) \(block.name) bounds") }
        visit(block.source)
      }
    }
    func visit(_ source: BlockContent.Source) {
      switch source {
      case .anything: return
      case .shape(let name):
        guard visited.insert(name).inserted else { return }
      case .lines: break
      }
      let content = provider.content(source)
      if content.isOpaque || (content.isEmpty && isShape(source)) { missing.append("\(name) \(source)") }
      visit(content)
    }
    for kind in ProviderSchema.Kind.allCases {
      for type in provider.typeNames(kind) {
        let schema = try #require(provider.schema(kind, type))
        #expect(schema.attributes.map(\.name) == schema.attributes.map(\.name).sorted())
        visit(schema.content)
      }
    }
  }
  print("levels: \(levels)")
  #expect(missing.isEmpty)
  #expect(levels > 15_000)
}

private func isShape(_ source: BlockContent.Source) -> Bool {
  switch source {
  case .shape: true
  case .lines, .anything: false
  }
}

@Test func `every type implies an object type`() throws {
  for name in SchemaCatalog.standard.providerNames {
    let provider = try #require(SchemaCatalog.standard.provider(localName: name))
    for kind in ProviderSchema.Kind.allCases {
      for type in provider.typeNames(kind) {
        let schema = try #require(provider.schema(kind, type))
        guard case .object(let object) = schema.impliedType else {
          Issue.record("\(type) has no object type")
          continue
        }
        #expect(object.attributes.count == schema.attributes.count + schema.nestedBlocks.count, "\(type)")
      }
    }
  }
}

@Test func `every fact stands at a path that its provider has`() throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Schemas/Data/Providers").standardizedFileURL
  var facts = 0
  var lost: [String] = []
  var unread: [String] = []
  for name in ["aws", "azurerm", "datadog", "google"] {
    let provider = try #require(SchemaCatalog.standard.provider(localName: name))
    let text = try String(contentsOf: folder.appendingPathComponent("\(name).facts.txt"), encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() where !line.hasPrefix("set ") {
      facts += 1
      let path = String(line.prefix { $0 != " " })
      let known = provider.facts(path)
      if known == nil || known == ValueFacts() { unread.append(path) }
      if line.contains(" in ") != (known?.allowedValues?.isEmpty == false) && !line.contains(" matches ") { unread.append(path) }
      if line.hasSuffix("/"), line.contains(" matches /") != (known?.pattern?.isEmpty == false) { unread.append(path) }
      var parts = path.split(separator: ".").map(String.init)
      let kind: ProviderSchema.Kind = parts[0] == "data" ? .dataSource : .resource
      if kind == .dataSource { parts.removeFirst() }
      guard var block = provider.schema(kind, parts[0]) else {
        lost.append(path)
        continue
      }
      for (index, part) in parts.enumerated().dropFirst() {
        if let nested = block.nestedBlock(part) {
          block = nested.block
          if index == parts.count - 1, known?.isSensitive == true, !nested.isSensitive { lost.append(path) }
        } else if let attribute = block.attribute(part) {
          if index == parts.count - 1, known?.isSensitive == true, !attribute.isSensitive { lost.append(path) }
          break
        } else {
          lost.append(path)
          break
        }
      }
    }
  }
  print("facts: \(facts - lost.count) of \(facts)")
  #expect(lost.isEmpty)
  #expect(unread.isEmpty)
  #expect(facts >= 9000)
}
