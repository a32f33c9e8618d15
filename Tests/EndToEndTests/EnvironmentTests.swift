import Foundation
import TestSupport
import Testing

@Suite struct EnvironmentTests {
  private let files = [
    ".terrane.hcl": """
      environment "prod" {
        var_files = ["prod.tfvars"]
        workspace = "production"
      }
      environment "test" {
        var_files = ["test.tfvars"]
      }
      """,
    "prod.tfvars": "public = true\n", "test.tfvars": "public = false\n",
    "main.tf": """
      variable "public" { type = bool }
      resource "aws_db_instance" "d" {
        instance_class      = "db.t4g.medium"
        engine              = "postgres"
        publicly_accessible = var.public
        storage_encrypted   = false
      }
      output "workspace" { value = terraform.workspace }
      output "public" { value = var.public }
      """,
  ]

  @Test func `a finding names the environments that it holds in`() throws {
    let folder = try Folder(files)
    let all = try folder.run("lint", "--format", "concise").output
    let open = all.split(separator: "\n").filter { $0.contains("aws-db-publicly-accessible") }
    #expect(open.count == 1 && open[0].hasSuffix("(environment prod)"))
    #expect(all.split(separator: "\n").contains { $0.contains("aws-db-instance-encryption") && $0.hasSuffix("(environments prod, test)") })
    let test = try folder.run("lint", "--format", "concise", "--environment", "test").output
    #expect(!test.contains("aws-db-publicly-accessible") && !test.contains("(environment"))
    let unknown = try folder.run("lint", "--environment", "tes")
    #expect(unknown.exitCode == 2)
    let words = (unknown.output + unknown.messages).split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Did you mean “test”?"))
  }

  @Test func `other commands take the values of one environment`() throws {
    let folder = try Folder(files)
    func outputs(_ arguments: String..., environment: [String: String] = [:]) throws -> [String: Any] {
      let result = try Program.run(["inspect", "--format", "json"] + arguments, in: folder.url, environment: environment)
      return try object(result.output)["outputs"] as? [String: Any] ?? [:]
    }
    func value(_ outputs: [String: Any], _ name: String) -> Any? { (outputs[name] as? [String: Any])?["value"] }
    let prod = try outputs("--environment", "prod")
    #expect(value(prod, "workspace") as? String == "production")
    #expect(value(prod, "public") as? Bool == true)
    let overridden = try outputs("--environment", "prod", "--var", "public=false", "--workspace", "w")
    #expect(value(overridden, "public") as? Bool == false)
    #expect(value(overridden, "workspace") as? String == "w")
    #expect(value(try outputs(environment: ["TF_WORKSPACE": "fromoutside"]), "workspace") as? String == "fromoutside")
    #expect(value(try outputs(), "workspace") == nil)
    #expect(try folder.run("inspect", "--environment", "nothing").exitCode == 2)
  }
}
