import HCLEvaluation
import HCLSyntax
import SourceText

/// What several rules look at, said once: a `subject` block of a `.subject.hcl` file. (docs/rules-language.md, "Subjects of your own")
///
/// A rule's part that names it stands for one part for each block of the definition, with the names, the elements and the conditions of
/// both.
public struct SubjectDefinition: Sendable {
  /// One kind of things among those that the subject stands for.
  public struct Member: Sendable {
    public var subject: RuleSubject
    public var patterns: [String]
    public var bindings: [(name: String, expression: ExpressionSyntax)]
    public var each: ExpressionSyntax?
    public var condition: ExpressionSyntax?
  }

  public var name: String
  public var members: [Member]
  public var location: SourceRange
}

extension RulePart {
  /// The part for one member of the subject that it names.
  func applied(to member: SubjectDefinition.Member) -> RulePart {
    var part = self
    part.subject = member.subject
    part.patterns = member.patterns
    part.bindings = []
    part.elementBindings = []
    part.each = member.each
    part.conditions = (member.condition.map { [$0] } ?? []) + conditions
    part.bind(member.bindings + bindings + elementBindings)
    return part
  }

  /// Sets the names of the part: those that depend on the element are resolved for each of them.
  mutating func bind(_ names: [(name: String, expression: ExpressionSyntax)]) {
    for binding in names {
      var isPerElement = false
      binding.expression.forEachName { name in
        guard case .traversal(let traversal) = name else { return }
        let root = traversal.rootName
        if root == "each" || elementBindings.contains(where: { $0.name == root }) { isPerElement = true }
      }
      if isPerElement { elementBindings.append(binding) } else { bindings.append(binding) }
    }
  }
}
