/// Addresses as Terraform prints them.

extension InstanceKey: CustomStringConvertible {
  /// `[0]`, `["name"]`, `[*]` for a symbolic one, nothing for none.
  public var description: String {
    switch self {
    case .none: ""
    case .int(let index): "[\(index)]"
    case .string(let key): "[\(quotedHCL(key))]"
    case .symbolic: "[*]"
    }
  }
}

extension ModuleAddress: CustomStringConvertible {
  /// `module.a["x"].module.b`; empty for the root.
  public var description: String {
    steps.map { "module.\($0.name)\($0.key)" }.joined(separator: ".")
  }
}

extension ResourceAddress: CustomStringConvertible {
  public var description: String {
    let prefix =
      switch mode {
      case .managed: ""
      case .data: "data."
      case .ephemeral: "ephemeral."
      }
    let local = "\(prefix)\(type).\(name)\(key)"
    return module.isRoot ? local : "\(module).\(local)"
  }

  /// The address without its instance key and those of its modules: what the configuration declares.
  public var declaration: ResourceAddress {
    var copy = self
    copy.key = .none
    copy.module.steps = module.steps.map { .init(name: $0.name, key: .none) }
    return copy
  }
}

extension AttributePath: CustomStringConvertible {
  /// `.a[0]["b c"]`, with a leading dot.
  public var description: String {
    steps.map { step in
      switch step {
      case .attribute(let name): isIdentifier(name) ? ".\(name)" : "[\(quotedHCL(name))]"
      case .index(let index): "[\(index)]"
      case .splat: "[*]"
      }
    }.joined()
  }

  /// RFC 6901.
  public var jsonPointer: String {
    steps.map { step in
      switch step {
      case .attribute(let name):
        "/" + name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
      case .index(let index): "/\(index)"
      case .splat: "/*"
      }
    }.joined()
  }
}

/// A string as an HCL quoted template without interpolation.
public func quotedHCL(_ text: String) -> String {
  var result = "\""
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "{":
      // `${` and `%{` begin sequences: the marker is doubled.
      if let marker = previous, marker == "$" || marker == "%" { result.unicodeScalars.append(marker) }
      result += "{"
    default: result.unicodeScalars.append(scalar)
    }
    previous = scalar
  }
  return result + "\""
}

/// Whether text can stand as a bare attribute name.
public func isIdentifier(_ text: String) -> Bool {
  if let answer = isASCIIIdentifier(text) { return answer }
  guard let first = text.unicodeScalars.first else { return false }
  guard first == "_" || first.properties.isIDStart else { return false }
  return text.unicodeScalars.dropFirst().allSatisfy { $0 == "-" || $0.properties.isIDContinue }
}

/// The answer for text of ASCII alone, which nearly all names are; nil for other text.
private func isASCIIIdentifier(_ text: String) -> Bool? {
  var isFirst = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): break
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): if isFirst { return false }
    case 0x80...: return nil
    default: return false
    }
    isFirst = false
  }
  return !isFirst
}
