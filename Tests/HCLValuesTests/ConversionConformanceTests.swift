import HCLValues
import TestSupport
import Testing

@Suite struct ConversionConformanceTests {
  static let convert = try? JSON.shared("conformance/language/cty_convert.json")?["tables"]
  static let typeexpr = try? JSON.shared("conformance/language/typeexpr.json")?["tables"]

  func rows(_ name: String) -> [(name: String, row: JSON)] { Self.convert?[name + ":tests"]?.rows ?? [] }

  @Test func `values convert as in the reference`() {
    conform("convert", rows("TestConvert")) { row in
      let value = try TypedJSON.value(try row.required("Value"))
      let type = try TypedJSON.type(try row.required("Type"))
      let result = Result { try value.converted(to: type) }
      if row["WantError"]?.string != nil || row["WantError"]?.bool == true {
        if case .success(let value) = result { return "is \(debugText(value)), should be an error" }
        return nil
      }
      return difference(try result.get(), try TypedJSON.value(try row.required("Want")))
    }
  }

  @Test func `types unify as in the reference`() {
    conform("unify", rows("TestUnify")) { row in
      let types = try (row["Input"]?.array ?? []).map(TypedJSON.type)
      let wanted = try row["WantType"].flatMap { $0["$niltype"] == nil ? try TypedJSON.type($0) : nil }
      let result = ValueType.unify(types, isUnsafe: false)
      return result == wanted
        ? nil : "is \(result.map(\.description) ?? "nothing"), should be \(wanted.map(\.description) ?? "nothing")"
    }
  }

  @Test func `types that do not convert are told apart`() {
    conform("mismatch", rows("TestMismatchMessage")) { row in
      let own = try TypedJSON.type(try row.required("GotType"))
      let wanted = try TypedJSON.type(try row.required("WantType"))
      guard !own.canConvert(to: wanted, isUnsafe: false) else { return "converts" }
      return nil
    }
  }

  @Test func `defaults are applied as in the reference`() throws {
    guard let table = Self.typeexpr?["TestDefaults_Apply"]?.array?.first?["rows"] else { return }
    conform("defaults", table.rows) { row in
      let defaults = try self.defaults(try row.required("defaults"))
      let result = defaults.apply(to: try TypedJSON.value(try row.required("value")))
      return difference(result, try TypedJSON.value(try row.required("want")))
    }
  }

  func defaults(_ json: JSON) throws -> TypeDefaults {
    TypeDefaults(
      type: try TypedJSON.type(try json.required("Type")),
      values: try (json["DefaultValues"]?.object ?? [:]).mapValues(TypedJSON.value),
      children: try (json["Children"]?.object ?? [:]).mapValues(defaults))
  }

  @Test func `types print as in the reference`() {
    let table = Self.typeexpr?["TestTypeString"]?.array?.first?["rows"]
    conform("type text", table?.rows ?? []) { row in
      let text = try TypedJSON.type(try row.required("Type")).description
      let wanted = try row.required("Want").string
      return text == wanted ? nil : "is \(text), should be \(wanted ?? "")"
    }
  }
}
