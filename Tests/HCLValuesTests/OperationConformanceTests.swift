@testable import HCLValues
import TestSupport
import Testing

@Suite struct OperationConformanceTests {
  static let tables = try? JSON.shared("conformance/language/cty_values.json")?["tables"]?.array

  static let capsule = "values that only the reference has"

  func rows(_ name: String) -> [(name: String, row: JSON)] {
    (Self.tables ?? []).first { $0["func"]?.string == name }?["rows"]?.rows ?? []
  }

  func value(_ row: JSON, _ name: String) throws -> Value { try TypedJSON.value(try row.required(name)) }

  /// Rows whose result is a value.
  func conform(
    _ name: String, expected: String = "Expected", except exceptions: [String: String] = [:], _ operate: (JSON) throws -> Value
  ) {
    HCLValuesTests.conform(name, rows(name), except: exceptions) { row in
      difference(try operate(row), try value(row, expected))
    }
  }

  @Test func `arithmetic`() {
    conform("TestValueAdd") { try value($0, "LHS").adding(value($0, "RHS")) }
    conform("TestValueSubtract") { try value($0, "LHS").subtracting(value($0, "RHS")) }
    conform(
      "TestValueMultiply", except: ["19": "the table does not say that the factors were doubles, whose product prints shorter"]
    ) { try value($0, "LHS").multiplied(by: value($0, "RHS")) }
    conform("TestValueDivide") { try value($0, "LHS").divided(by: value($0, "RHS")) }
    conform("TestValueModulo") { try value($0, "LHS").modulo(value($0, "RHS")) }
    conform("TestValueNegate") { try value($0, "Receiver").negated() }
    conform("TestValueAbsolute") { try value($0, "Receiver").magnitude() }
  }

  @Test func `logic`() {
    conform("TestValueNot") { try value($0, "Receiver").not() }
    conform("TestValueAnd") { try value($0, "Receiver").and(value($0, "Other")) }
    conform("TestValueOr") { try value($0, "Receiver").or(value($0, "Other")) }
  }

  @Test func `comparison`() {
    conform("TestLessThan") { try value($0, "Receiver").isLess(than: value($0, "Other")) }
    conform("TestGreaterThan") { try value($0, "Receiver").isGreater(than: value($0, "Other")) }
    conform("TestLessThanOrEqualTo") { try value($0, "Receiver").isLessOrEqual(to: value($0, "Other")) }
    conform("TestGreaterThanOrEqualTo") { try value($0, "Receiver").isGreaterOrEqual(to: value($0, "Other")) }
  }

  @Test func `equality`() {
    let capsules = Dictionary(uniqueKeysWithValues: (77...81).map { (String($0), Self.capsule) })
    conform("TestValueEquals", except: capsules.merging(["8": "not evaluated in the table"]) { $1 }) {
      try value($0, "LHS").equals(value($0, "RHS"))
    }
    HCLValuesTests.conform(
      "TestValueRawEquals", rows("TestValueRawEquals"),
      except: Dictionary(uniqueKeysWithValues: (68...72).map { (String($0), Self.capsule) })
    ) { row in
      let result = try value(row, "LHS").isIdentical(to: value(row, "RHS"))
      return result == row["Expected"]?.bool ? nil : "is \(result)"
    }
  }

  @Test func `access`() {
    conform("TestValueGetAttr") { try value($0, "Object").attribute($0.required("AttrName").string ?? "") }
    conform("TestValueIndex") { try value($0, "Collection").index(value($0, "Key")) }
    conform("TestValueHasIndex") { try value($0, "Collection").hasIndex(value($0, "Key")) }
    conform("TestHasElement", expected: "Want") { try value($0, "Set").hasElement(value($0, "Elem")) }
  }

  @Test func `order of sets`() {
    HCLValuesTests.conform("TestSetOrder", rows("TestSetOrder")) { row in
      let a = try value(row, "a")
      let b = try value(row, "b")
      let type = a.type == .dynamic ? b.type : a.type
      // The same element twice is no order at all.
      guard row["want"]?.bool == true else { return nil }
      guard let first = Value.set(of: type, [b, a]).elements?.first else { return "no element" }
      return first.isIdentical(to: a) ? nil : "\(debugText(first)) comes first"
    }
    HCLValuesTests.conform("TestSetHashBytes", rows("TestSetHashBytes"), except: ["27": Self.capsule, "28": Self.capsule]) {
      row in
      let text = String(decoding: SetOrder.bytes(try value(row, "value")), as: UTF8.self)
      return text == row["want"]?.string ? nil : "is \(text), should be \(row["want"]?.string ?? "")"
    }
    HCLValuesTests.conform("TestHasWhollyKnownType", rows("TestHasWhollyKnownType")) { row in
      let result = try !value(row, "Value").hasUnknownType
      return result == row["Want"]?.bool ? nil : "is \(result)"
    }
    HCLValuesTests.conform("TestElements", rows("TestElements")) { row in
      let pairs = try value(row, "Input").children
      let wanted = row["Want"]?.array ?? []
      return pairs.count == wanted.count ? nil : "\(pairs.count) elements"
    }
  }

  @Test func `marks`() {
    HCLValuesTests.conform("TestContainsMarked", rows("TestContainsMarked")) { row in
      let result = try value(row, "val").containsMarks
      return result == row["want"]?.bool ? nil : "is \(result)"
    }
    HCLValuesTests.conform("TestIsMarked", rows("TestIsMarked")) { row in
      let result = try !value(row, "val").marks.isEmpty
      return result == row["want"]?.bool ? nil : "is \(result)"
    }
    HCLValuesTests.conform("TestUnmarkDeep", rows("TestUnmarkDeep")) { row in
      let (plain, marks) = try value(row, "val").unmarkedDeep()
      if marks != TypedJSON.marks(try row.required("marks")) { return "other marks" }
      return plain.containsMarks ? "still marked" : nil
    }
  }

  @Test func `types`() {
    HCLValuesTests.conform("TestTypeJSONable", rows("TestTypeJSONable")) { row in
      let text = try TypedJSON.type(row.required("Type")).json
      return text == row["Want"]?.string ? nil : "is \(text)"
    }
    HCLValuesTests.conform("TestHasDynamicTypes", rows("TestHasDynamicTypes")) { row in
      let result = try TypedJSON.type(row.required("ty")).hasDynamic
      return result == row["expected"]?.bool ? nil : "is \(result)"
    }
    HCLValuesTests.conform("TestWithoutOptionalAttributesDeep", rows("TestWithoutOptionalAttributesDeep")) { row in
      let result = try TypedJSON.type(row.required("ty")).withoutOptionalAttributes
      return try result == TypedJSON.type(row.required("expected")) ? nil : "is \(result)"
    }
    HCLValuesTests.conform("TestTypeTestConformance", rows("TestTypeTestConformance")) { row in
      let result = try TypedJSON.type(row.required("Receiver")).conforms(to: TypedJSON.type(row.required("Given")))
      return result == row["Conforms"]?.bool ? nil : "is \(result)"
    }
    for name in ["TestObjectTypeEquals", "TestTupleTypeEquals"] {
      HCLValuesTests.conform(name, rows(name)) { row in
        let result = try TypedJSON.type(row.required("LHS")) == TypedJSON.type(row.required("RHS"))
        return result == row["Expected"]?.bool ? nil : "is \(result)"
      }
    }
    HCLValuesTests.conform("TestTypeIsPrimitiveType", rows("TestTypeIsPrimitiveType")) { row in
      let result = try TypedJSON.type(row.required("Type")).isPrimitive
      return result == row["Want"]?.bool ? nil : "is \(result)"
    }
  }
}
