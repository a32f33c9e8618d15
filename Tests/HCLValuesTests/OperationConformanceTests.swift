@testable import HCLValues
import TestSupport
import Testing

@Suite struct OperationConformanceTests {
  static let tables = try? JSON.shared("conformance/language/cty_values.json")?["tables"]?.array

  /// Kinds of rows that are counted apart.
  static let capsule = "capsules, which hold values of the reference's own language"
  static let goSource = "values as source of the reference's own language"

  func rows(_ name: String) -> [(name: String, row: JSON)] {
    (Self.tables ?? []).first { $0["func"]?.string == name }?["rows"]?.rows ?? []
  }

  func value(_ row: JSON, _ name: String) throws -> Value { try TypedJSON.value(try row.required(name)) }

  /// Rows whose result is a value.
  func conform(
    _ name: String, expected: String = "Expected", except exceptions: [String: String] = [:], excluding excluded: [String: String] = [:],
    _ operate: (JSON) throws -> Value
  ) {
    TestSupport.conform(name, rows(name), except: exceptions, excluding: excluded) { row in
      difference(try operate(row), try value(row, expected))
    }
  }

  /// Names of rows, all of one kind.
  private func apart(_ names: some Sequence<Int>, _ category: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: names.map { (String($0), category) })
  }

  @Test func `arithmetic`() {
    conform("TestValueAdd") { try value($0, "LHS").adding(value($0, "RHS")) }
    conform("TestValueSubtract") { try value($0, "LHS").subtracting(value($0, "RHS")) }
    let doubles = "the table does not say that the factors were doubles, whose product prints shorter"
    conform("TestValueMultiply", except: ["19": doubles]) { try value($0, "LHS").multiplied(by: value($0, "RHS")) }
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
    conform("TestValueEquals", excluding: apart(77...81, Self.capsule)) { row in
      // The one operand that is written as a product: negative zero.
      let right = row["RHS"]?["$go"] == nil ? try value(row, "RHS") : try Value.int(0).multiplied(by: .int(-1))
      return try value(row, "LHS").equals(right)
    }
    TestSupport.conform("TestValueRawEquals", rows("TestValueRawEquals"), excluding: apart(68...72, Self.capsule)) { row in
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
    TestSupport.conform("TestSetOrder", rows("TestSetOrder")) { row in
      let a = try value(row, "a")
      let b = try value(row, "b")
      let type = a.type == .dynamic ? b.type : a.type
      // Given the other way around: what neither comes before the other stays so.
      guard let elements = Value.set(of: type, [b, a]).elements, let first = elements.first, elements.count == 2 else {
        return "not two elements"
      }
      if a.isIdentical(to: b) { return row["want"]?.bool == false ? nil : "there is no order" }
      return first.isIdentical(to: a) == row["want"]?.bool ? nil : "\(debugText(first)) comes first"
    }
    TestSupport.conform("TestSetHashBytes", rows("TestSetHashBytes"), excluding: apart(27...28, Self.capsule)) { row in
      let value = try value(row, "value")
      let text = String(decoding: SetOrder.bytes(value), as: UTF8.self)
      if text != row["want"]?.string { return "is \(text), should be \(row["want"]?.string ?? "")" }
      return try value.deepMarks == TypedJSON.marks(row.required("wantMarks")) ? nil : "other marks"
    }
    TestSupport.conform("TestSetRulesSameRules", rows("TestSetRulesSameRules")) { row in
      let types = try ["a", "b"].map { ValueType.set(try TypedJSON.type(row.required($0).required("Type"))) }
      return (types[0] == types[1]) == row["want"]?.bool ? nil : "is \(types[0] == types[1])"
    }
    TestSupport.conform("TestSetVal_nestedStructures", rows("TestSetVal_nestedStructures")) { row in
      let elements = try (row["Elems"]?.array ?? []).map(TypedJSON.value)
      let set = Value.set(of: elements[0].type, elements)
      if set.elements?.count != elements.count { return "\(set.elements?.count ?? 0) elements" }
      for element in elements where try set.hasElement(element).boolValue != true { return "\(debugText(element)) is missing" }
      return nil
    }
  }

  @Test func `elements`() {
    TestSupport.conform("TestHasWhollyKnownType", rows("TestHasWhollyKnownType")) { row in
      let result = try !value(row, "Value").hasUnknownType
      return result == row["Want"]?.bool ? nil : "is \(result)"
    }
    TestSupport.conform("TestElements", rows("TestElements")) { row in
      let pairs = try value(row, "Input").keyedElements ?? []
      let wanted = try (row["Want"]?.array ?? []).map { try ($0.array ?? []).map(TypedJSON.value) }
      if pairs.count != wanted.count { return "\(pairs.count) elements" }
      return zip(pairs, wanted).lazy.compactMap { difference($0.key, $1[0]) ?? difference($0.element, $1[1]) }.first
    }
    TestSupport.conform("TestValueForEachElement", rows("TestValueForEachElement")) { row in
      var seen: [(key: Value, element: Value)] = []
      var isStopped = false
      for pair in try value(row, "Receiver").keyedElements ?? [] where !isStopped {
        seen.append(pair)
        isStopped = pair.element.stringValue == "stop"
      }
      let wanted = row["Expected"]?.array ?? []
      if seen.count != wanted.count || isStopped != row["Stopped"]?.bool { return "\(seen.count) elements" }
      return try zip(seen, wanted).lazy.compactMap { pair, wanted in
        try difference(pair.key, value(wanted, "Key")) ?? difference(pair.element, value(wanted, "Element"))
      }.first
    }
    TestSupport.conform("TestUnknownAsNull", rows("TestUnknownAsNull")) { row in
      difference(try value(row, "Input").unknownAsNull, try value(row, "Want"))
    }
  }

  /// A collection takes elements of one type as they are, and converts others: then they are not the same any more.
  @Test(arguments: ["TestCanListVal", "TestCanSetVal", "TestCanMapVal"]) func `elements of one type`(name: String) {
    TestSupport.conform(name, rows(name)) { row in
      let members = try (row["Elems"]?.rows ?? []).map { ($0.name, try TypedJSON.value($0.row).unmarkedDeep().value) }
      let type = members[0].1.type
      let before: Value = name == "TestCanMapVal" ? .object(members) : .tuple(members.map(\.1))
      let target: ValueType = name == "TestCanMapVal" ? .map(type) : name == "TestCanSetVal" ? .set(type) : .list(type)
      let after = try? before.converted(to: target)
      let isKept = before.children.allSatisfy { element in after?.children.contains { $0.isIdentical(to: element) } ?? false }
      return isKept == row["Want"]?.bool ? nil : "is \(isKept)"
    }
  }

  @Test func `marks`() {
    TestSupport.conform("TestContainsMarked", rows("TestContainsMarked")) { row in
      let result = try value(row, "val").containsMarks
      return result == row["want"]?.bool ? nil : "is \(result)"
    }
    TestSupport.conform("TestIsMarked", rows("TestIsMarked")) { row in
      let result = try !value(row, "val").marks.isEmpty
      return result == row["want"]?.bool ? nil : "is \(result)"
    }
    TestSupport.conform("TestUnmarkDeep", rows("TestUnmarkDeep")) { row in
      let (plain, marks) = try value(row, "val").unmarkedDeep()
      if try marks != TypedJSON.marks(row.required("marks")) { return "other marks" }
      return difference(plain, try value(row, "want"))
    }
  }

  @Test func `types`() {
    TestSupport.conform("TestTypeJSONable", rows("TestTypeJSONable")) { row in
      let text = try TypedJSON.type(row.required("Type")).json
      return text == row["Want"]?.string ? nil : "is \(text)"
    }
    TestSupport.conform("TestHasDynamicTypes", rows("TestHasDynamicTypes")) { row in
      let result = try TypedJSON.type(row.required("ty")).hasDynamic
      return result == row["expected"]?.bool ? nil : "is \(result)"
    }
    TestSupport.conform("TestWithoutOptionalAttributesDeep", rows("TestWithoutOptionalAttributesDeep")) { row in
      let result = try TypedJSON.type(row.required("ty")).withoutOptionalAttributes
      return try result == TypedJSON.type(row.required("expected")) ? nil : "is \(result)"
    }
    TestSupport.conform("TestTypeTestConformance", rows("TestTypeTestConformance")) { row in
      let result = try TypedJSON.type(row.required("Receiver")).conforms(to: TypedJSON.type(row.required("Given")))
      return result == row["Conforms"]?.bool ? nil : "is \(result)"
    }
    for name in ["TestObjectTypeEquals", "TestTupleTypeEquals"] {
      TestSupport.conform(name, rows(name)) { row in
        let result = try TypedJSON.type(row.required("LHS")) == TypedJSON.type(row.required("RHS"))
        return result == row["Expected"]?.bool ? nil : "is \(result)"
      }
    }
    TestSupport.conform("TestTypeIsPrimitiveType", rows("TestTypeIsPrimitiveType")) { row in
      let result = try TypedJSON.type(row.required("Type")).isPrimitive
      return result == row["Want"]?.bool ? nil : "is \(result)"
    }
    for name in ["TestTypeGoString", "TestValueGoString"] {
      TestSupport.conform(name, rows(name), excluding: apart(rows(name).indices, Self.goSource)) { _ in nil }
    }
  }
}
