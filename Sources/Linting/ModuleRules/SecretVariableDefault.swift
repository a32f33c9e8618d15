import Diagnostics
import HCLSyntax
import TerraformModel

/// Secrets in the defaults of variables and in local values, also inside of maps, objects and texts.
enum SecretVariableDefault: ModuleRule {
  static let metadata = RuleMetadata(
    name: "secret-variable-default", summary: "A secret is the default of a variable, or a local value", category: .secrets,
    severity: .high,
    equivalents: RuleEquivalents(SecretDetector.equivalents),
    why: """
      A default stands in the repository's history for ever, and whoever forgets to set the variable runs with a value that everyone knows.
      """,
    help:
      "Remove the default, mark the variable sensitive, and pass the value in from a secret store. Revoke the value: it is known."
  )

  static let examples = [
    RuleExample(
      name: "a password",
      source: """
        variable "db_password" {
          default = "Tr0ub4dor&3x"
        }

        output "x" {
          value     = var.db_password
          sensitive = true
        }

        """, isFlagged: true),
    RuleExample(
      name: "a token as local value",
      source: """
        locals {
          api_token = "ghp_h7Xk2mQ9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIo"
        }

        """, isFlagged: true),
    RuleExample(
      name: "a key inside of an object",
      source: """
        variable "database" {
          default = {
            host     = "db.internal"
            password = "hV8#kq2Lx9!w"
          }
        }

        """, isFlagged: true),
    RuleExample(
      name: "names and addresses",
      source: """
        variable "secret_name" {
          default = "prod/db/password"
        }

        variable "db_password" {
          type      = string
          sensitive = true
        }

        output "x" {
          value     = [var.db_password, var.secret_name]
          sensitive = true
        }

        """, isFlagged: false),
  ]

  static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult {
    var result = ModuleResult()
    for (name, variable) in module.variables.sorted(by: { $0.key < $1.key }) {
      guard let value = variable.defaultExpression else { continue }
      var walk = LiteralWalk()
      walk.visit(value, [name], name: name, isSensitive: variable.isSensitive)
      result.findings += walk.findings(of: metadata, address: "var.\(name)") { path, kind in
        path.count > 1
          ? "The default of the variable \(name) holds a \(kind) (\(path.dropFirst().joined(separator: ".")))."
          : "The default of the variable \(name) is a \(kind)."
      }
    }
    for (name, local) in module.locals.sorted(by: { $0.key < $1.key }) {
      var walk = LiteralWalk()
      walk.visit(local.attribute.expression, [name], name: name)
      result.findings += walk.findings(of: metadata, address: "local.\(name)") { path, kind in
        path.count > 1
          ? "The local value \(name) holds a \(kind) (\(path.dropFirst().joined(separator: ".")))."
          : "The local value \(name) is a \(kind)."
      }
    }
    return result
  }
}
