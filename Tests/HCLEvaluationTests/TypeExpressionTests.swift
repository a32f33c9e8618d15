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
    guard let rows = try Self.table("TestGetType") else { return }
    let except = [
      "5": "Terraform takes the bare keyword list for a variable, meaning list(any)",
      "6": "Terraform takes the bare keyword map for a variable, meaning map(any)",
      "41": "an attribute without a type may have any, so that uses of it are not errors too",
      "24": "a quoted name of an attribute is as good as a bare one",
    ]
    conform("type constraints", rows, except: except) { row in
      let (type, _, errors) = Self.read(row["Source"]?.string ?? "")
      let wanted = try TypedJSON.type(row["Want"] ?? .null)
      let message = row["WantError"]?.string ?? ""
      // There are constraints only: what must not stand in an exact type, or without defaults, may stand in one.
      if message.contains("not for exact types") || message.contains("expects only one argument") { return errors.isEmpty ? nil : "reports" }
      let isAllowed = message.contains("exact type") || message.contains("expects only one argument")
      if type.description != wanted.description { return "is \(type), should be \(wanted)" }
      return errors.isEmpty == (message.isEmpty || isAllowed) ? nil : "should report \(message), reports \(errors.map(\.detail))"
    }
  }

  @Test func `defaults of optional attributes are read`() throws {
    guard let rows = try Self.table("TestGetTypeDefaults") else { return }
    conform("optional defaults", rows) { row in
      let (_, defaults, errors) = Self.read(row["Source"]?.string ?? "")
      let message = row["WantError"]?.string ?? ""
      if errors.isEmpty != message.isEmpty { return "should report \(message), reports \(errors.map(\.detail))" }
      // After an error what could be read is nobody's to use.
      if !message.isEmpty { return nil }
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
      guard message.isEmpty else { return nil }
      let expected = try TypedJSON.value(row["want"] ?? row["WantValue"] ?? .null)
      return value.isIdentical(to: expected) ? nil : "is \(debugText(value)), should be \(debugText(expected))"
    }
  }
}
