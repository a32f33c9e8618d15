import Foundation
import TestSupport
import Testing

/// What `terrane inspect` says of each value: what it is, where it stands, why it is not known, and whether it is secret.
struct InspectTests {
  private func graph(_ files: [String: String], _ arguments: String...) throws -> [String: Any] {
    let folder = try Folder(files)
    return try withExtendedLifetime(folder) {
      try object(try Program.run(["inspect", "--format", "json"] + arguments, in: folder.url).output)
    }
  }

  private func resource(_ graph: [String: Any], _ address: String) throws -> [String: Any] {
    let resources = graph["resources"] as? [[String: Any]] ?? []
    return try #require(resources.first { $0["address"] as? String == address }, "no resource \(address)")
  }

  @Test func `a resource has the fields that the command line promises`() throws {
    let graph = try graph([
      "main.tf": """
        resource "aws_sqs_queue" "jobs" {
          for_each                  = toset(["fast"])
          name                      = "jobs-${each.key}"
          message_retention_seconds = "60"
          kms_master_key_id         = aws_kms_key.main.arn
          depends_on                = [aws_iam_role.worker]
          tags                      = { Owner = "team", Role = aws_iam_role.worker.arn }
        }
        resource "aws_kms_key" "main" {}
        resource "aws_iam_role" "worker" {
          assume_role_policy = "{}"
        }
        """
    ])
    let queue = try resource(graph, "aws_sqs_queue.jobs[\"fast\"]")
    #expect(
      Set(queue.keys) == [
        "address", "symbolic", "mode", "type", "name", "key", "module", "provider", "values", "unknown", "sensitive", "depends_on", "location",
      ])
    #expect(queue["symbolic"] as? Bool == false)
    #expect(queue["mode"] as? String == "managed")
    #expect(queue["key"] as? String == "fast")
    #expect(queue["module"] as? [String] == [])
    #expect(queue["provider"] as? String == "aws")
    let values = queue["values"] as? [String: Any]
    #expect(values?["name"] as? String == "jobs-fast")
    // As the schema's type, not as it is written.
    #expect(values?["message_retention_seconds"] as? Int == 60)
    #expect(values?["tags"] as? [String: String] == ["Owner": "team"])
    #expect(values?["kms_master_key_id"] == nil)
    #expect(queue["unknown"] as? [String: String] == ["/kms_master_key_id": "aws_kms_key.main.arn", "/tags/Role": "aws_iam_role.worker.arn"])
    #expect(queue["depends_on"] as? [String] == ["aws_iam_role.worker", "aws_kms_key.main"])
    let location = queue["location"] as? [String: Any]
    #expect(location?["path"] as? String == "main.tf")
    #expect(location?["start"] as? [String: Int] == ["line": 1, "column": 1, "byte": 0])
    #expect(location?["end"] as? [String: Int] == ["line": 1, "column": 32, "byte": 31])
  }

  @Test func `what decides an unknown number of instances is named`() throws {
    let files = [
      "main.tf": """
        variable "stages" {}
        data "aws_availability_zones" "all" {}
        resource "aws_eip" "counted" {
          count = length(data.aws_availability_zones.all.names)
        }
        resource "aws_eip" "keyed" {
          for_each = toset([aws_eip.single.id])
        }
        resource "aws_eip" "single" {}
        module "stage" {
          for_each = var.stages
          source   = "./stage"
        }
        """, "stage/main.tf": "resource \"aws_eip\" \"inner\" {}\n",
    ]
    let graph = try graph(files)
    let counted = try resource(graph, "aws_eip.counted[*]")
    #expect(counted["symbolic"] as? Bool == true)
    #expect(counted["key"] is NSNull)
    #expect(counted["unknown"] as? [String: String] == ["/count": "length(data.aws_availability_zones.all.names)"])
    #expect(try resource(graph, "aws_eip.keyed[*]")["unknown"] as? [String: String] == ["/for_each": "toset([aws_eip.single.id])"])
    // The call decides, not the resource.
    let inner = try resource(graph, "module.stage[*].aws_eip.inner")
    #expect(inner["symbolic"] as? Bool == true)
    #expect(inner["unknown"] as? [String: String] == [:])
    let modules = graph["modules"] as? [[String: Any]] ?? []
    #expect(modules.map { $0["unknown"] as? [String: String] } == [[:], ["/for_each": "var.stages"]])
    let folder = try Folder(files)
    let text = try folder.run("inspect").output
    #expect(text.contains("aws_eip.counted[*]  (an unknown number of instances: count = length(data.aws_availability_zones.all.names))  main.tf:3:1\n"))
    #expect(text.contains("module.stage[*].aws_eip.inner  (an unknown number of instances)  "))
  }

  @Test func `variables, locals and outputs have their values, or what they wait for`() throws {
    let graph = try graph([
      "main.tf": """
        variable "size" {
          type    = number
          default = "2"
        }
        variable "name" {
          type = string
        }
        locals {
          label = "x-${var.name}"
          pair  = [var.size, var.name]
        }
        output "label" {
          value = local.label
        }
        """
    ])
    let variables = graph["variables"] as? [String: [String: Any]]
    #expect(variables?["size"]?["type"] as? String == "number")
    #expect(variables?["size"]?["value"] as? Int == 2)
    #expect(variables?["name"]?["value"] == nil)
    #expect(variables?["name"]?["unknown"] as? [String: String] == ["": "var.name"])
    let locals = graph["locals"] as? [String: [String: Any]]
    #expect(locals?["label"]?["unknown"] as? [String: String] == ["": "\"x-${var.name}\""])
    #expect(locals?["pair"]?["value"] as? [Any?] != nil)
    #expect(locals?["pair"]?["unknown"] as? [String: String] == ["/1": "var.name"])
    let outputs = graph["outputs"] as? [String: [String: Any]]
    #expect(outputs?["label"]?["unknown"] as? [String: String] == ["": "\"x-${var.name}\""])
    #expect(outputs?["label"]?["sensitive"] as? Bool == false)
  }

  private let secrets = [
    "main.tf": """
      resource "aws_db_instance" "main" {
        username = "app"
        password = "classified-word"
      }
      locals {
        url  = "postgres://${aws_db_instance.main.username}:${aws_db_instance.main.password}@db"
        both = { open = "seen", hidden = aws_db_instance.main.password }
      }
      module "inner" {
        source = "./inner"
        word   = aws_db_instance.main.password
      }
      resource "aws_ecs_service" "main" {
        name = "main"
        tags = { url = local.url, open = local.both.open }
      }
      resource "aws_eip" "each" {
        count = sha256(aws_db_instance.main.password) == var.digest ? 1 : 0
      }
      variable "digest" {}
      output "both" {
        value = local.both
      }
      output "passed" {
        value = module.inner.passed
      }
      output "plain" {
        value = local.both.open
      }
      """,
    "inner/main.tf": """
      variable "word" {}
      output "passed" {
        value = "word ${var.word}"
      }
      """,
  ]

  @Test func `what a schema calls sensitive stays so through locals, modules and outputs`() throws {
    let graph = try graph(secrets)
    let database = try resource(graph, "aws_db_instance.main")
    #expect(database["sensitive"] as? [String] == ["/password"])
    #expect(database["values"] as? [String: String] == ["password": "(sensitive)", "username": "app"])
    let service = try resource(graph, "aws_ecs_service.main")
    #expect(service["sensitive"] as? [String] == ["/tags/url"])
    #expect((service["values"] as? [String: Any])?["tags"] as? [String: String] == ["open": "seen", "url": "(sensitive)"])
    #expect(try resource(graph, "aws_eip.each[*]")["unknown"] as? [String: String] == ["/count": "(sensitive)"])
    let outputs = graph["outputs"] as? [String: [String: Any]]
    #expect(outputs?["both"]?["value"] as? [String: String] == ["open": "seen", "hidden": "(sensitive)"])
    #expect(outputs?["both"]?["sensitive"] as? Bool == true)
    #expect(outputs?["passed"]?["value"] as? String == "(sensitive)")
    #expect(outputs?["passed"]?["sensitive"] as? Bool == true)
    #expect(outputs?["plain"]?["value"] as? String == "seen")
    #expect(outputs?["plain"]?["sensitive"] as? Bool == false)
    let locals = graph["locals"] as? [String: [String: Any]]
    #expect(locals?["url"]?["value"] as? String == "(sensitive)")
  }

  @Test func `secrets are masked in text and in JSON until they are asked for`() throws {
    let folder = try Folder(secrets)
    for format in ["text", "json"] {
      let masked = try folder.run("inspect", "--format", format)
      #expect(!(masked.output + masked.messages).contains("classified"))
      let shown = try folder.run("inspect", "--format", format, "--show-sensitive").output
      #expect(shown.contains("postgres://app:classified-word@db"))
      #expect(shown.contains("word classified-word"))
    }
  }
}
