import Foundation
@testable import Schemas
import PackedData
import Testing

/// What the readers count in one catalog.
private struct Counts: Equatable {
  var types = 0
  var shapes = 0
  var members = 0
  var directives = 0
  /// How often each flag occurs.
  var flags: [String: Int] = [:]

  mutating func add(_ flag: String, _ isPresent: Bool) {
    if isPresent { flags[flag, default: 0] += 1 }
  }

  mutating func add(_ member: TargetMember) {
    members += 1
    let flags = member.flags
    let facts = flags.facts
    add("in", facts.allowedValues != nil && !facts.isCaseInsensitive)
    add("inci", facts.allowedValues != nil && facts.isCaseInsensitive)
    add("enum", facts.unlistedValueCount != nil)
    add("items", flags.items != nil && member.bounds == nil)
    add("unordered", flags.isUnordered)
    add("keys", !flags.keys.isEmpty)
    add("merge", flags.mergeKey != nil)
    add("atomic", flags.isAtomic)
    add("new", flags.isCreateOnly)
    add("newif", flags.isConditionallyCreateOnly)
    add("wo", flags.isWriteOnly)
    add("deprecated", facts.isDeprecated)
    add("since", flags.since != nil)
    add("fmt", facts.format != nil)
    add("rel", flags.reference != nil)
    add("len", facts.length != nil)
    add("range", facts.lowerBound != nil || facts.upperBound != nil)
    add("default", flags.defaultValue != nil)
    add("matches", facts.pattern != nil)
  }
}

/// Decodes all of a catalog, each shape once, and counts.
private func counts(of name: String, types: [TargetType], sourceLocation: SourceLocation = #_sourceLocation) throws -> Counts {
  let text = try String(
    contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Schemas/Data/Targets/\(name).txt").standardizedFileURL, encoding: .utf8)
  let names = text.split(separator: "\n").filter { $0.hasPrefix("shape ") }.map { String($0.dropFirst(6)) }
  var counts = Counts(types: types.count, shapes: names.count)
  let known = Set(names)
  func visit(_ type: TargetValueType) {
    switch type {
    case .list(let element), .set(let element), .map(let element): visit(element)
    case .union(let alternatives): alternatives.forEach(visit)
    case .object(let reference):
      if let name = reference.name {
        #expect(known.contains(name), "\(name)", sourceLocation: sourceLocation)
      } else {
        visit(reference.shape)
      }
    case .string, .integer, .number, .boolean, .freeObject, .json, .any, .intOrString, .quantity, .time, .microTime: break
    }
  }
  func visit(_ shape: TargetShape) {
    for member in shape.members + [shape.undeclared].compactMap(\.self) {
      counts.add(member)
      visit(member.type)
    }
    if !shape.variants.isEmpty { counts.members += 1 }
    let directives = shape.directives
    counts.directives += directives.rules.count + directives.gone.count + directives.alternativeIdentifiers.count
    counts.directives +=
      [
        !directives.primaryIdentifier.isEmpty, !directives.readableAttributes.isEmpty, directives.tagsProperty != nil,
        directives.status != nil, directives.replacementStrategy != nil, directives.memberCount != nil,
        !directives.undeclaredRequired.isEmpty, directives.isOpen, directives.since != nil, directives.unionDiscriminator != nil,
        directives.nameSegments != nil, directives.scope != nil, !directives.standardMembers.isEmpty,
        !directives.childTypes.isEmpty,
      ].filter(\.self).count
  }
  guard let catalog = types.first?.catalog else { return counts }
  for type in types { visit(catalog.shape(.lines(type.range, depth: 1))) }
  for name in names { visit(catalog.shape(.named(name))) }
  let lines = text.split(separator: "\n").filter { $0.first == " " }.map { $0.drop { $0 == " " } }
  let memberLines = lines.filter { $0.first != "%" }.count
  #expect(counts.members == memberLines, sourceLocation: sourceLocation)
  #expect(counts.directives == lines.count - memberLines, sourceLocation: sourceLocation)
  print("\(name): \(counts.types) types, \(counts.shapes) shapes, \(counts.members) of \(memberLines) members")
  return counts
}

@Test func `every CloudFormation type decodes`() throws {
  let catalog = CloudFormationCatalog.standard
  let counts = try counts(of: "cloudformation", types: catalog.typeNames.compactMap { catalog.type($0) })
  #expect(counts.types == 1585)
  #expect(counts.shapes == 1250)
  #expect(counts.members == 37_156)
  #expect(
    counts.flags == [
      "len": 7686, "matches": 6143, "new": 3808, "in": 3569, "unordered": 2220, "fmt": 1656, "range": 1229, "wo": 987,
      "items": 778,
      "default": 393, "newif": 157, "deprecated": 91, "inci": 41, "enum": 37, "rel": 20, "keys": 10,
    ])
  let readable = catalog.typeNames.compactMap { catalog.type($0)?.shape.directives.readableAttributes.count }.reduce(0, +)
  #expect(readable == 5295)
}

@Test func `every Kubernetes kind decodes`() throws {
  let types = KubernetesCatalog.standard.types
  let counts = try counts(of: "kubernetes-api", types: types)
  #expect(counts.types == 433)
  #expect(types.filter(\.isGone).count == 108)
  #expect(counts.shapes == 726)
  #expect(counts.flags == ["atomic": 444, "fmt": 280, "since": 198, "keys": 112, "merge": 92])
  for type in types where !type.isGone { #expect(!type.shape.members.isEmpty, "\(type.name)") }
}

@Test func `every ARM type decodes`() throws {
  let counts = try counts(of: "arm", types: ARMCatalog.standard.types)
  #expect(counts.types == 125)
  #expect(counts.shapes == 198)
  #expect(counts.members == 5248)
  #expect(counts.flags == ["in": 753, "range": 96, "default": 85, "matches": 84, "len": 41, "fmt": 28, "enum": 1])
}
