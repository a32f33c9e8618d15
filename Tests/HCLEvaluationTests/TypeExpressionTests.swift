import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TestSupport
import Testing

/// Type constraints, the defaults in them, and conversion by them.
@Suite struct TypeExpressionTests {
  private static func table(_ name: String) throws -> [(name: String, row: JSON)]? {
    try JSON.shared("conformance/language/typeexpr.json")?["tables"]?[name]?.array?.first?["rows"]?.rows
  }

  private static func read(_ source: String) -> (type: ValueType, defaults: TypeDefaults?, errors: [Diagnostic]) {
    let (expression, problems) = parseExpression(SourceFile(path: "test.hcl", text: source))
    let (type, defaults, diagnostics) = typeConstraint(expression)
    return (type, defaults, (problems + diagnostics).filter { $0.severity == .error })
  }

  @Test func `type constraints are read`() throws {
    guard let rows = try Self.table("TestGetType"), let json = try Self.table("TestGetTypeJSON") else { return }
    // Rows that ask for exact types, or for constraints without defaults, and get an error for what only the other form may have.
    let foreign = "a form of types that no part of the language asks for"
    let excluded = ["3": foreign, "20": foreign, "39": foreign, "40": foreign, "42": foreign]
    conform("type constraints", rows, excluding: excluded) { row in
      try Self.difference(Self.read(row["Source"]?.string ?? ""), row)
    }
    conform("type constraints in JSON", json) { row in
      let file = parseJSONConfiguration(SourceFile(path: "test.tf.json", text: row["Source"]?.string ?? ""), schema: JSONBlockSchema([:]))
      guard let expression = BodySyntax(tree: file.tree, id: file.tree.root).attribute("expr")?.expression else { return "no expression" }
      return try Self.difference(typeConstraint(expression), row)
    }
  }

  private static func difference(_ result: (type: ValueType, TypeDefaults?, errors: [Diagnostic]), _ row: JSON) throws -> String? {
    let wanted = try TypedJSON.type(row.required("Want"))
    if result.type.description != wanted.description { return "is \(result.type), should be \(wanted)" }
    let message = row["WantError"]?.string ?? ""
    if result.errors.isEmpty != message.isEmpty { return "should report \(message), reports \(result.errors.map(\.detail))" }
    guard let detail = result.errors.first?.detail, !isSame(detail, message) else { return nil }
    return "should report \(message), reports \(detail)"
  }

  /// Whether our detail says what the reference's does: each of its reasons by a part of it, with the part of ours.
  private static func isSame(_ own: String, _ message: String) -> Bool {
    let reasons: [(reference: String, own: String)] = [
      ("list type constructor requires one argument", "“list”"), ("map type constructor requires one argument", "“map”"),
      ("set type constructor requires one argument", "“set”"), ("object type constructor requires", "“object”"),
      ("tuple type constructor requires", "“tuple”"), ("does not expect arguments", "takes no arguments"),
      ("keys must be attribute names", "name of an attribute"), ("is not a valid type specification", "no type named"),
      ("requires a map whose keys", "“object” takes"), ("requires a list of element types", "“tuple” takes"),
      ("is not a valid type constructor", "no type constructor"), ("either a primitive type keyword", "a type keyword or a call"),
      ("requires the attribute type as its argument", "“optional” takes a type"), ("at most two arguments", "“optional” takes a type"),
      ("number required, but have bool", "A number is required, but this is a bool"), ("keys must be unique", "stands twice"),
      ("valid only as a modifier", "“optional” may stand only"),
    ]
    return reasons.contains { message.contains($0.reference) && own.contains($0.own) }
  }

  @Test func `forms of early versions are types of variables alone`() {
    for (source, type) in [("list", ValueType.list(.dynamic)), ("map", .map(.dynamic)), ("\"string\"", .string), ("\"list\"", .list(.string))] {
      let (expression, _) = parseExpression(SourceFile(path: "test.hcl", text: source))
      #expect(variableTypeConstraint(expression).0 == type)
      #expect(variableTypeConstraint(expression).2.isEmpty)
      #expect(!typeConstraint(expression).2.isEmpty)
      #expect(!evaluated("convert([], \(source))").errors.isEmpty)
    }
  }

  @Test func `defaults of optional attributes are read`() throws {
    guard let rows = try Self.table("TestGetTypeDefaults") else { return }
    conform("optional defaults", rows) { row in
      let (_, defaults, errors) = Self.read(row["Source"]?.string ?? "")
      let message = row["WantError"]?.string ?? ""
      if errors.isEmpty != message.isEmpty { return "should report \(message), reports \(errors.map(\.detail))" }
      if let detail = errors.first?.detail, !Self.isSame(detail, message) { return "should report \(message), reports \(detail)" }
      return try Self.difference(defaults, row["Want"])
    }
  }

  private static func difference(_ defaults: TypeDefaults?, _ want: JSON?) throws -> String? {
    guard let want, !want.isNull else { return defaults == nil ? nil : "there should be none" }
    guard let defaults else { return "there are none" }
    let type = try TypedJSON.type(want["Type"] ?? .null)
    if defaults.type != type { return "type \(defaults.type), should be \(type)" }
    let values = want["DefaultValues"]?.object ?? [:]
    if Set(values.keys) != Set(defaults.values.keys) { return "values for \(defaults.values.keys.sorted())" }
    for (name, value) in values {
      let expected = try TypedJSON.value(value)
      guard let own = defaults.values[name], own.isIdentical(to: expected) else {
        return "\(name) is \(defaults.values[name].map(debugText) ?? "missing"), should be \(debugText(expected))"
      }
    }
    let children = want["Children"]?.object ?? [:]
    if Set(children.keys) != Set(defaults.children.keys) { return "children \(defaults.children.keys.sorted())" }
    for (name, child) in children {
      if let problem = try difference(defaults.children[name], child) { return "\(name): \(problem)" }
    }
    return nil
  }

  @Test func `convert converts by a type`() throws {
    guard let first = try Self.table("TestConvertFunc"), let second = try Self.table("TestTypeConversionConstraint") else { return }
    conform("convert", first.map { ("A\($0.name)", $0.row) } + second) { row in
      let constraint = try row["ConstraintExpr"]?.string ?? TypedJSON.type(row["ty"]?["args"]?.array?.first ?? .null).description
      let input = try TypedJSON.value(row["InputValue"] ?? row["val"] ?? .null)
      let (value, errors) = evaluated("convert(x, \(constraint))", Attributes([("x", input)]))
      let message = row["wantErr"]?.string ?? row["WantError"]?.string ?? ""
      if errors.isEmpty != message.isEmpty { return "should report “\(message)”, reports \(errors.map(\.detail))" }
      guard message.isEmpty else {
        let missing = facts(message).filter { !errors[0].detail.contains($0) }
        return missing.isEmpty ? nil : "does not name \(missing): \(errors[0].detail)"
      }
      let expected = try TypedJSON.value(row["want"] ?? row["WantValue"] ?? .null)
      return value.isIdentical(to: expected) ? nil : "is \(debugText(value)), should be \(debugText(expected))"
    }
  }
}
