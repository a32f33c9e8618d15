@testable import HCLValues
import TestSupport
import Testing

@Suite struct ConversionConformanceTests {
  static let convert = try? JSON.shared("conformance/language/cty_convert.json")?["tables"]
  static let typeexpr = try? JSON.shared("conformance/language/typeexpr.json")?["tables"]

  func rows(_ name: String) -> [(name: String, row: JSON)] { Self.convert?[name + ":tests"]?.rows ?? [] }

  @Test func `values convert as in the reference`() {
    let precise = "says which attribute the elements of the map do not fit, where the reference only says that they do not"
    conform("convert", rows("TestConvert"), except: ["43": precise]) { row in
      let value = try TypedJSON.value(try row.required("Value"))
      let type = try TypedJSON.type(try row.required("Type"))
      guard let message = row["WantError"]?.string else {
        return difference(try value.converted(to: type), try TypedJSON.value(try row.required("Want")))
      }
      do throws(ConversionError) {
        let result = try value.converted(to: type)
        return "is \(debugText(result)), should be “\(message)”"
      } catch {
        return mismatch(error, message)
      }
    }
  }

  private func mismatch(_ error: ConversionError, _ message: String) -> String? {
    let (own, wanted) = (ConversionFault(error), ConversionFault(reference: message))
    return own == wanted ? nil : "is “\(own)” (\(error.reason)), should be “\(wanted)” (\(message))"
  }

  @Test func `types unify as in the reference`() {
    conform("unify", rows("TestUnify")) { row in
      let types = try (row["Input"]?.array ?? []).map(TypedJSON.type)
      let wanted = try row["WantType"].flatMap { $0["$niltype"] == nil ? try TypedJSON.type($0) : nil }
      let result = ValueType.unify(types, isUnsafe: false)
      if result != wanted {
        return "is \(result.map(\.description) ?? "nothing"), should be \(wanted.map(\.description) ?? "nothing")"
      }
      // Whether each of them must be converted.
      let conversions = (row["WantConversions"]?.array ?? []).map { $0.bool ?? true }
      // Beside a type that is not known every value becomes one that is not, also where that is its type already.
      let own = result.map { common in types.map { common == .dynamic || $0 != common } } ?? []
      return own == conversions ? nil : "conversions are \(own), should be \(conversions)"
    }
  }

  @Test func `types that do not convert are told apart`() {
    conform("mismatch", rows("TestMismatchMessage")) { row in
      let own = try TypedJSON.type(try row.required("GotType"))
      let wanted = try TypedJSON.type(try row.required("WantType"))
      guard !own.canConvert(to: wanted, isUnsafe: false) else { return "converts" }
      return mismatch(ConversionMismatch.error(own, wanted), try row.required("WantMsg").string ?? "")
    }
  }

  @Test func `types are ordered by how much converts to them`() {
    conform("compare types", rows("TestCompareTypes")) { row in
      let order = try TypedJSON.type(row.required("A")).generality(against: TypedJSON.type(row.required("B")))
      return order == row["Want"]?.int ? nil : "is \(order)"
    }
    conform("sort types", rows("TestSortTypes")) { row in
      let sorted = try ValueType.sorted((row["Input"]?.array ?? []).map(TypedJSON.type))
      return try sorted == (row["Want"]?.array ?? []).map(TypedJSON.type) ? nil : "are \(sorted)"
    }
    let capsules = rows("TestConvertCapsuleType")
    conform(
      "convert capsules", capsules, excluding: Dictionary(uniqueKeysWithValues: capsules.map { ($0.name, OperationConformanceTests.capsule) })
    ) { _ in nil }
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
