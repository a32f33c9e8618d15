import HCLValues
import TestSupport
import Testing

/// Steps into values, and marks with the paths to them.
@Suite struct PathConformanceTests {
  private func rows(_ name: String) -> [(name: String, row: JSON)] {
    (OperationConformanceTests.tables ?? []).first { $0["func"]?.string == name }?["rows"]?.rows ?? []
  }

  private enum Step {
    case attribute(String)
    case index(Value)
  }

  // MARK: Reading paths

  private static func path(_ json: JSON?) throws -> AttributePath {
    AttributePath(
      try steps(json).map { step in
        switch step {
        case .attribute(let name): return .attribute(name)
        case .index(let key):
          if let name = key.stringValue { return .attribute(name) }
          guard let index = key.numberValue?.exactInt else { throw TypedJSON.Unreadable(reason: "no key of ours") }
          return .index(index)
        }
      })
  }

  /// The table has steps as a list of them, as structs, as calls that make them, and as source of such calls.
  private static func steps(_ json: JSON?) throws -> [Step] {
    guard let json, !json.isNull else { return [] }
    if let source = json["$go"]?.string { return try steps(source: source) }
    if let list = json.array ?? json["$pos"]?.array { return try list.map(step) }
    guard let name = json["$path"]?.string ?? json["$call"]?.string else { return [] }
    let argument = json["args"]?.array?.first
    let last: Step
    if name.hasPrefix("GetAttr") {
      last = .attribute(argument?.string ?? "")
    } else if let text = argument?.string {
      last = .index(.string(text))
    } else if let number = argument?.int {
      last = .index(.int(number))
    } else {
      last = .index(try TypedJSON.value(argument ?? .null))
    }
    return try steps(json["of"]) + [last]
  }

  private static func step(_ json: JSON) throws -> Step {
    if let name = json["Name"]?.string { return .attribute(name) }
    return .index(try TypedJSON.value(try json.required("Key")))
  }

  private static func steps(source: String) throws -> [Step] {
    let pattern = /(GetAttr|IndexInt|IndexString|Index)(?:Path)?\((?:cty\.\w+\()?("?)([^")]*)"?\)?\)/
    return source.matches(of: pattern).map { match in
      let text = String(match.3)
      if match.1 == "GetAttr" { return .attribute(text) }
      return .index(match.2.isEmpty ? .int(Int(text) ?? -1) : .string(text))
    }
  }

  // MARK: Paths

  @Test func `paths lead to parts`() {
    let ofSet = "steps to an element of a set, which no path of the language has"
    conform(
      "TestPathApply", rows("TestPathApply"), excluding: Dictionary(uniqueKeysWithValues: (20...28).map { (String($0), ofSet) })
    ) { row in
      var value = try TypedJSON.value(try row.required("Start"))
      let message = row["WantErr"]?.string ?? ""
      for (position, step) in try Self.steps(row["Path"]).enumerated() {
        do {
          switch step {
          case .attribute(let name): value = try value.attribute(name)
          case .index(let key): value = try value.index(key)
          }
        } catch let error as AccessError {
          let own = "at step \(position): \(Self.message(error, step))"
          return own == message ? nil : "is “\(own)”, should be “\(message)”"
        }
      }
      if !message.isEmpty { return "is \(debugText(value)), should be “\(message)”" }
      return difference(value, try TypedJSON.value(try row.required("Want")))
    }
  }

  /// The reference's words for an error of ours.
  private static func message(_ error: AccessError, _ step: Step) -> String {
    switch (error, step) {
    case (.nullValue, .attribute): "cannot access attributes on a null value"
    case (.nullValue, .index): "cannot index a null value"
    case (.noAttribute(let name), _): "object has no attribute \"\(name)\""
    case (.outOfRange, _), (.noKey, _): "value does not have given index key"
    case (.attributeOfPrimitive, _): "not an object type"
    case (.noElements, .index(let key)): key.stringValue == nil ? "not a list type" : "not a map type"
    default: error.message
    }
  }

  @Test func `paths are compared`() {
    let foreign = "keys of paths that are unknown, lists or missing"
    conform(
      "TestPathEquals", rows("TestPathEquals"), excluding: ["2": foreign, "3": foreign, "4": foreign, "5": foreign, "8": foreign]
    ) { row in
      let a = try Self.path(row["A"])
      let b = try Self.path(row["B"])
      if (a == b) != (row["Equal"]?.bool ?? false) { return "\(a) == \(b) is \(a == b)" }
      return a.starts(with: b) == (row["Prefix"]?.bool ?? false) ? nil : "\(a) starts with \(b): \(a.starts(with: b))"
    }
  }

