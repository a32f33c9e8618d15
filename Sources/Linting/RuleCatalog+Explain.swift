extension RuleCatalog {
  /// A rule's page in Markdown: what it reports, why, what to do, with examples. Nil when there is no such rule.
  ///
  /// - Parameter name: the rule's name, or another tool's id for it.
  public func explain(_ name: String) -> String? {
    if let rule = rule(name) { return page(rule.metadata, rule.allEquivalents, rule.examples, Array(rule.parameters.values)) }
    if let module = rulesOverModules.first(where: { $0.metadata.name == name }) {
      return page(module.metadata, module.metadata.equivalents, module.examples, Array(module.parameters.values))
    }
    guard let metadata = allMetadata.first(where: { $0.equivalents.contains(name) }), metadata.name != name else { return nil }
    return explain(metadata.name)
  }

  private func page(
    _ metadata: RuleMetadata, _ equivalents: RuleEquivalents, _ examples: [RuleExample], _ parameters: [RuleParameter]
  ) -> String {
    var text = "# \(metadata.name)\n\n\(metadata.summary).\n\n"
    text += "Severity \(metadata.severity.rawValue), category \(metadata.category.rawValue)"
    text += metadata.packs.isEmpty ? ".\n" : ", in the pack \(metadata.packs.joined(separator: ", ")).\n"
    if !metadata.why.isEmpty { text += "\n## Why\n\n\(metadata.why)\n" }
    if !metadata.help.isEmpty { text += "\n## What to do\n\n\(metadata.help)\n" }
    for parameter in parameters.sorted(by: { $0.name < $1.name }) {
      text += "\nParameter `\(parameter.name)` (\(OriginText.display(parameter.defaultValue))): \(parameter.summary)\n"
    }
    for example in examples {
      let file = example.path == "main.tf" ? "" : " (\(example.path))"
      text += "\n## \(example.isFlagged ? "Reported" : "Accepted"): \(example.name)\(file)\n\n```hcl\n\(example.source)```\n"
    }
    if !equivalents.isEmpty {
      text += "\n## In other tools\n\n"
      for (tool, ids) in equivalents.sorted { text += "- \(tool): \(ids.joined(separator: ", "))\n" }
    }
    if !metadata.references.isEmpty {
      text += "\n## Further reading\n\n"
      for reference in metadata.references { text += "- \(reference)\n" }
    }
    return text
  }
}
