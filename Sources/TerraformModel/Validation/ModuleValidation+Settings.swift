import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// References in the settings of a module: where its state lies, and how it is encrypted. (OpenTofu, "State and Plan Encryption",
/// "Backend Configuration".)
extension ModuleValidation {
  func validateSettings() {
    let encryption = module.settings.flatMap { $0.body.blocks(ofType: "encryption") }
    var declared: Set<String> = []
    for block in encryption.flatMap(\.body.blocks) where block.type == "key_provider" || block.type == "method" {
      declared.insert(([block.type] + block.labels.map(\.value)).joined(separator: "."))
    }
    for block in encryption { checkEncryption(block.body, declared) }
    for block in module.settings {
      for nested in block.body.blocks where nested.type == "backend" || nested.type == "cloud" { checkReferences(nested.body, .none) }
    }
  }

  private func checkEncryption(_ body: BodySyntax, _ declared: Set<String>) {
    body.forEachExpression { expression in
      expression.forEachScopeTraversal { traversal in
        let root = traversal.rootName
        guard root == "key_provider" || root == "method" else { return check(traversal, .none) }
        guard let type = traversal.attributeName(0), let name = traversal.attributeName(1) else {
          return add("invalid-reference", "“\(root)” cannot stand alone", "It must be followed by a type and a name.", at: traversal.range)
        }
        if !declared.contains("\(root).\(type).\(name)") {
          add(
            "undeclared-reference", "There is no \(root == "method" ? "method" : "key provider") “\(type).\(name)”",
            "No “encryption” block of the module declares it.", at: traversal.range(throughStep: 2))
        }
      }
    }
  }
}
