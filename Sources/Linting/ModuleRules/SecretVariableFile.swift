import HCLSyntax
import SourceText
import TerraformModel

/// Secrets in files of variable values.
enum SecretVariableFile: ModuleRule {
  static let metadata = RuleMetadata(
    name: "secret-variable-file", summary: "A secret is written in a file of variable values", category: .secrets,
    severity: .high,
    equivalents: RuleEquivalents(SecretDetector.equivalents),
    why: "The file is in the repository, and with it the value is on every laptop with a copy and in the history for ever.",
    help: """
      Pass the value in from a secret store: as TF_VAR_name in the environment of the run, or with a data source or an ephemeral resource. A file with secrets \
      belongs in .gitignore. Revoke the value: it is known.
      """)

  static let examples = [
    RuleExample(
      name: "a password among the values", path: "terraform.tfvars",
      source: """
        region      = "eu-central-1"
        db_password = "hV8#kq2Lx9!w"

        """, isFlagged: true),
    RuleExample(
      name: "where the password is", path: "terraform.tfvars",
      source: """
        region                 = "eu-central-1"
        db_password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf"

        """, isFlagged: false),
  ]

  static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult {
    var result = ModuleResult()
    result.findings = module.variableFiles.flatMap { file -> [Finding] in
      if file.source.path.hasSuffix(".json") {
        var walk = LiteralWalk()
        walk.visit(ExpressionSyntax(tree: file.tree, id: file.tree.root), [], name: nil)
        return walk.findings(of: metadata, address: "") { path, kind in message(path, kind) }
      }
      return BodySyntax(tree: file.tree, id: file.tree.root).attributes.flatMap { attribute -> [Finding] in
        var walk = LiteralWalk()
        let isSensitive = module.variables[attribute.name]?.isSensitive ?? false
        walk.visit(attribute.expression, [attribute.name], name: attribute.name, isSensitive: isSensitive)
        return walk.findings(of: metadata, address: "var.\(attribute.name)") { path, kind in message(path, kind) }
      }
    }
    return result
  }

  private static func message(_ path: [String], _ kind: String) -> String {
    "The value of \(path.joined(separator: ".")) is a \(kind)."
  }
}
