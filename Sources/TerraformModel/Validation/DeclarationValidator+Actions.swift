import Diagnostics
import HCLSyntax
import SourceText

/// Actions and what triggers them. (Terraform language, "Invoke Actions".)
extension DeclarationValidator {
  /// Names of actions and checks are used once.
  mutating func validateUniqueBlocks() {
    var first: [String: BlockSyntax] = [:]
    for block in module.otherBlocks where block.type == "action" || block.type == "check" {
      let key = ([block.type] + block.labels.map(\.value)).joined(separator: ".")
      if let other = first[key] {
        add(
          "duplicate-declaration", "Duplicate \(block.type) “\(block.labels.map(\.value).joined(separator: "."))”",
          "One of this name is declared already. Names must be unique in a module.", at: block.header,
          related: [DiagnosticLabel(other.header, "first declared here")])
      } else {
        first[key] = block
      }
    }
  }

  private static let events: Set<String> = [
    "before_create", "after_create", "before_update", "after_update", "before_destroy", "after_destroy",
  ]

  mutating func validateActionTriggers(_ lifecycle: BlockSyntax) {
    for trigger in lifecycle.body.blocks(ofType: "action_trigger") {
      if let attribute = trigger.body.attribute("events") { validateEvents(attribute) }
      if let attribute = trigger.body.attribute("actions") { validateActions(attribute) }
    }
  }

  private mutating func validateEvents(_ attribute: AttributeSyntax) {
    guard let elements = staticList(attribute.expression), !elements.isEmpty else {
      add("invalid-action-event", "“events” is not a list of events", "It is written out: [after_create].", at: attribute.expression.range)
      return
    }
    for element in elements {
      let word = StaticReference(element).flatMap { $0.steps.isEmpty ? $0.root : nil }
      guard let word, Self.events.contains(word) else {
        let hint = word.flatMap { suggestedName(for: $0, among: Self.events.sorted()) }.map { " Did you mean “\($0)”?" } ?? ""
        add(
          "invalid-action-event", "This is not an event that triggers actions",
          "Events are before_ or after_ with create, update or destroy behind.\(hint)", at: element.range)
        continue
      }
    }
  }

  private mutating func validateActions(_ attribute: AttributeSyntax) {
    guard let elements = staticList(attribute.expression), !elements.isEmpty else {
      add(
        "invalid-static-reference", "“actions” is not a list of actions", "It is written out: [action.aws_lambda_invoke.warm].",
        at: attribute.expression.range)
      return
    }
    for element in elements {
      guard let reference = StaticReference(element), reference.root == "action", let type = reference.name(0), let name = reference.name(1) else {
        add(
          "invalid-static-reference", "An element of “actions” is not an action", "It is a reference: action.aws_lambda_invoke.warm.",
          at: element.range)
        continue
      }
      let isDeclared = module.otherBlocks.contains { $0.type == "action" && $0.labels.map(\.value) == [type, name] }
      if !isDeclared {
        add("undeclared-reference", "There is no action “\(type).\(name)” in this module", "Nothing declares it.", at: element.range)
      }
    }
  }
}
