import HCLValues

/// Operators that only Kubernetes has. (docs/mapping-language.md, "Kubernetes".)
extension KubernetesTarget {
  public var operators: [Operator] {
    [
      Operator("octal", forward: Self.fromOctal, backward: Self.toOctal),
      Operator("base64_map", forward: Self.encodeValues, backward: Self.decodeValues),
      Operator("spread", forward: Self.spread, backward: { value, _ in value }),
      Operator("named_port", forward: Self.namedPort, backward: Self.port),
      Operator("cpu_metric", forward: Self.cpuMetric, backward: Self.cpuTarget),
    ]
  }

  // MARK: File modes

  private static let fromOctal: Operator.Function = { value, _ throws(ConversionLoss) in
    guard let text = value.scalarText else { return value }
    let digits = text.hasPrefix("0o") ? text.dropFirst(2) : text[...]
    guard !digits.hasPrefix("+"), !digits.hasPrefix("-"), let mode = Int(digits, radix: 8) else {
      throw ConversionLoss("\"\(text)\" is not a file mode in octal digits")
    }
    return .int(mode)
  }

  private static let toOctal: Operator.Function = { value, _ throws(ConversionLoss) in
    guard let mode = value.scalarText.flatMap({ Int($0) }), mode >= 0 else { throw ConversionLoss("a file mode is required") }
    let digits = String(mode, radix: 8)
    return .string(String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }

  // MARK: Secrets

  /// Every value of a map; one that is not known stays to be lowered, so that only it is lost.
  private static let encodeValues: Operator.Function = { value, _ in
    guard let members = value.attributes else { return value }
    return .map(of: .string, members.mapValues { member in member.isNull ? member : .symbolic(.call("base64encode", [member]), type: .string, marks: member.marks) })
  }

  private static let decodeValues: Operator.Function = { value, _ throws(ConversionLoss) in
    guard let members = value.attributes else { throw ConversionLoss("a map is required") }
    var decoded: [(String, Value)] = []
    for (key, member) in members.pairs {
      guard let text = member.stringValue.flatMap(Base64Text.decoded) else { throw ConversionLoss("the value of \(key) is not text in base64") }
      decoded.append((key, .string(text)))
    }
    return .map(of: .string, decoded)
  }

  // MARK: Projected volumes

  /// Blocks with several kinds of blocks inside: each of those becomes an element of its own.
  private static let spread: Operator.Function = { value, _ throws(ConversionLoss) in
    guard let elements = value.elements else { throw ConversionLoss("the blocks are only known once they are applied") }
    var results: [Value] = []
    for element in elements {
      for (name, member) in (element.attributes ?? Attributes()).pairs {
        for one in member.elements ?? [member] where !one.isNull { results.append(.object([(name, one)])) }
      }
    }
    return Value(.tuple(results), marks: value.marks)
  }

  // MARK: Ports of older ingresses

  private static let namedPort: Operator.Function = { value, _ in
    guard let text = value.scalarText else { return .object([("number", value)]) }
    return .object([Int(text) == nil ? ("name", .string(text)) : ("number", value)])
  }

  private static let port: Operator.Function = { value, _ in value.attributes?["number"] ?? value.attributes?["name"] }

  // MARK: Autoscaling

  private static let cpuMetric: Operator.Function = { value, _ in
    let target = Value.object([("type", .string("Utilization")), ("average_utilization", value)])
    return .object([("type", .string("Resource")), ("resource", .object([("name", .string("cpu")), ("target", target)]))])
  }

  private static let cpuTarget: Operator.Function = { value, _ throws(ConversionLoss) in
    let members = value.elements?.first?.attributes ?? value.attributes
    guard let resource = members?["resource"]?.attributes, resource["name"]?.stringValue == "cpu",
      let target = resource["target"]?.attributes, let utilization = target["averageUtilization"] ?? target["average_utilization"]
    else { throw ConversionLoss("a metric other than the utilization of processors") }
    return utilization
  }
}
