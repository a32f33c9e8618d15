import Diagnostics
import HCLValues
import SourceText
import TerraformModel
import Testing

@Suite struct GraphTests {
  @Test func `count and for_each give one instance for each key`() {
    let graph = VirtualModule(
      """
      locals { names = toset(["b", "a"]) }
      resource "aws_vpc" "one" { cidr_block = "10.0.0.0/16" }
      resource "aws_subnet" "many" {
        count      = 2
        vpc_id     = aws_vpc.one.id
        cidr_block = "10.0.${count.index + 1}.0/24"
      }
      resource "aws_eip" "each" {
        for_each = local.names
        tags     = { Name = each.key }
      }
      """
    ).graph()
    #expect(graph.diagnostics.isEmpty)
    #expect(
      graph.addresses == [
        "aws_vpc.one", "aws_subnet.many[0]", "aws_subnet.many[1]", "aws_eip.each[\"a\"]", "aws_eip.each[\"b\"]",
      ])
    #expect(graph.text("aws_subnet.many[1]", "cidr_block") == "\"10.0.2.0/24\"")
    #expect(graph.text("aws_subnet.many[1]", "vpc_id") == "aws_vpc.one.id")
    #expect(graph.resources[1].dependencies.map(\.description) == ["aws_vpc.one"])
  }

  @Test func `the lint binding folds and keeps the origin`() {
    let graph = VirtualModule(
      """
      variable "name" { default = "logs" }
      resource "aws_s3_bucket" "b" { bucket = "${var.name}-x" }
      resource "aws_s3_bucket_versioning" "v" {
        bucket = aws_s3_bucket.b.bucket
        versioning_configuration { status = "Enabled" }
      }
      """
    ).graph()
    let bucket = graph.resources[1].values["bucket"]
    #expect(bucket?.stringValue == "logs-x")
    guard case .reference(let address, let path)? = bucket?.origin else {
      Issue.record("no reference")
      return
    }
    #expect(address.description == "aws_s3_bucket.b")
    #expect(path.description == ".bucket")
  }

  @Test func `the convert binding keeps variables and references symbolic`() {
    let graph = VirtualModule(
      """
      variable "environment" { default = "production" }
      locals { prefix = "app" }
      resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
      resource "aws_subnet" "s" {
        vpc_id     = aws_vpc.main.id
        cidr_block = aws_vpc.main.cidr_block
        tags = { Name = "${local.prefix}-${var.environment}" }
      }
      """
    ).graph(.convert)
    #expect(graph.text("aws_subnet.s", "cidr_block") == "aws_vpc.main.cidr_block")
    let name = graph.resources[1].values["tags"]?.attributes?["Name"]
    #expect(name?.isKnown == false)
    #expect(name?.origin?.hclText == "\"app-${var.environment}\"")
  }

  @Test func `structure specialises a variable and leaves its elements symbolic`() {
    let graph = VirtualModule(
      """
      variable "zones" {
        type    = list(string)
        default = ["a", "b", "c"]
      }
      resource "aws_subnet" "s" {
        count             = length(var.zones)
        availability_zone = var.zones[count.index]
        vpc_id            = "vpc-1"
      }
      """
    ).graph(.convert)
    #expect(graph.resources.count == 3)
    #expect(graph.text("aws_subnet.s[2]", "availability_zone") == "var.zones[2]")
    #expect(graph.specialisations.map(\.variable) == ["zones"])
    #expect(graph.specialisations.map(\.extent) == [.length])
  }

  @Test func `a count of one or none becomes a condition`() {
    let graph = VirtualModule(
      """
      variable "enabled" { default = true }
      resource "aws_eip" "e" { count = var.enabled ? 1 : 0 }
      """
    ).graph(.convert)
    #expect(graph.addresses == ["aws_eip.e[0]"])
    #expect(graph.resources[0].existence?.origin?.hclText == "var.enabled")
    #expect(graph.specialisations.isEmpty)
  }

  @Test func `local modules are followed with what their calls pass`() {
    let graph = VirtualModule([
      "main.tf": """
      module "net" {
        source   = "./net"
        for_each = { x = "10.0.0.0/16" }
        cidr     = each.value
      }
      resource "aws_subnet" "s" { vpc_id = module.net["x"].vpc_id }
      module "remote" { source = "terraform-aws-modules/vpc/aws" }
      resource "aws_subnet" "t" { vpc_id = module.remote.vpc_id }
      """,
      "net/main.tf": """
      variable "cidr" { type = string }
      resource "aws_vpc" "main" { cidr_block = var.cidr }
      output "vpc_id" { value = aws_vpc.main.id }
      """,
    ]).graph()
    #expect(graph.diagnostics.isEmpty)
    #expect(graph.text("module.net[\"x\"].aws_vpc.main", "cidr_block") == "\"10.0.0.0/16\"")
    #expect(graph.text("aws_subnet.s", "vpc_id") == "module.net[\"x\"].aws_vpc.main.id")
    #expect(graph.text("aws_subnet.t", "vpc_id") == "module.remote.vpc_id")
    #expect(graph.modules.map { $0.directory ?? "not in view" } == [".", "net", "not in view"])
  }

  @Test func `dynamic blocks become blocks and unknown ones leave the list open`() {
    let graph = VirtualModule(
      """
      variable "more" {}
      resource "aws_security_group" "g" {
        ingress {
          from_port = 22
          to_port   = 22
          protocol  = "tcp"
        }
        dynamic "ingress" {
          for_each = [80, 443]
          iterator = port
          content {
            from_port = port.value
            to_port   = port.value
            protocol  = "tcp"
          }
        }
        dynamic "egress" {
          for_each = var.more
          content { from_port = egress.value }
        }
      }
      """
    ).graph()
    let values = graph.resources[0].values
    #expect(values["ingress"]?.elements?.count == 3)
    #expect(values["ingress"]?.elements?[2].attributes?["from_port"]?.numberValue?.exactInt == 443)
    #expect(values["egress"]?.marks == .open)
  }

  @Test func `cycles are reported and end`() {
    let graph = VirtualModule(
      """
      locals {
        a = local.b
        b = local.a
      }
      resource "aws_eip" "e" { tags = { x = local.a } }
      """
    ).graph()
    #expect(graph.diagnostics.map(\.id).contains("reference-cycle"))
  }

  @Test func `undeclared names are errors at their place`() {
    let graph = VirtualModule("resource \"aws_eip\" \"e\" { instance = aws_instance.web.id }").graph()
    #expect(graph.diagnostics.count == 1)
    #expect(graph.diagnostics.first?.subject?.text == "aws_instance.web")
  }

  @Test func `override files replace attributes and blocks`() {
    let graph = VirtualModule([
      "main.tf": "resource \"aws_eip\" \"e\" {\n  domain = \"vpc\"\n  tags = { a = \"b\" }\n}",
      "main_override.tf": "resource \"aws_eip\" \"e\" {\n  domain = \"standard\"\n}",
    ]).graph()
    #expect(graph.text("aws_eip.e", "domain") == "\"standard\"")
    #expect(graph.resources[0].values["tags"] != nil)
  }

  @Test func `a module that calls itself is an error`() {
    let configuration = Configuration.load(
      ".", from: ModuleLibrary(access: VirtualModule("module \"me\" { source = \"./\" }").access))
    #expect(configuration.diagnostics.map(\.id) == ["module-cycle"])
  }

  @Test func `references to blocks that a dynamic block may not make are unknown`() {
    let graph = VirtualModule(
      """
      variable "more" {}
      resource "azurerm_kubernetes_cluster" "none" {
        dynamic "kubelet_identity" {
          for_each = []
          content { client_id = "x" }
        }
      }
      resource "azurerm_kubernetes_cluster" "open" {
        dynamic "kubelet_identity" {
          for_each = var.more
          content { client_id = "x" }
        }
      }
      output "none" { value = azurerm_kubernetes_cluster.none.kubelet_identity[0].object_id }
      output "open" { value = azurerm_kubernetes_cluster.open.kubelet_identity[0].object_id }
      """
    ).graph()
    #expect(graph.diagnostics.isEmpty)
    #expect(graph.outputs.map(\.value.isKnown) == [false, false])
  }
}

