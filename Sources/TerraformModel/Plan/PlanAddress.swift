import HCLValues

/// A reference or address as a plan writes it, taken apart: `module.a["x"].aws_vpc.main.id`.
struct PlanAddress {
  enum Step: Hashable {
    case name(String)
    case index(Int)
    case key(String)
  }

  let root: String
  /// Behind the root.
  let steps: [Step]

  /// Nil for text of another form.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    guard let first = Self.name(&bytes) else { return nil }
    var steps: [Step] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "."):
        guard let name = Self.name(&bytes) else { return nil }
        steps.append(.name(name))
      case UInt8(ascii: "["):
        guard let step = Self.index(&bytes), bytes.popFirst() == UInt8(ascii: "]") else { return nil }
        steps.append(step)
      default: return nil
      }
    }
    root = first
    self.steps = steps
  }

  private static func name(_ bytes: inout ArraySlice<UInt8>) -> String? {
    let name = bytes.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\"") }
    guard !name.isEmpty else { return nil }
    bytes = bytes.dropFirst(name.count)
    return String(decoding: name, as: UTF8.self)
  }

  private static func index(_ bytes: inout ArraySlice<UInt8>) -> Step? {
    guard bytes.first == UInt8(ascii: "\"") else {
      let digits = bytes.prefix { $0 != UInt8(ascii: "]") }
      bytes = bytes.dropFirst(digits.count)
      return Int(String(decoding: digits, as: UTF8.self)).map { .index($0) }
    }
    bytes.removeFirst()
    var text: [UInt8] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return .key(unescapedMarkers(text))
      case UInt8(ascii: "\\"):
        guard let escaped = bytes.popFirst() else { return nil }
        switch escaped {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        default: text.append(escaped)
        }
      default: text.append(byte)
      }
    }
    return nil
  }

  /// `$${` and `%%{` stand for `${` and `%{`.
  private static func unescapedMarkers(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      let isDoubled =
        (byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")) && position + 2 < bytes.count && bytes[position + 1] == byte
        && bytes[position + 2] == UInt8(ascii: "{")
      if !isDoubled { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The name at a step; nil for an index or past the end.
  func name(_ position: Int) -> String? {
    guard steps.indices.contains(position), case .name(let name) = steps[position] else { return nil }
    return name
  }

  /// The instance key at a step, and the step behind it.
  func key(at position: Int) -> (key: InstanceKey, next: Int) {
    guard steps.indices.contains(position) else { return (.none, position) }
    switch steps[position] {
    case .index(let index): return (.int(index), position + 1)
    case .key(let key): return (.string(key), position + 1)
    case .name: return (.none, position)
    }
  }

  /// A resource of a module with the path behind it; nil when the reference names none.
  func resource(in module: ModuleAddress) -> (address: ResourceAddress, path: AttributePath)? {
    let mode: ResourceAddress.Mode = root == "data" ? .data : root == "ephemeral" ? .ephemeral : .managed
    let first = mode == .managed ? -1 : 0
    let type = mode == .managed ? root : name(first)
    guard let type, let name = name(first + 1) else { return nil }
    let (key, next) = key(at: first + 2)
    let path = steps[min(next, steps.count)...].map { step -> AttributePath.Step in
      switch step {
      case .name(let name), .key(let name): .attribute(name)
      case .index(let index): .index(index)
      }
    }
    return (ResourceAddress(module: module, mode: mode, type: type, name: name, key: key), AttributePath(path))
  }

  /// A module address: `module.a["x"].module.b`; the empty text is the root. Nil for text of another form.
  static func module(_ text: String) -> ModuleAddress? {
    if text.isEmpty { return .root }
    guard let parsed = PlanAddress(text), parsed.root == "module" else { return nil }
    var address = ModuleAddress.root
    var position = 0
    while position < parsed.steps.count {
      guard let name = parsed.name(position) else { return nil }
      let (key, next) = parsed.key(at: position + 1)
      address = address.child(name, key)
      if next == parsed.steps.count { return address }
      guard parsed.name(next) == "module" else { return nil }
      position = next + 1
    }
    return nil
  }
}
