import Diagnostics
import HCLSyntax
import Schemas
import SourceText
import TerraformModel

/// Secrets that are written anywhere in a block: arguments, environments, policies, user data, outputs, provider and backend settings.
enum SecretInArgument: ModuleRule {
  static let metadata: RuleMetadata = {
    var metadata = RuleMetadata(
      name: "secret-in-argument", summary: "A secret is written in an argument", category: .secrets, severity: .high,
      equivalents: RuleEquivalents(SecretDetector.equivalents).merging(providerCredentials),
      why: "The value stands in the state, in the history of this repository for ever, and on every laptop with a copy.",
      help: """
        Refer to a secret store instead: a data source, an ephemeral resource with a write-only argument, or the name of the secret for whoever reads it when it \
        runs. Revoke the value: it is known.
        """)
    // These know more about the place.
    metadata.coveredBy = [
      "aws-hardcoded-password", "aws-ssm-parameter-secure", "aws-datasync-secret-key", "azurerm-container-group-secret-variable",
      "azurerm-vm-custom-data-secret",
      "google-compute-disk-key-in-clear", "kubernetes-config-map-secret", "secret-container-environment",
      "secret-lambda-environment",
      "secret-provider-credentials", "secret-user-data",
    ]
    return metadata
  }()

  /// Checks of the credentials of one provider each.
  private static let providerCredentials = RuleEquivalents(["checkov": ["CKV_BCW_1", "CKV_LIN_1", "CKV_OCI_1", "CKV_OPENSTACK_1", "CKV_PAN_1"]])

  static let examples = [
    RuleExample(
      name: "a token in a policy",
      source: """
        resource "aws_sqs_queue_policy" "events" {
          queue_url = "https://sqs.eu-central-1.amazonaws.com/123456789012/events"
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sqs:SendMessage"
              Resource  = "*"
              Principal = "*"
              Condition = {
                StringEquals = { "aws:UserAgent" = "glpat-h7Xk2mQ9vLw4Tz8Rb3Nc" }
              }
            }]
          })
        }

        """, isFlagged: true),
    RuleExample(
      name: "a password that a module is given",
      source: """
        module "database" {
          source         = "./database"
          admin_password = "hV8#kq2Lx9!w"
        }

        """, isFlagged: true),
    RuleExample(
      name: "the name of a secret",
      source: """
        module "database" {
          source                = "./database"
          admin_password_secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf"
          token_url             = "https://login.example.com/oauth2/token"
        }

        """, isFlagged: false),
  ]

  static func check(_ module: Module, in surroundings: ModuleSurroundings) -> ModuleResult {
    var result = ModuleResult()
    for file in module.files {
      for block in BodySyntax(tree: file.tree, id: file.tree.root).blocks {
        guard let (address, schema, leftOut) = subject(block) else { continue }
        var walk = LiteralWalk()
        walk.visit(block.body, schema: schema, leavingOut: leftOut)
        result.findings += walk.findings(of: metadata, address: address) { path, kind in
          "The argument \(path.joined(separator: ".")) holds a \(kind)."
        }
      }
    }
    return result
  }

  /// What a block is called, the schema of its body, and the names in it that are no arguments; nil for blocks that other rules look at, or that
  /// hold no values.
  private static func subject(_ block: BlockSyntax) -> (address: String, schema: BlockSchema?, leavingOut: Set<String>)? {
    let labels = block.labels.map(\.value)
    let type = labels.first ?? ""
    let catalog = SchemaCatalog.standard
    let meta: Set<String> = ["count", "for_each", "depends_on", "provider", "lifecycle"]
    switch block.type {
    case "resource": return (labels.joined(separator: "."), catalog.resource(type), meta)
    case "data": return ("data." + labels.joined(separator: "."), catalog.dataSource(type), meta)
    case "ephemeral": return ("ephemeral." + labels.joined(separator: "."), catalog.ephemeralResource(type), meta)
    case "provider": return ("provider.\(type)", catalog.provider(localName: type)?.configuration, ["version", "alias"])
    case "module": return ("module.\(type)", nil, meta.union(["source", "version", "providers"]))
    case "output": return ("output.\(type)", nil, ["description", "depends_on", "precondition"])
    case "terraform": return ("terraform", nil, ["required_version", "required_providers"])
    case "action", "check": return ("\(block.type).\(labels.joined(separator: "."))", nil, meta)
    default: return nil
    }
  }
}

extension LiteralWalk {
  /// What was found, as findings.
  func findings(of rule: RuleMetadata, address: String, message: (_ path: [String], _ kind: String) -> String) -> [Finding] {
    discoveries.map { discovery in
      Finding(
        rule: rule, message: message(discovery.path, discovery.kind),
        address: address.isEmpty ? "var.\(discovery.path.first ?? "")" : address,
        primary: DiagnosticLabel(discovery.range))
    }
  }
}
