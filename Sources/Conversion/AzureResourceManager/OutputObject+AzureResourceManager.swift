import Schemas

/// The ARM catalog as the engine sees it. Of alternatives an object has the members of all; a variant of a type is chosen by a third word of the mapping's label.
extension OutputObject {
  init(azure shape: TargetShape, variant: TargetShape?, name: String) {
    self.init(
      name: name, undeclared: { OutputShape.undeclared(of: [shape], name) },
      members: {
        OutputShape.members(of: [shape] + [variant].compactMap { $0 }, name).map { member in
          var member = member
          // The template writes the name from its segments, `properties` also when there is nothing in it, and the location of the group when there is no other.
          if ["location", "name", "properties"].contains(member.name) { member.isRequired = false }
          return member
        }
      })
  }
}

extension OutputShape {
  fileprivate static func members(of shapes: [TargetShape], _ name: String) -> [OutputMember] {
    var members: [OutputMember] = []
    for shape in shapes {
      for member in shape.members where !members.contains(where: { $0.name == member.name }) {
        members.append(
          OutputMember(
            name: member.name, isRequired: member.mode == .required, isReadOnly: member.mode == .readOnly,
            shape: OutputShape(azure: member.type, name: "\(name).\(member.name)")))
      }
    }
    return members
  }

  fileprivate static func undeclared(of shapes: [TargetShape], _ name: String) -> OutputShape? {
    for shape in shapes {
      if let undeclared = shape.undeclared { return OutputShape(azure: undeclared.type, name: name) }
      if shape.directives.isOpen { return .any }
    }
    return nil
  }

  /// - Parameter name: the member's place, for messages.
  fileprivate init(azure type: TargetValueType, name: String) {
    switch type {
    case .string, .quantity, .time, .microTime: self = .text
    case .integer: self = .integer
    case .number: self = .number
    case .boolean: self = .boolean
    case .freeObject, .json: self = .openObject
    case .any: self = .any
    case .intOrString: self = .integerOrText
    case .list(let element), .set(let element): self = .list(OutputShape(azure: element, name: name))
    case .map(let element): self = .map(OutputShape(azure: element, name: name))
    case .object(let reference): self = Self.combined([reference.shape], name)
    case .union(let alternatives):
      let shapes = alternatives.flatMap { alternative -> [TargetShape] in
        if case .object(let reference) = alternative { return [reference.shape] }
        return []
      }
      self = shapes.count == alternatives.count ? Self.combined(shapes, name) : .union(alternatives.map { OutputShape(azure: $0, name: name) })
    }
  }

  private static func combined(_ shapes: [TargetShape], _ name: String) -> OutputShape {
    .object(
      OutputObject(
        name: name, undeclared: { undeclared(of: shapes, name) },
        members: {
          members(of: shapes, name).map { member in
            // Of alternatives only what all require.
            var member = member
            member.isRequired = shapes.allSatisfy { $0.member(member.name)?.mode == .required }
            return member
          }
        }))
  }
}