  // MARK: Marks

  private static func marked(_ json: JSON?) throws -> [MarkedPath] {
    try (json?.array ?? []).map { MarkedPath(try path($0["Path"]), try TypedJSON.marks(try $0.required("Marks"))) }
  }

  @Test func `marks with paths are compared`() {
    conform("TestPathValueMarksEqual", rows("TestPathValueMarksEqual")) { row in
      let pair = try ["original", "compare"].map { MarkedPath(try Self.path(row[$0]?["Path"]), try TypedJSON.marks(row[$0]?["Marks"] ?? .null)) }
      return (pair[0] == pair[1]) == row["want"]?.bool ? nil : "is \(pair[0] == pair[1])"
    }
  }

  @Test func `marks are taken off and put back by their paths`() {
    conform("TestPathValueMarks", rows("TestPathValueMarks")) { row in
      let value = try TypedJSON.value(try row.required("marked"))
      let plain = try TypedJSON.value(try row.required("unmarked"))
      let wanted = try Self.marked(row["pvms"])
      let (unmarked, marked) = value.unmarkedWithPaths()
      if marked != wanted { return "are \(marked)" }
      return difference(unmarked, plain) ?? difference(plain.marked(at: wanted), value)
    }
  }

  // MARK: Changing marks

  /// One function of the table: to which marks it applies, what it does with them, and whether it complains.
  private struct MarkRule {
    var name: String?
    /// The name is the one that it does not apply to, at the top.
    var isInverted: Bool
    var action: String
    var complains: Bool

    init(_ source: String) {
      name = source.firstMatch(of: /mark (?:==|!=) "([^"]*)"/).map { String($0.1) }
      isInverted = source.contains("mark !=")
      // Without the last statement, which says what becomes of all other marks; of a function without a condition it is the only one.
      let body = source.prefix(upTo: source.firstRange(of: "\n\t}")?.lowerBound ?? source.endIndex)
      action = body.firstMatch(of: /ctymarks\.Wrangle(Drop|Keep|Expand|Replace)/).map { String($0.1) } ?? ""
      complains = body.contains("fmt.Errorf")
    }

    func applies(to mark: String, _ path: AttributePath) -> Bool {
      guard let name else { return true }
      return isInverted ? mark != name || !path.isEmpty : mark == name
    }
  }

  @Test func `marks are dropped, replaced and spread by their paths`() {
    conform("TestValueWrangleMarksDeep", rows("TestValueWrangleMarksDeep")) { row in
      let rules = (row["funcs"]?.array ?? []).map { MarkRule($0["$go"]?.string ?? "") }
      let (plain, marked) = try TypedJSON.value(try row.required("input")).unmarkedWithPaths()
      var complaints: [String] = []
      var result: [MarkedPath] = []
      for place in marked {
        for name in ["bad", "drop", "expand", "irrelevant", "keep", "maybe bad"] {
          guard let mark = try? TypedJSON.marks(.array([.string(name)])), place.marks.contains(mark) else { continue }
          var kept = mark
          for rule in rules where rule.applies(to: name, place.path) {
            if rule.complains { complaints.append("found mark \"\(name)\" at path \(Self.source(place.path))") }
            if rule.action == "Drop" { kept = [] }
            if rule.action == "Replace" { kept = try TypedJSON.marks(.array([.string("replacement")])) }
            if rule.action == "Expand" { result.append(MarkedPath(AttributePath(), mark)) }
            if !rule.action.isEmpty { break }
          }
          result.append(MarkedPath(place.path, kept))
        }
      }
      let message = row["wantErr"]?.string ?? ""
      if complaints.joined(separator: "\n") != message { return "complains: \(complaints)" }
      return difference(plain.marked(at: result), try TypedJSON.value(try row.required("want")))
    }
  }

  private static func source(_ path: AttributePath) -> String {
    if path.isEmpty { return "cty.Path(nil)" }
    let steps = path.steps.map { step in
      switch step {
      case .attribute(let name): "cty.GetAttrStep{Name:\"\(name)\"}"
      case .index(let index): "cty.IndexStep{Key:cty.NumberIntVal(\(index))}"
      case .splat: "*"
      }
    }
    return "cty.Path{\(steps.joined(separator: ", "))}"
  }
}
