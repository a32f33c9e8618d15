import Diagnostics
import Foundation
import HCLValues
import SourceText
import TerraformModel
import TestSupport
import Testing

@Suite struct PlanTests {
  private func warehouse() throws -> PlanDocument {
    let url = ProjectRoot.fixture("projects/warehouse/plan.json")
    let (plan, diagnostics) = PlanDocument.read(SourceFile(path: "plan.json", bytes: Array(try Data(contentsOf: url))))
    #expect(diagnostics.isEmpty)
    return try #require(plan)
  }

  private func read(_ text: String) -> (graph: ResourceGraph?, problems: [String]) {
    let (plan, diagnostics) = PlanDocument.read(SourceFile(path: "plan.json", text: text))
    let graph = plan.map { ResourceGraph($0, binding: .lint) }
    return (graph, (diagnostics + (graph?.diagnostics ?? [])).map(\.summary))
  }

  @Test func `a plan gives its resources, and the data that was read for it`() throws {
    let graph = ResourceGraph(try warehouse(), binding: .lint)
    #expect(
      graph.addresses == [
        "aws_db_instance.stock", "aws_db_subnet_group.stock", "aws_s3_bucket.scans", "aws_s3_bucket_public_access_block.scans",
        "aws_subnet.private[0]", "aws_subnet.private[1]", "aws_vpc.main", "data.aws_availability_zones.here",
        "module.firewall[\"office\"].aws_security_group.this", "module.firewall[\"vpn\"].aws_security_group.this",
      ])
    #expect(graph.modules.map(\.address.description) == ["", "module.firewall[\"office\"]", "module.firewall[\"vpn\"]"])
    #expect(graph.modules.map(\.source) == [nil, "./modules/firewall", "./modules/firewall"])
    #expect(graph.variables.map(\.name) == ["password", "region"])
    #expect(graph.variables[0].isSensitive && graph.variables[1].givenValue?.stringValue == "eu-central-1")
  }

  @Test func `values have the types of their schema, and only what the configuration sets`() throws {
    let graph = ResourceGraph(try warehouse(), binding: .lint)
    #expect(graph.text("aws_subnet.private[1]", "cidr_block") == "\"10.20.16.0/20\"")
    #expect(graph.text("aws_subnet.private[1]", "vpc_id") == "aws_vpc.main.id")
    #expect(graph.text("aws_s3_bucket_public_access_block.scans", "bucket") == "aws_s3_bucket.scans.id")
    #expect(graph.text("aws_s3_bucket.scans", "versioning") == "unset")
    #expect(graph.text("aws_s3_bucket.scans", "arn") == "unset")
    let database = try #require(graph.resources.first)
    #expect(database.values["password"]?.marks.contains(.sensitive) == true)
    #expect(database.provider.source == "hashicorp/aws")
    #expect(database.dependencies.map(\.description) == ["aws_db_subnet_group.stock"])
    // Written as a dynamic block, which a plan does not name.
    let ingress = try #require(graph.resources.last?.values["ingress"])
    #expect(ingress.elements?.count == 2)
  }

  @Test func `everything stands at its place in the plan`() throws {
    let graph = ResourceGraph(try warehouse(), binding: .lint)
    let database = try #require(graph.resources.first)
    #expect(database.source.header.file.text(database.source.header.bytes) == "\"aws_db_instance.stock\"")
    let range = try #require(database.source.ranges[AttributePath("storage_encrypted")])
    #expect(range.file.text(range.bytes) == "\"storage_encrypted\": false")
  }

  @Test func `what is a reference or a variable stays one when it is to be converted`() throws {
    let graph = ResourceGraph(try warehouse(), binding: .convert)
    #expect(graph.text("aws_db_instance.stock", "db_subnet_group_name") == "aws_db_subnet_group.stock.name")
    #expect(graph.text("aws_db_instance.stock", "password") == "var.password")
    #expect(graph.text("module.firewall[\"vpn\"].aws_security_group.this", "vpc_id") == "aws_vpc.main.id")
  }

  @Test func `the configuration gives places and origins, the plan what only it knows`() throws {
    let folder = ProjectRoot.fixture("projects/warehouse")
    var files: [String: String] = [:]
    for name in ["main.tf", "modules/firewall/main.tf"] { files[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }
    let module = VirtualModule(files)
    let plan = try warehouse()
    for binding in [Binding.lint, .convert] {
      let planned = ResourceGraph(plan, binding: binding)
      let written = module.graph(binding, given: plan.givenVariables, planned: plan.facts)
      let graph = planned.aligned(with: written, binding: binding)
      #expect(graph.addresses == planned.addresses)
      #expect(graph.resources.allSatisfy { $0.source.header.file.path.hasSuffix("main.tf") && !$0.isSymbolic })
      #expect(graph.text("aws_db_subnet_group.stock", "subnet_ids") == "toset([aws_subnet.private[0].id, aws_subnet.private[1].id])")
      #expect(graph.text("aws_db_instance.stock", "auto_minor_version_upgrade") == "unset")
    }
    let lint = ResourceGraph(plan, binding: .lint).aligned(with: module.graph(planned: plan.facts), binding: .lint)
    #expect(lint.text("aws_subnet.private[0]", "availability_zone") == "\"eu-central-1a\"")
    #expect(lint.outputs.first { $0.name == "zones" }?.value.hclText == "[\"eu-central-1a\", \"eu-central-1b\"]")
  }

  @Test func `blocks of a set are told apart by what both know`() {
    let module = VirtualModule(
      """
      resource "aws_network_acl" "a" {
        vpc_id = "x"
        ingress {
          rule_no = 200
          action  = "deny"
          protocol = var.protocol
          from_port = 1
          to_port = 1
        }
        ingress {
          rule_no = 100
          action  = "allow"
          protocol = "tcp"
          from_port = 2
          to_port = 2
        }
      }
      variable "protocol" {}
      """)
    let plan = """
      {"format_version": "1.0", "planned_values": {"root_module": {"resources": [{"address": "aws_network_acl.a", "mode": "managed",
        "type": "aws_network_acl", "name": "a", "values": {"vpc_id": "x", "ingress": [
          {"rule_no": 100, "action": "allow", "protocol": "tcp", "from_port": 2, "to_port": 2, "cidr_block": ""},
          {"rule_no": 200, "action": "deny", "protocol": "udp", "from_port": 1, "to_port": 1, "cidr_block": ""}]}}]}}}
      """
    let graph = read(plan).graph?.aligned(with: module.graph(), binding: .lint)
    let protocols = graph?.resources.first?.values["ingress"]?.elements?.map { $0.attributes?["protocol"]?.stringValue }
    #expect(protocols == ["udp", "tcp"])
  }

  @Test func `what is not known keeps what it comes from`() {
    let plan = """
      {"format_version": "1.2", "resource_changes": [
        {"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "name": "p",
         "change": {"actions": ["create"], "after": {"name": "p"}, "after_unknown": {"policy": true, "arn": true}}},
        {"address": "aws_iam_policy.gone", "mode": "managed", "type": "aws_iam_policy", "name": "gone",
         "change": {"actions": ["delete"], "before": {}, "after": null}}],
       "configuration": {"root_module": {"resources": [{"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "name": "p",
         "expressions": {"name": {"constant_value": "p"}, "policy": {"references": ["aws_s3_bucket.b.arn", "aws_s3_bucket.b", "var.x"]}}}]}}}
      """
    let graph = read(plan).graph
    #expect(graph?.addresses == ["aws_iam_policy.p"])
    #expect(graph?.text("aws_iam_policy.p", "policy") == "aws_s3_bucket.b.arn, var.x")
    #expect(graph?.text("aws_iam_policy.p", "arn") == "unset")
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}rest", "plan.json is a saved plan, not its JSON form"),
    ("{\"@level\":\"info\"}\n{\"@level\":\"info\"}\n", "plan.json is the log of a plan"),
    ("{\"version\":4,\"serial\":1,\"lineage\":\"x\",\"resources\":[]}", "The file holds no plan"),
    ("{\"format_version\":\"1.0\",\"values\":{}}", "The file holds no plan"), ("[]", "The file holds no plan"),
    ("{\"format_version\":\"2.0\",\"planned_values\":{}}", "The plan has a format that is not known"),
    ("{\"format_version\":3,\"planned_values\":{}}", "The plan has a format that is not known"),
    ("{\"format_version\":\"1.2\",\"errored\":true,\"planned_values\":{}}", "The plan ended with an error"),
    ("{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{\"resources\":[{\"mode\":\"managed\"}]}}}", "A part of the plan cannot be read"),
    ("{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{\"child_modules\":[{\"address\":\"x.y\"}]}}}", "A part of the plan cannot be read"),
  ])
  func `what is no plan is told from one`(text: String, summary: String) {
    #expect(read(text).problems == [summary])
  }

  @Test func `formats of all versions that are known are read`() {
    for version in ["0.1", "0.2", "1.0", "1.1", "1.2", "1.9"] {
      #expect(read("{\"format_version\":\"\(version)\",\"planned_values\":{\"root_module\":{}}}").problems.isEmpty)
    }
  }

  @Test func `a damaged plan gives a graph or an error`() throws {
    let text = Array(try Data(contentsOf: ProjectRoot.fixture("projects/warehouse/plan.json")))
    let tokens: [[UInt8]] = ["null", "true", "[]", "{}", "0", "\"x\"", "[[", "}", "-1", "\"module.a[\""].map { Array($0.utf8) }
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let starts = text.indices.filter { text[$0] == UInt8(ascii: ":") }
    for _ in 0..<150 {
      var bytes = text
      for _ in 0...random(3) {
        let start = starts[random(starts.count)] + 2
        guard let end = bytes[min(start, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")), end > start else { continue }
        let comma = bytes[end - 1] == UInt8(ascii: ",") ? end - 1 : end
        bytes.replaceSubrange(start..<max(comma, start), with: tokens[random(tokens.count)])
      }
      let (plan, diagnostics) = PlanDocument.read(SourceFile(path: "plan.json", bytes: bytes))
      #expect(plan != nil || !diagnostics.isEmpty)
      if let plan { for binding in [Binding.lint, .convert] { _ = ResourceGraph(plan, binding: binding) } }
    }
  }
}
