import Schemas
import Synchronization

/// The Kubernetes catalog as the engine sees it. An object is called after its definition (`core.v1.PodSpec`), so that rules can be about
/// all places where it stands; a kind is called like its key in the catalog (`apps/v1 Deployment`).
extension OutputObject {
  init(kubernetes shape: TargetShape, name: String) {
    self.init(
      name: name,
      undeclared: {
        if let undeclared = shape.undeclared { return OutputShape(kubernetes: undeclared.type, name: name) }
        return shape.directives.isOpen ? .any : nil
      },
      members: {
        DefinitionMembers.known.members(of: name) {
          shape.members.map { member in
            OutputMember(
              name: member.name, isRequired: member.mode == .required, isReadOnly: member.mode == .readOnly || member.name == "status" && name.contains(" "),
              shape: OutputShape(kubernetes: member.type, name: "\(name).\(member.name)"))
          }
        }
      })
  }
}

/// The members of each definition, made once: they are asked for at every attribute.
///
/// A class because what was made is remembered for all who ask. It grows with the part of the catalog that is used, not with the input.
private final class DefinitionMembers: Sendable {
  static let known = DefinitionMembers()

  private let members = Mutex<[String: [OutputMember]]>([:])

  func members(of name: String, make: () -> [OutputMember]) -> [OutputMember] {
    if let made = members.withLock({ $0[name] }) { return made }
    // Made outside of the lock, because definitions contain each other.
    let made = make()
    members.withLock { $0[name] = made }
    return made
  }
}

extension OutputShape {
  /// - Parameter name: what an object without a definition of its own is called.
  fileprivate init(kubernetes type: TargetValueType, name: String) {
    switch type {
    case .string, .quantity, .time, .microTime: self = .text
    case .integer: self = .integer
    case .number: self = .number
    case .boolean: self = .boolean
    case .freeObject: self = .openObject
    case .json: self = .json
    case .any: self = .any
    case .intOrString: self = .integerOrText
    case .list(let element), .set(let element): self = .list(OutputShape(kubernetes: element, name: name))
    case .map(let element): self = .map(OutputShape(kubernetes: element, name: name))
    case .object(let reference): self = .object(OutputObject(kubernetes: reference.shape, name: reference.name ?? name))
    case .union(let alternatives): self = .union(alternatives.map { OutputShape(kubernetes: $0, name: name) })
    }
  }
}