@Test func `a condition that makes no difference to the count is not asked`() {
  let graph = VirtualModule(
    """
    variable "on" {}
    resource "aws_eip" "same" {
      count = var.on ? 1 : 1
    }
    resource "aws_eip" "other" {
      count = var.on ? 1 : 2
    }
    """
  ).graph()
  #expect(graph.resources.map(\.address.description) == ["aws_eip.same[0]", "aws_eip.other[*]"])
}

/// `lifecycle { enabled = … }` of OpenTofu: one instance or none.
struct EnabledTests {
  private func addresses(_ graph: ResourceGraph) -> [String] { graph.resources.map(\.address.description) }

  @Test func `what is not enabled has no instance, and a reference to it is null`() {
    let graph = VirtualModule([
      "main.tf": """
        variable "on" {
          default = false
        }
        resource "aws_eip" "off" {
          lifecycle {
            enabled = var.on
          }
        }
        resource "aws_eip" "on" {
          lifecycle {
            enabled = !var.on
          }
        }
        module "off" {
          source = "./child"
          lifecycle {
            enabled = var.on
          }
        }
        module "on" {
          source = "./child"
          lifecycle {
            enabled = "true"
          }
        }
        resource "aws_sqs_queue" "names" {
          name = aws_eip.off == null ? "none" : "one"
          tags = { module = try(module.off.name, "no module"), other = module.on.name }
        }
        """,
      "child/main.tf": """
        resource "aws_eip" "inner" {}
        output "name" {
          value = "child"
        }
        """,
    ]).graph()
    #expect(addresses(graph) == ["aws_eip.on", "aws_sqs_queue.names", "module.on.aws_eip.inner"])
    #expect(graph.text("aws_sqs_queue.names", "name") == "\"none\"")
    #expect(graph.text("aws_sqs_queue.names", "tags") == "{ module = \"no module\", other = \"child\" }")
    #expect(graph.diagnostics.isEmpty)
  }

  @Test func `what may be enabled exists under a condition`() throws {
    let graph = VirtualModule(
      """
      variable "on" {}
      resource "aws_eip" "maybe" {
        lifecycle {
          enabled = var.on
        }
      }
      resource "aws_eip" "wrong" {
        lifecycle {
          enabled = null
        }
      }
      """
    ).graph()
    let maybe = try #require(graph.resources.first)
    #expect(addresses(graph) == ["aws_eip.maybe", "aws_eip.wrong"])
    #expect(!maybe.isSymbolic)
    #expect(maybe.existence?.origin?.hclText == "var.on")
    #expect(graph.diagnostics.map(\.id) == ["invalid-enabled"])
  }
}
