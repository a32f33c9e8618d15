import HCLValues

extension Value {
  /// Whether an unknown value with an origin stands anywhere inside: then the whole cannot be computed, but may be lowered.
  public var hasSymbolicPart: Bool {
    switch content {
    case .unknown: origin != nil
    case .null, .bool, .number, .string: false
    case .list(_, let elements), .set(_, let elements), .tuple(let elements): elements.contains { $0.hasSymbolicPart }
    case .map(_, let attributes), .object(let attributes): attributes.values.contains { $0.hasSymbolicPart }
    }
  }

  /// Whether null is possible.
  var mayBeNull: Bool { !isDefinitelyNotNull }
}
