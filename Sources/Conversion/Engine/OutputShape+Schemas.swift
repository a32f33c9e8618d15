import Schemas

/// The engine's view of the target catalogs.
extension OutputObject {
  /// The members of a catalog's object.
  public init(_ shape: TargetShape, name: String) {
    self.init(
      name: name,
      undeclared: {
        if let undeclared = shape.undeclared { return OutputShape(undeclared.type, name: name) }
        return shape.directives.isOpen ? .any : nil
      },
      members: { shape.members.map { OutputMember($0, in: name) } })
  }
}

extension OutputMember {
  init(_ member: TargetMember, in name: String) {
    var shape = OutputShape(member.type, name: "\(name).\(member.name)")
    // Text that the catalog knows to be JSON is taken as an object as well.
    if case .text = shape, member.flags.facts.format == "json" { shape = .json }
    self.init(name: member.name, isRequired: member.mode == .required, isReadOnly: member.mode == .readOnly, shape: shape)
  }
}

extension OutputShape {
  /// - Parameter name: the member's place, for messages about objects without a name of their own.
  init(_ type: TargetValueType, name: String) {
    switch type {
    case .string, .quantity, .time, .microTime: self = .text
    case .integer: self = .integer
    case .number: self = .number
    case .boolean: self = .boolean
    case .freeObject: self = .openObject
    case .json: self = .json
    case .any: self = .any
    case .intOrString: self = .integerOrText
    case .list(let element), .set(let element): self = .list(OutputShape(element, name: name))
    case .map(let element): self = .map(OutputShape(element, name: name))
    case .object(let reference):
      self = .object(
        OutputObject(
          name: name,
          undeclared: {
            if let undeclared = reference.shape.undeclared { return OutputShape(undeclared.type, name: name) }
            return reference.shape.directives.isOpen ? .any : nil
          },
          members: { reference.shape.members.map { OutputMember($0, in: name) } }))
    case .union(let alternatives): self = .union(alternatives.map { OutputShape($0, name: name) })
    }
  }
}
