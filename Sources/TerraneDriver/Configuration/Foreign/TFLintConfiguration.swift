import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// `.tflint.hcl`: rules that are enabled or disabled. (TFLint user guide, "Configuring TFLint".)
enum TFLintConfiguration {
  static func read(_ file: SourceFile) -> ForeignConfiguration {
    var result = ForeignConfiguration(path: file.path)
    let parsed = parseConfiguration(file)
    let body = BodySyntax(tree: parsed.tree, id: parsed.tree.root)
    if !parsed.diagnostics.isEmpty { result.left.append("what does not parse") }
    for block in body.blocks {
      switch block.type {
      case "rule":
        guard let name = block.labels.first?.value else { break }
        switch truth(block.body.attribute("enabled")) {
        case false?: result.ignore.append(name)
        case true?: result.select.append(name)
        case nil: break
        }
        for attribute in block.body.attributes where attribute.name != "enabled" { result.left.append("\(attribute.name) of \(name)") }
      case "config":
        for attribute in block.body.attributes where !outputOptions.contains(attribute.name) { result.left.append(attribute.name) }
      case "plugin":
        // Which rules exist is not a question of plugins here; one that is switched off leaves nothing to say.
        if truth(block.body.attribute("enabled")) == false { result.left.append("plugin \(block.labels.first?.value ?? "")") }
      default: result.left.append(block.type)
      }
    }
    return result
  }

  /// What is about TFLint's own work.
  private static let outputOptions: Set<String> = ["format", "plugin_dir", "force", "call_module_type", "module"]

  private static func truth(_ attribute: AttributeSyntax?) -> Bool? {
    guard let attribute, case .bool(let truth) = attribute.expression.expression else { return nil }
    return truth
  }
}
